// SPDX-License-Identifier: MIT
// The best content at one step of the ladder: a precedence-constrained multiple-choice knapsack on a tree, solved
// exactly. Comes in: a tree of items with heights, values and gaps, and the room of each flow. Goes out: which items
// to show, in which wording, and proof that nothing is worth more. Knows no résumé and no layout.
//
// Method: the items are decided in reading order. What a decision depends on (is anything above? of which kind was the
// sibling above? how many siblings are shown?) is made a node of a directed graph without cycles, as in the
// depth-first dynamic programme of Cho & Shaw (1997) for the tree knapsack. Each node holds the undominated pairs
// (height, value) of all ways to finish the page from there (Nemhauser & Ullmann 1969). Where these do not fit into
// memory, a Lagrangian bound drops the pairs that no best choice can need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/length.h"

namespace broadside::fit::knapsack {

enum class Pin : std::uint8_t {
  Free,
  Always,  ///< shown, in full or in its short wording, and so is all that it stands in
  Never,
  Fixed  ///< like Always, but nobody could release it: the masthead
};

enum class Shown : std::uint8_t { Hidden, Short, Full };

/// One wording of an item. The height is that of its own rows, without gaps and without its children.
struct Form {
  Length height;  ///< not negative
  int value = 0;  ///< not negative; the sum over all items stays below 2^30
};

struct Item {
  int parent = -1;  ///< index of an earlier item, or -1: stands in its flow itself
  int flow = 0;     ///< of an item without a parent; the others follow their parent
  int kind = 0;     ///< siblings of one kind keep `between` from each other
  Length before;    ///< gap above it; dropped if nothing is above it in its flow
  Length between;   ///< instead, if the shown sibling above it is of its kind
  Form full;
  std::optional<Form> brief;  ///< a short wording, which shows no children
  Pin pin = Pin::Free;
  int at_least = 0;      ///< of its children, once it is shown in full; fewer if it has fewer that may be shown
  bool heading = false;  ///< shown in full only with at least one child, if it has any
  bool hollow = false;   ///< draws nothing itself (no height, no gap): its first child comes to the top; not of a row
  bool row = false;      ///< its children stand side by side, each at the top: the tallest counts
};

/// Bounds on work; beyond them the answer is the best found, with a proven bound.
struct Limits {
  std::size_t bytes = std::size_t{64} << 20;  ///< of all tables together
  std::size_t fill_states = 1 << 20;          ///< partial pages compared for the best fill among equal values
};

struct Point {
  Length height;
  int value = 0;
};

struct Choice {
  std::vector<Shown> shown;    ///< by item
  std::vector<Length> height;  ///< by flow, with gaps; at most its capacity
  int value = 0;
  int bound = 0;             ///< no choice is worth more; equal to value if exact
  bool exact = true;         ///< value is the largest possible
  bool best_fill = true;     ///< and no choice of this value is taller, nor as tall and earlier in order
  std::uint64_t states = 0;  ///< undominated partial pages that the tables hold
};

/// Why nothing fits.
struct Conflict {
  /// By flow: the least height that all pins and minimums need; none if they contradict each other.
  std::vector<std::optional<Length>> least;
  /// The shortest list of items (by index, in order) whose `Always` would have to go; with `hopeless` all of them.
  std::vector<std::size_t> release;
  bool hopeless = false;  ///< what is fixed does not fit even alone
};

/// All best choices for every capacity up to the given ones.
class Table {
 public:
  /// Items stand in reading order: every item is followed by all that stands in it. `capacity` has one entry a flow.
  Table(std::vector<Item> items, std::vector<Length> capacity, const Limits& limits = {});
  ~Table();
  Table(Table&&) noexcept;
  Table& operator=(Table&&) noexcept;

  /// The largest value, then the tallest page, then in the order of the items the first that is shown (in full before
  /// short). Among wordings inside a row only the value is compared. Nullopt if the pins do not fit: see conflict().
  [[nodiscard]] std::optional<Choice> choose() const;
  /// The same in less room; each capacity at most the one given to the constructor.
  [[nodiscard]] std::optional<Choice> choose(const std::vector<Length>& capacity) const;
  /// Rising heights with rising values: what each further bit of room in this flow buys. Where memory was short, only
  /// what the best choice for the whole capacity may need.
  [[nodiscard]] std::vector<Point> front(std::size_t flow) const;
  /// For a table whose choose() says nullopt.
  [[nodiscard]] Conflict conflict() const;
  [[nodiscard]] std::uint64_t states() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace broadside::fit::knapsack
