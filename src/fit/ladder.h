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
  std::vector<Length> reach;     ///< the same with what page breaks may save: see flow::Capacities::slack
  bool estimated = false;        ///< boxes of several widths: see flow::Capacities
};

/// A contact that may be left out, because the file gives it a priority. The contacts share a paragraph, or a box whose
/// height is that of its content, so they are no items: each set of them is a page of its own to be solved.
struct Contact {
  resume::NodeId id = 0;
  std::string what;
  resume::Meta meta;
  int value = 0;
};

/// Another question than the résumé's own.
struct Demand {
  int show = -1;                         ///< index of an item to show, or -1
  bool in_full = false;                  ///< and not in its short wording
  std::optional<std::size_t> contact{};  ///< index of a contact to show
  int first_step = 0;                    ///< of the ladder; those before it are not tried
};

struct Solution {
  std::size_t contacts = 0;  ///< index of the set of contacts that are shown
  int step = 0;
  int price = 0;
  knapsack::Choice choice;
  int value = 0;               ///< of the choice and of the contacts
  double full = 0;             ///< height at natural gaps, as a part of the room
  std::vector<Length> filled;  ///< by flow: height of the content after left-over room went into the gaps
  std::vector<Length> room{};  ///< by flow; less than the step's once the real flow has wasted some
  int retries = 0;
  [[nodiscard]] int objective() const { return value - price; }
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
  [[nodiscard]] const flow::Composition& composition() const { return *sets_.front().composition; }

  [[nodiscard]] Answer solve(const Demand& demand = {});
  /// With all contacts or with one of the sets of them; measured on first use.
  [[nodiscard]] const Step& step(int number, std::size_t contacts = 0);
  [[nodiscard]] int steps() const;
  /// The tightest that `min-size` allows.
  [[nodiscard]] int tightest();
  [[nodiscard]] knapsack::Table table(const Step& step, const Demand& demand) const;
  [[nodiscard]] resume::Choice choice_of(const std::vector<knapsack::Shown>& shown, std::size_t contacts = 0) const;

  /// Those that may be left out; their values may be changed before solve().
  [[nodiscard]] std::vector<Contact>& contacts() { return contacts_; }
  [[nodiscard]] bool has_contact(std::size_t contacts, std::size_t contact) const {
    return sets_[contacts].hidden.of(contacts_[contact].id) == resume::Show::Full;
  }
  /// The set that has this contact too.
  [[nodiscard]] std::size_t with_contact(std::size_t contacts, std::size_t contact) const;
  /// The set that leaves out the most.
  [[nodiscard]] std::size_t fewest_contacts() const { return sets_.size() - 1; }
  /// What everything together is worth.
  [[nodiscard]] int total() const;

 private:
  /// Which contacts are shown; the rest of the page at every step with them.
  struct Set {
    resume::Choice hidden;
    std::optional<flow::Composition> composition;  ///< composed on first use
    std::vector<Item> items;                       ///< for their parts; those of the first set are the Ladder's own
    std::vector<std::optional<Step>> measured;     ///< by number of the step
  };
  void list_contacts();
  void compose(Set& set, Diagnostics& diagnostics);
  [[nodiscard]] int value_of_contacts(std::size_t contacts) const;
  /// Whether a set with more contacts has the same heights and the same room.
  [[nodiscard]] bool dominated(std::size_t contacts, int number);
  void solve(const Demand& demand, std::size_t contacts, Answer& answer, std::vector<Solution>& found);
  /// What the real flow makes of a choice.
  struct Poured {
    bool fits = false;
    std::vector<Length> filled;  ///< by flow, gaps widened
    std::vector<Length> beyond;  ///< by flow: what stands on pages too many
  };
  [[nodiscard]] Poured pour(const Solution& solution) const;

  const resume::Resume& resume_;
  const resume::Variant& variant_;
  const layout::Spec& spec_;
  flow::Typesetter& typesetter_;
  std::vector<Contact> contacts_;
  std::vector<Set> sets_;  ///< the first shows all contacts
  std::vector<Item> items_;
};

}  // namespace broadside::fit
