// SPDX-License-Identifier: MIT
// "Did you mean …?": the known word that a misspelt one most likely stands for. Knows no file format.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadside {

/// Number of single-character insertions, deletions, replacements and swaps of neighbours between two words,
/// ASCII case ignored (optimal string alignment: no substring is edited twice).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate with the smallest distance, the first of several; empty if none is near enough to be a likely slip:
/// a third of the word's length, at least one edit; half of it where both begin with the same four letters.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace broadside
