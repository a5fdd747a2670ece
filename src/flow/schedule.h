// SPDX-License-Identifier: MIT
// Which page has which boxes: those of the first page, those of the following ones, and from some page on, because a
// flow has ended, others. Plain numbers; knows no flow and no box.
#pragma once

#include <cstddef>
#include <vector>

namespace broadside::flow {

/// From this page (the first is 0) on, this set of boxes.
struct Turn {
  std::size_t page = 0;
  std::size_t set = 0;
};

/// By page; begins with page 0.
using Schedule = std::vector<Turn>;

/// The set of boxes that a page has.
inline std::size_t set_of(const Schedule& schedule, std::size_t page) {
  std::size_t set = 0;
  for (const Turn& turn : schedule) {
    if (turn.page <= page) set = turn.set;
  }
  return set;
}

}  // namespace broadside::flow
