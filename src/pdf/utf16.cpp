// SPDX-License-Identifier: MIT
// UTF-8 → UTF-16BE. Comes in: bytes that should be UTF-8. Goes out: well-formed UTF-16 whatever came in.
#include "pdf/utf16.h"

#include <cstdint>

#include "base/utf8.h"

namespace broadside::pdf {

void append_utf16be(char32_t code_point, std::string& out) {
  const auto unit = [&out](char32_t value) {
    out += static_cast<char>((value >> 8U) & 0xFFU);
    out += static_cast<char>(value & 0xFFU);
  };
  if (code_point < 0x10000) {
    unit(code_point);
  } else {
    const char32_t rest = code_point - 0x10000;
    unit(0xD800 | (rest >> 10U));
    unit(0xDC00 | (rest & 0x3FFU));
  }
}

std::string to_utf16be_with_mark(std::string_view utf8) {
  std::string out = "\xFE\xFF";
  out.reserve(2 + 2 * utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const Decoded next = decode_utf8_lossy(utf8, at);
    append_utf16be(next.code_point, out);
    at += next.size;
  }
  return out;
}

void append_hex(std::string_view bytes, std::string& out) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  }
}

std::string to_hex(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  append_hex(bytes, out);
  return out;
}

}  // namespace broadside::pdf
