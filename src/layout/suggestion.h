// SPDX-License-Identifier: MIT
// The hint below an unknown name: the known one that was meant, or what is known at all. Knows only strings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::layout {

/// The candidate that a misspelt word most likely stands for (base/nearest.h); empty if none is near.
std::string nearest_name(std::string_view word, const std::vector<std::string>& candidates);

/// "did you mean `x`?", or, when nothing is near, "one of a, b, c" (at most twelve of them); empty without candidates.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace broadside::layout
