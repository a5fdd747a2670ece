// SPDX-License-Identifier: MIT
#include "flow/break_pages.h"

#include <algorithm>
#include <cstdint>

namespace broadside::flow {
namespace {

// Cutting what belongs together: worse than any number of frames, and done only where no frame can hold it.
constexpr std::int64_t kTornCost = 10'000 * kFrameCost;
constexpr std::int64_t kUnreached = INT64_MAX;

struct State {
  std::int64_t cost = kUnreached;
  std::uint32_t previous_atom = 0;
  std::uint32_t previous_class = 0;
};

// The cost of room that is left at the foot of a frame in the midst of the flow.
std::int64_t empty_cost(const Fill& fill, Length height, double widest) {
  if (height.raw <= 0) return 0;
  const double spread = static_cast<double>((fill.spread(height, widest) - fill.used).raw);
  const double left = static_cast<double>((height - fill.used).raw) - spread;
  const double share = (left + spread / 2) / static_cast<double>(height.raw);
  return static_cast<std::int64_t>(share * share * static_cast<double>(kEmptyCost));
}

// How much of the least that a last page should hold is missing: 0 … 1.
double missing_of_last(const Fill& fill, Length height) {
  const double least = static_cast<double>(height.raw) * kLeastOfLastPage;
  return least <= 0 ? 0 : std::max(0.0, 1.0 - static_cast<double>(fill.used.raw) / least);
}

std::int64_t short_cost(double missing) {
  if (missing <= 0) return 0;
  return kShortLastCost + static_cast<std::int64_t>(missing * missing * static_cast<double>(kMissingLastCost));
}

// Adds an atom to what stands in a frame above it (`first`: nothing).
void add(Fill& fill, const Atom& atom, bool first) {
  fill.used += atom.height;
  if (first) return;
  fill.used += atom.before;
  if (atom.stretches) fill.gaps += atom.before;
}

// What a frame that begins with this atom has at its top already. A list that begins here needs no reminder of what it
// goes on with.
Fill empty_frame(const VerticalList& list, std::uint32_t from) {
  return {from > 0 && from < list.atoms.size() ? list.atoms[from].resumed_height : Length{}, Length{}};
}

}  // namespace

double Fill::gap_factor(Length height, double most) const {
  const Length room = height - used;
  if (room <= Length{} || gaps <= Length{}) return 1.0;
  return std::min(std::max(most, 1.0), 1.0 + static_cast<double>(room.raw) / static_cast<double>(gaps.raw));
}

Length Fill::spread(Length height, double most) const {
  return used + min(max(height - used, Length{}), scale(gaps, std::max(most, 1.0) - 1.0));
}

Fill fill_of(const VerticalList& list, const FrameContent& content) {
  Fill fill = empty_frame(list, content.begin);
  for (std::uint32_t i = content.begin; i < content.end; ++i) add(fill, list.atoms[i], i == content.begin);
  return fill;
}

bool few_lines(const VerticalList& list, const FrameContent& content, Length height) {
  const bool wished = content.begin < list.atoms.size() && list.atoms[content.begin].break_cost == kForced;
  return !wished && missing_of_last(fill_of(list, content), height) > 0;
}

// A shortest path: a state is "atoms before i are placed, the next frame is of class c". Classes are the first page's
// frames and then those of a following page, which lead back to themselves, so the work does not grow with the number
// of pages times the number of atoms.
PageBreaks break_pages(const VerticalList& list, const FrameHeights& heights, std::size_t most,
                       const PageTaste& taste) {
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
  // A page is short only if the flow ends in the first of its frames there.
  const auto may_be_short = [&](std::uint32_t frame_class) { return frame_class == first_classes; };
  // Whether a frame of this class that begins with this atom can end where a break is allowed.
  const auto ends_well = [&](std::uint32_t from, std::uint32_t frame_class) {
    const Length height = heights.of(frame_class);
    Fill fill = empty_frame(list, from);
    for (std::uint32_t to = from; to < count; ++to) {
      add(fill, list.atoms[to], to == from);
      if (fill.used > height) return false;
      if (to + 1 == count || list.atoms[to + 1].break_cost != kForbidden) return true;
    }
    return false;
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

  // A frame that holds no atom, or nothing that may end there, may be left empty for the next one. Twice round the
  // classes, for a following page's last frame leads to its first.
  const auto leave_empty = [&](std::uint32_t from) {
    for (std::uint32_t round = 0; round < 2 * classes; ++round) {
      const std::uint32_t frame_class = round % classes;
      const std::int64_t cost = state(from, frame_class).cost;
      if (cost == kUnreached || following(frame_class) == classes || ends_well(from, frame_class)) continue;
      State& target = state(from, following(frame_class));
      const std::int64_t total = cost + kFrameCost + kEmptyCost;
      if (total < target.cost) target = {total, from, frame_class};
    }
  };

  for (std::uint32_t from = 0; from < count; ++from) {
    leave_empty(from);
    for (std::uint32_t frame_class = 0; frame_class < classes; ++frame_class) {
      const std::int64_t cost = state(from, frame_class).cost;
      if (cost == kUnreached) continue;
      const Length height = heights.of(frame_class);
      Fill fill = empty_frame(list, from);
      std::uint32_t to = from;
      bool any_break = false;
      for (; to < count; ++to) {
        add(fill, list.atoms[to], to == from);
        if (fill.used > height) break;
        const bool end = to + 1 == count;
        const int break_cost = end ? 0 : list.atoms[to + 1].break_cost;
        if (break_cost == kForbidden) continue;
        any_break = true;
        std::int64_t total = cost + kFrameCost;
        if (end && taste.fill_last && may_be_short(frame_class)) total += short_cost(missing_of_last(fill, height));
        if (!end && break_cost != kForced) total += break_cost + empty_cost(fill, height, taste.widest_gaps);
        reach(to + 1, from, frame_class, total);
        if (break_cost == kForced) break;
      }
      // What belongs together is taller than the frame: break where it fits.
      if (!any_break && to > from) reach(to, from, frame_class, cost + kFrameCost + kTornCost);
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
  out.cost = best_end.cost;
  out.overfull = out.frames.size() > most;
  return out;
}

}  // namespace broadside::flow
