// SPDX-License-Identifier: MIT
// Optical margins: how far signs at the edges of a justified line hang out of it, so that the edge looks straight.
// Comes in: glyphs and the characters they stand for. Goes out: lengths. Knows no lines.
#pragma once

#include <cstdint>

#include "text/measure.h"

namespace broadside::text {

/// Shares of a glyph's width, in thousandths.
struct Overhang {
  std::int32_t left = 0, right = 0;
};

/// For faces that say nothing else (TextStyle::hangs). Figures of the LaTeX package microtype (R. Schlicht,
/// microtype.cfg, generic settings). For ideographic punctuation, which has its ink in one half of its square, the
/// empty half.
Overhang overhang(char32_t c);

/// How far a line that starts, or ends, with these glyphs hangs out to that side; 0 for right-to-left text and
/// monospaced faces. `glyphs` are in drawing order.
std::int64_t hang_left(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look);
std::int64_t hang_right(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look);

/// How far the empty half of a full-width sign at an edge is dropped, whatever the style says of hanging.
std::int64_t blank_left(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look);
std::int64_t blank_right(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look);

}  // namespace broadside::text
