// SPDX-License-Identifier: MIT
#include "flow/break_pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
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

TEST(BreakPages, LeavesALowFrameEmptyRatherThanTearWhatATallerOneHolds) {
  const VerticalList list = atoms({{30, 0}, {10, kForbidden}, {10, kForbidden}});
  EXPECT_EQ(ends(break_pages(list, {{40_pt}, {60_pt}}, 9)), (std::vector<std::uint32_t>{0, 3}));
}

TEST(BreakPages, GoesPastALowBoxToTheTallOneOfTheNextPage) {
  // Boxes of 50 and 20 on every page; each block needs a tall one.
  const VerticalList list = atoms({{40, 0}, {40, 0}, {15, 0}});
  const PageBreaks breaks = break_pages(list, {{50_pt, 20_pt}, {50_pt, 20_pt}}, 9);
  EXPECT_FALSE(breaks.overfull);
  EXPECT_EQ(ends(breaks), (std::vector<std::uint32_t>{1, 1, 2, 3}));
}

// Twenty lines, ten to a page, and two more.
VerticalList lines_and(int more, Length gap) {
  VerticalList list;
  for (int i = 0; i < 20 + more; ++i) {
    Atom atom;
    atom.height = 10_pt;
    if (i > 0) atom.before = gap;
    atom.stretches = true;
    list.atoms.push_back(atom);
  }
  return list;
}

TEST(BreakPages, FillsTheLastPageFromThoseBefore) {
  const VerticalList list = lines_and(2, {});
  const PageBreaks greedy = break_pages(list, {{100_pt}, {100_pt}}, 9);
  EXPECT_EQ(ends(greedy), (std::vector<std::uint32_t>{10, 20, 22}));
  EXPECT_TRUE(few_lines(list, greedy.frames.back(), 100_pt));
  const PageBreaks filled = break_pages(list, {{100_pt}, {100_pt}}, 9, {1.0, true});
  EXPECT_EQ(ends(filled), (std::vector<std::uint32_t>{9, 19, 22}));
  EXPECT_FALSE(few_lines(list, filled.frames.back(), 100_pt));
}

TEST(BreakPages, GapsThatMayWidenMakeEmptyRoomCheaper) {
  const VerticalList list = lines_and(0, 1_pt);
  const FrameHeights heights{{115_pt}, {115_pt}};
  const PageBreaks rigid = break_pages(list, heights, 9);
  const PageBreaks supple = break_pages(list, heights, 9, {2.0, false});
  EXPECT_EQ(rigid.frames.size(), supple.frames.size());
  EXPECT_LT(supple.cost, rigid.cost);
}

TEST(BreakPages, APageThatTheAuthorEndsIsNotShort) {
  VerticalList list = lines_and(0, {});
  list.atoms[18].break_cost = kForced;
  EXPECT_FALSE(few_lines(list, {18, 20}, 180_pt));
  list.atoms[18].break_cost = 0;
  EXPECT_TRUE(few_lines(list, {18, 20}, 180_pt));
}

TEST(Fill, SpreadsWhatIsLeftOverTheGapsAndNoFurther) {
  const VerticalList list = lines_and(0, 2_pt);
  const Fill fill = fill_of(list, {0, 5});
  EXPECT_EQ(fill.used, 58_pt);
  EXPECT_EQ(fill.gaps, 8_pt);
  EXPECT_EQ(fill.spread(60_pt, 1.5), 60_pt);
  EXPECT_DOUBLE_EQ(fill.gap_factor(60_pt, 1.5), 1.25);
  EXPECT_EQ(fill.spread(90_pt, 1.5), 62_pt);
  EXPECT_DOUBLE_EQ(fill.gap_factor(90_pt, 1.5), 1.5);
  EXPECT_DOUBLE_EQ(fill.gap_factor(58_pt, 1.5), 1.0);
  EXPECT_DOUBLE_EQ(fill.gap_factor(90_pt, 1.0), 1.0);
}

/// Least cost by trying everything: every legal end of every frame; a frame is empty only if it has none.
class Trial {
 public:
  Trial(const VerticalList& list, const FrameHeights& heights, const PageTaste& taste)
      : list_(list), heights_(heights), taste_(taste) {}

  std::int64_t least() {
    go(0, 0, 0);
    return best_;
  }

 private:
  void go(std::uint32_t begin, std::size_t frame, std::int64_t cost) {
    const auto count = static_cast<std::uint32_t>(list_.atoms.size());
    if (cost >= best_ || frame > 3 * count + 4) return;
    const double height = heights_.of(frame).pt();
    double used = begin > 0 ? list_.atoms[begin].resumed_height.pt() : 0;
    double gaps = 0;
    bool any = false;
    for (std::uint32_t end = begin + 1; end <= count; ++end) {
      const Atom& atom = list_.atoms[end - 1];
      used += atom.height.pt();
      if (end - 1 > begin) used += atom.before.pt();
      if (end - 1 > begin && atom.stretches) gaps += atom.before.pt();
      if (used > height) break;
      const int wish = end == count ? 0 : list_.atoms[end].break_cost;
      if (wish == kForbidden) continue;
      any = true;
      double own = 0;
      if (end == count) {
        const bool first_of_page =
            frame >= heights_.first.size() && (frame - heights_.first.size()) % heights_.next.size() == 0;
        const double missing = std::max(0.0, 1 - used / height / kLeastOfLastPage);
        if (first_of_page && taste_.fill_last) {
          own = missing > 0 ? kShortLastCost + missing * missing * kMissingLastCost : 0;
        }
      } else if (wish != kForced) {
        const double widened = std::min(height - used, gaps * (taste_.widest_gaps - 1));
        const double share = (height - used - widened / 2) / height;
        own = wish + static_cast<double>(static_cast<std::int64_t>(share * share * kEmptyCost));
      }
      const std::int64_t total = cost + kFrameCost + static_cast<std::int64_t>(own);
      if (end == count) best_ = std::min(best_, total);
      if (end < count) go(end, frame + 1, total);
      if (wish == kForced) break;
    }
    if (!any) go(begin, frame + 1, cost + kFrameCost + kEmptyCost);
  }

  const VerticalList& list_;
  const FrameHeights& heights_;
  const PageTaste& taste_;
  std::int64_t best_ = INT64_MAX;
};

std::vector<Length> random_heights(std::mt19937& random) {
  std::vector<Length> out(1 + random() % 2);
  for (Length& height : out) height = Length::from_pt(static_cast<double>(20 + random() % 64));
  return out;
}

TEST(BreakPages, NoWayOfBreakingRandomListsIsBetter) {
  std::mt19937 random(7);
  int compared = 0;
  for (int round = 0; round < 3000; ++round) {
    VerticalList list;
    const std::size_t count = 1 + random() % 12;
    for (std::size_t i = 0; i < count; ++i) {
      Atom atom;
      atom.height = Length::from_pt(static_cast<double>(1 + random() % 24));
      atom.before = Length::from_pt(static_cast<double>(random() % 8));
      atom.stretches = random() % 2 == 0;
      if (random() % 6 == 0) atom.resumed_height = Length::from_pt(static_cast<double>(random() % 8));
      const auto kind = random() % 10;
      atom.break_cost = kind < 3 ? kForbidden : kind == 9 ? kForced : static_cast<int>(random() % 900);
      list.atoms.push_back(atom);
    }
    const FrameHeights heights{random_heights(random), random_heights(random)};
    const PageTaste taste{random() % 2 == 0 ? 1.0 : 1.5, random() % 2 == 0};
    const std::int64_t least = Trial(list, heights, taste).least();
    const PageBreaks breaks = break_pages(list, heights, 100, taste);
    std::uint32_t at = 0;
    for (std::size_t f = 0; f < breaks.frames.size(); ++f) {
      EXPECT_EQ(breaks.frames[f].begin, at);
      at = breaks.frames[f].end;
      EXPECT_LE(height_of(list, breaks.frames[f].begin, at), heights.of(f));
    }
    if (!breaks.overfull) {
      EXPECT_EQ(at, count);
    }
    if (least == INT64_MAX) continue;  // only by cutting what belongs together
    ++compared;
    EXPECT_FALSE(breaks.overfull) << "round " << round;
    // The two round fractions of a cost unit differently, once a frame.
    EXPECT_NEAR(static_cast<double>(breaks.cost), static_cast<double>(least), 8) << "round " << round;
  }
  EXPECT_GT(compared, 2000);
}

TEST(BreakPages, TakesTimeInProportionToTheDocument) {
  VerticalList list;
  for (int i = 0; i < 30'000; ++i) {
    Atom atom;
    atom.height = 12_pt;
    atom.break_cost = i % 7 == 0 ? 10 : 60;
    list.atoms.push_back(atom);
  }
  const PageBreaks breaks = break_pages(list, {{600_pt}, {700_pt}}, 600);
  EXPECT_FALSE(breaks.overfull);
  EXPECT_GE(breaks.frames.size(), 30'000U / 58);
}

}  // namespace
}  // namespace broadside::flow
