// SPDX-License-Identifier: MIT
// Drawing commands → the content streams of the pages. Comes in: a DisplayList and, for the codes, the embedded
// fonts. Goes out: operators, and which structure element owns which marked piece. Knows no dictionaries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "display/display_list.h"
#include "pdf/cluster_text.h"
#include "pdf/fonts.h"
#include "pdf/outline_forms.h"

namespace broadside::pdf {

/// A text run with its glyphs noted in the fonts.
struct PlannedRun {
  static constexpr std::uint32_t kBox = 0xFFFFFFFF;      ///< no glyph to show: a box is drawn
  static constexpr std::uint32_t kOutline = 0xFFFFFFFE;  ///< stands for no character: drawn as a path
  std::vector<std::uint32_t> pairs;                      ///< per glyph: number for FontSet::code, kBox or kOutline
  std::vector<ActualText> actual;
  /// A glyph without ink that carries the text of glyph `index`, under the box of a missing one (not all readers know
  /// ActualText) or in the place of one that is drawn as a path because it is set narrower than its font says.
  struct Blank {
    std::uint32_t index = 0;
    font::FaceId face = font::kNoFace;
    std::uint32_t pair = 0;
  };
  std::vector<Blank> blanks;  ///< by index
};

/// The first pass: notes every glyph of the list in `fonts`. One result for each DrawGlyphs, in order.
std::vector<PlannedRun> plan_text(const display::DisplayList& list, FontSet& fonts);

/// How many glyphs are drawn as paths.
std::size_t count_outlines(const std::vector<PlannedRun>& runs);

/// A piece of the document that a structure element owns, in drawing order.
struct OwnedPiece {
  display::TagId tag = display::kArtifact;
  std::uint32_t page = 0;
  /// Content: the MCID on the page. A link area: -1.
  std::int32_t mcid = -1;
  const display::LinkArea* link = nullptr;
};

struct Content {
  std::vector<std::string> pages;  ///< operators, not compressed
  std::vector<OwnedPiece> pieces;
};

/// The second pass, after FontSet::embed(). Consecutive commands of one tag share one marked-content sequence;
/// `types` names the structure type of each tag (structure_types).
Content write_content(const display::DisplayList& list, const std::vector<const char*>& types,
                      const std::vector<PlannedRun>& runs, const FontSet& fonts, OutlineForms& forms);

}  // namespace broadside::pdf
