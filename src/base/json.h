// SPDX-License-Identifier: MIT
// A small JSON writer. Comes in: values in the order they shall stand. Goes out: one compact or indented
// JSON text (RFC 8259). Keeps the caller's order; knows no schema and reads nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside {

class JsonWriter {
 public:
  /// Spaces per level; 0 writes everything on one line.
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  /// Inside an object, before each value.
  JsonWriter& key(std::string_view name);

  /// Bytes that are not UTF-8 are written as U+FFFD.
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
  /// Shortest text that reads back as the same double; infinities and NaN become null.
  JsonWriter& value(double number);
  JsonWriter& null();

  /// The text so far; complete once every object and array is closed.
  [[nodiscard]] const std::string& text() const { return out_; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void before_value();
  void new_line();

  int indent_;
  std::string out_;
  std::vector<bool> has_items_;  // one a level
  bool after_key_ = false;
};

/// A JSON string with its quotes.
std::string json_quote(std::string_view text);

}  // namespace broadside
