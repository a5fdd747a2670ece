// SPDX-License-Identifier: MIT
// UTF-8 → UTF-16BE, the form of PDF's text strings and ToUnicode maps. Never fails: a broken byte becomes U+FFFD.
// Knows nothing of PDF objects.
#pragma once

#include <string>
#include <string_view>

namespace broadside::pdf {

/// Appends one code point (up to U+10FFFF) as UTF-16BE.
void append_utf16be(char32_t code_point, std::string& out);

/// Bytes FE FF, then the text.
std::string to_utf16be_with_mark(std::string_view utf8);

/// Upper-case hexadecimal digits of the bytes.
std::string to_hex(std::string_view bytes);
/// The same, behind what `out` has.
void append_hex(std::string_view bytes, std::string& out);

}  // namespace broadside::pdf
