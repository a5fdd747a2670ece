// SPDX-License-Identifier: MIT
// Which text each glyph of a run stands for. Comes in: a GlyphRun with its clusters. Goes out: a slice of the run's
// text for every glyph, and the stretches that need an ActualText because no slice tells the truth. Knows no fonts.
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
  /// One for each glyph: its part of GlyphRun::text. Empty where glyphs outnumber characters.
  std::vector<std::string_view> glyphs;
  /// In drawing order, not overlapping.
  std::vector<ActualText> actual;
  bool private_use = false;  ///< the run holds characters of the Private Use Area, which say nothing to others
};

/// A cluster's characters go to its glyphs in logical order, one each, what is left over to the last one; so
/// each character is extracted exactly once. An ActualText covers clusters with more glyphs than characters,
/// glyphs without an outline of their own (id 0, or a run without face: a box is drawn), and private use.
/// The result's slices live as long as `run`.
RunText deal_text(const font::GlyphRun& run);

}  // namespace broadside::pdf
