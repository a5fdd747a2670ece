// SPDX-License-Identifier: MIT
// The door of this room: a composition at one step of tightness → pages. Comes in: shaped texts, a Setting. Goes out: a
// DisplayList with every coordinate final. Does not choose what is shown.
#pragma once

#include <memory>
#include <optional>

#include "diag/diagnostic.h"
#include "display/display_list.h"
#include "flow/break_pages.h"
#include "flow/composition.h"
#include "flow/frames.h"
#include "flow/measure.h"
#include "flow/schedule.h"

namespace broadside::layout {
struct Spec;
}

namespace broadside::flow {

/// One flow, stacked and broken into the frames of its boxes.
struct FlowPages {
  const FlowContent* content = nullptr;
  VerticalList list;
  PageBreaks breaks;
  std::vector<Length> heights;  ///< of the frames that `breaks` fills
  std::size_t most = 0;         ///< frames on the pages that are allowed
};

/// The pages of a document, before anything is drawn.
struct Pages {
  std::vector<std::vector<Frame>> sets;  ///< of the first page, of the following ones, then of Layout::after
  Schedule schedule;
  std::vector<FlowPages> flows;
  std::size_t count = 1;
  bool overfull = false;    ///< something could not be placed within `most_pages`
  bool short_last = false;  ///< the last page holds a few lines only
  /// Part of which one line, or one row, is taller than all boxes of its flow; null if the pages merely ran out.
  const Part* too_tall = nullptr;
  std::string too_tall_in;  ///< the flow of that part

  [[nodiscard]] const std::vector<Frame>& frames(std::size_t page) const { return sets[set_of(schedule, page)]; }
};

/// Rather emptier pages before than a last page of a few lines, or not.
enum class LastPage : std::uint8_t { AsItComes, Fill };

/// Stacks every flow and breaks it into pages.
Pages paginate(const Composition& composition, const Setting& setting, std::size_t most_pages,
               LastPage last_page = LastPage::AsItComes);

/// The pages of a document that may be of any length, and the setting that they point into.
struct Settled {
  int step = 0;  ///< of the layout's ladder
  std::unique_ptr<const Setting> setting;
  Pages pages;
};

/// The loosest step, unless its last page would hold a few lines only. Then the first step that saves that page; if
/// none does, more room on the pages before, as far as their gaps may be widened. Not of more than 50 pages. No step
/// makes text smaller than `min_size`. The composition may be of any step of the same spec.
Settled settle(const Composition& composition, const layout::Spec& spec, const font::Library& fonts,
               std::size_t most_pages, std::optional<Length> min_size);

/// A warning for every word that is wider than its line and had to be broken by force, once a place.
void report_broken_words(const Pages& pages, Diagnostics& diagnostics);

/// Widening of gaps into left-over room: in every frame (of pages that are to be full), in those that a flow runs on
/// from (the last one ends where the text does), or not at all.
enum class Stretch : std::uint8_t { No, FullPages, EveryPage };

/// Draws the pages. Gaps take left-over room up to the layout's Fit::stretch_gaps.
display::DisplayList place(const Composition& composition, const Setting& setting, const Pages& pages, Stretch stretch);

/// Boxes that leave the page, or have no room for text, are errors; so is one that is narrower than the first box of
/// its flow on that page, to whose width the text is set. False if there is any.
bool check_boxes(const layout::Layout& layout, Diagnostics& diagnostics);

/// Width that a flow's content is measured at: that of its first box. Zero if it has none.
Length flow_width(const layout::Layout& layout, const std::string& flow);

/// Room for each flow of the composition on so many pages together.
struct Capacities {
  std::vector<Length> heights;  ///< by flow, in heights of text set to flow_width()
  /// By flow: what its content may be taller and still fit, because the gap at the top of every box but the first is
  /// dropped. An upper bound: it counts the widest gap for each.
  std::vector<Length> slack;
  /// Some boxes are of another width, where the same text is shorter or taller: their heights are converted by what
  /// the flow's whole content takes in either, which is right only on the average.
  bool estimated = false;
};
Capacities capacities(const Composition& composition, const Setting& setting, std::size_t pages);

}  // namespace broadside::flow
