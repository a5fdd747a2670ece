// SPDX-License-Identifier: MIT
// One flow through boxes of several widths. Comes in: its parts and the boxes it gets page after page, grouped by
// width. Goes out: one list of atoms, set to the widths of the boxes they stand in, and its page breaks. Knows flows
// one at a time.
#pragma once

#include <vector>

#include "flow/break_pages.h"

namespace broadside::flow {

/// Frames in a row that are equally wide. Only the last measure of a flow has `next`, which repeats.
struct Measure {
  Length width;
  FrameHeights heights;
};

struct BrokenFlow {
  VerticalList list;
  PageBreaks breaks;
  std::vector<Length> heights;  ///< of the frames that `breaks` fills
};

/// At most `most` frames. A paragraph is not divided between two widths: where that cannot be helped, the result is
/// overfull. `parts` must outlive it.
BrokenFlow break_flow(const Setting& setting, const std::vector<Part>& parts, const std::vector<Measure>& measures,
                      const PageTaste& taste, std::size_t most);

}  // namespace broadside::flow
