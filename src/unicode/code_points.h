// SPDX-License-Identifier: MIT
// UTF-8 one code point at a time. Comes in: bytes, trusted or not. Goes out: code points with their length;
// anything malformed is U+FFFD, one byte at a time, so that walking a text always ends. Needs no ICU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::unicode {

struct CodePoint {
  char32_t value = 0xFFFD;
  std::uint8_t length = 1;  ///< bytes, 1 … 4
};

/// The code point that starts at byte `at`, which must be below text.size(). Overlong forms, surrogates and
/// truncated sequences give U+FFFD of length 1 (Unicode 15, table 3-7).
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
  if (lead >= 0xC2 && lead < 0xE0 && continues(1)) {
    return {static_cast<char32_t>(((lead & 0x1FU) << 6) | (byte(1) & 0x3FU)), 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && continues(1) && continues(2)) {
    const unsigned value = ((lead & 0x0FU) << 12) | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU);
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {static_cast<char32_t>(value), 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && continues(1) && continues(2) && continues(3)) {
    const unsigned value =
        ((lead & 0x07U) << 18) | ((byte(1) & 0x3FU) << 12) | ((byte(2) & 0x3FU) << 6) | (byte(3) & 0x3FU);
    if (value >= 0x10000 && value <= 0x10FFFF) return {static_cast<char32_t>(value), 4};
  }
  return {};
}

/// The code point that ends at byte `end` (1 … text.size()).
inline CodePoint code_point_before(std::string_view text, std::size_t end) {
  for (std::size_t length = 1; length <= 4 && length <= end; ++length) {
    const CodePoint found = code_point_at(text, end - length);
    if (found.length == length && (length > 1 || found.value != 0xFFFD)) return found;
  }
  return {};
}

/// Appends a code point as UTF-8; surrogates and values above U+10FFFF become U+FFFD.
inline void append_utf8(std::string& text, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12));
    put(0x80U | ((value >> 6) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18));
    put(0x80U | ((value >> 12) & 0x3FU));
    put(0x80U | ((value >> 6) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

}  // namespace broadside::unicode
