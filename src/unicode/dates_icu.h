// SPDX-License-Identifier: MIT
// Dates by ICU's pattern generator: the general case behind dates.h, and what its table is tested against.
#pragma once

#include <string>
#include <string_view>

#include "unicode/dates.h"

namespace broadside::unicode {

/// As format_date, for any locale, without the table. Empty if ICU has no data.
std::string format_date_icu(int year, int month, int day, std::string_view locale, DateWidth width);

}  // namespace broadside::unicode
