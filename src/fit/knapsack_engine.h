// SPDX-License-Identifier: MIT
// Graph of decisions → tables of undominated (height, value) pairs, and the decisions behind one of them. Private to
// the solver.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "fit/knapsack_graph.h"

namespace broadside::fit::knapsack {

/// Height at a price (Lagrangian relaxation): for any price, the value of a choice is at most what its decisions are
/// worth after paying for their heights, plus the price of the room. The best price makes this bound tight to about
/// the worth of one item (Kellerer, Pferschy & Pisinger 2004, ch. 5 and 11).
struct Price {
  double per_height = 0;
  double bound = 0;            ///< no choice within the room is worth more
  std::vector<double> before;  ///< by node: the most that the decisions on the way there are worth, heights paid
};
Price best_price(const Graph& graph, Height room);

/// For each node of a graph: the undominated pairs of all ways from there to the end. One piece of memory for all.
class Tables {
 public:
  /// False if the budget does not suffice; then the tables are empty. With a `price`, pairs that cannot be part of a
  /// choice worth `lower` are dropped, and of each list only the `most` promising ones are kept.
  bool fill(const Graph& graph, Height capacity, Budget& budget, const Price* price = nullptr, std::int32_t lower = 0,
            std::size_t most = SIZE_MAX);

  /// The largest value within `room`, or -1 if nothing fits.
  [[nodiscard]] std::int32_t best(std::uint32_t node, Height room) const;
  [[nodiscard]] std::size_t size() const { return heights_.size(); }
  [[nodiscard]] std::vector<Point> front() const;
  void release(Budget& budget);

 private:
  void merge(const Edge& edge, Height capacity);
  void prune(const Price& price, std::size_t node, Height capacity, std::int32_t lower, std::size_t most);

  std::vector<Height> heights_;  ///< of one node after another, rising
  std::vector<std::int32_t> values_;
  std::vector<std::size_t> begin_, end_;  ///< by node
  std::size_t charged_ = 0;               ///< bytes taken from the budget
  std::vector<Height> merged_heights_, spare_heights_;
  std::vector<std::int32_t> merged_values_, spare_values_;
};

/// One stack of items, solved.
class Engine {
 public:
  Engine(const Tree& tree, const std::vector<std::int32_t>& roots, Height capacity, bool must_show, Budget& budget);

  [[nodiscard]] std::vector<Point> front() const { return solved_ ? tables_.front() : std::vector<Point>(); }
  [[nodiscard]] std::int32_t best(Height room) const { return solved_ ? tables_.best(0, room) : -1; }
  [[nodiscard]] bool exact() const { return exact_; }
  /// False: the tables hold only what the best choice for the whole capacity may need.
  [[nodiscard]] bool whole() const { return whole_; }
  /// No choice within the room is worth more.
  [[nodiscard]] std::int32_t bound(Height room) const;
  [[nodiscard]] std::uint64_t states() const;

  struct Found {
    Height height = 0;
    std::int32_t value = 0;
  };
  /// Writes the decisions of the best choice within `room` into `shown`; nullopt if nothing
  /// fits. `fill`: among equal values the tallest, unless more than `fill_states` partial pages would have to be
  /// compared: then `fill` becomes false.
  std::optional<Found> choose(Height room, std::size_t fill_states, bool& fill, std::vector<Shown>& shown) const;

 private:
  [[nodiscard]] bool optimal(const Edge& edge, std::int32_t want, Height room) const;
  void decide(std::uint32_t node, const Edge& edge, std::vector<Shown>& shown) const;
  Found first_path(Height room, std::vector<Shown>& shown) const;
  std::optional<Height> tallest_path(Height room, std::size_t most, std::vector<Shown>& shown) const;

  const Tree* tree_;
  bool exact_ = true;  ///< before the graph, whose building may find otherwise
  Graph graph_;
  Tables tables_;
  bool solved_ = false;
  bool whole_ = true;
  bool rows_exact_ = true;
  std::int32_t all_ = 0;  ///< value of everything: the bound when nothing better is known
};

}  // namespace broadside::fit::knapsack
