// SPDX-License-Identifier: MIT
// Where the boxes are: a layout's boxes, relative to each other and to their content, resolved to rectangles. Comes in:
// boxes as declared, and how tall a flow's content is. Goes out: frames in page coordinates.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layout/layout.h"

namespace broadside::flow {

struct Frame {
  Rect outer;  ///< with padding: what a background fills
  Rect inner;  ///< what the flow pours into
  const layout::Box* box = nullptr;
};

/// Height of all of a flow's content at this width, set without a break.
using ContentHeight = std::function<Length(const std::string& flow, Length width)>;

/// Frames of the first page, or of a following one, in the order of the file.
std::vector<Frame> frames(const layout::Layout& layout, const std::vector<layout::Box>& boxes,
                          const ContentHeight& content_height);

}  // namespace broadside::flow
