// SPDX-License-Identifier: MIT
// Misspelt name → words of a hint. Implements suggestion.h; the distance is base/nearest.h's.
#include "layout/suggestion.h"

#include <cstddef>

#include "base/nearest.h"

namespace broadside::layout {

std::string nearest_name(std::string_view word, const std::vector<std::string>& candidates) {
  return std::string(nearest(word, std::vector<std::string_view>(candidates.begin(), candidates.end())));
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  if (candidates.empty()) return {};
  const std::string near = nearest_name(word, candidates);
  if (!near.empty()) return "did you mean `" + near + "`?";
  constexpr std::size_t kShown = 12;
  std::string list = candidates.size() == 1 ? "only this is known here: " : "known here: ";
  for (std::size_t i = 0; i < candidates.size() && i < kShown; ++i) list += (i == 0 ? "" : ", ") + candidates[i];
  if (candidates.size() > kShown) list += ", …";
  return list;
}

}  // namespace broadside::layout
