// SPDX-License-Identifier: MIT
// Dashes that a program reads as "-". Comes in: finished pages. Goes out: the same glyphs, with the hyphen-minus as the
// text that they stand for. Knows no layout.
#pragma once

#include "display/display_list.h"

namespace broadside::flow {

/// For readers that split dates at "-" only: every hyphen, dash and minus sign of the text layer becomes U+002D.
void read_dashes_as_ascii(display::DisplayList& list);

}  // namespace broadside::flow
