// SPDX-License-Identifier: MIT
// A glyph's outline as path operators, for the few glyphs that must be seen and not read.
#pragma once

#include <cstdint>
#include <string>

#include "base/length.h"
#include "font/face.h"

namespace broadside::pdf {

/// Where and how large: the glyph's origin in PDF's own coordinates (y upwards), the size, the horizontal scale.
struct OutlinePlace {
  Length x, y;
  Length size;
  double expansion = 1.0;
};

/// Appends the outline and fills it by the non-zero winding rule; nothing for a glyph without outline.
void append_outline(const font::Face& face, std::uint32_t glyph, const OutlinePlace& place, std::string& out);

}  // namespace broadside::pdf
