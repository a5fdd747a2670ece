// SPDX-License-Identifier: MIT
// The outline (bookmarks). Comes in: titles with levels and targets. Goes out: linked outline items.
#pragma once

#include <vector>

#include "display/display_list.h"
#include "pdf/haru.h"

namespace broadside::pdf {

/// The Outlines dictionary; an empty handle if there are no items. An item deeper than its predecessor by more
/// than one level is raised.
Dict write_outline(Objects& objects, const display::DisplayList& list, const std::vector<Dict>& pages);

}  // namespace broadside::pdf
