// SPDX-License-Identifier: MIT
// Glyphs with the text they stand for: the currency from shaping to the PDF.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/length.h"
#include "diag/source.h"
#include "font/library.h"

namespace broadside::font {

/// One glyph in drawing order (left to right).
struct Glyph {
  std::uint32_t id = 0;
  Length advance;           ///< to the next glyph's origin, kerning and justification included
  Length dx, dy;            ///< drawing offset from the pen; dy upwards
  std::uint32_t begin = 0;  ///< bytes [begin, end) of GlyphRun::text: the cluster it belongs to
  std::uint32_t end = 0;
};

/// Glyphs of one face, size and colour on one line. In a right-to-left run the clusters descend.
struct GlyphRun {
  FaceId face = kNoFace;
  Length size;
  Color color;
  bool right_to_left = false;
  double expansion = 1.0;  ///< horizontal scale of the glyphs; advances include it
  std::string text;        ///< logical order, UTF-8
  std::vector<Glyph> glyphs;
  bool ends_at_hyphen = false;  ///< its line ends after a hyphen of the text, which readers must not take out
  Span span;                    ///< where the text stands in the user's file

  [[nodiscard]] Length width() const {
    Length sum;
    for (const Glyph& glyph : glyphs) sum += glyph.advance;
    return sum;
  }
};

}  // namespace broadside::font
