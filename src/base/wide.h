// SPDX-License-Identifier: MIT
// Which characters are set on a full square, and need no blank between them where a line ends. Knows no fonts.
#pragma once

namespace broadside {

/// Ideographs, kana and full-width signs. Not Hangul: Korean has blanks between its words.
bool is_wide(char32_t c);

}  // namespace broadside
