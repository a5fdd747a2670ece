// SPDX-License-Identifier: MIT
#include "flow/stack.h"

#include <algorithm>
#include <utility>

namespace broadside::flow {
namespace {

using layout::BlockKind;

// Where a reader least minds a page break: between sections, then between entries, then between bullets, then inside
// one. The numbers only rank; break_pages.cpp weighs them against empty room.
constexpr int kBreakBeforeSection = 0;
constexpr int kBreakBeforeGroup = 5;
constexpr int kBreakBeforeEntry = 10;
constexpr int kBreakBeforeBullet = 60;
constexpr int kBreakBeforeLastBullet = 120;  // would leave a single one behind
constexpr int kBreakAfterFirstBullet = 100;  // would leave a single one above
// A search finds only what stands on one page, so a paragraph is cut only where a fifth of the page would stay empty.
constexpr int kBreakInsideParagraph = 800;
// `break: avoid` is a strong wish, not a hole in the page: given up where two fifths would stay empty.
constexpr int kBreakAvoided = 3'200;

int cost_before(BlockKind kind) {
  switch (kind) {
    case BlockKind::Masthead:
    case BlockKind::Summary:
    case BlockKind::Section:
      return kBreakBeforeSection;
    case BlockKind::Group:
      return kBreakBeforeGroup;
    case BlockKind::Entry:
    case BlockKind::Publication:
      return kBreakBeforeEntry;
    case BlockKind::Position:
      return kBreakBeforeBullet;
    case BlockKind::Highlight:
    case BlockKind::Keywords:
    case BlockKind::Text:
      return kBreakBeforeBullet;
    case BlockKind::Contacts:
      return kBreakBeforeSection;
    case BlockKind::Note:
      return kBreakAvoided;
  }
  return 0;
}

bool is_heading(BlockKind kind) {
  return kind == BlockKind::Section || kind == BlockKind::Group || kind == BlockKind::Entry ||
         kind == BlockKind::Position;
}

// Below the heading of a section or group stand two lines at least of what it heads, if it heads as many.
void keep_two_lines(std::size_t first, VerticalList& list) {
  if (first + 1 < list.atoms.size() && list.atoms[first + 1].break_cost != kForced) {
    list.atoms[first + 1].break_cost = kForbidden;
  }
}

// Sets the row that tells, at the top of a box, whose positions go on there.
void resume_on_next_page(const Setting& setting, const Part& part, const Part* parent, Length left, Length width,
                         std::size_t begin, VerticalList& list) {
  if (part.resumed.empty() || part.resumed.front().rows.empty()) return;
  const Part& resumed = part.resumed.front();
  VerticalList alone;
  stack_own(setting, resumed, parent, nullptr, left, width, alone);
  const auto row = static_cast<std::uint32_t>(list.rows.size());
  for (std::size_t i = begin + 1; i < list.atoms.size(); ++i) {
    Atom& atom = list.atoms[i];
    if (list.rows[atom.row].part == &part || atom.resumed != kNoRow) continue;
    atom.resumed = row;
    // Below it stands what would stand below the entry's own rows.
    atom.resumed_height = alone.rows.front().box.height + gap_before(setting.layout(), *part.children.data(), nullptr);
  }
  list.rows.push_back(std::move(alone.rows.front()));
}

void stack_tree(const Setting& setting, const Part& part, const Part* parent, const Part* previous, Length left,
                Length width, VerticalList& list) {
  const std::size_t begin = list.atoms.size();
  stack_own(setting, part, parent, previous, left, width, list);
  // A heading stays with what it heads: the break before a first child counts as a break inside the heading.
  const bool holds_on = is_heading(part.kind) || setting.layout().block(part.block).keep_with_next;
  const Length inner = child_left(setting.layout(), part, left);
  const std::size_t first_below = list.atoms.size();
  const Part* before = nullptr;
  for (std::size_t i = 0; i < part.children.size(); ++i) {
    const Part& child = part.children[i];
    const std::size_t first = list.atoms.size();
    stack_tree(setting, child, &part, before, inner, width, list);
    if (first < list.atoms.size()) {
      Atom& atom = list.atoms[first];
      const bool bullets = child.kind == BlockKind::Highlight || child.kind == BlockKind::Keywords;
      if (before == nullptr && holds_on && !part.rows.empty()) {
        atom.break_cost = kForbidden;
      } else if (bullets && i + 1 == part.children.size() && part.children.size() > 1 && atom.break_cost >= 0) {
        atom.break_cost = std::max(atom.break_cost, kBreakBeforeLastBullet);
      } else if (bullets && i == 1 && atom.break_cost >= 0) {
        atom.break_cost = std::max(atom.break_cost, kBreakAfterFirstBullet);
      }
    }
    before = &child;
  }
  if (holds_on && part.kind != BlockKind::Entry && part.kind != BlockKind::Position && !part.rows.empty()) {
    keep_two_lines(first_below, list);
  }
  resume_on_next_page(setting, part, parent, left, width, begin, list);
  if (part.break_wish == resume::BreakWish::Avoid) {
    for (std::size_t i = begin + 1; i < list.atoms.size(); ++i) {
      Atom& atom = list.atoms[i];
      if (atom.break_cost != kForbidden && atom.break_cost != kForced) atom.break_cost += kBreakAvoided;
    }
  }
}

// A picture beside its rows is not torn from them, and what follows begins below both.
void make_room(const PictureBox& picture, const layout::Block& block, std::size_t begin, VerticalList& list) {
  if (begin == list.atoms.size() || picture.beside == Length{}) return;
  Length rows = -list.atoms[begin].above - block.space_after;
  if (block.rule_below) rows -= block.rule_below->thickness + block.rule_below->gap;
  for (std::size_t i = begin; i < list.atoms.size(); ++i) {
    rows += list.atoms[i].height;
    if (i == begin) continue;
    rows += list.atoms[i].before;
    list.atoms[i].break_cost = kForbidden;
  }
  list.atoms.back().height += max(picture.beside - rows, Length{});
}

}  // namespace

Length gap_before(const layout::Layout& layout, const Part& part, const Part* previous) {
  const layout::Block& block = layout.block(part.block);
  return previous != nullptr && previous->kind == part.kind ? block.space_between : block.space_before;
}

Length child_left(const layout::Layout& layout, const Part& part, Length left) {
  const layout::Block& block = layout.block(part.block);
  // What a bullet holds is set under its text.
  return left + block.indent + (part.marker ? block.marker_width : Length{});
}

void stack_own(const Setting& setting, const Part& part, const Part* parent, const Part* previous, Length left,
               Length width, VerticalList& list) {
  const layout::Layout& layout = setting.layout();
  const layout::Block& block = layout.block(part.block);
  const Length text_left = child_left(layout, part, left);
  const std::optional<PictureBox> picture = picture_box(layout, part, width - text_left);
  const std::size_t begin = list.atoms.size();
  for (std::size_t r = 0; r < part.rows.size(); ++r) {
    const RowContent& content = part.rows[r];
    SetRow row;
    row.part = &part;
    row.parent = parent;
    row.rule_left = text_left;
    row.rule_width = width - text_left;
    row.left = text_left + (picture ? picture->rows_left : Length{});
    row.width = picture ? picture->rows_width : row.rule_width;
    row.first = r == 0;
    row.last = r + 1 == part.rows.size();
    if (row.first) row.picture = picture;
    row.box = set_row(setting, part.block, content, row.width);

    const bool one_cell = row.box.cells.size() == 1;
    const std::size_t lines = one_cell ? row.box.cells.front().breaks.line_count() : 1;
    const auto index = static_cast<std::uint32_t>(list.rows.size());
    for (std::size_t line = 0; line < lines; ++line) {
      Atom atom;
      atom.row = index;
      if (one_cell) {
        atom.first_line = static_cast<std::uint32_t>(line);
        atom.lines = 1;
        atom.height = layout.style(row.box.cells.front().cell->style).line_height;
      } else {
        atom.height = row.box.height;
      }
      if (line == 0) {
        atom.before = row.first ? gap_before(layout, part, previous) : block.rows[content.row].space_before;
        atom.stretches = row.first;
        atom.break_cost = row.first ? cost_before(part.kind) : kForbidden;
        if (row.first && part.break_wish == resume::BreakWish::Before && !list.atoms.empty()) {
          atom.break_cost = kForced;
        }
        if (row.first && block.rule_above) {
          atom.above = block.rule_above->thickness + block.rule_above->gap;
        }
        if (row.first && picture) atom.above += picture->rows_top;
        atom.height += atom.above;
      } else {
        // No single line alone at either side of a break.
        atom.break_cost = line == 1 || line + 1 == lines ? kForbidden : kBreakInsideParagraph;
      }
      if (row.last && line + 1 == lines) {
        if (block.rule_below) atom.height += block.rule_below->thickness + block.rule_below->gap;
        atom.height += block.space_after;
      }
      list.atoms.push_back(atom);
    }
    list.rows.push_back(std::move(row));
  }
  if (picture) make_room(*picture, block, begin, list);
}

Length own_height(const Setting& setting, const Part& part, Length left, Length width) {
  VerticalList list;
  stack_own(setting, part, nullptr, nullptr, left, width, list);
  return total_height(list);
}

VerticalList stack(const Setting& setting, const std::vector<Part>& parts, Length width) {
  VerticalList list;
  const Part* previous = nullptr;
  for (const Part& part : parts) {
    stack_tree(setting, part, nullptr, previous, Length{}, width, list);
    previous = &part;
  }
  return list;
}

Length total_height(const VerticalList& list) {
  Length sum;
  for (std::size_t i = 0; i < list.atoms.size(); ++i) {
    if (i > 0) sum += list.atoms[i].before;
    sum += list.atoms[i].height;
  }
  return sum;
}

}  // namespace broadside::flow
