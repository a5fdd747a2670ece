// SPDX-License-Identifier: MIT
// The first half of flow.h: stacks every flow and breaks it into the frames of its boxes, page after page.
#include <algorithm>

#include "flow/flow.h"

namespace broadside::flow {
namespace {

const FlowContent* find_flow(const Composition& composition, const std::string& flow) {
  for (const FlowContent& content : composition.flows) {
    if (content.flow == flow) return &content;
  }
  return nullptr;
}

ContentHeight content_height(const Composition& composition, const Setting& setting) {
  return [&composition, &setting](const std::string& flow, Length width) {
    const FlowContent* content = find_flow(composition, flow);
    return content == nullptr ? Length{} : total_height(stack(setting, content->parts, width));
  };
}

std::vector<Length> heights_of(const std::vector<Frame>& frames, const std::string& flow) {
  std::vector<Length> heights;
  for (const Frame& frame : frames) {
    if (frame.box->flow == flow) heights.push_back(frame.inner.height);
  }
  return heights;
}

}  // namespace

Length flow_width(const layout::Layout& layout, const std::string& flow) {
  const auto unknown = [](const std::string&, Length) { return Length{}; };
  for (const auto* boxes : {&layout.first_boxes, &layout.next_boxes}) {
    for (const Frame& frame : frames(layout, *boxes, unknown)) {
      if (frame.box->flow == flow) return frame.inner.width;
    }
  }
  return Length{};
}

std::vector<Length> flow_capacity(const Composition& composition, const Setting& setting, const std::string& flow,
                                  std::size_t pages) {
  const ContentHeight height = content_height(composition, setting);
  std::vector<Length> out = heights_of(frames(setting.layout(), setting.layout().first_boxes, height), flow);
  if (pages > 1) {
    const std::vector<Length> next = heights_of(frames(setting.layout(), setting.layout().next_boxes, height), flow);
    for (std::size_t page = 1; page < pages; ++page) out.insert(out.end(), next.begin(), next.end());
  }
  return out;
}

Pages paginate(const Composition& composition, const Setting& setting, std::size_t most_pages) {
  const layout::Layout& layout = setting.layout();
  const ContentHeight height = content_height(composition, setting);
  Pages out;
  out.first = frames(layout, layout.first_boxes, height);
  out.next = frames(layout, layout.next_boxes, height);
  for (const FlowContent& content : composition.flows) {
    FlowPages& flow = out.flows.emplace_back();
    flow.content = &content;
    flow.list = stack(setting, content.parts, flow_width(layout, content.flow));
    const FrameHeights heights{heights_of(out.first, content.flow), heights_of(out.next, content.flow)};
    flow.first_boxes = heights.first.size();
    flow.next_boxes = heights.next.size();
    flow.breaks = break_pages(flow.list, heights, flow.first_boxes + (most_pages - 1) * flow.next_boxes);
    out.overfull = out.overfull || flow.breaks.overfull;
    if (flow.breaks.too_tall && out.too_tall == nullptr) {
      out.too_tall = flow.list.rows[flow.list.atoms[*flow.breaks.too_tall].row].part;
    }
    const std::size_t used = flow.breaks.frames.size();
    if (used > flow.first_boxes && flow.next_boxes > 0) {
      out.count = std::max(out.count, 1 + (used - flow.first_boxes + flow.next_boxes - 1) / flow.next_boxes);
    }
  }
  return out;
}

}  // namespace broadside::flow
