// SPDX-License-Identifier: MIT
// DisplayList → the bytes of a PDF 1.7 file that is PDF/UA-1 and PDF/A-2a. Comes in: positions and glyphs,
// nothing to decide. Goes out: bytes; nothing is written to disk here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "display/display_list.h"

namespace broadside::pdf {

struct Options {
  /// Seconds since 1970, UTC, for the dates of the file; the caller decides (SOURCE_DATE_EPOCH or a fixed value).
  std::int64_t timestamp = 0;
  bool compress = true;  ///< off for tests that read the content
  bool object_streams = true;
  std::string producer = "Broadside";
};

/// Nullopt, with errors appended, if the list cannot be written truthfully (page out of PDF's range, a face that
/// may not be embedded, a link without description …). The same list and options give the same bytes.
std::optional<std::string> write(const display::DisplayList& list, const font::Library& fonts, const Options& options,
                                 Diagnostics& diagnostics);

}  // namespace broadside::pdf
