// SPDX-License-Identifier: MIT
// What the process is told from outside besides its arguments: the only place that reads environment variables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compile.h"
#include "diag/report.h"

namespace broadside::cli {

/// SOURCE_DATE_EPOCH as it is defined by reproducible-builds.org: decimal seconds since 1970, here up to the end of
/// the year 9999 (PDF dates have four digits). Nothing if the text is anything else.
std::optional<std::int64_t> parse_epoch(const std::string& text);

/// Shipped folders and the timestamp; nothing, with a sentence in `problem`, if one of them cannot be had.
std::optional<Environment> read_environment(std::string& problem);

/// Colours only on a terminal that can show them, and only if NO_COLOR is empty (no-color.org).
UseColor color_for(int descriptor);

}  // namespace broadside::cli
