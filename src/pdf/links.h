// SPDX-License-Identifier: MIT
// Link areas → annotations. Comes in: rectangles, addresses, descriptions. Goes out: annotation dictionaries with
// their keys in the parent tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pdf/content.h"
#include "pdf/haru.h"
#include "pdf/structure.h"

namespace broadside::pdf {

/// One annotation for each rectangle: a link over two lines is two annotations of one Link element, which every
/// viewer follows (one with QuadPoints is clickable over its whole bounding box in some). Parallel to those
/// pieces that are link areas. Keys count from `first_key`.
std::vector<LinkAnnotations> write_links(Objects& objects, const display::DisplayList& list,
                                         const std::vector<OwnedPiece>& pieces, int first_key);

/// The address as PDF stores it, 7-bit: control characters, spaces and everything beyond ASCII percent-encoded
/// (RFC 3986, section 2.1).
std::string ascii_uri(std::string_view url);

}  // namespace broadside::pdf
