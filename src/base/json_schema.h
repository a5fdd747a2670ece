// SPDX-License-Identifier: MIT
// The phrases of JSON Schema that both schemas use, on top of JsonWriter. Knows no file format.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/json.h"

namespace broadside {

class JsonSchemaWriter {
 protected:
  /// Opens the schema; its end is left to the caller.
  void begin(std::string_view title);
  void types(std::initializer_list<std::string_view> names);
  /// "type": one, or one and null.
  void type(std::string_view name, bool or_null = false);
  /// Any plain value: YAML may have read a text as a number or a truth value.
  void text(bool or_null = false);
  void reference(const std::string& definition);
  void reference_object(const std::string& definition);
  void null_object();
  /// "type": "object" without other keys than those that follow.
  void closed_object();

  JsonWriter json_{2};
};

}  // namespace broadside
