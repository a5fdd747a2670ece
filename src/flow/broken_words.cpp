// SPDX-License-Identifier: MIT
// Words that no line can hold. Comes in: pages. Goes out: warnings. Breaks nothing itself.
#include <set>
#include <tuple>

#include "flow/flow.h"

namespace broadside::flow {

void report_broken_words(const Pages& pages, Diagnostics& diagnostics) {
  constexpr const char* kCode = "text-broken-word";
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> told;
  const auto tell = [&told](const Span& place) { return told.emplace(place.source, place.begin, place.end).second; };
  // By another variant.
  for (const Diagnostic& one : diagnostics.list()) {
    if (one.code == kCode) static_cast<void>(tell(one.span));
  }
  for (const FlowPages& flow : pages.flows) {
    for (const SetRow& row : flow.list.rows) {
      for (const CellBox& cell : row.box.cells) {
        for (const Span& place : text::broken_words(*cell.content->text, cell.breaks)) {
          if (!tell(place)) continue;
          diagnostics.warning(kCode, place, "a word here is longer than a line, and was broken where the line ends",
                              "put a space, a slash or a hyphen where it may be broken, or make the word shorter");
        }
      }
    }
  }
}

}  // namespace broadside::flow
