// SPDX-License-Identifier: MIT
// One engine a flow, joined: flows share nothing but the sum of their values. Implements knapsack.h.
#include "fit/knapsack.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "fit/knapsack_engine.h"

namespace broadside::fit::knapsack {

struct Table::Parts {
  Tree tree;
  std::vector<Length> capacity;
  Limits limits;
  std::vector<Engine> flows;
};

Table::Table(std::vector<Item> items, std::vector<Length> capacity, const Limits& limits)
    : parts_(new Parts{Tree(std::move(items)), std::move(capacity), limits, {}}) {
  Budget budget{limits.bytes};
  for (std::size_t f = 0; f < parts_->capacity.size(); ++f) {
    // Flows that come later get what the earlier ones leave.
    parts_->flows.emplace_back(parts_->tree, parts_->tree.children(-1, static_cast<int>(f)), parts_->capacity[f].raw,
                               false, budget);
  }
}

Table::~Table() = default;
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;

std::optional<Choice> Table::choose() const { return choose(parts_->capacity); }

std::optional<Choice> Table::choose(const std::vector<Length>& capacity) const {
  assert(capacity.size() == parts_->flows.size());
  Choice choice;
  choice.shown.assign(parts_->tree.items.size(), Shown::Hidden);
  for (std::size_t f = 0; f < parts_->flows.size(); ++f) {
    const Height room = std::min(capacity[f], parts_->capacity[f]).raw;
    // Tables that were cut down to one capacity say little about another.
    std::optional<Engine> other;
    if (!parts_->flows[f].whole() && room != parts_->capacity[f].raw) {
      Budget budget{parts_->limits.bytes};
      other.emplace(parts_->tree, parts_->tree.children(-1, static_cast<int>(f)), room, false, budget);
    }
    const Engine& engine = other ? *other : parts_->flows[f];
    bool fill = engine.exact();
    const std::optional<Engine::Found> found = engine.choose(room, parts_->limits.fill_states, fill, choice.shown);
    if (!found) return std::nullopt;
    choice.height.push_back(Length::from_raw(found->height));
    choice.value += found->value;
    choice.bound += engine.bound(room);
    choice.exact = choice.exact && engine.exact();
    choice.best_fill = choice.best_fill && fill;
  }
  choice.exact = choice.exact || choice.bound == choice.value;
  choice.states = states();
  return choice;
}

std::vector<Point> Table::front(std::size_t flow) const { return parts_->flows.at(flow).front(); }

std::uint64_t Table::states() const {
  std::uint64_t sum = 0;
  for (const Engine& engine : parts_->flows) sum += engine.states();
  return sum;
}

Conflict Table::conflict() const {
  Conflict result;
  // The least height: the same problem in endless room, where nothing is worth anything, so one pair is undominated.
  std::vector<Item> worthless = parts_->tree.items;
  for (Item& item : worthless) {
    item.full.value = 0;
    if (item.brief) item.brief->value = 0;
  }
  const std::vector<Length> endless(parts_->capacity.size(), Length::from_raw(kEndless));
  const Table least(worthless, endless, parts_->limits);
  for (std::size_t f = 0; f < endless.size(); ++f) {
    const std::vector<Point> front = least.front(f);
    result.least.push_back(front.empty() ? std::nullopt : std::optional<Length>(front.front().height));
  }
  // The shortest list: keep as many pins as possible, so a pin is worth one and nothing else is worth anything.
  std::vector<Item> pins = std::move(worthless);
  for (Item& item : pins) {
    if (item.pin != Pin::Always) continue;
    item.pin = Pin::Free;
    item.full.value = 1;
    if (item.brief) item.brief->value = 1;
  }
  const std::optional<Choice> kept = Table(std::move(pins), parts_->capacity, parts_->limits).choose();
  result.hopeless = !kept.has_value();
  for (std::size_t i = 0; i < parts_->tree.items.size(); ++i)
    if (parts_->tree.items[i].pin == Pin::Always && (!kept || kept->shown[i] == Shown::Hidden))
      result.release.push_back(i);
  return result;
}

}  // namespace broadside::fit::knapsack
