// SPDX-License-Identifier: MIT
// The first half of flow.h: stacks every flow and breaks it into the frames of its boxes, page after page. Where a
// layout has other boxes for the pages on which a flow has ended, flows are broken again as it turns out.
#include <algorithm>
#include <map>
#include <utility>

#include "flow/break_flow.h"
#include "flow/flow.h"

namespace broadside::flow {
namespace {

constexpr std::size_t kFirst = 0;  // numbers of sets of boxes
constexpr std::size_t kNext = 1;
constexpr std::size_t kAfter = 2;

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

std::vector<std::vector<Frame>> all_frames(const layout::Layout& layout, const ContentHeight& height) {
  std::vector<std::vector<Frame>> sets = {frames(layout, layout.first_boxes, height),
                                          frames(layout, layout.next_boxes, height)};
  for (const layout::BoxSet& set : layout.after) sets.push_back(frames(layout, set.boxes, height));
  return sets;
}

std::vector<Length> heights_of(const std::vector<Frame>& frames, const std::string& flow) {
  std::vector<Length> heights;
  for (const Frame& frame : frames) {
    if (frame.box->flow == flow) heights.push_back(frame.inner.height);
  }
  return heights;
}

// Of the flow's first box on a page; zero if it has none.
Length width_of(const std::vector<Frame>& frames, const std::string& flow) {
  for (const Frame& frame : frames) {
    if (frame.box->flow == flow) return frame.inner.width;
  }
  return Length{};
}

class Paginator {
 public:
  Paginator(const Composition& composition, const Setting& setting, std::size_t most_pages, LastPage last_page)
      : composition_(composition),
        setting_(setting),
        most_pages_(most_pages),
        taste_{setting.layout().fit.stretch_gaps, last_page == LastPage::Fill} {
    pages_.sets = all_frames(setting.layout(), content_height(composition, setting));
    pages_.schedule = {{0, kFirst}, {1, kNext}};
  }

  Pages run() {
    for (const FlowContent& content : composition_.flows) pages_.flows.push_back(flow(content, pages_.schedule));
    follow_ends();
    for (const FlowPages& flow : pages_.flows) {
      pages_.overfull = pages_.overfull || flow.breaks.overfull;
      if (flow.breaks.too_tall && pages_.too_tall == nullptr) {
        pages_.too_tall = flow.list.rows[flow.list.atoms[*flow.breaks.too_tall].row].part;
        pages_.too_tall_in = flow.content->flow;
      }
      if (!flow.breaks.overfull) pages_.count = std::max(pages_.count, end_of(flow));
    }
    pages_.short_last =
        pages_.count > 1 && std::none_of(pages_.flows.begin(), pages_.flows.end(),
                                         [this](const FlowPages& flow) { return fills_last_page(flow); });
    return std::move(pages_);
  }

 private:
  [[nodiscard]] FlowPages flow(const FlowContent& content, const Schedule& schedule) const {
    // Frames in a row that are equally wide are one measure.
    std::vector<Measure> measures;
    std::size_t most = 0;
    for (std::size_t t = 0; t < schedule.size(); ++t) {
      const std::vector<Frame>& frames = pages_.sets[schedule[t].set];
      const std::vector<Length> heights = heights_of(frames, content.flow);
      if (heights.empty()) continue;
      const Length width = width_of(frames, content.flow);
      if (measures.empty() || measures.back().width != width) measures.push_back({width, {}});
      FrameHeights& into = measures.back().heights;
      if (t + 1 == schedule.size()) {
        into.next = heights;
        const std::size_t before = schedule[t].page;
        most += (most_pages_ > before ? most_pages_ - before : 0) * heights.size();
        break;
      }
      for (std::size_t page = schedule[t].page; page < schedule[t + 1].page; ++page) {
        into.first.insert(into.first.end(), heights.begin(), heights.end());
        if (page < most_pages_) most += heights.size();
      }
    }
    FlowPages out;
    out.content = &content;
    BrokenFlow broken = break_flow(setting_, content.parts, measures, taste_, most);
    out.list = std::move(broken.list);
    out.breaks = std::move(broken.breaks);
    out.heights = std::move(broken.heights);
    out.most = most;
    return out;
  }

  // The number of pages before and with the flow's last frame; 0 for a flow without content.
  [[nodiscard]] std::size_t end_of(const FlowPages& flow) const {
    std::size_t left = flow.breaks.frames.size();
    if (flow.list.atoms.empty() || left == 0) return 0;
    for (std::size_t page = 0;; ++page) {
      const std::size_t here = heights_of(pages_.frames(page), flow.content->flow).size();
      if (left <= here) return page + 1;
      left -= here;
      if (here == 0 && page >= pages_.schedule.back().page) return page + 1;  // no further box: reported as overfull
    }
  }

  // Whether the document's last page holds more of this flow than a few lines.
  [[nodiscard]] bool fills_last_page(const FlowPages& flow) const {
    std::size_t begin = 0;
    for (std::size_t page = 0; page + 1 < pages_.count; ++page) {
      begin += heights_of(pages_.frames(page), flow.content->flow).size();
    }
    const std::size_t end = flow.breaks.frames.size();
    return begin + 1 < end ||
           (begin + 1 == end && !few_lines(flow.list, flow.breaks.frames[begin], flow.heights[begin]));
  }

  [[nodiscard]] bool ended(const std::string& name, std::size_t page) const {
    return std::all_of(pages_.flows.begin(), pages_.flows.end(), [&](const FlowPages& flow) {
      return flow.content->flow != name || (!flow.breaks.overfull && end_of(flow) <= page);
    });
  }

  [[nodiscard]] std::size_t wanted_set(std::size_t page) const {
    const std::vector<layout::BoxSet>& after = setting_.layout().after;
    for (std::size_t i = 0; i < after.size(); ++i) {
      const bool applies = std::all_of(after[i].ended.begin(), after[i].ended.end(),
                                       [&](const std::string& name) { return ended(name, page); });
      if (applies) return kAfter + i;
    }
    return kNext;
  }

  // From page to page: where other boxes apply, what goes on is broken again from there.
  void follow_ends() {
    if (setting_.layout().after.empty()) return;
    std::size_t page = 1;
    while (page < most_pages_) {
      std::size_t last = 0;
      for (const FlowPages& flow : pages_.flows) {
        if (!flow.breaks.overfull || !flow.breaks.frames.empty()) last = std::max(last, end_of(flow));
      }
      if (page >= last) return;
      const std::size_t set = wanted_set(page);
      if (set != pages_.schedule.back().set && !turn(page, set)) return;
      ++page;
    }
  }

  bool turn(std::size_t page, std::size_t set) {
    Schedule schedule = pages_.schedule;
    if (schedule.back().page == page) schedule.pop_back();
    schedule.push_back({page, set});
    std::vector<std::pair<std::size_t, FlowPages>> again;
    for (std::size_t i = 0; i < pages_.flows.size(); ++i) {
      const FlowPages& old = pages_.flows[i];
      if (end_of(old) <= page) continue;
      FlowPages fresh = flow(*old.content, schedule);
      // A paragraph that no page can hold whole goes on through boxes of one width.
      if (fresh.breaks.overfull && !old.breaks.overfull) return false;
      again.emplace_back(i, std::move(fresh));
    }
    for (auto& [index, fresh] : again) pages_.flows[index] = std::move(fresh);
    pages_.schedule = std::move(schedule);
    return true;
  }

  const Composition& composition_;
  const Setting& setting_;
  std::size_t most_pages_;
  PageTaste taste_;
  Pages pages_;
};

}  // namespace

Length flow_width(const layout::Layout& layout, const std::string& flow) {
  const auto unknown = [](const std::string&, Length) { return Length{}; };
  for (const std::vector<Frame>& set : all_frames(layout, unknown)) {
    if (const Length width = width_of(set, flow); width > Length{}) return width;
  }
  return Length{};
}

namespace {

Length widest_gap(const FlowContent& content, const Setting& setting, Length width) {
  Length most;
  for (const Atom& atom : stack(setting, content.parts, width).atoms) most = max(most, atom.before);
  // What follows something that is left out may stand under another gap than in the whole content.
  for (const layout::Block& block : setting.layout().blocks) {
    most = max(most, max(block.space_before, block.space_between));
  }
  return most;
}

}  // namespace

Capacities capacities(const Composition& composition, const Setting& setting, std::size_t pages) {
  const layout::Layout& layout = setting.layout();
  const std::vector<std::vector<Frame>> sets = all_frames(layout, content_height(composition, setting));
  Schedule schedule = {{0, kFirst}, {1, kNext}};
  if (pages > 1 && !layout.after.empty())
    schedule = Paginator(composition, setting, pages, LastPage::AsItComes).run().schedule;
  Capacities out;
  for (const FlowContent& content : composition.flows) {
    const Length usual = flow_width(layout, content.flow);
    Length sum;
    std::int64_t boxes = 0;
    std::map<Length, double> shares;  // by width: the content is stacked once for each, however many pages have it
    for (std::size_t page = 0; page < pages; ++page) {
      const std::vector<Frame>& frames = sets[set_of(schedule, page)];
      const Length width = width_of(frames, content.flow);
      double share = 1.0;
      if (width != usual && width > Length{}) {
        const auto [known, added] = shares.try_emplace(width, 1.0);
        if (added) {
          const Length there = total_height(stack(setting, content.parts, width));
          const Length here = total_height(stack(setting, content.parts, usual));
          if (there > Length{}) known->second = static_cast<double>(here.raw) / static_cast<double>(there.raw);
        }
        share = known->second;
        out.estimated = true;
      }
      for (const Length height : heights_of(frames, content.flow)) {
        sum += scale(height, share);
        ++boxes;
      }
    }
    out.heights.push_back(sum);
    const Length gap = boxes > 1 ? widest_gap(content, setting, usual) : Length{};
    out.slack.push_back(Length::from_raw(gap.raw * std::max<std::int64_t>(boxes - 1, 0)));
  }
  return out;
}

Pages paginate(const Composition& composition, const Setting& setting, std::size_t most_pages, LastPage last_page) {
  return Paginator(composition, setting, most_pages, last_page).run();
}

}  // namespace broadside::flow
