// SPDX-License-Identifier: MIT
// A face cut down to the glyphs a document shows. Comes in: a face and old glyph ids. Goes out: the bytes to embed
// and the new glyph ids. The only file that knows hb-subset.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/face.h"

namespace broadside::pdf {

struct Subset {
  /// TrueType: a font file of the tables that PDF asks for. CFF: the bare `CFF ` table.
  std::string data;
  /// New ids, in the order of the glyphs handed in.
  std::vector<std::uint16_t> glyphs;
};

/// `glyphs` are sorted, unique and do not hold 0 (.notdef is always kept as glyph 0). A variable face is pinned to
/// its default instance. Throws Failure if HarfBuzz cannot subset the face, or if it has CFF2 outlines only.
Subset subset(const font::Face& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace broadside::pdf
