// SPDX-License-Identifier: MIT
#include "flow/break_pages.h"

#include <algorithm>
#include <cstdint>

namespace broadside::flow {
namespace {

// A frame costs more than any way to break, so that the fewest frames win.
constexpr std::int64_t kFrameCost = 10'000'000;
// Empty room at the foot of a frame: this much for a whole empty one, growing with the square of the share.
constexpr std::int64_t kEmptyCost = 20'000;
constexpr std::int64_t kUnreached = INT64_MAX;

struct State {
  std::int64_t cost = kUnreached;
  std::uint32_t previous_atom = 0;
  std::uint32_t previous_class = 0;
};

std::int64_t empty_cost(Length room, Length height) {
  if (height.raw <= 0) return 0;
  const double share = static_cast<double>(room.raw) / static_cast<double>(height.raw);
  return static_cast<std::int64_t>(share * share * static_cast<double>(kEmptyCost));
}

}  // namespace

// A shortest path: a state is "atoms before i are placed, the next frame is of class c". Classes are the first page's
// frames and then those of a following page, which lead back to themselves, so the work does not grow with the number
// of pages times the number of atoms.
PageBreaks break_pages(const VerticalList& list, const FrameHeights& heights, std::size_t most) {
  const auto count = static_cast<std::uint32_t>(list.atoms.size());
  const auto first_classes = static_cast<std::uint32_t>(heights.first.size());
  const auto classes = static_cast<std::uint32_t>(heights.first.size() + heights.next.size());
  PageBreaks out;
  if (count == 0 || classes == 0) {
    out.overfull = count > 0;
    return out;
  }
  const auto following = [&](std::uint32_t frame_class) {
    if (frame_class + 1 < classes) return frame_class + 1;
    return heights.next.empty() ? classes : first_classes;  // `classes`: there is no further frame
  };
  std::vector<State> states(static_cast<std::size_t>(count + 1) * classes);
  const auto state = [&](std::uint32_t atom, std::uint32_t frame_class) -> State& {
    return states[static_cast<std::size_t>(atom) * classes + frame_class];
  };
  State best_end;
  state(0, 0).cost = 0;
  const auto reach = [&](std::uint32_t to, std::uint32_t from, std::uint32_t from_class, std::int64_t cost) {
    State* target = nullptr;
    if (to == count) {
      target = &best_end;
    } else if (following(from_class) < classes) {
      target = &state(to, following(from_class));
    }
    if (target != nullptr && cost < target->cost) *target = {cost, from, from_class};
  };

  for (std::uint32_t from = 0; from < count; ++from) {
    // A class may lead to a later class at the same atom (a frame left empty), so classes go in order.
    for (std::uint32_t frame_class = 0; frame_class < classes; ++frame_class) {
      const std::int64_t cost = state(from, frame_class).cost;
      if (cost == kUnreached) continue;
      const Length height = heights.of(frame_class);
      // A list that begins in this frame needs no reminder of what it goes on with.
      const Length head = from > 0 ? list.atoms[from].resumed_height : Length{};
      Length used = head;
      bool placed = false;
      bool any_break = false;
      for (std::uint32_t to = from; to < count; ++to) {
        used += (to > from ? list.atoms[to].before : Length{}) + list.atoms[to].height;
        if (used > height) break;
        placed = true;
        const bool end = to + 1 == count;
        const int break_cost = end ? 0 : list.atoms[to + 1].break_cost;
        if (break_cost == kForbidden) continue;
        any_break = true;
        std::int64_t total = cost + kFrameCost;
        if (!end && break_cost != kForced) total += break_cost + empty_cost(height - used, height);
        reach(to + 1, from, frame_class, total);
        if (break_cost == kForced) break;
      }
      if (any_break) continue;
      if (placed) {
        // What belongs together is taller than the frame: break where it fits, at a price.
        Length fill = head;
        std::uint32_t to = from;
        while (to < count) {
          fill += (to > from ? list.atoms[to].before : Length{}) + list.atoms[to].height;
          if (fill > height) break;
          ++to;
        }
        reach(to, from, frame_class, cost + kFrameCost + kForbidden);
      } else if (frame_class + 1 < classes) {
        // Nothing fits here, but a later frame may be taller: leave this one empty.
        State& target = state(from, frame_class + 1);
        const std::int64_t total = cost + kFrameCost + kEmptyCost;
        if (total < target.cost) target = {total, from, frame_class};
      }
    }
  }
  if (best_end.cost == kUnreached) {
    out.overfull = true;
    Length tallest;
    for (std::uint32_t i = 0; i < classes; ++i) tallest = max(tallest, heights.of(i));
    for (std::uint32_t i = 0; i < count && !out.too_tall; ++i) {
      if (list.atoms[i].height > tallest) out.too_tall = i;
    }
    return out;
  }

  std::uint32_t end = count;
  State at = best_end;
  for (;;) {
    out.frames.push_back({at.previous_atom, end});
    if (at.previous_atom == 0 && at.previous_class == 0) break;
    end = at.previous_atom;
    at = state(at.previous_atom, at.previous_class);
  }
  std::reverse(out.frames.begin(), out.frames.end());
  out.overfull = out.frames.size() > most;
  return out;
}

}  // namespace broadside::flow
