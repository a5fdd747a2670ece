// SPDX-License-Identifier: MIT
#include "flow/break_flow.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace broadside::flow {
namespace {

// Taller than all that a résumé can hold, and small enough to add up.
constexpr Length kEndless = Length::from_pt(1e9);

// Rows are the same at every width, only their lines differ.
std::uint32_t first_atom_of(const VerticalList& list, std::uint32_t row) {
  std::uint32_t atom = 0;
  while (atom < list.atoms.size() && list.atoms[atom].row < row) ++atom;
  return atom;
}

// What is left of a list, for the search for page breaks: a row repeated above it counts as a part of its first atom.
VerticalList tail_of(const VerticalList& list, std::uint32_t begin) {
  VerticalList tail;
  tail.atoms.assign(list.atoms.begin() + begin, list.atoms.end());
  if (begin > 0 && !tail.atoms.empty()) tail.atoms.front().height += tail.atoms.front().resumed_height;
  return tail;
}

Length height_of(const VerticalList& list, const FrameContent& frame) {
  Length sum;
  for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
    sum += list.atoms[i].height + (i > frame.begin ? list.atoms[i].before : Length{});
  }
  return sum;
}

class Breaker {
 public:
  Breaker(const Setting& setting, const std::vector<Part>& parts, const std::vector<Measure>& measures,
          const PageTaste& taste)
      : measures_(measures), taste_(taste) {
    lists_.reserve(measures.size());
    for (const Measure& measure : measures) lists_.push_back(stack(setting, parts, measure.width));
  }

  // Content from `row` on, in the frames from this measure on. None if a paragraph would be divided.
  [[nodiscard]] std::optional<BrokenFlow> from(std::size_t index, std::uint32_t row) const {
    const VerticalList& list = lists_[index];
    const Measure& measure = measures_[index];
    const std::uint32_t begin = first_atom_of(list, row);
    VerticalList tail = tail_of(list, begin);
    if (index + 1 == measures_.size()) {
      BrokenFlow out;
      out.breaks = break_pages(tail, measure.heights, SIZE_MAX, taste_);
      keep(out, list, begin, static_cast<std::uint32_t>(list.atoms.size()), measure);
      return out;
    }
    // First the breaks that look best, then those that fill the frames, which may save a page further on.
    for (Atom& atom : tail.atoms) {
      if (atom.first_line > 0) atom.break_cost = kForbidden;
    }
    std::optional<BrokenFlow> best = through(index, tail, begin);
    for (Atom& atom : tail.atoms) {
      if (atom.break_cost != kForbidden && atom.break_cost != kForced) atom.break_cost = 0;
    }
    std::optional<BrokenFlow> full = through(index, tail, begin);
    const bool shorter = full && !full->breaks.overfull &&
                         (!best || best->breaks.overfull || full->breaks.frames.size() < best->breaks.frames.size());
    return shorter ? std::move(full) : std::move(best);
  }

 private:
  [[nodiscard]] std::optional<BrokenFlow> through(std::size_t index, const VerticalList& tail,
                                                  std::uint32_t begin) const {
    const VerticalList& list = lists_[index];
    const std::vector<Length>& frames = measures_[index].heights.first;
    BrokenFlow out;
    out.breaks = break_pages(tail, {frames, {kEndless}}, SIZE_MAX, {taste_.widest_gaps, false});
    const bool all = out.breaks.frames.size() <= frames.size();
    const auto end = all ? static_cast<std::uint32_t>(tail.atoms.size()) : out.breaks.frames[frames.size()].begin;
    if (!all) out.breaks.frames.resize(frames.size());
    keep(out, list, begin, begin + end, measures_[index]);
    if (all) return out;
    const Atom& next = list.atoms[begin + end];
    if (next.first_line > 0) return std::nullopt;
    // Nor is a paragraph moved whole to the next width where that leaves most of a frame empty.
    if (tail.atoms[end].break_cost != kForced && height_of(tail, out.breaks.frames.back()) < frames.back() / 2) {
      return std::nullopt;
    }
    std::optional<BrokenFlow> rest = from(index + 1, next.row);
    if (!rest) return std::nullopt;
    append(out, std::move(*rest));
    return out;
  }

  // The atoms that these frames hold, with all rows, so that numbers of rows stay what they are.
  static void keep(BrokenFlow& out, const VerticalList& list, std::uint32_t begin, std::uint32_t end,
                   const Measure& measure) {
    out.list.rows = list.rows;
    out.list.atoms.assign(list.atoms.begin() + begin, list.atoms.begin() + end);
    for (std::size_t i = 0; i < out.breaks.frames.size(); ++i) out.heights.push_back(measure.heights.of(i));
  }

  static void append(BrokenFlow& out, BrokenFlow rest) {
    const auto rows = static_cast<std::uint32_t>(out.list.rows.size());
    const auto atoms = static_cast<std::uint32_t>(out.list.atoms.size());
    for (Atom& atom : rest.list.atoms) {
      atom.row += rows;
      if (atom.resumed != kNoRow) atom.resumed += rows;
    }
    for (FrameContent& frame : rest.breaks.frames) {
      frame.begin += atoms;
      frame.end += atoms;
    }
    if (rest.breaks.too_tall) out.breaks.too_tall = *rest.breaks.too_tall + atoms;
    out.breaks.overfull = out.breaks.overfull || rest.breaks.overfull;
    std::move(rest.list.rows.begin(), rest.list.rows.end(), std::back_inserter(out.list.rows));
    std::move(rest.list.atoms.begin(), rest.list.atoms.end(), std::back_inserter(out.list.atoms));
    out.breaks.frames.insert(out.breaks.frames.end(), rest.breaks.frames.begin(), rest.breaks.frames.end());
    out.heights.insert(out.heights.end(), rest.heights.begin(), rest.heights.end());
  }

  const std::vector<Measure>& measures_;
  const PageTaste& taste_;
  std::vector<VerticalList> lists_;
};

}  // namespace

BrokenFlow break_flow(const Setting& setting, const std::vector<Part>& parts, const std::vector<Measure>& measures,
                      const PageTaste& taste, std::size_t most) {
  if (measures.size() == 1) {
    BrokenFlow out;
    out.list = stack(setting, parts, measures.front().width);
    out.breaks = break_pages(out.list, measures.front().heights, most, taste);
    for (std::size_t i = 0; i < out.breaks.frames.size(); ++i) {
      out.heights.push_back(measures.front().heights.of(i));
    }
    return out;
  }
  BrokenFlow out;
  if (measures.empty()) {
    out.breaks.overfull = !stack(setting, parts, {}).atoms.empty();
    return out;
  }
  std::optional<BrokenFlow> found = Breaker(setting, parts, measures, taste).from(0, 0);
  if (!found) {
    out.breaks.overfull = true;
    return out;
  }
  found->breaks.overfull = found->breaks.overfull || found->breaks.frames.size() > most;
  return std::move(*found);
}

}  // namespace broadside::flow
