// SPDX-License-Identifier: MIT
// Where text may be cut: lines (UAX #14), user-perceived characters and words (UAX #29). Comes in: UTF-8 and a
// locale. Goes out: byte offsets. Knows no fonts and no widths; text/ refines the line breaks for print.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadside::unicode {

struct LineBreak {
  std::uint32_t offset = 0;  ///< the line may end before this byte
  bool mandatory = false;    ///< it must
  bool operator==(const LineBreak&) const = default;
};

/// Break opportunities in ascending order, without the start of the text and without its end.
/// `locale` is BCP 47 ("en-US", "zh-Hant"); an unknown one works as the root locale.
std::vector<LineBreak> line_breaks(std::string_view text, std::string_view locale);

/// End offset of every extended grapheme cluster; the last one is text.size(). Empty for an empty text.
std::vector<std::uint32_t> grapheme_ends(std::string_view text);

struct Word {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const Word&) const = default;
};

/// The words proper (letters, digits, ideographs); spaces and punctuation between them are left out.
std::vector<Word> words(std::string_view text, std::string_view locale);

}  // namespace broadside::unicode
