// SPDX-License-Identifier: MIT
// A layout as written, between read() and tighten(): a Layout whose lengths are still empty, and the recipe that fills
// them in at a step. Private to layout/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "layout/layout.h"
#include "layout/read.h"

namespace broadside::layout {

/// Pt holds every absolute unit, already in points. Factor is a bare number: leading and `spacing`.
enum class Unit : std::uint8_t { Pt, Em, Percent, Factor };

/// A number as written, with what it is relative to.
struct Amount {
  double number = 0;
  Unit unit = Unit::Pt;
};

/// A number that a dial may move: `amount` at the loosest end, `tight` (of the same unit) at the other.
struct Slot {
  Amount amount;
  double tight = 0;
  int dial = -1;  ///< index into Spec::dials, or -1: stands still
};

/// Where the value of a slot goes.
struct Write {
  std::size_t slot = 0;
  std::function<Length&(Layout&)> target;
  bool spaced = false;   ///< a vertical gap: multiplied by `spacing`
  bool negated = false;  ///< running text counts up from the page's bottom edge
};

/// The sizes of one style; everything else of it stands in Spec::base.
struct StyleRecipe {
  int parent = -1;                  ///< index of the style it extends
  std::optional<std::size_t> size;  ///< slot; none = the parent's size
  std::size_t leading = 0;          ///< slot, its own or an ancestor's
};

/// Stands still up to step `first`, arrives at step `last`.
struct Dial {
  int first = 0;
  int last = 0;
  double price = 0;
};

struct Spec {
  Layout base;
  std::vector<Slot> slots;
  std::vector<Write> writes;
  std::vector<StyleRecipe> styles;  ///< by StyleId
  std::vector<StyleId> order;       ///< parents before those that extend them
  StyleId body = 0;                 ///< its size is the em outside `styles`
  std::size_t spacing = 0;          ///< slot of the factor on vertical gaps
  std::vector<Dial> dials;
};

}  // namespace broadside::layout
