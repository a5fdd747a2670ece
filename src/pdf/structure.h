// SPDX-License-Identifier: MIT
// Tags → the structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8). Comes in: the tags, and which marked
// pieces and annotations belong to them. Goes out: StructTreeRoot with its elements and its parent tree.
#pragma once

#include <vector>

#include "display/display_list.h"
#include "pdf/content.h"
#include "pdf/haru.h"

namespace broadside::pdf {

/// The standard structure type of each tag, or null for a tag that no command reaches: an empty element says
/// nothing and is left out. A heading that would skip a level is raised to the next one (ISO 14289-1, 7.4.2).
std::vector<const char*> structure_types(const display::DisplayList& list);

/// The annotations of one link area (one a line), as structure and pages need them.
struct LinkAnnotations {
  std::vector<Dict> dicts;
  int first_key = 0;  ///< /StructParent of the first one; the others follow
};

/// Returns the StructTreeRoot. `pages` are the page dictionaries; page i has the parent-tree key i. `links` run
/// parallel to those pieces that are link areas.
Dict write_structure(Objects& objects, const display::DisplayList& list, const std::vector<const char*>& types,
                     const std::vector<OwnedPiece>& pieces, const std::vector<Dict>& pages,
                     const std::vector<LinkAnnotations>& links);

}  // namespace broadside::pdf
