// SPDX-License-Identifier: MIT
// The second half of flow.h: pages → drawing commands with tags. Comes in: atoms in frames. Goes out: final
// coordinates.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "flow/ascii_dashes.h"
#include "flow/flow.h"
#include "flow/tags.h"
#include "flow/template.h"
#include "unicode/locale.h"

namespace broadside::flow {
namespace {

using display::TagId;

// A link's text within one cell: one element, however many lines and pages it runs over.
struct LinkGroup {
  std::string url;
  std::string description;
  TagId tag = display::kArtifact;
};

// The lines of one cell, with the link group of each run (-1 = none).
struct BuiltCell {
  std::vector<text::Line> lines;
  std::vector<std::vector<int>> groups;
  std::vector<LinkGroup> links;
};

// What a box's background covers: with `bleed` it runs on, over the margins, where the box touches them.
Rect painted(const Frame& frame, const layout::Layout& layout) {
  Rect area = frame.outer;
  if (!frame.box->bleed) return area;
  const Rect inside{layout.margins.left, layout.margins.top,
                    layout.page.width - layout.margins.left - layout.margins.right,
                    layout.page.height - layout.margins.top - layout.margins.bottom};
  const Length left = area.x <= inside.x ? Length{} : area.x;
  const Length top = area.y <= inside.y ? Length{} : area.y;
  const Length right = area.right() >= inside.right() ? layout.page.width : area.right();
  const Length bottom = area.bottom() >= inside.bottom() ? layout.page.height : area.bottom();
  return {left, top, right - left, bottom - top};
}

class Placer {
 public:
  Placer(const Composition& composition, const Setting& setting, const Pages& pages, Stretch stretch)
      : setting_(setting), pages_(pages), stretch_(stretch), tags_(composition, list_.tags) {
    list_.info.title = composition.title;
    list_.info.author = composition.author;
    list_.info.language = composition.language;
    list_.info.right_to_left = unicode::is_right_to_left(composition.language);
    list_.pages.resize(pages.count);
    for (display::Page& page : list_.pages) page.size = setting.layout().page;
  }

  display::DisplayList place();

 private:
  void place_frame(const FlowPages& flow, std::size_t index, const Frame& frame, std::uint32_t page);
  void place_lines(const FlowPages& flow, std::uint32_t row, std::uint32_t first_line, std::uint32_t end_line,
                   Point top_left, std::uint32_t page);
  void place_resumed(const SetRow& row, Point frame_top_left, std::uint32_t page);
  void place_marker(const SetRow& row, Point row_top_left, std::uint32_t page);
  void place_rule(const layout::Rule& rule, const SetRow& row, Length x, Length y, std::uint32_t page);
  void place_picture(const SetRow& row, Point top_left, std::uint32_t page);
  void place_running(std::uint32_t page);
  // All coordinates are reckoned for a page that is read from left to right; one that is read from right to left is
  // its image in a mirror: this is where what is `width` wide then begins.
  [[nodiscard]] Length facing(Length x, Length width) const {
    return list_.info.right_to_left ? setting_.layout().page.width - x - width : x;
  }
  [[nodiscard]] Rect facing(Rect area) const { return {facing(area.x, area.width), area.y, area.width, area.height}; }
  std::vector<text::Line> build(const text::ShapedText& text, const text::Breaks& breaks, Length width,
                                text::ParagraphStyle style) const;
  void draw_line(text::Line line, Point origin, TagId tag, std::uint32_t page);
  // Each line is drawn once and its glyphs go with it; the row is forgotten with its last line.
  std::vector<BuiltCell>& built(const FlowPages& flow, std::uint32_t row);
  [[nodiscard]] bool spreads(const FlowPages& flow, std::size_t frame) const;

  const Setting& setting_;
  const Pages& pages_;
  Stretch stretch_;
  display::DisplayList list_;
  TagTree tags_;
  std::map<const SetRow*, std::vector<BuiltCell>> built_;  // looked up only
};

std::vector<text::Line> Placer::build(const text::ShapedText& text, const text::Breaks& breaks, Length width,
                                      text::ParagraphStyle style) const {
  if (list_.info.right_to_left && style.align == text::Align::Left) {
    style.align = text::Align::Right;
  } else if (list_.info.right_to_left && style.align == text::Align::Right) {
    style.align = text::Align::Left;
  }
  return text::build_lines(text, breaks, setting_.styles(), width, style);
}

// Runs stand from left to right, but are read in the order of the text.
std::vector<std::size_t> reading_order(const text::Line& line) {
  std::vector<std::size_t> order(line.runs.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&line](std::size_t a, std::size_t b) { return line.runs[a].text_begin < line.runs[b].text_begin; });
  return order;
}

std::vector<BuiltCell>& Placer::built(const FlowPages& flow, std::uint32_t index) {
  const SetRow& row = flow.list.rows[index];
  const auto [place, added] = built_.try_emplace(&row);
  std::vector<BuiltCell>& cells = place->second;
  if (!added) return cells;
  for (const CellBox& box : row.box.cells) {
    BuiltCell& cell = cells.emplace_back();
    cell.lines = build(*box.content->text, box.breaks, box.width, box.paragraph);
    const std::vector<std::string>& targets = text::links(*box.content->text);
    int open = -1;
    std::int32_t open_link = -1;
    for (const text::Line& line : cell.lines) {
      std::vector<int>& groups = cell.groups.emplace_back(line.runs.size(), -1);
      for (const std::size_t r : reading_order(line)) {
        const text::LineRun& run = line.runs[r];
        if (run.span.link < 0) {
          open = -1;
        } else if (open < 0 || run.span.link != open_link) {
          open = static_cast<int>(cell.links.size());
          LinkGroup& group = cell.links.emplace_back();
          group.url = targets[static_cast<std::size_t>(run.span.link)];
          group.tag = tags_.add(display::TagKind::Link, tags_.cell(*box.content));
        }
        open_link = run.span.link;
        if (open >= 0) cell.links[static_cast<std::size_t>(open)].description += run.run.text;
        groups[r] = open;
      }
    }
    for (LinkGroup& link : cell.links) {
      while (!link.description.empty() && link.description.back() == ' ') link.description.pop_back();
    }
  }
  return cells;
}

void Placer::draw_line(text::Line line, Point origin, TagId tag, std::uint32_t page) {
  for (const std::size_t r : reading_order(line)) {
    text::LineRun& run = line.runs[r];
    list_.pages[page].commands.emplace_back(display::DrawGlyphs{{origin.x + run.x, origin.y}, std::move(run.run), tag});
  }
}

void Placer::place_marker(const SetRow& row, Point row_top_left, std::uint32_t page) {
  const Part& part = *row.part;
  const layout::Block& block = setting_.layout().block(part.block);
  text::ParagraphStyle style;
  const text::Breaks breaks = text::break_lines(*part.marker, setting_.styles(), block.marker_width, style);
  auto lines = build(*part.marker, breaks, block.marker_width, style);
  if (lines.empty()) return;
  const Length x = facing(row_top_left.x - block.marker_width, block.marker_width);
  draw_line(std::move(lines.front()), {x, row_top_left.y + row.box.baseline}, tags_.marker(part), page);
}

// Said again only for the eye: an artifact, as a running head is.
void Placer::place_resumed(const SetRow& row, Point frame_top_left, std::uint32_t page) {
  for (const CellBox& box : row.box.cells) {
    const layout::StyleId style = box.cell->style;
    Length baseline = frame_top_left.y + box.shift + setting_.baseline(style);
    const Length x = facing(frame_top_left.x + row.left + box.x, box.width);
    for (text::Line& line : build(*box.content->text, box.breaks, box.width, box.paragraph)) {
      draw_line(std::move(line), {x, baseline}, display::kArtifact, page);
      baseline += setting_.layout().style(style).line_height;
    }
  }
}

void Placer::place_rule(const layout::Rule& rule, const SetRow& row, Length x, Length y, std::uint32_t page) {
  list_.pages[page].commands.emplace_back(
      display::FillRect{facing({x, y, row.rule_width, rule.thickness}), rule.color, display::kArtifact});
}

void Placer::place_picture(const SetRow& row, Point top_left, std::uint32_t page) {
  Rect rect = row.picture->rect;
  rect.x += top_left.x;
  rect.y += top_left.y;
  list_.pages[page].commands.emplace_back(
      display::DrawImage{facing(rect), row.part->image->number, tags_.figure(*row.part)});
}

void Placer::place_lines(const FlowPages& flow, std::uint32_t index, std::uint32_t first_line, std::uint32_t end_line,
                         Point top_left, std::uint32_t page) {
  const SetRow& row = flow.list.rows[index];
  std::vector<BuiltCell>& cells = built(flow, index);
  for (std::size_t c = 0; c < cells.size(); ++c) {
    BuiltCell& cell = cells[c];
    const CellBox& box = row.box.cells[c];
    const layout::StyleId style = box.cell->style;
    const Length line_height = setting_.layout().style(style).line_height;
    const TagId tag = tags_.cell(*box.content);
    std::map<int, std::vector<Rect>> areas;
    const std::size_t end = cells.size() == 1 ? end_line : cell.lines.size();
    for (std::size_t l = first_line; l < end && l < cell.lines.size(); ++l) {
      const Length top = top_left.y + box.shift + line_height * static_cast<std::int64_t>(l - first_line);
      const Length baseline = top + setting_.baseline(style);
      text::Line& line = cell.lines[l];
      const Length left = facing(top_left.x + box.x, box.width);
      for (const std::size_t r : reading_order(line)) {
        text::LineRun& run = line.runs[r];
        const Length x = left + run.x;
        const int group = cell.groups[l][r];
        const TagId own = group >= 0 ? cell.links[static_cast<std::size_t>(group)].tag : tag;
        const Length width = group < 0 ? Length{} : run.run.width();
        list_.pages[page].commands.emplace_back(display::DrawGlyphs{{x, baseline}, std::move(run.run), own});
        if (group < 0) continue;
        const Rect area{x, top, width, line_height};
        std::vector<Rect>& rects = areas[group];
        if (!rects.empty() && rects.back().y == area.y) {
          const Length right = max(area.right(), rects.back().right());
          rects.back().x = min(area.x, rects.back().x);
          rects.back().width = right - rects.back().x;
        } else {
          rects.push_back(area);
        }
      }
    }
    for (auto& [group, rects] : areas) {
      const LinkGroup& link = cell.links[static_cast<std::size_t>(group)];
      list_.pages[page].commands.emplace_back(
          display::LinkArea{std::move(rects), link.url, link.description, link.tag});
    }
    // The name, H1, is the document's title; the outline begins with what stands below it.
    if (box.content->role == Role::Heading && first_line == 0 && row.part->heading_level > 1) {
      list_.outline.push_back({box.content->spoken, row.part->heading_level - 1, page, top_left});
    }
  }
  if (cells.size() != 1 || end_line >= cells.front().lines.size()) built_.erase(&row);
}

bool Placer::spreads(const FlowPages& flow, std::size_t frame) const {
  if (stretch_ != Stretch::FullPages) return stretch_ == Stretch::EveryPage;
  // Where the flow ends, or the author wished a page to end, the foot of the page is as the text leaves it.
  const std::uint32_t end = flow.breaks.frames[frame].end;
  return end < flow.list.atoms.size() && flow.list.atoms[end].break_cost != kForced;
}

void Placer::place_frame(const FlowPages& flow, std::size_t index, const Frame& frame, std::uint32_t page) {
  const FrameContent& content = flow.breaks.frames[index];
  double factor = 1.0;
  if (spreads(flow, index)) {
    factor = fill_of(flow.list, content).gap_factor(frame.inner.height, setting_.layout().fit.stretch_gaps);
  }
  Length y = frame.inner.y;
  std::uint32_t i = content.begin;
  if (i > 0 && i < content.end && flow.list.atoms[i].resumed != kNoRow) {
    place_resumed(flow.list.rows[flow.list.atoms[i].resumed], {frame.inner.x, y}, page);
    y += flow.list.atoms[i].resumed_height;
  }
  while (i < content.end) {
    const Atom& atom = flow.list.atoms[i];
    const SetRow& row = flow.list.rows[atom.row];
    const layout::Block& block = setting_.layout().block(row.part->block);
    if (i > content.begin) {
      // Rounded down, so that the sum never leaves the box.
      y += atom.stretches ? Length::from_raw(static_cast<std::int64_t>(static_cast<double>(atom.before.raw) * factor))
                          : atom.before;
    }
    const Length x = frame.inner.x + row.left;
    const Length rule_x = frame.inner.x + row.rule_left;
    const bool begins = row.first && atom.first_line == 0;
    if (begins && block.rule_above) place_rule(*block.rule_above, row, rule_x, y, page);
    const Point top_left{x, y + atom.above};
    if (row.part->marker && begins) place_marker(row, top_left, page);
    std::uint32_t end = i;
    Length height;
    while (end < content.end && flow.list.atoms[end].row == atom.row) height += flow.list.atoms[end++].height;
    place_lines(flow, atom.row, atom.first_line, atom.first_line + (end - i), top_left, page);
    if (block.rule_below && row.last && (end == flow.list.atoms.size() || flow.list.atoms[end].row != atom.row)) {
      place_rule(*block.rule_below, row, rule_x, y + height - block.space_after - block.rule_below->thickness, page);
    }
    if (row.picture && begins) place_picture(row, {rule_x, top_left.y - row.picture->rows_top}, page);
    y += height;
    i = end;
  }
}

void Placer::place_running(std::uint32_t page) {
  const layout::Layout& layout = setting_.layout();
  for (const layout::RunningText& running : layout.running) {
    if (page == 0 && !running.on_first) continue;
    Fields fields;
    const auto add = [&fields](std::string_view name, std::string value) {
      resume::RichText text;
      text.text = std::move(value);
      fields.add(name, text);
    };
    add("name", list_.info.author);
    add("page", std::to_string(page + 1));
    add("pages", std::to_string(pages_.count));
    const auto filled = fill(running.text, running.style, fields, layout, list_.info.language);
    if (!filled) continue;
    Diagnostics ignored;  // the same characters were reported where the body shows them
    const Shaped shaped = text::shape(*filled, setting_.styles(), setting_.fonts(), ignored);
    const Length width = layout.page.width - layout.margins.left - layout.margins.right;
    const text::ParagraphStyle style = paragraph_style(layout.style(running.style), running.align);
    const text::Breaks breaks = text::break_lines(*shaped, setting_.styles(), width, style);
    auto lines = build(*shaped, breaks, width, style);
    const Length y = running.y < Length{} ? layout.page.height + running.y : running.y;
    if (!lines.empty())
      draw_line(std::move(lines.front()), {facing(layout.margins.left, width), y}, display::kArtifact, page);
  }
}

display::DisplayList Placer::place() {
  std::vector<std::size_t> placed(pages_.flows.size());  // frames so far, by flow
  for (std::uint32_t page = 0; page < pages_.count; ++page) {
    const std::vector<Frame>& frames = pages_.frames(page);
    for (const Frame& frame : frames) {
      if (!frame.box->background) continue;
      list_.pages[page].commands.emplace_back(
          display::FillRect{facing(painted(frame, setting_.layout())), *frame.box->background, display::kArtifact});
    }
    for (std::size_t i = 0; i < pages_.flows.size(); ++i) {
      const FlowPages& flow = pages_.flows[i];
      for (const Frame& frame : frames) {
        if (frame.box->flow != flow.content->flow) continue;
        const std::size_t index = placed[i]++;
        if (index < flow.breaks.frames.size()) place_frame(flow, index, frame, page);
      }
    }
    place_running(page);
  }
  if (setting_.layout().text.ascii_dashes) read_dashes_as_ascii(list_);
  return std::move(list_);
}

}  // namespace

display::DisplayList place(const Composition& composition, const Setting& setting, const Pages& pages,
                           Stretch stretch) {
  return Placer(composition, setting, pages, stretch).place();
}

}  // namespace broadside::flow
