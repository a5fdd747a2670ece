// SPDX-License-Identifier: MIT
// What a DisplayList must hold so that a truthful PDF/UA-1 and PDF/A-2a file can be made of it.
#pragma once

#include "diag/diagnostic.h"
#include "display/display_list.h"

namespace broadside::pdf {

/// Appends every fault it finds as an error, and private-use characters as a warning; false if there are errors.
/// After it the writer can rely on: page sizes of 3 to 14,400 pt, at most 500 pages, tags that form one tree under
/// a Document, faces that may be embedded, links with Link tag, address and description.
bool check(const display::DisplayList& list, const font::Library& fonts, Diagnostics& diagnostics);

}  // namespace broadside::pdf
