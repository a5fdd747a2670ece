// SPDX-License-Identifier: MIT
// The line breaker alone. Comes in: boxes, glue, penalties and discretionaries with their widths, and a measure.
// Goes out: the break sequence of least demerits. Knows no fonts and no characters.
//
// The model and its integer arithmetic are those of Knuth & Plass, "Breaking paragraphs into lines" (Software –
// Practice and Experience 11, 1981) as made precise in "TeX: The Program", parts 38 and 39, so that breaks,
// demerits and the choice between equal ones are TeX's.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace broadside::text {

enum class ItemKind : std::uint8_t {
  Box,           ///< glyphs that cannot be broken
  Glue,          ///< space; a legal break if a box or discretionary stands before it
  Penalty,       ///< a legal break below kForbidden; kForced must be taken
  Discretionary  ///< a legal break that changes what is printed around it
};

inline constexpr std::int32_t kForbidden = 10000;
inline constexpr std::int32_t kForced = -10000;

/// Lengths in scaled points. After a break, glue and penalties vanish up to the next box or discretionary.
struct BreakItem {
  ItemKind kind = ItemKind::Box;
  bool hyphenation = false;  ///< Discretionary: comes from hyphenation, so the first pass does not try it
  bool elastic = false;      ///< Box, Discretionary: its glyphs may be widened and narrowed
  std::int32_t penalty = 0;  ///< Penalty and Discretionary
  std::int64_t width = 0;    ///< Box, Glue; Discretionary: when not broken there
  std::int64_t stretch = 0;  ///< Glue
  std::int64_t shrink = 0;   ///< Glue
  std::int64_t pre = 0;      ///< Discretionary: width of what then ends the line …
  std::int64_t post = 0;     ///< … and of what then starts the next one
};

/// How far a line hangs out of the measure.
struct Hang {
  std::int64_t left = 0;   ///< the line after a break at the item
  std::int64_t right = 0;  ///< the line that ends at the item
};

/// The defaults are plain TeX's.
struct BreakParameters {
  std::int32_t pretolerance = 100;  ///< badness allowed in the pass without hyphenation; negative skips that pass
  std::int32_t tolerance = 200;     ///< badness allowed in the others, at most 10000
  std::int32_t line_penalty = 10;
  std::int32_t adj_demerits = 10000;            ///< neighbours of incompatible looseness
  std::int32_t double_hyphen_demerits = 10000;  ///< two lines in a row end in discretionaries
  std::int32_t final_hyphen_demerits = 5000;    ///< the last line but one does
  std::int32_t looseness = 0;                   ///< lines more (fewer if negative) than the optimum, if feasible
  std::int64_t emergency_stretch = 0;           ///< added to every line's stretch in a third pass; 0 = no third pass
  std::int64_t right_stretch = 0;               ///< stretch of every line's right edge (ragged setting)
  /// A last line that is not the only one and narrower than this is a runt; 0 = nobody minds.
  std::int64_t runt_width = 0;
  /// Demerits of a runt: runt_demerits + runt_slope · ((runt_width − width) / runt_width)².
  std::int64_t runt_demerits = 0;
  std::int64_t runt_slope = 0;
  /// Most that elastic glyphs are widened or narrowed, in thousandths, before spaces are. As in pdfTeX (H. T. Thành,
  /// "Micro-typographic extensions to the TeX typesetting system", 2000), what that takes off the shortfall costs
  /// nothing.
  std::int32_t expansion = 0;
  /// For each item and the end, or empty; `first_hang` is the left one of the paragraph's first line.
  std::span<const Hang> hangs = {};
  std::int64_t first_hang = 0;
};

struct ItemBreaks {
  std::vector<std::uint32_t> ends;  ///< item at which each line ends; of the last line the number of items
  std::int64_t demerits = 0;        ///< as TeX counts them
  int pass = 0;                     ///< 1 without hyphenation, 2 with, 3 with emergency stretch
  bool overfull = false;            ///< some line is wider than the measure even when shrunk
};

/// 100 (t/s)³ in TeX's integer arithmetic, 0 … 10000; t ≥ 0.
std::int32_t badness(std::int64_t t, std::int64_t s);

/// The paragraph's end (infinite stretch, forced break) is implied; a glue that stands last is left out of the last
/// line. Always gives at least one line. If nothing is feasible, lines are overfull as TeX makes them.
/// Time: items × the words of about two lines.
ItemBreaks break_items(std::span<const BreakItem> items, std::int64_t measure, const BreakParameters& parameters);

}  // namespace broadside::text
