// SPDX-License-Identifier: MIT
// The best page breaks of one flow, chosen over the whole document. Comes in: atoms and the heights of the frames they
// go into. Goes out: which atoms go into which frame. Knows heights and costs, not text.
#pragma once

#include <optional>
#include <vector>

#include "flow/stack.h"

namespace broadside::flow {

/// Atoms [begin, end) in the frame of this number; an empty range is a frame left empty.
struct FrameContent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What a frame's content takes.
struct Fill {
  Length used;  ///< with the gaps as the layout gives them, and what is said again at the top
  Length gaps;  ///< the part of it that may be widened
  /// The factor that spreads what is left of a frame of this height over the gaps: 1 … `most`.
  [[nodiscard]] double gap_factor(Length height, double most) const;
  /// The height taken after that.
  [[nodiscard]] Length spread(Length height, double most) const;
};
Fill fill_of(const VerticalList& list, const FrameContent& content);

/// What breaks are weighed by, besides the costs that the atoms carry.
struct PageTaste {
  double widest_gaps = 1.0;  ///< left-over room may widen gaps up to this factor
  bool fill_last = false;    ///< rather emptier pages before than a last page of a few lines
};

struct PageBreaks {
  std::vector<FrameContent> frames;
  std::int64_t cost = 0;                  ///< of the breaks and of the empty room; counts kFrameCost a frame
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

/// Costs. A frame costs more than all other costs of a page together, so that the fewest frames win.
inline constexpr std::int64_t kFrameCost = 10'000'000;
/// Of a wholly empty frame; it grows with the square of the empty share, so one hole is worse than two halves of it.
/// Room that widened gaps take up counts half: the page is even at its foot, but not as set elsewhere.
inline constexpr std::int64_t kEmptyCost = 20'000;
/// Of a last page of a few lines, and what is added with the square of what is missing to the least share of it.
/// More than widened gaps cost that send it a quarter of the page before.
inline constexpr std::int64_t kShortLastCost = 800;
inline constexpr std::int64_t kMissingLastCost = 1'200;
/// A following page that the flow fills to less than this share, and then ends, is "a few lines".
inline constexpr double kLeastOfLastPage = 1.0 / 4.0;

/// Whether a frame of this height, the first of its page, that holds this and then ends its flow has a few lines only.
/// What begins by a forced break may be as short as it is.
bool few_lines(const VerticalList& list, const FrameContent& content, Length height);

/// Fewest frames first; among those the least sum of break costs, of empty room and, if `taste` says so, of a short
/// last page. At most `most` frames. A frame is broken inside what belongs together only if that is taller than the
/// frame. O(atoms × atoms per frame × frames of a page): in proportion to the document.
PageBreaks break_pages(const VerticalList& list, const FrameHeights& heights, std::size_t most,
                       const PageTaste& taste = {});

}  // namespace broadside::flow
