// SPDX-License-Identifier: MIT
// Edit distance by the usual dynamic programme over two words, three rows at a time.
#include "base/nearest.h"

#include <algorithm>
#include <utility>

namespace broadside {
namespace {

// Longer words are never misspelt keys; the cap bounds the quadratic time.
constexpr std::size_t kLongest = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) current[j] = std::min(current[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

// Another form of the same word begins like it: "entries" and "entry".
static bool same_stem(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 4;
  return a.size() >= kStem && b.size() >= kStem && edit_distance(a.substr(0, kStem), b.substr(0, kStem)) == 0;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (word.empty() || word.size() > kLongest) return {};
  std::string_view best;
  const std::size_t most = std::max<std::size_t>(word.size() / 3, 1);
  const std::size_t most_of_a_stem = std::max(word.size() / 2, most);
  std::size_t best_distance = most_of_a_stem + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongest) continue;
    // No distance is less than what one is longer.
    if (std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size()) >= best_distance) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance > most && !same_stem(word, candidate)) continue;
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace broadside
