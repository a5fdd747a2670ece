// SPDX-License-Identifier: MIT
#include "flow/frames.h"

namespace broadside::flow {
namespace {

using layout::Dimension;

Length resolve(const Dimension& wanted, Length whole, Length rest) {
  switch (wanted.kind) {
    case Dimension::Kind::Fixed:
      return wanted.length;
    case Dimension::Kind::Percent:
      return scale(whole, wanted.percent / 100.0);
    case Dimension::Kind::Rest:
    case Dimension::Kind::Content:
      return rest;
  }
  return rest;
}

const Frame* find(const std::vector<Frame>& frames, const std::string& name) {
  if (name.empty()) return nullptr;  // many boxes have no name
  for (const Frame& frame : frames) {
    if (frame.box->name == name) return &frame;
  }
  return nullptr;
}

}  // namespace

std::vector<Frame> frames(const layout::Layout& layout, const std::vector<layout::Box>& boxes,
                          const ContentHeight& content_height) {
  const Length area_width = layout.page.width - layout.margins.left - layout.margins.right;
  const Length area_height = layout.page.height - layout.margins.top - layout.margins.bottom;
  std::vector<Frame> out;
  out.reserve(boxes.size());
  for (const layout::Box& box : boxes) {
    Frame frame;
    frame.box = &box;
    Length x = resolve(box.x, area_width, Length{});
    Length y = resolve(box.y, area_height, Length{});
    if (const Frame* above = find(out, box.below)) y = above->outer.bottom() - layout.margins.top + box.gap;
    if (const Frame* beside = find(out, box.right_of)) x = beside->outer.right() - layout.margins.left + box.gap;
    frame.outer.x = layout.margins.left + x;
    frame.outer.y = layout.margins.top + y;
    frame.outer.width = resolve(box.width, area_width, area_width - x);
    const Length inner_width = frame.outer.width - box.padding.left - box.padding.right;
    if (box.height.kind == Dimension::Kind::Content) {
      frame.outer.height = min(content_height(box.flow, inner_width) + box.padding.top + box.padding.bottom,
                               max(area_height - y, Length{}));
    } else {
      frame.outer.height = resolve(box.height, area_height, max(area_height - y, Length{}));
    }
    frame.inner = {frame.outer.x + box.padding.left, frame.outer.y + box.padding.top, inner_width,
                   max(frame.outer.height - box.padding.top - box.padding.bottom, Length{})};
    out.push_back(frame);
  }
  return out;
}

}  // namespace broadside::flow
