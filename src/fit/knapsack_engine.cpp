// SPDX-License-Identifier: MIT
// From the tables back to decisions. Implements Engine of knapsack_engine.h.
#include "fit/knapsack_engine.h"

#include <algorithm>
#include <limits>

namespace broadside::fit::knapsack {

namespace {

constexpr std::size_t kEndlessBytes = std::numeric_limits<std::size_t>::max() / 2;
constexpr std::size_t kBeam = 128;  // pairs a node keeps while a first good choice is looked for

}  // namespace

Engine::Engine(const Tree& tree, const std::vector<std::int32_t>& roots, Height capacity, bool must_show,
               Budget& budget)
    : tree_(&tree), graph_(build_graph(tree, roots, capacity, must_show, budget, exact_)) {
  for (std::int32_t root : roots)
    for (std::int32_t i = root; i < tree.end[static_cast<std::size_t>(root)]; ++i) {
      const Item& item = tree.items[static_cast<std::size_t>(i)];
      all_ += std::max(item.full.value, item.brief ? item.brief->value : 0);
    }
  if (!graph_.complete) {
    exact_ = false;
    return;
  }
  rows_exact_ = exact_;
  solved_ = tables_.fill(graph_, capacity, budget);
  if (solved_) return;
  // Not enough memory for the best choice in every room. A beam finds a good one for the whole capacity; then only the
  // pairs that could be part of a better one are needed.
  solved_ = true;
  whole_ = false;
  const Price price = best_price(graph_, capacity);
  Budget beam{kEndlessBytes};
  tables_.fill(graph_, capacity, beam, &price, 0, kBeam);
  if (must_show) exact_ = false;  // a cell: its row asks for every room, and takes what the beam has
  if (best(capacity) < 0 || must_show) return;
  std::vector<Shown> ignored(tree.items.size());
  const std::int32_t found = first_path(capacity, ignored).value;
  if (tables_.fill(graph_, capacity, budget, &price, found)) return;
  exact_ = false;
  const std::size_t most = std::max(kBeam, budget.left / (graph_.nodes.size() * 24));
  tables_.fill(graph_, capacity, beam, &price, 0, most);
  budget.left -= std::min(budget.left, tables_.size() * 12);
}

std::int32_t Engine::bound(Height room) const {
  if (exact_) return std::max(best(room), 0);
  if (!rows_exact_ || !graph_.complete) return all_;
  return std::min(all_, static_cast<std::int32_t>(best_price(graph_, room).bound + 1e-3));
}

std::uint64_t Engine::states() const {
  std::uint64_t sum = tables_.size();
  for (const Row& row : graph_.rows)
    for (const auto& engine : row.engines)
      if (engine != nullptr) sum += engine->states();
  return sum;
}

/// Does this decision lead on to `want`, in the room that is left?
bool Engine::optimal(const Edge& edge, std::int32_t want, Height room) const {
  const std::int32_t rest = edge.height <= room ? tables_.best(edge.target, room - edge.height) : -1;
  return rest >= 0 && rest + edge.value == want;
}

void Engine::decide(std::uint32_t node, const Edge& edge, std::vector<Shown>& shown) const {
  const std::int32_t item = graph_.nodes[node].item;
  shown[static_cast<std::size_t>(item)] = edge.shown;
  if (edge.row_point < 0) return;
  const Row& row = *graph_.row_of(item);
  const Height room = row.points[static_cast<std::size_t>(edge.row_point)].height;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    bool fill = false;
    if (row.engines[c] != nullptr && row.engines[c]->best(room) >= 0) row.engines[c]->choose(room, 0, fill, shown);
  }
}

/// The earliest in order of the best ones, whatever its height. Tables that were thinned out can promise a node less
/// than its successors hold, so the largest sum decides, not the sum that was promised.
Engine::Found Engine::first_path(Height room, std::vector<Shown>& shown) const {
  Found found;
  std::uint32_t node = 0;
  while (graph_.nodes[node].edge_count > 0) {
    const Node& from = graph_.nodes[node];
    const Edge* taken = nullptr;
    std::int32_t most = -1;
    for (std::uint32_t e = from.first_edge; e < from.first_edge + from.edge_count; ++e) {
      const Edge& edge = graph_.edges[e];
      const Height left = room - found.height - edge.height;
      const std::int32_t rest = left >= 0 ? tables_.best(edge.target, left) : -1;
      if (rest < 0 || rest + edge.value <= most) continue;
      most = rest + edge.value;
      taken = &edge;
    }
    decide(node, *taken, shown);
    found.height += taken->height;
    found.value += taken->value;
    node = taken->target;
  }
  return found;
}

/// Among the best ones the tallest, then the earliest in order. Every way to a node that can still end at the best
/// value has the same value there for its height, so a node needs to remember heights only.
std::optional<Height> Engine::tallest_path(Height room, std::size_t most, std::vector<Shown>& shown) const {
  std::vector<std::vector<Height>> reached(graph_.nodes.size());
  reached[0] = {0};
  std::size_t count = 0;
  const auto last = static_cast<std::uint32_t>(graph_.nodes.size() - 1);
  const auto each = [&](std::uint32_t node, Height used, auto&& visit) {
    const Node& from = graph_.nodes[node];
    const std::int32_t want = tables_.best(node, room - used);
    for (std::uint32_t e = from.first_edge; e < from.first_edge + from.edge_count; ++e)
      if (optimal(graph_.edges[e], want, room - used) && visit(graph_.edges[e])) return true;
    return false;
  };
  for (std::uint32_t node = 0; node < last; ++node) {
    std::vector<Height>& here = reached[node];
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    count += here.size();
    if (count > most) return std::nullopt;
    for (Height used : here)
      each(node, used, [&](const Edge& edge) {
        reached[edge.target].push_back(used + edge.height);
        return false;
      });
  }
  const Height tallest = *std::max_element(reached[last].begin(), reached[last].end());
  reached[last] = {tallest};
  // Keep only what leads to that height.
  const auto leads_on = [&](const Edge& edge, Height used) {
    return std::binary_search(reached[edge.target].begin(), reached[edge.target].end(), used + edge.height);
  };
  for (std::uint32_t node = last; node-- > 0;)
    std::erase_if(reached[node], [&](Height used) {
      return !each(node, used, [&](const Edge& edge) { return leads_on(edge, used); });
    });
  std::uint32_t node = 0;
  for (Height used = 0; node != last;)
    each(node, used, [&](const Edge& edge) {
      if (!leads_on(edge, used)) return false;
      decide(node, edge, shown);
      used += edge.height;
      node = edge.target;
      return true;
    });
  return tallest;
}

std::optional<Engine::Found> Engine::choose(Height room, std::size_t fill_states, bool& fill,
                                            std::vector<Shown>& shown) const {
  if (best(room) < 0) return std::nullopt;
  if (fill) {
    if (const std::optional<Height> height = tallest_path(room, fill_states, shown)) return Found{*height, best(room)};
  }
  fill = false;
  return first_path(room, shown);
}

}  // namespace broadside::fit::knapsack
