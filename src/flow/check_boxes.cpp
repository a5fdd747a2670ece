// SPDX-License-Identifier: MIT
// Layout → are its boxes where text can stand? Comes in: a layout at one step; goes out: errors at the boxes' places in
// the layout file. Heights that follow the content count as nothing here, so only what can never be right is reported.
#include <algorithm>
#include <string>
#include <vector>

#include "flow/flow.h"

namespace broadside::flow {
namespace {

std::string name_of(const layout::Box& box) { return box.name.empty() ? "a box" : "the box '" + box.name + "'"; }

std::string points(Length length) {
  return std::to_string((length.raw + Length::kUnitsPerPoint / 2) / Length::kUnitsPerPoint) + " pt";
}

bool check(const layout::Layout& layout, const Frame& frame, Length text_width, Diagnostics& diagnostics) {
  const layout::Box& box = *frame.box;
  // Percentages are rounded; a fiftieth of a point is nothing that anyone sees.
  const Length slack = Length::from_pt(0.02);
  const Length beyond = max(frame.outer.right() - layout.page.width, frame.outer.bottom() - layout.page.height);
  if (beyond > slack) {
    diagnostics.error("layout-box-outside", box.span, name_of(box) + " leaves the page by " + points(beyond),
                      "make it smaller, or move it with `x`, `y` or `gap`");
    return false;
  }
  if (box.flow.empty()) return true;  // only a background
  // Two em are the width of a bullet and a letter.
  const auto body = std::find_if(layout.styles.begin(), layout.styles.end(),
                                 [](const layout::Style& style) { return style.name == "body"; });
  if (body != layout.styles.end() && frame.inner.width < 2 * body->size) {
    diagnostics.error("layout-box-narrow", box.span,
                      name_of(box) + " is " + points(max(frame.inner.width, Length{})) + " wide, too narrow for text",
                      "a box without a width takes all the room that is left: give the box beside it a `width`");
    return false;
  }
  if (frame.inner.width + slack < text_width) {
    diagnostics.error("layout-box-narrow", box.span,
                      name_of(box) + " is narrower than the first box of its flow on that page (" +
                          points(frame.inner.width) + " against " + points(text_width) +
                          "), to whose width the text is set",
                      "make it as wide, or give it a flow of its own");
    return false;
  }
  return true;
}

}  // namespace

bool check_boxes(const layout::Layout& layout, Diagnostics& diagnostics) {
  const auto unknown = [](const std::string&, Length) { return Length{}; };
  bool good = true;
  std::vector<const std::vector<layout::Box>*> pages = {&layout.first_boxes, &layout.next_boxes};
  for (const layout::BoxSet& set : layout.after) pages.push_back(&set.boxes);
  for (const std::vector<layout::Box>* boxes : pages) {
    const std::vector<Frame> all = frames(layout, *boxes, unknown);
    for (const Frame& frame : all) {
      const auto first = std::find_if(all.begin(), all.end(),
                                      [&frame](const Frame& other) { return other.box->flow == frame.box->flow; });
      good = check(layout, frame, first->inner.width, diagnostics) && good;
    }
  }
  return good;
}

}  // namespace broadside::flow
