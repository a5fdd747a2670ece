// SPDX-License-Identifier: MIT
// Where a scalar begins and ends in the file. yaml-cpp tells only where a node starts, anchors and tags
// included; the end is found by reading the source bytes beside the value they gave.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadside::yaml {

/// Half-open byte range in the source text.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Skips "&anchor" and "!tag" (and the blanks and line ends after them) from `offset` on.
std::size_t skip_properties(std::string_view text, std::size_t offset);

/// The range of the scalar that starts at `offset` and has the given value: a quoted one with its quotes, a
/// block one from its "|" or ">" on, a plain one from its first to its last character.
Extent scalar_extent(std::string_view text, std::size_t offset, std::string_view value);

/// The range of a quoted scalar whose quote is at `offset`; `end` is npos if it is never closed.
Extent quoted_extent(std::string_view text, std::size_t offset);

}  // namespace broadside::yaml
