// SPDX-License-Identifier: MIT
// The best page breaks of one flow. Comes in: atoms and the heights of the frames they go into. Goes out: which atoms
// go into which frame. Knows heights and costs, not text.
#pragma once

#include <vector>

#include <optional>

#include "flow/stack.h"

namespace broadside::flow {

/// Atoms [begin, end) in the frame of this number; an empty range is a frame left empty.
struct FrameContent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct PageBreaks {
  std::vector<FrameContent> frames;
  bool overfull = false;                  ///< an atom is taller than any frame, or more than `most` frames are needed
  std::optional<std::uint32_t> too_tall;  ///< the first atom that is taller than any frame
};

/// Heights of the frames: first those of the first page, then, over and over, those of a following page.
struct FrameHeights {
  std::vector<Length> first;
  std::vector<Length> next;
  [[nodiscard]] Length of(std::size_t frame) const {
    if (frame < first.size()) return first[frame];
    return next.empty() ? Length{} : next[(frame - first.size()) % next.size()];
  }
};

/// Fewest frames first; among those the least sum of break costs and of empty room. At most `most` frames.
/// O(atoms × atoms per frame × frames of a page).
PageBreaks break_pages(const VerticalList& list, const FrameHeights& heights, std::size_t most);

}  // namespace broadside::flow
