// SPDX-License-Identifier: MIT
// How long something lasted, in the words of a locale. Comes in: a number of months. Goes out: "2 yrs, 3 mths". Knows
// no calendar and no clock.
#pragma once

#include <string>
#include <string_view>

namespace broadside::unicode {

/// Years and months in ICU's short words, without those of which there are none; empty for less than a month. The
/// first call for a locale costs about a millisecond.
std::string format_duration(int months, std::string_view locale);

}  // namespace broadside::unicode
