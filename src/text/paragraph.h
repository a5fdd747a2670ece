// SPDX-License-Identifier: MIT
// The door of this room: StyledText → ShapedText (once, for all sizes) → Breaks (cheap, for each size and
// measure) → Lines (positioned glyphs). Knows a width, never a page.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "diag/diagnostic.h"
#include "font/glyph_run.h"
#include "text/hyphenate.h"
#include "text/styled_text.h"

namespace broadside::text {

/// Shaped words in font units, with the break opportunities between them. Immutable; shared by all variants.
struct ShapedText;
class WordCache;

/// `styles` is the table that the StyleIds of the text index; only the fonts of the styles are read.
/// Characters that no face can draw are warnings at their span ("text-missing-glyph"). Without a hyphenator, and in
/// monospaced faces, no word is divided. `words` remembers those shaped before with the same fonts.
std::shared_ptr<const ShapedText> shape(const StyledText& text, std::span<const TextStyle> styles,
                                        const font::Library& fonts, Diagnostics& diagnostics,
                                        Hyphenator* hyphenator = nullptr, WordCache* words = nullptr);

enum class Align : std::uint8_t { Left, Right, Center, Justify };

/// An em here is the size of the paragraph's first letter. Left, Right and Center set the lines ragged: spaces keep
/// their width, and the lines are as even as the words allow.
struct ParagraphStyle {
  Align align = Align::Left;
  bool hyphenate = false;
  double tolerance = 200;  ///< badness a line may have in pass 2; ragged lines use the ragged model
  double pretolerance = 100;
  double emergency_stretch = 3.0;  ///< em, pass 3
  double ragged_stretch = 2.0;     ///< em of \rightskip's plus, for ragged setting
  /// Signs at the edges hang into the margins by this share of what text/margins.h says: at both of justified text, at
  /// the even one of text aligned left.
  double protrusion = 0;
  /// Justified text: most that glyphs are widened or narrowed to even the spaces out, a share of their width; rounded
  /// to thousandths, at most 0.05. Not in monospaced faces.
  double expansion = 0;
  bool avoid_runts = true;  ///< no last line shorter than a third of the measure, if that costs no line
  bool operator==(const ParagraphStyle&) const = default;
};

/// Where the lines end, as chosen by the optimal breaker for one measure and one table of sizes.
struct Breaks {
  std::vector<std::uint32_t> ends;  ///< item index at which each line ends
  /// Parallel to ends, or empty: the byte of the text before which a line ends by force inside that item; 0 = not so.
  std::vector<std::uint32_t> cuts;
  double demerits = 0;
  bool overfull = false;  ///< a word is wider than the measure; it was broken by force
  [[nodiscard]] std::size_t line_count() const { return ends.size(); }
};

/// Always at least one line. Takes time in proportion to the text.
Breaks break_lines(const ShapedText& text, std::span<const TextStyle> styles, Length measure,
                   const ParagraphStyle& style);

/// Where the words stand in the user's file that were wider than the measure and broken by force; each place once.
/// Contacts are not among them: they are divided where they read well.
std::vector<Span> broken_words(const ShapedText& text, const Breaks& breaks);

/// Glyphs of one line. Runs in visual order; x counts from the left edge of the measure.
struct LineRun {
  Length x;
  font::GlyphRun run;
  StyledSpan span;               ///< of the whole styled span (link, style)
  std::uint32_t text_begin = 0;  ///< byte of StyledText::text at which the run's text starts: logical order
};

struct Line {
  std::vector<LineRun> runs;
  Length width;  ///< as set: the sum of the runs' widths, without the space at the break
};

/// `breaks` must come from break_lines with the same text, styles, measure and style. With protrusion a line may start
/// left of 0 and end right of the measure. In justified text the last line
/// and lines that could only be filled by gaping spaces keep their natural width. Advances are rounded glyph by glyph,
/// so that a line's width is the exact sum of what is drawn.
/// Each line's runs hold the text of the line with the spaces between its words; the space at a line's break
/// is kept as a zero-width-effect glyph at the end of the last run, so that extraction never joins two words.
std::vector<Line> build_lines(const ShapedText& text, const Breaks& breaks, std::span<const TextStyle> styles,
                              Length measure, const ParagraphStyle& style);

/// Width of the text on one line, without a break; of the widest line where line ends are forced.
Length natural_width(const ShapedText& text, std::span<const TextStyle> styles);
/// Of its text.
std::size_t byte_count(const ShapedText& text);
/// Stretches of one style, link, direction, script and face: each is drawn by itself, however short it is.
std::size_t piece_count(const ShapedText& text);
/// Link targets, as StyledText::links.
const std::vector<std::string>& links(const ShapedText& text);

}  // namespace broadside::text
