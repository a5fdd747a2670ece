// SPDX-License-Identifier: MIT
// The Unicode Bidirectional Algorithm (UAX #9). Comes in: one paragraph of UTF-8 and its base direction. Goes
// out: runs of one level in logical order, and the visual order of runs on a line. Knows no glyphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadside::unicode {

struct BidiRun {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  std::uint8_t level = 0;            ///< odd = right to left
  bool operator==(const BidiRun&) const = default;
};

enum class BaseDirection : std::uint8_t { Auto, LeftToRight, RightToLeft };

struct BidiParagraph {
  std::uint8_t base_level = 0;
  std::vector<BidiRun> runs;  ///< cover the text; empty for an empty text
};

/// Auto takes the first strong character (rules P2, P3), left to right if there is none. Text without any
/// right-to-left character or control is answered without ICU.
BidiParagraph bidi_runs(std::string_view text, BaseDirection base);

/// Which letters a text has, by direction; digits and signs are neither.
struct Letters {
  bool left_to_right = false, right_to_left = false;
};
Letters letters_of(std::string_view text);

/// Rule L2: visual order of pieces on one line. result[i] is the index of the piece that stands i-th from the left.
std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace broadside::unicode
