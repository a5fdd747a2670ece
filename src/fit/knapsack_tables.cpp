// SPDX-License-Identifier: MIT
// Undominated pairs, node by node from the end to the start. Implements Tables of knapsack_engine.h.
#include <algorithm>
#include <functional>
#include <utility>

#include "fit/knapsack_engine.h"

namespace broadside::fit::knapsack {

namespace {

constexpr std::size_t kPointBytes = sizeof(Height) + sizeof(std::int32_t);

}  // namespace

/// Joins the target's pairs, moved by the edge, with what is merged so far; drops whatever is dominated.
void Tables::merge(const Edge& edge, Height capacity) {
  const Height* a_height = merged_heights_.data();
  const std::int32_t* a_value = merged_values_.data();
  const std::size_t a_size = merged_heights_.size();
  const Height* b_height = heights_.data() + begin_[edge.target];
  const std::int32_t* b_value = values_.data() + begin_[edge.target];
  const Height* b_last = std::upper_bound(b_height, static_cast<const Height*>(heights_.data() + end_[edge.target]),
                                          capacity - edge.height);
  const auto b_size = static_cast<std::size_t>(b_last - b_height);
  spare_heights_.resize(a_size + b_size);
  spare_values_.resize(a_size + b_size);
  Height* out_height = spare_heights_.data();
  std::int32_t* out_value = spare_values_.data();
  std::size_t i = 0, j = 0, k = 0;
  std::int32_t last = -1;  // the largest value so far, which is that of the last pair kept
  while (i < a_size || j < b_size) {
    const Height ah = i < a_size ? a_height[i] : kEndless;
    const Height bh = j < b_size ? b_height[j] + edge.height : kEndless;
    // At equal heights the one worth more comes first, so that the other is seen to be dominated.
    const bool take_a = ah < bh || (ah == bh && a_value[i] >= b_value[j] + edge.value);
    const Height height = take_a ? ah : bh;
    const std::int32_t value = take_a ? a_value[i++] : b_value[j++] + edge.value;
    if (value > last) {
      out_height[k] = height;
      out_value[k] = value;
      ++k;
      last = value;
    }
  }
  spare_heights_.resize(k);
  spare_values_.resize(k);
  std::swap(merged_heights_, spare_heights_);
  std::swap(merged_values_, spare_values_);
}

/// What a pair can still become part of: at most its value, the best way to its node and the price of the room between.
void Tables::prune(const Price& price, std::size_t node, Height capacity, std::int32_t lower, std::size_t most) {
  // Sums of a few thousand products of doubles: far less than this off.
  constexpr double kRounding = 1e-3;
  const auto hope = [&](std::size_t i) {
    return merged_values_[i] + price.before[node] +
           price.per_height * static_cast<double>(capacity - merged_heights_[i]);
  };
  double least = lower - kRounding;
  if (merged_heights_.size() > most) {
    std::vector<double> hopes(merged_heights_.size());
    for (std::size_t i = 0; i < hopes.size(); ++i) hopes[i] = hope(i);
    const auto cut = hopes.begin() + static_cast<std::ptrdiff_t>(most - 1);
    std::nth_element(hopes.begin(), cut, hopes.end(), std::greater<>());
    least = std::max(least, *cut);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < merged_heights_.size(); ++i) {
    // The lowest pair of a cut list stays in any case: it may be the only way to fit what is pinned.
    const bool lowest = i == 0 && lower <= 0;
    if (!lowest && (hope(i) < least || kept > most)) continue;
    merged_heights_[kept] = merged_heights_[i];
    merged_values_[kept++] = merged_values_[i];
  }
  merged_heights_.resize(kept);
  merged_values_.resize(kept);
}

bool Tables::fill(const Graph& graph, Height capacity, Budget& budget, const Price* price, std::int32_t lower,
                  std::size_t most) {
  release(budget);
  const std::size_t count = graph.nodes.size();
  constexpr std::size_t kPointsOfANode = 8;  // in a small résumé
  heights_.reserve(kPointsOfANode * count);
  values_.reserve(kPointsOfANode * count);
  begin_.assign(count, 0);
  end_.assign(count, 0);
  heights_.push_back(0);
  values_.push_back(0);
  end_[count - 1] = 1;
  const std::size_t allowed = budget.left / kPointBytes;
  for (std::size_t n = count - 1; n-- > 0;) {
    merged_heights_.clear();
    merged_values_.clear();
    const Node& node = graph.nodes[n];
    for (std::uint32_t e = node.first_edge; e < node.first_edge + node.edge_count; ++e) merge(graph.edges[e], capacity);
    if (price != nullptr) prune(*price, n, capacity, lower, most);
    begin_[n] = heights_.size();
    if (heights_.size() + merged_heights_.size() > allowed) {
      release(budget);
      return false;
    }
    heights_.insert(heights_.end(), merged_heights_.begin(), merged_heights_.end());
    values_.insert(values_.end(), merged_values_.begin(), merged_values_.end());
    end_[n] = heights_.size();
  }
  charged_ = heights_.size() * kPointBytes;
  budget.left -= charged_;
  merged_heights_ = spare_heights_ = {};
  merged_values_ = spare_values_ = {};
  return true;
}

void Tables::release(Budget& budget) {
  budget.left += charged_;
  charged_ = 0;
  heights_ = {};
  values_ = {};
  begin_ = end_ = {};
}

std::int32_t Tables::best(std::uint32_t node, Height room) const {
  const auto first = heights_.begin() + static_cast<std::ptrdiff_t>(begin_[node]);
  const auto last = heights_.begin() + static_cast<std::ptrdiff_t>(end_[node]);
  const auto above = std::upper_bound(first, last, room);
  return above == first ? -1 : values_[static_cast<std::size_t>(above - heights_.begin()) - 1];
}

std::vector<Point> Tables::front() const {
  std::vector<Point> result;
  for (std::size_t i = begin_.front(); i < end_.front(); ++i)
    result.push_back({Length::from_raw(heights_[i]), values_[i]});
  return result;
}

}  // namespace broadside::fit::knapsack
