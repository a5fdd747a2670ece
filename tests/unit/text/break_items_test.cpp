// SPDX-License-Identifier: MIT
// Properties of the breaker that the recording does not cover: looseness, runts, brute force.
#include "text/break_items.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <random>

namespace broadside::text {
namespace {

using ::testing::ElementsAre;

BreakItem box(std::int64_t width) {
  BreakItem item;
  item.width = width;
  return item;
}
BreakItem glue(std::int64_t width, std::int64_t stretch, std::int64_t shrink) {
  BreakItem item;
  item.kind = ItemKind::Glue;
  item.width = width;
  item.stretch = stretch;
  item.shrink = shrink;
  return item;
}
BreakItem penalty(std::int32_t value) {
  BreakItem item;
  item.kind = ItemKind::Penalty;
  item.penalty = value;
  return item;
}
BreakItem hyphen(std::int64_t pre, std::int32_t value) {
  BreakItem item;
  item.kind = ItemKind::Discretionary;
  item.hyphenation = true;
  item.penalty = value;
  item.pre = pre;
  return item;
}

std::vector<BreakItem> words(std::mt19937& random, int count) {
  std::vector<BreakItem> items;
  for (int i = 0; i < count; ++i) {
    if (i > 0) items.push_back(glue(3000, 1500, 1000));
    items.push_back(box(4000 + static_cast<std::int64_t>(random() % 30000)));
  }
  return items;
}

TEST(Badness, IsTexs) {
  EXPECT_EQ(badness(0, 0), 0);
  EXPECT_EQ(badness(1, 0), 10000);
  EXPECT_EQ(badness(65536, 65536), 100);
  EXPECT_EQ(badness(32768, 65536), 12);
  EXPECT_EQ(badness(2 * 65536, 65536), 800);
  EXPECT_EQ(badness(5 * 65536, 65536), 10000);
  EXPECT_EQ(badness(8'000'000, 8'000'000), 100);
}

TEST(BreakItems, NothingIsOneLine) {
  EXPECT_THAT(break_items({}, 1000, {}).ends, ElementsAre(0));
  const std::vector<BreakItem> one{box(500)};
  EXPECT_THAT(break_items(one, 1000, {}).ends, ElementsAre(1));
}

TEST(BreakItems, ForcedBreaksAreTaken) {
  const std::vector<BreakItem> items{box(900), penalty(kForced), box(500)};
  BreakParameters parameters;
  parameters.right_stretch = 200;
  EXPECT_THAT(break_items(items, 1000, parameters).ends, ElementsAre(1, 3));
}

TEST(BreakItems, HyphenationIsTheSecondPass) {
  // Without the hyphen the first line is hopeless.
  const std::vector<BreakItem> items{box(40000), glue(3000, 1500, 1000), box(30000), hyphen(2000, 50),
                                     box(30000), glue(3000, 1500, 1000), box(20000)};
  const ItemBreaks breaks = break_items(items, 75000, {});
  EXPECT_EQ(breaks.pass, 2);
  EXPECT_THAT(breaks.ends, ElementsAre(3, 7));
  EXPECT_FALSE(breaks.overfull);
}

TEST(BreakItems, LoosenessAsksForMoreOrFewerLines) {
  std::mt19937 random(3);
  int longer = 0, shorter = 0;
  for (int round = 0; round < 200; ++round) {
    const std::vector<BreakItem> items = words(random, 60);
    BreakParameters parameters;
    parameters.pretolerance = -1;
    parameters.tolerance = 9999;
    const auto lines = [&](std::int32_t looseness) {
      parameters.looseness = looseness;
      return static_cast<int>(break_items(items, 200000, parameters).ends.size());
    };
    const int plain = lines(0), more = lines(1), fewer = lines(-1);
    EXPECT_TRUE(more == plain || more == plain + 1);
    EXPECT_TRUE(fewer == plain || fewer == plain - 1);
    longer += more - plain;
    shorter += plain - fewer;
  }
  EXPECT_GT(longer, 50);
  EXPECT_GT(shorter, 0);
}

/// The least demerits over every way to break, by trying them all: ragged lines, no penalties.
std::int64_t least_by_force(const std::vector<BreakItem>& items, std::int64_t measure, const BreakParameters& p) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  const std::function<void(std::size_t, int, std::int64_t)> from = [&](std::size_t start, int fitness,
                                                                       std::int64_t sum) {
    std::int64_t width = 0;
    for (std::size_t i = start; i < items.size(); i += 2) {
      width += items[i].width + (i > start ? items[i - 1].width : 0);
      if (width > measure) return;
      const bool last = i + 2 > items.size();
      const std::int32_t bad = last ? 0 : badness(measure - width, p.right_stretch);
      const int now = bad <= 12 ? 2 : bad <= 99 ? 1 : 0;
      if (bad > p.tolerance) continue;
      std::int64_t demerits = (p.line_penalty + bad) * static_cast<std::int64_t>(p.line_penalty + bad);
      if (p.line_penalty + bad >= 10000) demerits = 100000000;
      if (now > fitness + 1 || fitness > now + 1) demerits += p.adj_demerits;
      if (last && start > 0 && width < p.runt_width) {
        const double missing = static_cast<double>(p.runt_width - width) / static_cast<double>(p.runt_width);
        demerits += p.runt_demerits + static_cast<std::int64_t>(static_cast<double>(p.runt_slope) * missing * missing);
      }
      if (last) {
        least = std::min(least, sum + demerits);
      } else {
        from(i + 2, now, sum + demerits);
      }
    }
  };
  from(0, 2, 0);
  return least;
}

TEST(BreakItems, NoOtherWayToBreakCostsLess) {
  std::mt19937 random(11);
  int compared = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<BreakItem> items = words(random, 14);
    for (BreakItem& item : items) item.stretch = item.shrink = 0;
    BreakParameters parameters;
    parameters.pretolerance = -1;
    parameters.tolerance = 9999;
    parameters.right_stretch = 25000;
    if (round % 2 == 0) {
      parameters.runt_width = 30000;
      parameters.runt_demerits = 1000000;
      parameters.runt_slope = 40000000;
    }
    const std::int64_t least = least_by_force(items, 90000, parameters);
    if (least == std::numeric_limits<std::int64_t>::max()) continue;
    EXPECT_EQ(break_items(items, 90000, parameters).demerits, least) << round;
    ++compared;
  }
  EXPECT_GT(compared, 300);
}

TEST(BreakItems, OverfullOnlyAsTheLastResort) {
  const std::vector<BreakItem> items{box(50000), glue(3000, 1500, 1000), box(90000), glue(3000, 1500, 1000),
                                     box(10000)};
  const ItemBreaks breaks = break_items(items, 80000, {});
  EXPECT_TRUE(breaks.overfull);
  EXPECT_EQ(breaks.ends.back(), 5U);
}

}  // namespace
}  // namespace broadside::text
