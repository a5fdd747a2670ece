// SPDX-License-Identifier: MIT
// Diagnostics → text for a terminal (with the source line and a caret) or JSON. Returns strings; prints nothing.
#pragma once

#include <string>

#include "diag/diagnostic.h"

namespace broadside {

enum class UseColor { No, Yes };

/// Sorted by source and place, duplicates dropped; one empty line between two reports. At most 100 are written out;
/// a last line counts the others.
std::string render_text(const Diagnostics& diagnostics, const Sources& sources, UseColor color = UseColor::No);
/// One JSON array of {severity, code, file, line, column, end_line, end_column, message, hints}.
std::string render_json(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace broadside
