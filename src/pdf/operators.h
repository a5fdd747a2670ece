// SPDX-License-Identifier: MIT
// PDF content operators as text, with numbers written exactly from integers: no floating point, no locale.
#pragma once

#include <cstdint>
#include <string>

#include "base/color.h"
#include "base/length.h"

namespace broadside::pdf {

/// Decimal notation of value / 10^digits without trailing zeros: (1250, 3) → "1.25", (-5, 1) → "-.5".
void append_decimal(std::int64_t value, int digits, std::string& out);

/// A length in thousandths of a point, rounded half away from zero.
constexpr std::int64_t millipoints(Length length) {
  return Length::ratio(length.raw, 1000, Length::kUnitsPerPoint).raw;
}

/// "r g b rg" (or "g g"), "r g b RG" (or "g G") when stroking; components to 4 decimals.
void append_color(Color color, bool stroke, std::string& out);

}  // namespace broadside::pdf
