// SPDX-License-Identifier: MIT
// Walks the items in reading order and makes a node for each different past that the next item can feel. Implements
// knapsack_graph.h.
#include "fit/knapsack_graph.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <memory_resource>
#include <string>

#include "fit/knapsack_engine.h"

namespace broadside::fit::knapsack {

namespace {

constexpr std::int32_t kNone = -1;

/// What the next item can feel of the decisions before it.
struct Past {
  /// Shown siblings in each open stack, outermost first, up to what is needed: small numbers, and so few that a string
  /// holds them without asking for memory.
  std::u16string counts;
  std::int64_t last = INT64_MIN;  ///< kind of the sibling above in the innermost stack
  bool top = true;                ///< nothing is drawn above yet
  auto operator<=>(const Past&) const = default;
};

class Builder {
 public:
  Builder(const Tree& tree, const std::vector<std::int32_t>& roots, Height capacity, bool must_show, Budget& budget,
          bool& exact)
      : tree_(tree), capacity_(capacity), must_show_(must_show), budget_(budget), exact_(exact) {
    for (std::int32_t root : roots)
      for (std::int32_t i = root; i < tree.end[at(root)];) {
        order_.push_back(i);
        // The inside of a row is decided by the row's own engines.
        i = tree.items[at(i)].row ? tree.end[at(i)] : i + 1;
      }
    assert(tree.items.size() <= UINT16_MAX && "a file has at most 20,000 values");
    place_.assign(tree.items.size() + 1, 0);
    for (std::size_t p = 0; p < order_.size(); ++p) place_[at(order_[p])] = static_cast<std::int32_t>(p);
    pasts_.reserve(order_.size() + 1);
    for (std::size_t p = 0; p <= order_.size(); ++p) pasts_.emplace_back(&arena_);
  }

  Graph build() {
    Past start;
    start.counts.assign(1, 0);
    index_of(0, start);
    // A node costs about as much as a few points of a table.
    const std::size_t most = std::max<std::size_t>(budget_.left / 256, 1024);
    for (std::size_t p = 0; p < order_.size(); ++p) {
      sort(p);
      for (const Past* past : sorted_) {
        Node node{static_cast<std::uint32_t>(graph_.edges.size()), 0, order_[p]};
        decide(p, *past, graph_.edges);
        node.edge_count = static_cast<std::uint32_t>(graph_.edges.size()) - node.first_edge;
        graph_.nodes.push_back(node);
      }
      if (made_ > most) {
        graph_ = {};
        graph_.complete = false;
        return std::move(graph_);
      }
    }
    finish();
    return std::move(graph_);
  }

 private:
  static std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

  /// Puts the pasts of a place into sorted_, by their index.
  void sort(std::size_t place) {
    sorted_.resize(pasts_[place].size());
    for (const auto& [past, index] : pasts_[place]) sorted_[index] = &past;
  }

  std::uint32_t index_of(std::size_t place, const Past& past) {
    const auto [found, fresh] = pasts_[place].emplace(past, static_cast<std::uint32_t>(pasts_[place].size()));
    if (fresh) ++made_;
    return found->second;
  }

  /// Place of the first item behind `item` and all inside it.
  [[nodiscard]] std::size_t behind(std::int32_t item) const {
    std::size_t p = at(place_[at(item)]) + 1;
    if (tree_.items[at(item)].row) return p;
    while (p < order_.size() && order_[p] < tree_.end[at(item)] && order_[p] > item) ++p;
    return p;
  }

  void decide(std::size_t p, const Past& past, std::vector<Edge>& out) {
    const std::int32_t i = order_[p];
    const Item& item = tree_.items[at(i)];
    const bool root = past.counts.size() == 1;
    const bool never = item.pin == Pin::Never;
    const Height gap = past.top ? 0 : past.last == item.kind ? item.between.raw : item.before.raw;
    Past shown = past;
    shown.counts.back() = static_cast<char16_t>(std::min<std::int32_t>(past.counts.back() + 1, needed(i)));
    shown.last = item.kind;
    shown.top = false;
    if (!never && item.row) {
      const Row& row = row_at(i);
      for (std::size_t k = 0; k < row.points.size(); ++k)
        leave(i, shown,
              {0, item.full.value + row.points[k].value, gap + item.full.height.raw + row.points[k].height, Shown::Full,
               static_cast<std::int32_t>(k)},
              out);
    } else if (!never) {
      const Edge edge{0, item.full.value, (item.hollow ? 0 : gap) + item.full.height.raw, Shown::Full, kNone};
      if (item.hollow) shown.top = past.top;
      if (tree_.end[at(i)] > i + 1) {
        Past inside = shown;
        inside.counts.push_back(0);
        inside.last = INT64_MIN;
        enter(p + 1, inside, edge, out);
      } else {
        leave(i, shown, edge, out);
      }
      shown.top = false;
    }
    if (!never && item.brief && !tree_.forced_inside[at(i)])
      leave(i, shown, {0, item.brief->value, gap + item.brief->height.raw, Shown::Short, kNone}, out);
    if (!tree_.forced[at(i)] && !(must_show_ && root)) leave(i, past, {0, 0, 0, Shown::Hidden, kNone}, out);
  }

  /// How many shown siblings anything asks for in the stack that `item` stands in.
  [[nodiscard]] std::int32_t needed(std::int32_t item) const {
    const int parent = tree_.items[at(item)].parent;
    return parent < 0 || place_of_parent(parent) == kNone ? 0 : tree_.need[at(parent)];
  }

  /// A cell's parent is the row, which is not part of this graph.
  [[nodiscard]] std::int32_t place_of_parent(std::int32_t parent) const {
    const std::size_t place = at(place_[at(parent)]);
    return place < order_.size() && order_[place] == parent ? static_cast<std::int32_t>(place) : kNone;
  }

  /// Goes behind `item`, closing every stack that ends there; no edge if one of them is short of children.
  void leave(std::int32_t item, Past past, const Edge& edge, std::vector<Edge>& out) {
    const std::size_t next = behind(item);
    while (past.counts.size() > 1) {
      const std::int32_t parent = tree_.items[at(item)].parent;
      if (tree_.end[at(item)] != tree_.end[at(parent)]) break;
      if (std::int32_t{past.counts.back()} < tree_.need[at(parent)]) return;
      past.counts.pop_back();
      past.last = tree_.items[at(parent)].kind;
      item = parent;
    }
    enter(next, past, edge, out);
  }

  void enter(std::size_t place, const Past& past, Edge edge, std::vector<Edge>& out) {
    if (edge.height > capacity_) return;
    // Nothing can feel what lies before the end: one last node.
    static const Past kAny{std::u16string(1, 0), INT64_MIN, false};
    edge.target = index_of(place, place == order_.size() ? kAny : past);
    // The target counts inside its place until finish() adds where the place begins.
    places_.push_back(static_cast<std::uint32_t>(place));
    out.push_back(edge);
  }

  const Row& row_at(std::int32_t item) {
    if (const Row* known = graph_.row_of(item)) return *known;
    Row row;
    row.item = item;
    row.cells = tree_.children(item, 0);
    for (std::int32_t cell : row.cells)
      row.engines.push_back(tree_.items[at(cell)].pin == Pin::Never
                                ? nullptr
                                : std::make_unique<Engine>(tree_, std::vector{cell}, capacity_, true, budget_));
    combine(row);
    graph_.rows.push_back(std::move(row));
    return graph_.rows.back();
  }

  /// In a row as tall as H every cell shows its best within H: more in one cell costs the others nothing.
  void combine(Row& row) {
    std::vector<Height> heights{0};
    for (const auto& engine : row.engines) {
      if (engine == nullptr) continue;
      exact_ = exact_ && engine->exact();
      for (const Point& point : engine->front()) heights.push_back(point.height.raw);
    }
    std::sort(heights.begin(), heights.end());
    heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
    for (Height height : heights) {
      std::int32_t value = 0, count = 0;
      bool possible = true;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const std::int32_t best = row.engines[c] == nullptr ? kNone : row.engines[c]->best(height);
        if (best >= 0) {
          value += best;
          ++count;
        }
        possible = possible && (best >= 0 || !tree_.forced[at(row.cells[c])]);
      }
      if (!possible || count < tree_.need[at(row.item)]) continue;
      if (row.points.empty() || value > row.points.back().value) row.points.push_back({height, value});
    }
  }

  void finish() {
    std::vector<std::uint32_t> first(order_.size() + 2, 0);
    for (std::size_t p = 0; p <= order_.size(); ++p)
      first[p + 1] = first[p] + static_cast<std::uint32_t>(pasts_[p].size());
    for (std::size_t k = 0; k < graph_.edges.size(); ++k) graph_.edges[k].target += first[places_[k]];
    // The end, even where nothing reaches it.
    graph_.nodes.push_back({static_cast<std::uint32_t>(graph_.edges.size()), 0, kNone});
  }

  const Tree& tree_;
  Height capacity_;
  bool must_show_;
  Budget& budget_;
  bool& exact_;
  std::vector<std::int32_t> order_;            ///< the items in reading order
  std::vector<std::int32_t> place_;            ///< of an item in order_
  std::pmr::monotonic_buffer_resource arena_;  ///< of pasts_
  std::vector<std::pmr::map<Past, std::uint32_t>> pasts_;
  std::vector<const Past*> sorted_;
  std::vector<std::uint32_t> places_;  ///< of the targets of all edges, in the order in which they were made
  std::size_t made_ = 0;
  Graph graph_;
};

}  // namespace

Tree::Tree(std::vector<Item> from)
    : items(std::move(from)),
      end(items.size()),
      need(items.size(), 0),
      forced(items.size(), false),
      forced_inside(items.size(), false) {
  std::vector<std::int32_t> open(items.size(), 0), children(items.size(), 0);
  for (std::size_t i = 0; i < items.size(); ++i) end[i] = static_cast<std::int32_t>(i) + 1;
  for (std::size_t i = items.size(); i-- > 0;) {
    if (items[i].pin == Pin::Always || items[i].pin == Pin::Fixed) forced[i] = true;
    const int parent = items[i].parent;
    if (parent >= 0) {
      const auto p = static_cast<std::size_t>(parent);
      assert(p < i && "parents stand before what is in them");
      end[p] = std::max(end[p], end[i]);
      ++children[p];
      if (items[i].pin != Pin::Never) ++open[p];
      if (forced[i]) forced[p] = forced_inside[p] = true;
    }
    need[i] = std::min(std::max(items[i].at_least, 0), open[i]);
    if (items[i].heading && children[i] > 0) need[i] = std::max(need[i], 1);
  }
}

std::vector<std::int32_t> Tree::children(std::int32_t parent, int flow) const {
  std::vector<std::int32_t> result;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].parent == parent && (parent >= 0 || items[i].flow == flow))
      result.push_back(static_cast<std::int32_t>(i));
  return result;
}

const Row* Graph::row_of(std::int32_t item) const {
  for (const Row& row : rows)
    if (row.item == item) return &row;
  return nullptr;
}

Graph build_graph(const Tree& tree, const std::vector<std::int32_t>& roots, Height capacity, bool must_show,
                  Budget& budget, bool& exact) {
  return Builder(tree, roots, capacity, must_show, budget, exact).build();
}

}  // namespace broadside::fit::knapsack
