// SPDX-License-Identifier: MIT
// Dates in the résumé's notation → Date. Knows no clock: `present` stays a flag.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "resume/date.h"

namespace broadside::resume {

/// A parsed date, or what is wrong with it and what to write. All empty: the text is no attempt at a date in
/// digits, so it may be meant as free text.
struct ParsedPoint {
  std::optional<PartialDate> date;
  std::string problem;
  std::string hint;
};

/// "2024", "2024-08", "2024-08-31"; years 1800 to 2199.
ParsedPoint parse_point(std::string_view text);

/// "present", in any case.
bool is_present(std::string_view text);

/// Chronological order as far as both are known: 2024 and 2024-08 are equal.
std::weak_ordering compare(const PartialDate& a, const PartialDate& b);

}  // namespace broadside::resume
