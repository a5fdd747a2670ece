// SPDX-License-Identifier: MIT
// The best page over all steps of tightness, under the résumé's own pins or under others. Comes in: a résumé, a
// variant, a layout. Goes out: a step, a choice by item, and what is known of every step. Private to this room.
#pragma once

#include <optional>
#include <vector>

#include "fit/items.h"
#include "fit/knapsack.h"
#include "fit/report.h"
#include "flow/flow.h"
#include "layout/read.h"

namespace broadside::fit {

/// One step of the ladder, measured.
struct Step {
  int number = 0;
  int price = 0;
  bool too_small = false;  ///< forbidden by the variant's `min-size`
  std::vector<Heights> heights;
  std::vector<Length> capacity;  ///< by flow: all its boxes on all its pages together
  bool estimated = false;        ///< boxes of several widths: see flow::Capacities
};

/// Another question than the résumé's own.
struct Demand {
  int show = -1;         ///< index of an item to show, or -1
  bool in_full = false;  ///< and not in its short wording
  int first_step = 0;    ///< of the ladder; those before it are not tried
};

struct Solution {
  int step = 0;
  int price = 0;
  knapsack::Choice choice;
  Length filled;  ///< height of the content after left-over room went into the gaps
  [[nodiscard]] int objective() const { return choice.value - price; }
};

struct Answer {
  std::optional<Solution> best;  ///< none: the pins do not fit
  std::vector<Tried> tried;      ///< by step
  int bound = 0;                 ///< no page is worth more, prices included
  std::uint64_t states = 0;
  /// No page at all is worth more. False after page breaks had to be tried out, or for lack of memory.
  [[nodiscard]] bool exact() const { return best && best->objective() == bound; }
};

class Ladder {
 public:
  /// The variant has a number of pages.
  Ladder(const resume::Resume& resume, const resume::Variant& variant, const layout::Spec& spec,
         flow::Typesetter& typesetter, Diagnostics& diagnostics);

  /// Their values may be changed before solve(); their number and order not.
  [[nodiscard]] std::vector<Item>& items() { return items_; }
  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  [[nodiscard]] const flow::Composition& composition() const { return composition_; }

  [[nodiscard]] Answer solve(const Demand& demand = {});
  /// Measured on first use.
  [[nodiscard]] const Step& step(int number);
  [[nodiscard]] int steps() const;
  /// The tightest that `min-size` allows.
  [[nodiscard]] int tightest();
  [[nodiscard]] knapsack::Table table(const Step& step, const Demand& demand) const;
  [[nodiscard]] resume::Choice choice_of(const std::vector<knapsack::Shown>& shown) const;

 private:
  [[nodiscard]] std::optional<Length> fill(const Solution& solution) const;

  const resume::Resume& resume_;
  const resume::Variant& variant_;
  const layout::Spec& spec_;
  flow::Typesetter& typesetter_;
  flow::Composition composition_;
  std::vector<Item> items_;
  std::vector<std::optional<Step>> measured_;
};

}  // namespace broadside::fit
