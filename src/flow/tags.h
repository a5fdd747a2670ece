// SPDX-License-Identifier: MIT
// The structure tags of a document, in reading order, before anything is placed. Comes in: the composition. Goes out:
// display tags, and which tag each cell and each bullet belongs to.
#pragma once

#include <unordered_map>
#include <vector>

#include "display/display_list.h"
#include "flow/composition.h"

namespace broadside::flow {

class TagTree {
 public:
  /// Appends to `tags`, the Document first: headings H1 … H6, paragraphs, and lists with a label and a body an item.
  TagTree(const Composition& composition, std::vector<display::Tag>& tags);

  [[nodiscard]] display::TagId cell(const CellContent& cell) const { return cells_.at(&cell); }
  [[nodiscard]] display::TagId marker(const Part& part) const { return markers_.at(&part); }
  /// The Figure of a part that has a picture.
  [[nodiscard]] display::TagId figure(const Part& part) const { return figures_.at(&part); }
  /// A new element below another, after what it already holds.
  display::TagId add(display::TagKind kind, display::TagId parent);

 private:
  void add_part(const Part& part, display::TagId parent);
  void add_children(const Part& part, display::TagId parent);
  void add_rows(const Part& part, display::TagId parent, display::TagId text_tag);

  std::vector<display::Tag>& tags_;
  std::unordered_map<const CellContent*, display::TagId> cells_;  // looked up only
  std::unordered_map<const Part*, display::TagId> markers_;
  std::unordered_map<const Part*, display::TagId> figures_;
};

}  // namespace broadside::flow
