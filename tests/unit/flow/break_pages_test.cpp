// SPDX-License-Identifier: MIT
#include "flow/break_pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace broadside::flow {
namespace {

using namespace literals;

VerticalList atoms(const std::vector<std::pair<int, int>>& height_and_cost) {
  VerticalList list;
  for (const auto& [height, cost] : height_and_cost) {
    Atom atom;
    atom.height = Length::from_pt(height);
    atom.break_cost = cost;
    list.atoms.push_back(atom);
  }
  return list;
}

std::vector<std::uint32_t> ends(const PageBreaks& breaks) {
  std::vector<std::uint32_t> out;
  for (const FrameContent& frame : breaks.frames) out.push_back(frame.end);
  return out;
}

Length height_of(const VerticalList& list, std::uint32_t begin, std::uint32_t end) {
  Length sum;
  for (std::uint32_t i = begin; i < end; ++i)
    sum += list.atoms[i].height + (i > begin ? list.atoms[i].before : Length{});
  return sum;
}

TEST(BreakPages, OneFrameIsEnough) {
  const PageBreaks breaks = break_pages(atoms({{10, 0}, {10, 0}}), {{20_pt}, {20_pt}}, 1);
  EXPECT_EQ(ends(breaks), (std::vector<std::uint32_t>{2}));
  EXPECT_FALSE(breaks.overfull);
}

TEST(BreakPages, HeadingGoesWithWhatItHeads) {
  // Three lines, a heading, a line that must stay with it: the heading moves to the next frame too.
  const VerticalList list = atoms({{10, 0}, {10, 0}, {10, 0}, {10, 0}, {10, kForbidden}, {10, 0}});
  EXPECT_EQ(ends(break_pages(list, {{40_pt}, {40_pt}}, 9)), (std::vector<std::uint32_t>{3, 6}));
}

TEST(BreakPages, ForcedBreakIsTaken) {
  const VerticalList list = atoms({{10, 0}, {10, kForced}, {10, 0}});
  EXPECT_EQ(ends(break_pages(list, {{100_pt}, {100_pt}}, 9)), (std::vector<std::uint32_t>{1, 3}));
}

TEST(BreakPages, TallAtomSkipsAFrameThatIsTooLow) {
  const PageBreaks breaks = break_pages(atoms({{50, 0}, {10, 0}}), {{20_pt}, {80_pt}}, 9);
  EXPECT_EQ(ends(breaks), (std::vector<std::uint32_t>{0, 2}));
}

TEST(BreakPages, AtomTallerThanEveryFrameIsOverfull) {
  EXPECT_TRUE(break_pages(atoms({{50, 0}}), {{20_pt}, {30_pt}}, 9).overfull);
  EXPECT_TRUE(break_pages(atoms({{10, 0}}), {{}, {}}, 9).overfull);
}

TEST(BreakPages, NamesTheAtomThatNoFrameCanHold) {
  const PageBreaks tall = break_pages(atoms({{10, 0}, {90, 0}, {10, 0}}), {{50_pt}, {80_pt}}, 9);
  EXPECT_TRUE(tall.overfull);
  EXPECT_EQ(tall.too_tall, 1U);
}

TEST(BreakPages, MoreFramesThanAllowedIsOverfull) {
  const VerticalList list = atoms({{10, 0}, {10, 0}, {10, 0}});
  EXPECT_FALSE(break_pages(list, {{10_pt}, {10_pt}}, 3).overfull);
  EXPECT_TRUE(break_pages(list, {{10_pt}, {10_pt}}, 2).overfull);
}

TEST(BreakPages, WhatBelongsTogetherButIsTallerThanAFrameIsCutAtLast) {
  const PageBreaks breaks = break_pages(atoms({{10, 0}, {10, kForbidden}, {10, kForbidden}}), {{20_pt}, {20_pt}}, 9);
  EXPECT_EQ(ends(breaks), (std::vector<std::uint32_t>{2, 3}));
}

// The fewest frames that any way of breaking needs, by trying all; a break before a forbidden atom counts as none.
std::size_t fewest_frames(const VerticalList& list, const FrameHeights& heights) {
  const std::size_t count = list.atoms.size();
  std::size_t best = SIZE_MAX;
  for (std::uint32_t mask = 0; mask < (1U << (count - 1)); ++mask) {
    std::size_t frame = 0;
    std::uint32_t begin = 0;
    bool good = true;
    for (std::uint32_t i = 1; i <= count && good; ++i) {
      const bool cut = i == count || ((mask >> (i - 1)) & 1U) != 0;
      if (i < count && !cut && list.atoms[i].break_cost == kForced) good = false;
      if (!cut) continue;
      if (i < count && list.atoms[i].break_cost == kForbidden) good = false;
      while (frame < 40 && height_of(list, begin, i) > heights.of(frame)) ++frame;
      if (frame == 40) good = false;
      begin = i;
      ++frame;
    }
    if (good) best = std::min(best, frame);
  }
  return best;
}

TEST(BreakPages, FewestFramesAndNothingLostOnRandomLists) {
  std::mt19937 random(7);
  int compared = 0;
  for (int round = 0; round < 2000; ++round) {
    VerticalList list;
    const std::size_t count = 1 + random() % 11;
    for (std::size_t i = 0; i < count; ++i) {
      Atom atom;
      atom.height = Length::from_pt(static_cast<double>(1 + random() % 30));
      atom.before = Length::from_pt(static_cast<double>(random() % 8));
      const unsigned kind = random() % 10;
      atom.break_cost = kind < 3 ? kForbidden : kind == 9 ? kForced : static_cast<int>(random() % 200);
      list.atoms.push_back(atom);
    }
    const FrameHeights heights{{Length::from_pt(static_cast<double>(20 + random() % 60))},
                               {Length::from_pt(static_cast<double>(40 + random() % 60))}};
    const PageBreaks breaks = break_pages(list, heights, 100);
    ASSERT_FALSE(breaks.overfull) << "round " << round;
    std::uint32_t at = 0;
    for (std::size_t f = 0; f < breaks.frames.size(); ++f) {
      EXPECT_EQ(breaks.frames[f].begin, at);
      at = breaks.frames[f].end;
      EXPECT_LE(height_of(list, breaks.frames[f].begin, at), heights.of(f));
    }
    EXPECT_EQ(at, count);
    const std::size_t fewest = fewest_frames(list, heights);
    if (fewest == SIZE_MAX) continue;  // only by cutting what belongs together
    ++compared;
    EXPECT_LE(breaks.frames.size(), fewest) << "round " << round;
  }
  EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace broadside::flow
