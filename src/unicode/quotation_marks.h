// SPDX-License-Identifier: MIT
// The quotation marks of a locale. Comes in: a locale. Goes out: “ ” ‘ ’, „ “ ‚ ‘, « » … Knows no text.
#pragma once

#include <string>
#include <string_view>

namespace broadside::unicode {

struct QuotationMarks {
  std::string open, close;              ///< of a quotation
  std::string inner_open, inner_close;  ///< of one inside it
};

/// ICU's for the locale; French marks with the narrow space inside them. English where ICU has none.
const QuotationMarks& quotation_marks(std::string_view locale);

}  // namespace broadside::unicode
