// SPDX-License-Identifier: MIT
// The rules of the fit's choice, told a second time in the plainest way: every combination is tried and measured.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>
#include <tuple>
#include <vector>

#include "fit/knapsack.h"

namespace broadside::fit::knapsack {

using Assignment = std::vector<Shown>;

inline bool is_pinned(const Item& item) { return item.pin == Pin::Always || item.pin == Pin::Fixed; }

inline std::vector<int> children_of(const std::vector<Item>& items, int parent, int flow) {
  std::vector<int> out;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].parent == parent && (parent >= 0 || items[i].flow == flow)) out.push_back(static_cast<int>(i));
  return out;
}

/// Is the assignment allowed at all, apart from its height? `pins`: whether `Always` binds.
inline bool allowed(const std::vector<Item>& items, const Assignment& shown, bool pins = true) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (shown[i] == Shown::Hidden) {
      if (item.pin == Pin::Fixed || (pins && item.pin == Pin::Always)) return false;
      continue;
    }
    if (item.pin == Pin::Never) return false;
    if (item.parent >= 0 && shown[static_cast<std::size_t>(item.parent)] != Shown::Full) return false;
    if (shown[i] == Shown::Short) {
      if (!item.brief) return false;
      continue;
    }
    int all = 0, open = 0, visible = 0;
    for (int child : children_of(items, static_cast<int>(i), 0)) {
      ++all;
      open += items[static_cast<std::size_t>(child)].pin != Pin::Never;
      visible += shown[static_cast<std::size_t>(child)] != Shown::Hidden;
    }
    if (visible < std::min(item.at_least, open)) return false;
    if (item.heading && all > 0 && visible == 0) return false;
  }
  return true;
}

inline std::int64_t stack_height(const std::vector<Item>& items, const Assignment& shown, const std::vector<int>& stack,
                                 bool& top) {
  std::int64_t sum = 0;
  const Item* above = nullptr;
  for (int index : stack) {
    const auto i = static_cast<std::size_t>(index);
    const Item& item = items[i];
    if (shown[i] == Shown::Hidden) continue;
    const std::int64_t gap = top                                            ? 0
                             : above != nullptr && above->kind == item.kind ? item.between.raw
                                                                            : item.before.raw;
    above = &item;
    if (shown[i] == Shown::Short) {
      sum += gap + item.brief->height.raw;
      top = false;
      continue;
    }
    sum += item.full.height.raw;
    if (!item.hollow || item.row) {
      sum += gap;
      top = false;
    }
    const std::vector<int> inside = children_of(items, index, 0);
    if (item.row) {
      std::int64_t tallest = 0;
      for (int cell : inside) {
        bool cell_top = true;
        tallest = std::max(tallest, stack_height(items, shown, {cell}, cell_top));
      }
      sum += tallest;
    } else {
      sum += stack_height(items, shown, inside, top);
    }
  }
  return sum;
}

inline std::int64_t flow_height(const std::vector<Item>& items, const Assignment& shown, int flow) {
  bool top = true;
  return stack_height(items, shown, children_of(items, -1, flow), top);
}

inline int value_of(const std::vector<Item>& items, const Assignment& shown) {
  int sum = 0;
  for (std::size_t i = 0; i < items.size(); ++i)
    sum += shown[i] == Shown::Full ? items[i].full.value : shown[i] == Shown::Short ? items[i].brief->value : 0;
  return sum;
}

/// Calls visit(assignment) for every assignment in which a child has its parent in full.
template <class Visit>
void each_assignment(const std::vector<Item>& items, Assignment& shown, std::size_t next, Visit&& visit) {
  if (next == items.size()) {
    visit(shown);
    return;
  }
  const Item& item = items[next];
  const bool possible = item.parent < 0 || shown[static_cast<std::size_t>(item.parent)] == Shown::Full;
  for (Shown option : {Shown::Hidden, Shown::Short, Shown::Full}) {
    if (option != Shown::Hidden && !possible) continue;
    if (option == Shown::Short && !item.brief) continue;
    shown[next] = option;
    each_assignment(items, shown, next + 1, visit);
  }
  shown[next] = Shown::Hidden;
}

struct Brute {
  std::optional<Assignment> best;  ///< largest value, tallest, earliest
  int value = -1;
  std::int64_t height = -1;
  std::vector<std::optional<std::int64_t>> least;  ///< by flow, with the pins
  int most_pins = -1;                              ///< that fit together
};

inline Brute try_all(const std::vector<Item>& items, const std::vector<Length>& capacity) {
  Brute out;
  out.least.resize(capacity.size());
  Assignment shown(items.size(), Shown::Hidden);
  each_assignment(items, shown, 0, [&](const Assignment& candidate) {
    if (!allowed(items, candidate, false)) return;
    std::int64_t height = 0;
    bool fits = true;
    std::vector<std::int64_t> heights;
    for (std::size_t f = 0; f < capacity.size(); ++f) {
      heights.push_back(flow_height(items, candidate, static_cast<int>(f)));
      height += heights.back();
      fits = fits && heights.back() <= capacity[f].raw;
    }
    const bool pinned = allowed(items, candidate, true);
    for (std::size_t f = 0; pinned && f < capacity.size(); ++f)
      out.least[f] = out.least[f] ? std::min(*out.least[f], heights[f]) : heights[f];
    if (!fits) return;
    int pins = 0;
    for (std::size_t i = 0; i < items.size(); ++i) pins += items[i].pin == Pin::Always && candidate[i] != Shown::Hidden;
    out.most_pins = std::max(out.most_pins, pins);
    if (!pinned) return;
    const int value = value_of(items, candidate);
    if (out.best && std::tie(value, height, candidate) <= std::tie(out.value, out.height, *out.best)) return;
    out.best = candidate;
    out.value = value;
    out.height = height;
  });
  return out;
}

struct TreeShape {
  std::size_t items = 8;
  int flows = 1;
  bool rows = false;
  int height_units = 6;  ///< heights are 1 … this many lines and a little: many ties when small
  int top_value = 9;
  double pinned = 0.05;
};

/// A random tree in reading order.
inline std::vector<Item> random_tree(std::mt19937& random, const TreeShape& shape) {
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const auto chance = [&](double p) { return static_cast<double>(random()) < p * 4294967296.0; };
  std::vector<Item> items;
  std::vector<int> open;  // the items that the next one may stand in
  int flow = 0;
  while (items.size() < shape.items) {
    Item item;
    // Down, level, or up by some levels.
    const int up = below(static_cast<int>(open.size()) + 1);
    if (open.size() >= 4 || chance(0.6))
      for (int k = 0; k < up; ++k) open.pop_back();
    item.parent = open.empty() ? -1 : open.back();
    if (open.empty()) flow = below(shape.flows);
    item.flow = flow;
    item.kind = below(2);
    item.before = Length::from_raw(below(4));
    item.between = Length::from_raw(below(4));
    item.full = {Length::from_raw((1 + below(shape.height_units)) * 10 + below(3)), below(shape.top_value + 1)};
    if (chance(0.25)) item.brief = Form{Length::from_raw(item.full.height.raw / 2 + below(3)), item.full.value * 2 / 3};
    if (chance(shape.pinned)) item.pin = below(2) == 0 ? Pin::Always : Pin::Never;
    if (chance(shape.pinned / 4)) item.pin = Pin::Fixed;
    if (chance(0.15)) item.at_least = 1 + below(3);
    item.heading = chance(0.3);
    item.hollow = chance(0.1);
    if (item.hollow) item.full.height = {};
    item.row = shape.rows && chance(0.3);
    open.push_back(static_cast<int>(items.size()));
    items.push_back(item);
  }
  return items;
}

}  // namespace broadside::fit::knapsack
