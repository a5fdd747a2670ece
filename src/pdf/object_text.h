// SPDX-License-Identifier: MIT
// A dictionary as text, in libharu's notation. Comes in: entries, in order. Goes out: what Objects::finish() keeps. For
// objects that are made by the hundred and never changed: libharu takes a dozen pieces of memory for each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pdf/haru.h"

namespace broadside::pdf {

class DictText {
 public:
  /// Names and plain strings are of letters, digits and hyphens, which need no escape.
  DictText& name(std::string_view key, std::string_view value);
  DictText& ascii(std::string_view key, std::string_view value);
  /// A text string, as Dict::text(). Throws Failure if it is too long.
  DictText& text(std::string_view key, std::string_view utf8);
  DictText& number(std::string_view key, std::int64_t value);
  DictText& refer(std::string_view key, const Dict& target);
  /// A value that is text already.
  DictText& value(std::string_view key, std::string_view text);
  [[nodiscard]] std::string finish() &&;

 private:
  void begin(std::string_view key);
  std::string out_ = "<<\n";
};

/// "12 0 R"
void append_reference(const Dict& target, std::string& out);

}  // namespace broadside::pdf
