// SPDX-License-Identifier: MIT
// The price of height that bounds the value of a page best. Implements best_price of knapsack_engine.h.
#include <algorithm>

#include "fit/knapsack_engine.h"

namespace broadside::fit::knapsack {

namespace {

constexpr double kImpossible = -1e300;

/// The decisions that are worth most at a price, from the start to every node.
struct Walk {
  std::vector<double> worth;
  std::vector<Height> height;
};

void walk(const Graph& graph, double per_height, Walk& out) {
  out.worth.assign(graph.nodes.size(), kImpossible);
  out.height.assign(graph.nodes.size(), 0);
  out.worth[0] = 0;
  for (std::size_t n = 0; n + 1 < graph.nodes.size(); ++n) {
    if (out.worth[n] == kImpossible) continue;
    const Node& node = graph.nodes[n];
    for (std::uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) {
      const Edge& edge = graph.edges[e];
      const double worth = out.worth[n] + edge.value - per_height * static_cast<double>(edge.height);
      if (worth <= out.worth[edge.target]) continue;
      out.worth[edge.target] = worth;
      out.height[edge.target] = out.height[n] + edge.height;
    }
  }
}

}  // namespace

Price best_price(const Graph& graph, Height room) {
  constexpr int kHalvings = 60;
  Walk at;
  Price best;
  best.bound = 1e300;
  const auto ask = [&](double per_height) {
    walk(graph, per_height, at);
    const double bound = at.worth.back() + per_height * static_cast<double>(room);
    if (bound < best.bound) {
      best.bound = bound;
      best.per_height = per_height;
      best.before = at.worth;
    }
    return at.height.back() > room;
  };
  // The bound is convex in the price, and falls as long as what is bought at it is too tall.
  double low = 0, high = 1;
  if (!ask(0)) return best;
  while (high < 1e9 && ask(high)) high *= 2;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (ask(middle) ? low : high) = middle;
  }
  return best;
}

}  // namespace broadside::fit::knapsack
