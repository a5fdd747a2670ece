// SPDX-License-Identifier: MIT
// Parts → a vertical list: what a page break may come between, and at what cost. Comes in: composed parts, a Setting
// and the width of the boxes. Goes out: atoms with heights and gaps; nothing has a page yet.
#pragma once

#include <memory>
#include <vector>

#include "flow/measure.h"
#include "flow/picture.h"

namespace broadside::flow {

/// Costs of a break before an atom. Between the two ends a higher number is a worse place.
inline constexpr int kForbidden = 1'000'000;
inline constexpr int kForced = -1'000'000;

/// A row that has been set, with the part that it belongs to.
struct SetRow {
  const Part* part = nullptr;
  const Part* parent = nullptr;  ///< null for the flow's own parts
  RowBox box;
  Length left;  ///< of the row's text, from the left edge of the box
  Length width;
  bool first = false;  ///< of its part: carries the marker
  bool last = false;
  Length rule_left;  ///< of the part's rules, which run above and below a picture too
  Length rule_width;
  std::optional<PictureBox> picture;  ///< of the part, on its first row
};

inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

/// What no page break can cut: one line of a paragraph, or a whole row of cells.
struct Atom {
  Length before;  ///< gap above, dropped at the top of a box
  Length height;
  Length above;                    ///< part of height: rule and picture above
  std::uint32_t row = 0;           ///< index into VerticalList::rows
  std::uint32_t first_line = 0;    ///< of the row
  std::uint32_t lines = 0;         ///< 0 = the whole row
  int break_cost = 0;              ///< of a page break before it
  bool stretches = false;          ///< the gap above may take left-over room
  std::uint32_t resumed = kNoRow;  ///< row that is set above it once more if it begins a box ("… (continued)")
  Length resumed_height;           ///< of that row, with the gap below it
};

struct VerticalList {
  std::vector<SetRow> rows;  ///< of the atoms; a resumed row has none
  std::vector<Atom> atoms;
};

/// The gap above a part that follows `previous`, its shown sibling (null = it is the first).
Length gap_before(const layout::Layout& layout, const Part& part, const Part* previous);

/// The atoms of a part's own rows, without its children. The first atom's gap is gap_before().
void stack_own(const Setting& setting, const Part& part, const Part* parent, const Part* previous, Length left,
               Length width, VerticalList& list);
/// Sum of the own atoms' heights and of the gaps between them, without the gap above the first.
Length own_height(const Setting& setting, const Part& part, Length left, Length width);
/// Left edge of a part's text and of its children's blocks, from that of its parent.
Length child_left(const layout::Layout& layout, const Part& part, Length left);

/// Parts with all they hold, one after another.
VerticalList stack(const Setting& setting, const std::vector<Part>& parts, Length width);

/// Height of a list that begins at the top of a box and is not broken.
Length total_height(const VerticalList& list);

}  // namespace broadside::flow
