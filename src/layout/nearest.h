// SPDX-License-Identifier: MIT
// "Did you mean": the known name nearest to a misspelt one. Knows only strings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::layout {

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (Damerau–Levenshtein in its
/// "optimal string alignment" form), in bytes, ASCII letters compared without case.
int edit_distance(std::string_view a, std::string_view b);

/// The candidate with the smallest distance, the first of several; empty if none is closer than about a third of the
/// word's length.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// "did you mean `x`?", or, when nothing is near, "one of a, b, c" (at most twelve of them); empty without candidates.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace broadside::layout
