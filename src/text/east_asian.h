// SPDX-License-Identifier: MIT
// What Chinese and Japanese setting asks for beyond Unicode: full-width quotation marks, dashes and dots between
// ideographs, half the width for signs that stand side by side, and a little air between ideographs and Latin. Comes
// in: text, then its items. Goes out: which signs are full-width, and items with other advances. Knows no lines.
//
// After the W3C's "Requirements for Chinese Text Layout" (3.1.6) and "Requirements for Japanese Text Layout" (3.1.4,
// 3.2.3), and JIS X 4051.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "font/library.h"
#include "text/shaped_text.h"

namespace broadside::text {

/// A sign that Latin and East Asian fonts both have, and that is set as the ideograph beside it.
struct Borrowed {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  std::uint32_t from = 0;            ///< byte of the ideograph whose face draws it
};

/// The quotation marks, dashes, dots and middle dots in Chinese and Japanese text that belong to it; quotation marks
/// are judged in pairs. `language` is BCP 47; empty for others. In ascending order.
std::vector<Borrowed> borrowed_signs(std::string_view text, std::string_view language);

/// The text with corner brackets, of the same number of bytes, for borrowed quotation marks: lines may end before and
/// behind them, which UAX #14 cannot know.
std::string for_line_breaks(std::string_view text, const std::vector<Borrowed>& borrowed);

/// Takes the empty half of a full-width sign away where another one stands beside it, notes which halves are left
/// (lines that begin or end there drop them), and widens the breaks between ideographs and Latin letters or digits.
void set_wide_text(ShapedText& out, const font::Library& fonts);

}  // namespace broadside::text
