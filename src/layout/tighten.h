// SPDX-License-Identifier: MIT
// Spec × step → Layout. Every dial stands between its loosest and its tightest value; what inherits from a dial
// (a style that extends another, a length in em) follows.
#pragma once

#include "layout/read.h"

namespace broadside::layout {

/// Highest step of the ladder; 0 if the layout has no dials.
int steps(const Spec& spec);
/// `step` from 0 (loosest) to steps(spec). Cheap: microseconds; never fails on a Spec that read() returned.
/// The blocks, rows, cells and style ids are the same at every step; only numbers move.
Layout tighten(const Spec& spec, int step);
/// Whether a style of `layout` is smaller than `least`, and smaller than at the loosest step.
bool smaller(const Layout& layout, const Layout& loosest, Length least);

}  // namespace broadside::layout
