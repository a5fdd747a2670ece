// SPDX-License-Identifier: MIT
// What can be chosen, as a flat tree: every selectable thing of a composition with its worth, and its heights at one
// step. Comes in: a composition with short forms. Goes out: items in the order of the file, parents first.
#pragma once

#include <string>
#include <vector>

#include "flow/stack.h"

namespace broadside::fit {

struct Item {
  resume::NodeId id = 0;  ///< 0: nothing to choose (the masthead), always shown
  int parent = -1;        ///< index of an item, or -1
  std::size_t flow = 0;   ///< index into Composition::flows
  const flow::Part* part = nullptr;
  bool heading = false;   ///< worth nothing by itself: shown only with something below it
  bool bulleted = false;  ///< an entry whose bullets carry the worth
  int least = 0;          ///< of its children, unless `at-least` says otherwise
  int value = 0;
  int short_value = 0;  ///< if there is a short form; never more than the whole in full, see settle()
  int short_own = 0;    ///< the same by its own priority and bonus alone
  int bonus = 0;        ///< of `value`, by focus and posting
  int short_bonus = 0;
  std::string path;  ///< "Experience > SenseTime"

  [[nodiscard]] bool has_short() const { return !part->short_form.empty(); }
};

/// Heights of one item at one step, without the gap above it.
struct Heights {
  Length full;
  Length short_form;
  Length before;   ///< gap above, as the first of its parent's children or after one of another kind
  Length between;  ///< gap above, after a shown sibling of the same kind
  bool operator==(const Heights&) const = default;
};

/// Parts without an id of their own (a section's text) belong to their parent. Without bonuses.
std::vector<Item> items(const flow::Composition& composition);

/// Sets value and short_own by a priority and the item's bonuses; settle() has to follow.
void set_worth(Item& item, int priority);

/// Sets every short_value: no short wording is worth more than the thing in full, nor, where it stands for bullets,
/// than three quarters (rounded) of the title and all of them.
void settle(std::vector<Item>& items);

/// The index behind the last item that stands in items[index].
std::size_t end_of(const std::vector<Item>& items, std::size_t index);

/// One entry an item.
std::vector<Heights> measure(const std::vector<Item>& items, const flow::Composition& composition,
                             const flow::Setting& setting);

/// Height of an item with all it holds, and the gap above it.
Length whole_height(const std::vector<Item>& items, const std::vector<Heights>& heights, std::size_t index);

/// What everything together is worth.
int total_value(const std::vector<Item>& items);

}  // namespace broadside::fit
