// SPDX-License-Identifier: MIT
// Dates as a résumé prints them. Comes in: a year, a year and month, or a day, and a locale. Goes out: "2022",
// "Jul 2022", "12 Jul 2022" in the locale's own order and words. Knows no clock and no time zone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::unicode {

enum class DateWidth : std::uint8_t {
  Abbreviated,  ///< Jul 2022
  Full,         ///< July 2022
  Numeric       ///< 07/2022
};

/// `month` and `day` are 0 where not given; year 1 … 9999. A month or day out of range is left out.
/// The commonest locales come from a table that a test holds equal to ICU; for the others ICU's pattern of the
/// locale is looked up once (its first formatter costs about 0.7 ms).
std::string format_date(int year, int month, int day, std::string_view locale,
                        DateWidth width = DateWidth::Abbreviated);

/// Joins two formatted dates with an en dash: without spaces between two bare years ("2019–2023"), else with
/// ("Jul 2022 – Aug 2024"). If both are equal only one is printed. `end` may be a word ("Present").
std::string format_range(std::string_view start, std::string_view end);

}  // namespace broadside::unicode
