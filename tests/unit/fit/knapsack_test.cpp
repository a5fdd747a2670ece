// SPDX-License-Identifier: MIT
// The exact solver against every combination of thousands of small trees, and by the properties of large ones.
#include "fit/knapsack.h"

#include <gtest/gtest.h>

#include "knapsack_brute.h"

namespace broadside::fit::knapsack {
namespace {

Length units(std::int64_t n) { return Length::from_raw(n); }

Item item(int parent, std::int64_t height, int value) {
  Item result;
  result.parent = parent;
  result.full = {units(height), value};
  return result;
}

std::int64_t whole_height(const std::vector<Item>& items, int flow) {
  Assignment all(items.size(), Shown::Full);
  return flow_height(items, all, flow);
}

/// Solves one random tree both ways and compares everything that is promised.
void compare(std::mt19937& random, const TreeShape& shape) {
  const std::vector<Item> items = random_tree(random, shape);
  std::vector<Length> most, room;
  for (int f = 0; f < shape.flows; ++f) {
    const auto whole = static_cast<unsigned>(whole_height(items, f) + 2);
    most.push_back(units(static_cast<std::int64_t>(random() % whole)));
    // Some of the capacities asked for are smaller than those solved for.
    room.push_back(random() % 2 == 0 ? most.back() : units(most.back().raw * 3 / 4));
  }
  const Table table(items, most);
  const std::optional<Choice> choice = table.choose(room);
  const Brute brute = try_all(items, room);
  ASSERT_EQ(choice.has_value(), brute.best.has_value());
  if (!choice) {
    if (room != most) return;
    const Conflict conflict = table.conflict();
    int pins = 0;
    for (const Item& each : items) pins += each.pin == Pin::Always;
    ASSERT_EQ(conflict.hopeless, brute.most_pins < 0);
    ASSERT_EQ(static_cast<int>(conflict.release.size()), pins - std::max(brute.most_pins, 0));
    for (std::size_t f = 0; f < most.size(); ++f) {
      // Flows do not feel each other, but try_all only sees assignments in which all of them are allowed.
      if (shape.flows > 1) continue;
      ASSERT_EQ(conflict.least[f].has_value(), brute.least[f].has_value());
      if (brute.least[f]) {
        ASSERT_EQ(conflict.least[f]->raw, *brute.least[f]);
      }
    }
    return;
  }
  ASSERT_TRUE(choice->exact);
  ASSERT_EQ(choice->value, brute.value);
  ASSERT_EQ(choice->bound, brute.value);
  ASSERT_TRUE(allowed(items, choice->shown));
  ASSERT_EQ(value_of(items, choice->shown), choice->value);
  for (std::size_t f = 0; f < most.size(); ++f) {
    ASSERT_EQ(flow_height(items, choice->shown, static_cast<int>(f)), choice->height[f].raw);
    ASSERT_LE(choice->height[f], room[f]);
  }
  Limits none;
  none.bytes = 0;
  const std::optional<Choice> rough = Table(items, room, none).choose();
  ASSERT_TRUE(rough.has_value());
  ASSERT_TRUE(allowed(items, rough->shown));
  ASSERT_LE(rough->value, brute.value);
  ASSERT_GE(rough->bound, brute.value);
  if (shape.rows) return;
  ASSERT_TRUE(choice->best_fill);
  ASSERT_EQ(choice->shown, *brute.best);
}

TEST(KnapsackAgainstBruteForce, SmallTrees) {
  std::mt19937 random(1);
  for (int round = 0; round < 4000; ++round) {
    SCOPED_TRACE(round);
    compare(random, {3 + random() % 7, 1, false, 6, 9, 0.05});
    if (HasFatalFailure()) return;
  }
}

TEST(KnapsackAgainstBruteForce, LargerTrees) {
  std::mt19937 random(2);
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE(round);
    compare(random, {11 + random() % 6, 1, false, 6, 100, 0.05});
    if (HasFatalFailure()) return;
  }
}

TEST(KnapsackAgainstBruteForce, ManyTies) {
  std::mt19937 random(3);
  for (int round = 0; round < 600; ++round) {
    SCOPED_TRACE(round);
    compare(random, {4 + random() % 6, 1, false, 2, 2, 0.02});
    if (HasFatalFailure()) return;
  }
}

TEST(KnapsackAgainstBruteForce, ManyPins) {
  std::mt19937 random(4);
  for (int round = 0; round < 600; ++round) {
    SCOPED_TRACE(round);
    compare(random, {4 + random() % 6, 1, false, 6, 9, 0.5});
    if (HasFatalFailure()) return;
  }
}

TEST(KnapsackAgainstBruteForce, SeveralFlows) {
  std::mt19937 random(5);
  for (int round = 0; round < 600; ++round) {
    SCOPED_TRACE(round);
    compare(random, {4 + random() % 6, 3, false, 6, 9, 0.1});
    if (HasFatalFailure()) return;
  }
}

TEST(KnapsackAgainstBruteForce, Rows) {
  std::mt19937 random(6);
  for (int round = 0; round < 1000; ++round) {
    SCOPED_TRACE(round);
    compare(random, {4 + random() % 6, 1 + static_cast<int>(random() % 2), true, 6, 9, 0.1});
    if (HasFatalFailure()) return;
  }
}

TEST(Knapsack, NothingToChooseFromIsAnEmptyPage) {
  const std::optional<Choice> choice = Table({}, {units(100)}).choose();
  ASSERT_TRUE(choice.has_value());
  EXPECT_EQ(choice->value, 0);
  EXPECT_EQ(choice->height, std::vector<Length>{units(0)});
  EXPECT_TRUE(choice->exact);
}

TEST(Knapsack, TheGapAtTheTopIsFree) {
  Item first = item(-1, 10, 1), second = item(-1, 10, 1);
  first.before = second.before = units(5);
  first.between = second.between = units(3);
  const Table table({first, second}, {units(100)});
  EXPECT_EQ(table.choose({units(10)})->value, 1);
  EXPECT_EQ(table.choose({units(22)})->value, 1);
  EXPECT_EQ(table.choose({units(23)})->value, 2);
}

TEST(Knapsack, AShortWordingIsTakenWhenTheFullOneDoesNotFit) {
  Item only = item(-1, 30, 6);
  only.brief = Form{units(10), 4};
  const Table table({only}, {units(100)});
  EXPECT_EQ(table.choose({units(29)})->shown, Assignment{Shown::Short});
  EXPECT_EQ(table.choose({units(30)})->shown, Assignment{Shown::Full});
  EXPECT_EQ(table.choose({units(9)})->shown, Assignment{Shown::Hidden});
}

TEST(Knapsack, AHeadingNeverStandsAlone) {
  Item heading = item(-1, 10, 0);
  heading.heading = true;
  heading.pin = Pin::Always;
  const Table table({heading, item(0, 50, 3)}, {units(40)});
  EXPECT_FALSE(table.choose().has_value());
  const Conflict conflict = table.conflict();
  EXPECT_EQ(conflict.least[0], units(60));
  EXPECT_EQ(conflict.release, std::vector<std::size_t>{0});
}

TEST(Knapsack, TheShortestListOfPinsIsNamed) {
  // Greedily dropping the first pins would take three of them; dropping the tall one is enough.
  std::vector<Item> items{item(-1, 10, 1), item(-1, 10, 1), item(-1, 10, 1), item(-1, 60, 100)};
  for (Item& each : items) each.pin = Pin::Always;
  const Conflict conflict = Table(items, {units(40)}).conflict();
  EXPECT_EQ(conflict.release, std::vector<std::size_t>{3});
  EXPECT_EQ(conflict.least[0], units(90));
  EXPECT_FALSE(conflict.hopeless);
}

TEST(Knapsack, WhatIsFixedCannotBeReleased) {
  std::vector<Item> items{item(-1, 50, 0), item(-1, 10, 1)};
  items[0].pin = Pin::Fixed;
  items[1].pin = Pin::Always;
  const Conflict conflict = Table(items, {units(40)}).conflict();
  EXPECT_TRUE(conflict.hopeless);
  EXPECT_EQ(conflict.release, std::vector<std::size_t>{1});
}

TEST(Knapsack, EqualValuesFillThePageThenKeepTheEarlier) {
  const Table fuller({item(-1, 10, 5), item(-1, 14, 5)}, {units(15)});
  EXPECT_EQ(fuller.choose()->shown, (Assignment{Shown::Hidden, Shown::Full}));
  const Table earlier({item(-1, 10, 5), item(-1, 10, 5)}, {units(15)});
  EXPECT_EQ(earlier.choose()->shown, (Assignment{Shown::Full, Shown::Hidden}));
}

std::vector<Item> long_resume(std::size_t bullets, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Item> items;
  int entry = -1, section = -1;
  for (std::size_t i = 0; i < bullets; ++i) {
    if (i % 40 == 0) {
      Item heading = item(-1, 18 * 65536, 0);
      heading.heading = true;
      heading.before = heading.between = units(12 * 65536);
      section = static_cast<int>(items.size());
      items.push_back(heading);
    }
    if (i % 5 == 0) {
      Item head = item(section, 13 * 65536 + static_cast<int>(random() % 4096), 1 + static_cast<int>(random() % 100));
      head.kind = 1;
      head.before = units(4 * 65536);
      head.between = units(7 * 65536);
      entry = static_cast<int>(items.size());
      items.push_back(head);
    }
    Item bullet = item(entry, static_cast<int>(1 + random() % 3) * 13 * 65536 + static_cast<int>(random() % 4096),
                       1 + static_cast<int>(random() % 100));
    bullet.kind = 2;
    bullet.before = units(2 * 65536);
    bullet.between = units(65536);
    if (random() % 4 == 0) bullet.brief = Form{units(13 * 65536), bullet.full.value * 2 / 3};
    items.push_back(bullet);
  }
  return items;
}

TEST(KnapsackProperties, MoreRoomIsNeverWorse) {
  const std::vector<Item> items = long_resume(120, 7);
  const Table table(items, {Length::from_pt(1400)});
  int last = -1;
  for (int pt = 0; pt <= 1400; pt += 7) {
    const std::optional<Choice> choice = table.choose({Length::from_pt(pt)});
    ASSERT_TRUE(choice.has_value());
    EXPECT_GE(choice->value, last);
    EXPECT_LE(choice->height[0], Length::from_pt(pt));
    EXPECT_EQ(flow_height(items, choice->shown, 0), choice->height[0].raw);
    EXPECT_TRUE(allowed(items, choice->shown));
    last = choice->value;
  }
}

TEST(KnapsackProperties, TheFrontIsWhatChooseAnswers) {
  const std::vector<Item> items = long_resume(40, 8);
  const Table table(items, {Length::from_pt(700)});
  const std::vector<Point> front = table.front(0);
  ASSERT_GT(front.size(), 10U);
  for (std::size_t i = 1; i < front.size(); ++i) {
    EXPECT_LT(front[i - 1].height, front[i].height);
    EXPECT_LT(front[i - 1].value, front[i].value);
    EXPECT_EQ(table.choose({front[i].height})->value, front[i].value);
    EXPECT_EQ(table.choose({front[i].height - units(1)})->value, front[i - 1].value);
  }
}

TEST(KnapsackProperties, TheSameInputGivesTheSameChoice) {
  const std::vector<Item> items = long_resume(200, 9);
  const std::optional<Choice> once = Table(items, {Length::from_pt(700)}).choose();
  const std::optional<Choice> again = Table(items, {Length::from_pt(700)}).choose();
  EXPECT_EQ(once->shown, again->shown);
  EXPECT_EQ(once->states, again->states);
}

TEST(KnapsackProperties, WithLittleMemoryOnlyTheUselessIsForgotten) {
  for (unsigned seed = 20; seed < 40; ++seed) {
    const std::vector<Item> items = long_resume(150, seed);
    const std::vector<Length> room{Length::from_pt(700)}, less{Length::from_pt(500)};
    Limits small;
    small.bytes = 1'000'000;
    const Table whole(items, room), cut(items, room, small);
    ASSERT_GT(whole.states() * 12, small.bytes);
    EXPECT_LT(cut.states() * 12, small.bytes);
    for (const std::vector<Length>& asked : {room, less}) {
      const std::optional<Choice> best = whole.choose(asked), found = cut.choose(asked);
      ASSERT_TRUE(best && found);
      EXPECT_TRUE(found->exact);
      EXPECT_EQ(found->value, best->value);
      EXPECT_EQ(found->bound, best->value);
      EXPECT_EQ(found->shown, best->shown);
    }
  }
}

TEST(KnapsackProperties, WithoutMemoryTheBoundStillHolds) {
  for (unsigned seed = 50; seed < 70; ++seed) {
    const std::vector<Item> items = long_resume(150, seed);
    const std::vector<Length> room{Length::from_pt(700)};
    const std::optional<Choice> exact = Table(items, room).choose();
    Limits none;
    none.bytes = 10'000;
    const std::optional<Choice> rough = Table(items, room, none).choose();
    ASSERT_TRUE(exact && rough);
    EXPECT_LE(rough->value, exact->value);
    EXPECT_GE(rough->bound, exact->value);
    EXPECT_EQ(rough->exact, rough->value == rough->bound);
    EXPECT_GE(rough->value * 100, exact->value * 98);
    EXPECT_LE(rough->bound * 98, exact->value * 100);
    EXPECT_TRUE(allowed(items, rough->shown));
    EXPECT_EQ(value_of(items, rough->shown), rough->value);
    EXPECT_EQ(flow_height(items, rough->shown, 0), rough->height[0].raw);
    EXPECT_LE(rough->height[0], room[0]);
  }
}

}  // namespace
}  // namespace broadside::fit::knapsack
