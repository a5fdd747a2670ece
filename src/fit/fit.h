// SPDX-License-Identifier: MIT
// What to show and how tight, so that a variant goes onto its pages. Comes in: a résumé, a variant with a number of
// pages, a layout. Goes out: a choice for resume::select, a step for layout::tighten, and the reasons.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "fit/report.h"
#include "flow/typesetter.h"
#include "layout/read.h"
#include "resume/resume.h"
#include "resume/select.h"

namespace broadside::fit {

struct Fitted {
  resume::Choice choice;
  Report report;
};

struct Options {
  bool explain = false;  ///< look for the ways back and at the tightest page too: some hundred times the work
  std::string posting;   ///< text of a job posting whose terms count; empty = none
};

/// Solves the choice exactly at every step of the ladder and takes the largest value − price; at equal ones the looser
/// step. Nullopt, with an error that names what to release, if not even what is pinned fits at the tightest step.
std::optional<Fitted> fit(const resume::Resume& resume, const resume::Variant& variant, const layout::Spec& spec,
                          flow::Typesetter& typesetter, Diagnostics& diagnostics, const Options& options = {});

/// What showing a thing of this priority (1 … 5) is worth: 1, 2, 3, 5, 8. So one thing outweighs any one of a lower
/// priority, and two of the next lower priority outweigh it.
int value_of(int priority);
/// What its short wording is worth: three quarters, rounded: 1, 2, 2, 4, 6. At equal worth the fuller page wins, so a
/// short wording is taken only where it makes room for something else.
int short_value_of(int priority);

}  // namespace broadside::fit
