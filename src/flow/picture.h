// SPDX-License-Identifier: MIT
// Where a part's picture stands and what it leaves to the rows. Comes in: the shape of the picture and its place in the
// block's template. Goes out: lengths from the block's left edge. Knows no pixels' values.
#pragma once

#include <optional>

#include "base/geometry.h"
#include "flow/composition.h"
#include "layout/layout.h"

namespace broadside::flow {

struct PictureBox {
  Rect rect;          ///< from the left edge of the block's text and from the top of picture and rows
  Length rows_left;   ///< from the same edge
  Length rows_top;    ///< what stands above the rows: the picture, if it does not stand beside them
  Length rows_width;  ///< what is left to them
  Length beside;      ///< height that the rows have at least, or nothing
};

/// Nullopt if the part has no picture, or its block no place for one. A picture beside the rows takes at most half of
/// `width`, the width of the block's text.
std::optional<PictureBox> picture_box(const layout::Layout& layout, const Part& part, Length width);

}  // namespace broadside::flow
