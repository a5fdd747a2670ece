// SPDX-License-Identifier: MIT
// Where a text's lines were found to end, for the measures and sizes it has been set in. A fit measures every text at
// each step of the ladder and sets it again when it is done, and most steps change neither a size nor a measure.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "text/paragraph.h"

namespace broadside::text {

class BreakMemo {
 public:
  /// What break_lines() gave for the same arguments, or null. Valid until the next keep().
  [[nodiscard]] const Breaks* find(const std::vector<StyledSpan>& spans, std::span<const TextStyle> styles,
                                   Length measure, const ParagraphStyle& paragraph) const;
  /// The last few are kept.
  void keep(const std::vector<StyledSpan>& spans, std::span<const TextStyle> styles, Length measure,
            const ParagraphStyle& paragraph, const Breaks& breaks);

 private:
  struct Entry {
    Length measure;
    ParagraphStyle paragraph;
    std::vector<TextStyle> styles;  ///< by span, of several in one style only the first
    Breaks breaks;
  };
  std::vector<Entry> entries_;
  std::size_t next_ = 0;  ///< the entry to give up when all are taken
};

}  // namespace broadside::text
