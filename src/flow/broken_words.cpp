// SPDX-License-Identifier: MIT
// Words that no line can hold. Comes in: pages. Goes out: warnings. Breaks nothing itself.
#include <algorithm>

#include "flow/flow.h"

namespace broadside::flow {

void report_broken_words(const Pages& pages, Diagnostics& diagnostics) {
  constexpr const char* kCode = "text-broken-word";
  const auto told = [&diagnostics](const Span& place) {
    return std::any_of(diagnostics.list().begin(), diagnostics.list().end(),
                       [&](const Diagnostic& one) { return one.code == kCode && one.span == place; });
  };
  for (const FlowPages& flow : pages.flows) {
    for (const SetRow& row : flow.list.rows) {
      for (const CellBox& cell : row.box.cells) {
        for (const Span& place : text::broken_words(*cell.content->text, cell.breaks)) {
          if (told(place)) continue;
          diagnostics.warning(kCode, place, "a word here is longer than a line, and was broken where the line ends",
                              "put a space, a slash or a hyphen where it may be broken, or make the word shorter");
        }
      }
    }
  }
}

}  // namespace broadside::flow
