// SPDX-License-Identifier: MIT
// How long an entry lasted, as the page says it. Comes in: an entry with its positions. Goes out: "2 yrs, 3 mths" in
// the résumé's locale. Reads no clock: `present` is what the résumé's `as-of` says.
#pragma once

#include "diag/diagnostic.h"
#include "resume/resume.h"

namespace broadside::flow {

/// Months count from the first to the last, both whole: Jan 2020 to Mar 2020 are three. Where either end is a year
/// alone the difference of the years counts. Without dates of its own an entry lasted as long as its positions
/// together, each month once. Nullopt: free text, no end, or an ongoing one without `as-of`.
std::optional<int> months_of(const resume::Entry& entry, const resume::Resume& resume);

/// Empty where months_of() has nothing; a warning says so if only `as-of` is missing.
resume::RichText duration_text(const resume::Entry& entry, const resume::Resume& resume, Diagnostics& diagnostics);

}  // namespace broadside::flow
