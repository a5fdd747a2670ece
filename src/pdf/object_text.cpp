// SPDX-License-Identifier: MIT
#include "pdf/object_text.h"

#include <utility>

#include "pdf/utf16.h"

namespace broadside::pdf {

void DictText::begin(std::string_view key) {
  out_ += '/';
  out_ += key;
  out_ += ' ';
}

DictText& DictText::value(std::string_view key, std::string_view text) {
  begin(key);
  out_ += text;
  out_ += '\n';
  return *this;
}

DictText& DictText::name(std::string_view key, std::string_view value) {
  begin(key);
  out_ += '/';
  out_ += value;
  out_ += '\n';
  return *this;
}

DictText& DictText::ascii(std::string_view key, std::string_view value) {
  begin(key);
  out_ += '(';
  out_ += value;
  out_ += ")\n";
  return *this;
}

DictText& DictText::text(std::string_view key, std::string_view utf8) {
  const std::string utf16 = to_utf16be_with_mark(utf8);
  if (utf16.size() > kMaxString) throw Failure("a string longer than PDF/A allows");
  begin(key);
  out_ += '<';
  append_hex(utf16, out_);
  out_ += ">\n";
  return *this;
}

DictText& DictText::number(std::string_view key, std::int64_t value) {
  begin(key);
  out_ += std::to_string(value);
  out_ += '\n';
  return *this;
}

DictText& DictText::refer(std::string_view key, const Dict& target) {
  begin(key);
  append_reference(target, out_);
  out_ += '\n';
  return *this;
}

std::string DictText::finish() && {
  out_ += ">>";
  return std::move(out_);
}

void append_reference(const Dict& target, std::string& out) {
  out += std::to_string(target.id());
  out += " 0 R";
}

}  // namespace broadside::pdf
