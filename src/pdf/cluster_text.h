// SPDX-License-Identifier: MIT
// Which text each glyph of a run stands for. Comes in: a GlyphRun with its clusters. Goes out: a slice of the run's
// text for every glyph that can have one, and the stretches that need an ActualText. Knows no fonts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "font/glyph_run.h"

namespace broadside::pdf {

/// Glyphs [first, last) in drawing order that read as `text`, whatever their own maps say.
struct ActualText {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string_view text;
};

struct RunText {
  /// One for each glyph: its part of GlyphRun::text. Empty for a glyph that stands for no character: it must be drawn
  /// as an outline, because any code of a font would add text.
  std::vector<std::string_view> glyphs;
  /// In drawing order, not overlapping.
  std::vector<ActualText> actual;
  bool private_use = false;  ///< the run holds characters of the Private Use Area, which say nothing to others
};

/// A cluster's characters go to its glyphs in logical order, one each, what is left over to the last one; so each
/// character is extracted exactly once. Where glyphs outnumber characters (Thai SARA AM, the two-part vowels of
/// India), marks without an advance stay empty first, then the last glyphs. An ActualText covers clusters in which
/// an empty glyph leaves a gap that a reader could take for a space, and private use. Glyphs that are missing (id 0, or
/// a run without face) have their text like others. The result's slices live as long as `run`.
RunText deal_text(const font::GlyphRun& run);

/// False where a look at the bytes rules private use out; most text needs no second one.
bool may_be_private_use(std::string_view text);

}  // namespace broadside::pdf
