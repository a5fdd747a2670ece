// SPDX-License-Identifier: MIT
// A date as people write it in a résumé: a point, a range, or free text; printed in the résumé's locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "diag/source.h"

namespace broadside::resume {

/// A year, a month or a day; month and day are 0 where not given.
struct PartialDate {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  bool operator==(const PartialDate&) const = default;
};

struct Date {
  std::optional<PartialDate> start;
  std::optional<PartialDate> end;
  bool present = false;  ///< the end is "now"
  std::string text;      ///< free text ("Summer 2020"); wins over the rest
  Span span;

  [[nodiscard]] bool empty() const { return !start && !end && !present && text.empty(); }
};

}  // namespace broadside::resume
