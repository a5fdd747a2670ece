// SPDX-License-Identifier: MIT
// What the fit did, as data: for the summary of `build` and the report of `explain`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/length.h"
#include "resume/select.h"

namespace broadside::fit {

/// One thing that another page shows differently.
struct Change {
  resume::NodeId id = 0;
  std::string what;  ///< as Left::what
  resume::Show from = resume::Show::Full;
  resume::Show to = resume::Show::Hidden;
  int value = 0;  ///< gained, or (negative) lost, with all that stands in it
  Span span;
};

/// The best page that shows a thing which the best page of all leaves out (or shortens): what pinning it would give.
struct WayBack {
  int step = 0;
  int cost = 0;                 ///< how much less the page is worth then, prices of the steps included; never negative
  std::vector<Change> lost;     ///< what goes or is shortened for it, in the order of the file
  std::optional<int> priority;  ///< the lowest priority of its own that brings it back without a pin; none does
};

/// One thing that is not shown in full.
struct Left {
  resume::NodeId id = 0;
  resume::Show show = resume::Show::Hidden;  ///< Hidden, or Short
  std::string what;  ///< "Open-source projects > New Super Mario", or the start of a bullet's text
  int priority = 3;
  int value = 0;  ///< lost by leaving it
  Length height;  ///< that showing it in full would have taken, at the step used
  Span span;
  bool asked = false;          ///< the way back was looked for
  std::optional<WayBack> way;  ///< none, if asked: it does not fit beside the pins, even at the tightest step
};

/// What the search knows of one step of the ladder: the certificate.
struct Tried {
  enum class Outcome : std::uint8_t {
    Solved,
    PinsDoNotFit,
    Skipped,  ///< even showing everything could not be worth more than what was found
    TooSmall  ///< the variant's `min-size` forbids it
  };
  int step = 0;
  Outcome outcome = Outcome::Solved;
  int price = 0;
  int value = 0;  ///< of the best page at this step, before the price; 0 unless solved
  int bound = 0;  ///< no page at this step is worth more, before the price
};

/// A term of a job posting (`--for`), in the posting's spelling.
struct Term {
  enum class Place : std::uint8_t { Shown, LeftOut, Missing };
  std::string text;
  Place place = Place::Missing;
  int times = 1;  ///< in the posting
};

/// How full the boxes of one flow are.
struct FlowFill {
  std::string name;  ///< in the layout
  Length used;       ///< height of the content at natural gaps
  Length filled;     ///< the same after left-over room went into the gaps
  Length capacity;
  bool whole = true;  ///< nothing of it was shortened or left out
};

struct Report {
  int pages = 1;    ///< allowed, and used
  int step = 0;     ///< of the ladder that was used
  int steps = 0;    ///< highest step
  int value = 0;    ///< of what is shown
  int total = 0;    ///< of everything
  int price = 0;    ///< of the step
  int bound = 0;    ///< no page is worth more, prices included; value − price if exact
  Length used;      ///< height of the content at natural gaps
  Length filled;    ///< the same after left-over room went into the gaps
  Length capacity;  ///< of the flow's boxes
  std::vector<FlowFill> flows;
  int kept = 0;              ///< things shown in full
  std::vector<Left> left;    ///< in the order of the file; a child of something left out is not listed
  std::uint64_t states = 0;  ///< explored by the exact search
  bool exact = true;
  std::vector<Tried> tried;  ///< by step
  // With Options::explain:
  std::vector<Change> tightest;  ///< what the best page at the tightest step shows beyond this one, or less
  int tightest_step = 0;         ///< the tightest that is allowed
  std::vector<Term> terms;       ///< of the posting, in its order
};

}  // namespace broadside::fit
