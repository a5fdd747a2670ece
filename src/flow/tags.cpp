// SPDX-License-Identifier: MIT
#include "flow/tags.h"

#include <algorithm>

namespace broadside::flow {
namespace {

using display::TagId;
using display::TagKind;

TagKind heading(int level) {
  switch (level) {
    case 1:
      return TagKind::Heading1;
    case 2:
      return TagKind::Heading2;
    case 3:
      return TagKind::Heading3;
    case 4:
      return TagKind::Heading4;
    case 5:
      return TagKind::Heading5;
    default:
      return TagKind::Heading6;
  }
}

constexpr TagId kNone = -1;

}  // namespace

TagTree::TagTree(const Composition& composition, std::vector<display::Tag>& tags) : tags_(tags) {
  const TagId document = add(TagKind::Document, kNone);
  for (const FlowContent& flow : composition.flows) {
    for (const Part& part : flow.parts) add_part(part, document);
  }
}

TagId TagTree::add(TagKind kind, TagId parent) {
  display::Tag& tag = tags_.emplace_back();
  tag.kind = kind;
  tag.parent = parent;
  return static_cast<TagId>(tags_.size() - 1);
}

// `text_tag` takes the rows' text; kNone gives each cell a paragraph (or heading) of its own.
void TagTree::add_rows(const Part& part, TagId parent, TagId text_tag) {
  for (const RowContent& row : part.rows) {
    for (const CellContent& cell : row.cells) {
      TagId tag = text_tag;
      if (tag == kNone) {
        const bool is_heading = cell.role == Role::Heading;
        tag = add(is_heading ? heading(part.heading_level) : TagKind::Paragraph, parent);
        tags_.back().span = part.meta.span;
        if (is_heading) tags_.back().title = cell.spoken;
      }
      cells_.emplace(&cell, tag);
    }
  }
  if (part.image) {
    figures_.emplace(&part, add(TagKind::Figure, parent));
    tags_.back().alt = part.image->alt;
    tags_.back().span = part.image->span;
  }
}

void TagTree::add_part(const Part& part, TagId parent) {
  add_rows(part, parent, kNone);
  // Without rows of its own to mark, a part that only groups others leaves no element behind.
  add_children(part, parent);
}

// Bullets that follow each other make one list.
void TagTree::add_children(const Part& part, TagId parent) {
  TagId list = kNone;
  for (const Part& child : part.children) {
    if (!child.marker) {
      list = kNone;
      add_part(child, parent);
      continue;
    }
    if (list == kNone) list = add(TagKind::List, parent);
    const TagId item = add(TagKind::ListItem, list);
    markers_.emplace(&child, add(TagKind::Label, item));
    const TagId body = add(TagKind::ListBody, item);
    add_rows(child, body, body);
    add_children(child, body);
  }
}

}  // namespace broadside::flow
