// SPDX-License-Identifier: MIT
// Outline items → a doubly linked tree (ISO 32000-1, 12.3.3), all of it open.
#include "pdf/outline.h"

#include <algorithm>

namespace broadside::pdf {

Dict write_outline(Objects& objects, const display::DisplayList& list, const std::vector<Dict>& pages) {
  if (list.outline.empty()) return {};
  struct Node {
    Dict dict;
    int last_child = -1;
    int descendants = 0;
  };
  Dict root = objects.dict();
  root.name("Type", "Outlines");
  std::vector<Node> nodes{{root}};
  std::vector<int> path{0};  // nodes from the root down to the latest item
  std::vector<int> parent_of{-1};

  for (const display::OutlineItem& item : list.outline) {
    const int level = std::clamp(item.level, 1, static_cast<int>(path.size()));
    path.resize(static_cast<std::size_t>(level));
    const int parent = path.back();
    const int self = static_cast<int>(nodes.size());
    Dict dict = objects.dict();
    dict.text("Title", item.title).refer("Parent", nodes[static_cast<std::size_t>(parent)].dict);
    const display::Page& page = list.pages.at(item.page);
    dict.array("Dest")
        .refer(pages[item.page])
        .name("XYZ")
        .real(item.target.x.pt())
        .real((page.size.height - item.target.y).pt())
        .null();
    int& previous = nodes[static_cast<std::size_t>(parent)].last_child;
    if (previous < 0) {
      nodes[static_cast<std::size_t>(parent)].dict.refer("First", dict);
    } else {
      dict.refer("Prev", nodes[static_cast<std::size_t>(previous)].dict);
      nodes[static_cast<std::size_t>(previous)].dict.refer("Next", dict);
    }
    previous = self;
    nodes.push_back({dict});
    parent_of.push_back(parent);
    path.push_back(self);
  }
  for (std::size_t i = nodes.size(); i-- > 1;) {
    nodes[static_cast<std::size_t>(parent_of[i])].descendants += nodes[i].descendants + 1;
  }
  for (Node& node : nodes) {
    if (node.last_child < 0) continue;
    node.dict.refer("Last", nodes[static_cast<std::size_t>(node.last_child)].dict);
    node.dict.number("Count", node.descendants);
  }
  return root;
}

}  // namespace broadside::pdf
