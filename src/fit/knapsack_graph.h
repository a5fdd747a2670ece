// SPDX-License-Identifier: MIT
// Tree of items → graph of decisions in reading order. A node is "these items are decided, this is what the next one
// can feel of them"; an edge is one decision with the height and value it adds. Private to the solver.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "fit/knapsack.h"

namespace broadside::fit::knapsack {

using Height = std::int64_t;  // Length::raw
inline constexpr Height kEndless = INT64_MAX / 4;

struct Edge {
  std::uint32_t target = 0;
  std::int32_t value = 0;
  Height height = 0;
  Shown shown = Shown::Hidden;
  std::int32_t row_point = -1;  ///< of the row at this item: index into Row::points
};

/// A node decides `item`; the last node of a graph decides nothing.
struct Node {
  std::uint32_t first_edge = 0;
  std::uint32_t edge_count = 0;
  std::int32_t item = -1;
};

class Engine;

/// The cells of a row, solved by themselves, and what they give together.
struct Row {
  struct RowPoint {
    Height height = 0;
    std::int32_t value = 0;
  };
  std::int32_t item = -1;
  std::vector<std::int32_t> cells;
  std::vector<std::unique_ptr<Engine>> engines;  ///< one a cell; null for a cell that is never shown
  std::vector<RowPoint> points;                  ///< rising in both
};

/// What the tree says about each item, worked out once.
struct Tree {
  std::vector<Item> items;
  std::vector<std::int32_t> end;    ///< index behind the last item inside
  std::vector<std::int32_t> need;   ///< children that must be shown with it
  std::vector<bool> forced;         ///< pinned, or something inside is
  std::vector<bool> forced_inside;  ///< something strictly inside is pinned
  explicit Tree(std::vector<Item> from);

  /// The items directly inside `parent` (or, for -1, in `flow` itself), in order.
  [[nodiscard]] std::vector<std::int32_t> children(std::int32_t parent, int flow) const;
};

struct Graph {
  std::vector<Node> nodes;  ///< every edge leads to a later node; the start is 0, the end the last one
  std::vector<Edge> edges;  ///< of one node in the order Full, Short, Hidden
  std::vector<Row> rows;
  bool complete = true;  ///< false: more than the allowed nodes; the graph is empty

  [[nodiscard]] const Row* row_of(std::int32_t item) const;
};

/// Memory that all tables of one solver share.
struct Budget {
  std::size_t left = 0;
};

/// The graph of a stack of `roots`, each with all that stands in it. `must_show`: the only root is a cell of a row, and
/// hiding it is its row's decision.
Graph build_graph(const Tree& tree, const std::vector<std::int32_t>& roots, Height capacity, bool must_show,
                  Budget& budget, bool& exact);

}  // namespace broadside::fit::knapsack
