// SPDX-License-Identifier: MIT
// UTF-8: bytes ⇄ code points, and where bytes stop being valid. Knows nothing of characters' meaning
// (that is unicode/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadside {

/// One decoded code point and how many bytes it took.
struct Decoded {
  char32_t code_point = 0;
  std::uint32_t size = 1;
};

inline constexpr char32_t kReplacement = 0xFFFD;

/// Decodes the code point that starts at `offset` (offset < text.size()). Overlong forms, surrogates, values
/// above U+10FFFF and cut sequences give nullopt.
std::optional<Decoded> decode_utf8(std::string_view text, std::size_t offset);
/// The same for text that should be valid: a bad byte counts as one U+FFFD.
Decoded decode_utf8_lossy(std::string_view text, std::size_t offset);
/// Offset of the first byte that is not part of valid UTF-8; nullopt if all is valid.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);
/// Number of code points; bad bytes count as one each.
std::size_t count_code_points(std::string_view text);
/// Appends a code point; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace broadside
