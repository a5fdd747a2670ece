// SPDX-License-Identifier: MIT
// Misspelt name → the known name it was meant to be. Implements nearest.h; knows only strings.
#include "layout/nearest.h"

#include <algorithm>
#include <cstddef>

namespace broadside::layout {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> before(width), last(width), row(width);
  for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string* best = nullptr;
  int best_distance = 0;
  for (const std::string& candidate : candidates) {
    const int allowed = 1 + static_cast<int>(std::max(word.size(), candidate.size())) / 3;
    const int distance = edit_distance(word, candidate);
    // A distance as long as the word itself would call any short word near.
    if (distance > allowed || distance >= static_cast<int>(std::max(word.size(), candidate.size()))) continue;
    if (best == nullptr || distance < best_distance) {
      best = &candidate;
      best_distance = distance;
    }
  }
  return best == nullptr ? std::string() : *best;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  if (candidates.empty()) return {};
  const std::string near = nearest(word, candidates);
  if (!near.empty()) return "did you mean `" + near + "`?";
  constexpr std::size_t kShown = 12;
  std::string list = candidates.size() == 1 ? "only this is known here: " : "known here: ";
  for (std::size_t i = 0; i < candidates.size() && i < kShown; ++i) list += (i == 0 ? "" : ", ") + candidates[i];
  if (candidates.size() > kShown) list += ", …";
  return list;
}

}  // namespace broadside::layout
