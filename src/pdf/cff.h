// SPDX-License-Identifier: MIT
// The little that must be known of a bare CFF table (Adobe Technical Note #5176) to embed it in a PDF: is it
// CID-keyed, and if so, which CID each glyph has. Comes in: the table as hb-subset wrote it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace broadside::pdf {

/// The charset of a CID-keyed table: the CID of each glyph, by glyph id. Nullopt if the table is name-keyed.
/// Throws Failure if the table is cut or malformed; never reads outside it.
std::optional<std::vector<std::uint16_t>> cff_cids(std::string_view table);

}  // namespace broadside::pdf
