// SPDX-License-Identifier: MIT
// What the fit did, as data: for the summary of `build` and the report of `explain`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/length.h"
#include "resume/select.h"

namespace broadside::fit {

/// One thing that is not shown in full.
struct Left {
  resume::NodeId id = 0;
  resume::Show show = resume::Show::Hidden;  ///< Hidden, or Short
  std::string what;  ///< "Open-source projects > New Super Mario", or the start of a bullet's text
  int priority = 3;
  int value = 0;  ///< lost by leaving it
  Length height;  ///< that showing it in full would have taken, at the step used
  Span span;
};

struct Report {
  int pages = 1;             ///< allowed, and used
  int step = 0;              ///< of the ladder that was used
  int steps = 0;             ///< highest step
  int value = 0;             ///< of what is shown
  int total = 0;             ///< of everything
  int price = 0;             ///< of the step
  Length used;               ///< height of the content at natural gaps
  Length capacity;           ///< of the flow's boxes
  std::vector<Left> left;    ///< in the order of the file; a child of something left out is not listed
  std::uint64_t states = 0;  ///< explored by the exact search
  bool exact = true;
};

}  // namespace broadside::fit
