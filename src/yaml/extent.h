// SPDX-License-Identifier: MIT
// Where a scalar begins and ends in the file, where libyaml does not tell: it counts anchors and tags in, and the blank
// lines below a block of text.
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

/// The end of the block scalar whose "|" or ">" is at `offset` and that has the given value: behind its last character.
std::size_t block_scalar_end(std::string_view text, std::size_t offset, std::string_view value);

/// The range of a quoted scalar whose quote is at `offset`; `end` is npos if it is never closed.
Extent quoted_extent(std::string_view text, std::size_t offset);

}  // namespace broadside::yaml
