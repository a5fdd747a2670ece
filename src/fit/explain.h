// SPDX-License-Identifier: MIT
// Why a page is as it is: the ways back of what it leaves out, and what the tightest page would add. Comes in: a ladder
// and its answer. Goes out: the rest of the report. Every figure is the solver's own answer to another question.
#pragma once

#include "fit/ladder.h"

namespace broadside::fit {

/// Fills Left::asked and Left::way (of the first kMostWays things, the shortened ones after those left out) and
/// Report::tightest. The ladder's items are the same afterwards.
void explain(Ladder& ladder, const Answer& answer, Report& report);

/// Beyond this many things, or partial pages (about two seconds), the ways back are not looked for.
inline constexpr int kMostWays = 60;
inline constexpr std::uint64_t kMostStates = 30'000'000;

}  // namespace broadside::fit
