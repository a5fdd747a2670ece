// SPDX-License-Identifier: MIT
#include "fit/items.h"

#include <algorithm>

#include "fit/fit.h"
#include "flow/flow.h"

namespace broadside::fit {
namespace {

using layout::BlockKind;

void collect(const flow::Part& part, int parent, std::size_t flow, std::vector<Item>& out) {
  Item item;
  item.id = part.node;
  item.parent = parent;
  item.flow = flow;
  item.part = &part;
  const bool is_entry = part.kind == BlockKind::Entry || part.kind == BlockKind::Position;
  const bool only_text = !part.children.empty() && part.children.front().node == 0;
  item.heading = (part.kind == BlockKind::Section || part.kind == BlockKind::Group) && !only_text;
  // A private note below it is no bullet.
  item.bulleted = is_entry && std::any_of(part.children.begin(), part.children.end(),
                                          [](const flow::Part& child) { return child.node != 0; });
  set_worth(item, part.meta.priority);
  // A bare title says too little where bullets were written; `at-least: 0` allows it.
  if (item.bulleted) item.least = 1;
  if (parent >= 0) item.path = out[static_cast<std::size_t>(parent)].path + " > ";
  item.path += part.label;
  const int index = static_cast<int>(out.size());
  out.push_back(std::move(item));
  for (const flow::Part& child : part.children) {
    if (child.node != 0) collect(child, index, flow, out);
  }
}

// A part's own rows with those of its children that have no id.
Length fixed_height(const flow::Setting& setting, const flow::Part& part, Length left, Length width) {
  Length height = flow::own_height(setting, part, left, width);
  const Length inner = flow::child_left(setting.layout(), part, left);
  const flow::Part* previous = nullptr;
  for (const flow::Part& child : part.children) {
    if (child.node != 0) continue;
    height += flow::gap_before(setting.layout(), child, previous) + fixed_height(setting, child, inner, width);
    previous = &child;
  }
  return height;
}

}  // namespace

int value_of(int priority) {
  constexpr int kValues[] = {1, 2, 3, 5, 8};
  return kValues[priority < 1 ? 0 : priority > 5 ? 4 : priority - 1];
}

int short_value_of(int priority) { return (3 * value_of(priority) + 2) / 4; }

std::vector<Item> items(const flow::Composition& composition) {
  std::vector<Item> out;
  for (std::size_t flow = 0; flow < composition.flows.size(); ++flow) {
    for (const flow::Part& part : composition.flows[flow].parts) collect(part, -1, flow, out);
  }
  settle(out);
  return out;
}

std::vector<Heights> measure(const std::vector<Item>& items, const flow::Composition& composition,
                             const flow::Setting& setting) {
  const layout::Layout& layout = setting.layout();
  std::vector<Length> widths;
  for (const flow::FlowContent& flow : composition.flows) widths.push_back(flow::flow_width(layout, flow.flow));
  std::vector<Heights> out(items.size());
  std::vector<Length> lefts(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    const layout::Block& block = layout.block(item.part->block);
    if (item.parent >= 0) {
      const auto parent = static_cast<std::size_t>(item.parent);
      lefts[i] = flow::child_left(layout, *items[parent].part, lefts[parent]);
    }
    Heights& heights = out[i];
    heights.before = block.space_before;
    heights.between = block.space_between;
    heights.full = fixed_height(setting, *item.part, lefts[i], widths[item.flow]);
    if (item.has_short()) {
      heights.short_form = fixed_height(setting, item.part->short_form.front(), lefts[i], widths[item.flow]);
    }
  }
  return out;
}

void set_worth(Item& item, int priority) {
  if (item.id == 0 || item.heading) return;
  // Where bullets were written they carry the worth; the title above them only makes one entry more.
  item.value = (item.bulleted ? 1 : value_of(priority)) + item.bonus;
  item.short_own = short_value_of(priority) + item.short_bonus;
}

void settle(std::vector<Item>& items) {
  std::vector<int> whole(items.size());
  for (std::size_t i = items.size(); i-- > 0;) {
    Item& item = items[i];
    whole[i] += item.value;
    if (item.parent >= 0) whole[static_cast<std::size_t>(item.parent)] += whole[i];
    item.short_value = std::min(item.short_own, item.bulleted ? (3 * whole[i] + 2) / 4 : whole[i]);
  }
}

std::size_t end_of(const std::vector<Item>& items, std::size_t index) {
  // What is below an item follows it, up to the first item that is not.
  std::size_t end = index + 1;
  while (end < items.size() && items[end].parent >= static_cast<int>(index)) ++end;
  return end;
}

Length whole_height(const std::vector<Item>& items, const std::vector<Heights>& heights, std::size_t index) {
  const auto gap = [&](std::size_t i) {
    for (std::size_t previous = i; previous-- > 0;) {
      if (static_cast<int>(previous) == items[i].parent) break;
      if (items[previous].parent == items[i].parent) {
        return items[previous].part->kind == items[i].part->kind ? heights[i].between : heights[i].before;
      }
    }
    return heights[i].before;
  };
  Length sum;
  for (std::size_t i = index; i < end_of(items, index); ++i) sum += gap(i) + heights[i].full;
  return sum;
}

int total_value(const std::vector<Item>& items) {
  int sum = 0;
  for (const Item& item : items) sum += item.value;
  return sum;
}

}  // namespace broadside::fit
