// SPDX-License-Identifier: MIT
#include "fit/explain.h"

#include <algorithm>

#include "fit/fit.h"

namespace broadside::fit {
namespace {

using knapsack::Shown;

resume::Show show_of(Shown shown) {
  return shown == Shown::Full ? resume::Show::Full : shown == Shown::Short ? resume::Show::Short : resume::Show::Hidden;
}

int worth(const Item& item, Shown shown) {
  return shown == Shown::Full ? item.value : shown == Shown::Short ? item.short_value : 0;
}

/// What page `b` shows otherwise than page `a`: contacts, then the uppermost things only, each with all that stands in
/// it.
std::vector<Change> changes(Ladder& ladder, const Solution& from, const Solution& to) {
  const std::vector<Item>& items = ladder.items();
  const std::vector<Shown>&a = from.choice.shown, &b = to.choice.shown;
  std::vector<Change> out;
  for (std::size_t i = 0; i < ladder.contacts().size(); ++i) {
    const bool before = ladder.has_contact(from.contacts, i), after = ladder.has_contact(to.contacts, i);
    if (before == after) continue;
    const Contact& contact = ladder.contacts()[i];
    Change& change = out.emplace_back(Change{contact.id, contact.what, {}, {}, contact.value, contact.meta.span});
    change.from = before ? resume::Show::Full : resume::Show::Hidden;
    change.to = after ? resume::Show::Full : resume::Show::Hidden;
    if (before) change.value = -change.value;
  }
  for (std::size_t i = 0; i < items.size();) {
    if (a[i] == b[i]) {
      ++i;
      continue;
    }
    Change& change = out.emplace_back();
    change.id = items[i].id;
    change.what = items[i].path;
    change.span = items[i].part->meta.span;
    change.from = show_of(a[i]);
    change.to = show_of(b[i]);
    const std::size_t end = end_of(items, i);
    for (; i < end; ++i) change.value += worth(items[i], b[i]) - worth(items[i], a[i]);
  }
  return out;
}

/// The worth of an item if it and what inherits from it had this priority.
void set_priority(std::vector<Item>& items, std::size_t index, int priority) {
  std::vector<bool> takes(items.size(), false);
  takes[index] = true;
  set_worth(items[index], priority);
  for (std::size_t i = index + 1; i < end_of(items, index); ++i) {
    takes[i] = takes[static_cast<std::size_t>(items[i].parent)] && !items[i].part->meta.own_priority;
    if (takes[i]) set_worth(items[i], priority);
  }
  settle(items);
}

/// The lowest priority above its own at which the item is shown (in full, if `in_full`) without a pin.
std::optional<int> priority_back(Ladder& ladder, std::size_t index, bool in_full, int cost, std::uint64_t& states) {
  const std::vector<Item> own = ladder.items();
  const int total = total_value(own);
  std::optional<int> found;
  for (int priority = own[index].part->meta.priority + 1; priority <= 5 && !found; ++priority) {
    set_priority(ladder.items(), index, priority);
    // It can gain no more than everything in it; less than what its way back costs brings nothing back.
    const int gain =
        std::max(total_value(ladder.items()) - total, ladder.items()[index].short_value - own[index].short_value);
    if (gain < cost) continue;
    const Answer answer = ladder.solve();
    states += answer.states;
    if (!answer.best) continue;
    const Shown shown = answer.best->choice.shown[index];
    if (in_full ? shown == Shown::Full : shown != Shown::Hidden) found = priority;
  }
  ladder.items() = own;
  return found;
}

/// The same for a contact.
std::optional<int> priority_back_of_contact(Ladder& ladder, std::size_t index, std::uint64_t& states) {
  Contact& contact = ladder.contacts()[index];
  const int own = contact.value;
  std::optional<int> found;
  for (int priority = contact.meta.priority + 1; priority <= 5 && !found; ++priority) {
    contact.value = value_of(priority);
    const Answer answer = ladder.solve();
    states += answer.states;
    if (answer.best && ladder.has_contact(answer.best->contacts, index)) found = priority;
  }
  contact.value = own;
  return found;
}

void find_way(Ladder& ladder, const Solution& best, Left& left, std::uint64_t& states) {
  left.asked = true;
  Demand demand;
  demand.in_full = left.show == resume::Show::Short;
  const auto index_in = [&left](const auto& list) -> std::optional<std::size_t> {
    const auto found = std::find_if(list.begin(), list.end(), [&left](const auto& one) { return one.id == left.id; });
    if (found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
  };
  demand.contact = index_in(ladder.contacts());
  const std::optional<std::size_t> item = index_in(ladder.items());
  if (item) demand.show = static_cast<int>(*item);
  const Answer answer = ladder.solve(demand);
  states += answer.states;
  if (!answer.best) return;
  WayBack& way = left.way.emplace();
  way.step = answer.best->step;
  way.cost = std::max(best.objective() - answer.best->objective(), 0);
  for (Change& change : changes(ladder, best, *answer.best)) {
    if (change.value < 0 && change.id != left.id) way.lost.push_back(std::move(change));
  }
  way.priority = item ? priority_back(ladder, *item, demand.in_full, way.cost, states)
                      : priority_back_of_contact(ladder, *demand.contact, states);
}

}  // namespace

void explain(Ladder& ladder, const Answer& answer, Report& report) {
  const Solution& best = *answer.best;
  int asked = 0;
  std::uint64_t states = 0;
  for (const resume::Show show : {resume::Show::Hidden, resume::Show::Short}) {
    for (Left& left : report.left) {
      if (left.show != show || asked >= kMostWays || states > kMostStates) continue;
      find_way(ladder, best, left, states);
      ++asked;
    }
  }
  report.tightest_step = ladder.tightest();
  if (report.tightest_step == best.step) return;
  Demand demand;
  demand.first_step = report.tightest_step;
  const Answer tightest = ladder.solve(demand);
  if (tightest.best) report.tightest = changes(ladder, best, *tightest.best);
}

}  // namespace broadside::fit
