// SPDX-License-Identifier: MIT
// Cuts a paragraph into runs of one span, direction, script and face. Comes in: styled text. Goes out: runs in logical
// order, looks, and warnings for characters that no face can draw.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "text/east_asian.h"
#include "text/shaper.h"

namespace broadside::text {

/// A run and, where it was shaped to find out whether its face has all characters, its clusters.
struct ShapedRun {
  TextRun run;
  std::vector<Cluster> clusters;
};

/// Fills out.looks, out.glyphs and out.base_level from out.text and out.spans; of `text` only its direction and its
/// language are read. Borrowed signs are drawn by the face of their ideograph, if it has them.
std::vector<ShapedRun> itemize(ShapedText& out, const StyledText& text, const std::vector<Borrowed>& borrowed,
                               std::span<const TextStyle> styles, const font::Library& fonts, Shaper& shaper,
                               Diagnostics& diagnostics);

}  // namespace broadside::text
