// SPDX-License-Identifier: MIT
// Shaped runs and break opportunities → boxes, glue, penalties and discretionaries. Knows no widths on paper: all is
// in font units.
#pragma once

#include <vector>

#include "text/itemize.h"
#include "text/opportunities.h"

namespace broadside::text {

/// Fills out.items (and adds to out.glyphs what is printed only at a break).
void make_items(ShapedText& out, std::vector<ShapedRun>& runs, const std::vector<Opportunity>& opportunities,
                const font::Library& fonts, Shaper& shaper);

}  // namespace broadside::text
