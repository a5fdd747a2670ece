// SPDX-License-Identifier: MIT
// Last lines shorter than a third of the measure: every one that resume.yaml and the examples still have, in every
// layout, ragged and justified, is listed with its reason. A reason is one only if a search over all ways of breaking
// confirms it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <limits>
#include <vector>

#include "flow/measure.h"
#include "support/paths.h"
#include "support/pipeline.h"
#include "text/margins.h"
#include "text/measure.h"
#include "text/shaped_text.h"

namespace broadside::flow {
namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();
/// What text/break_lines.cpp gives up a runt for: a ragged line this much short, or in a narrow measure this much.
constexpr double kWorthShare = 0.4;
constexpr double kWorthEm = 4.3;

/// The items between which lines may end, with running sums, for a search without the breaker's code.
class Search {
 public:
  Search(const text::ShapedText& text, const StyleTable& styles, const CellBox& cell)
      : text_(text), measurer_(text, styles), measure_(cell.width.raw), style_(cell.paragraph) {
    justified_ = style_.align == text::Align::Justify;
    for (std::size_t i = 0; i < text.items.size(); ++i) {
      text::BreakItem item = measurer_.item(i, !justified_);
      if (item.hyphenation && !style_.hyphenate) item.kind = text::ItemKind::Box;
      items_.push_back(item);
    }
    while (!items_.empty() && items_.back().kind == text::ItemKind::Glue) items_.pop_back();
    sums_.resize(1);
    for (const text::BreakItem& item : items_) {
      Sum next = sums_.back();
      if (item.kind != text::ItemKind::Penalty) next.width += item.width;
      if (item.elastic) next.elastic += item.width;
      next.stretch += item.stretch;
      next.shrink += item.shrink;
      sums_.push_back(next);
    }
  }

  /// Width of the last line after a break at `i`.
  [[nodiscard]] std::int64_t last_after(std::size_t i) const {
    return sums_.back().width - sums_[start_after(i)].width;
  }
  [[nodiscard]] std::size_t start_after(std::size_t i) const {
    if (items_[i].kind == text::ItemKind::Discretionary) ++i;
    while (i < items_.size() && items_[i].kind != text::ItemKind::Box &&
           items_[i].kind != text::ItemKind::Discretionary) {
      ++i;
    }
    return i;
  }

  /// Of all ways to at most `lines` lines with a last one of at least `least`: how bad the worst other line of the best
  /// one is, by `cost`; infinite if there is none.
  template <typename Cost>
  [[nodiscard]] double best_worst(std::size_t lines, std::int64_t least, const Cost& cost) const {
    std::vector<double> reached(items_.size(), kNone);  // by the item at which the line ends
    double best = kNone;
    for (std::size_t line = 1; line < lines; ++line) {
      std::vector<double> next(items_.size(), kNone);
      for (std::size_t end = 0; end < items_.size(); ++end) {
        if (!legal(end)) continue;
        if (line == 1) next[end] = std::min(next[end], cost(0, end));
        for (std::size_t from = 0; line > 1 && from < end; ++from) {
          if (reached[from] == kNone) continue;
          next[end] = std::min(next[end], std::max(reached[from], cost(start_after(from), end)));
        }
      }
      reached = next;
      for (std::size_t end = 0; end < items_.size(); ++end) {
        if (reached[end] == kNone || last_after(end) < least || !fits(start_after(end), items_.size())) continue;
        best = std::min(best, reached[end]);
      }
    }
    return best;
  }

  /// How far a ragged line is short of the measure.
  [[nodiscard]] double room(std::size_t start, std::size_t end) const {
    const Line line = line_of(start, end);
    return line.width <= 0 || line.width > measure_ ? kNone : static_cast<double>(measure_ - line.width);
  }
  /// Badness of a justified line.
  [[nodiscard]] double badness(std::size_t start, std::size_t end, std::int64_t emergency) const {
    const Line line = line_of(start, end);
    if (line.width <= 0) return kNone;
    std::int64_t lack = measure_ - line.width;
    const std::int64_t reach = line.elastic * text::thousandths(style_.expansion) / 1000;
    lack = lack > 0 ? std::max<std::int64_t>(0, lack - reach) : std::min<std::int64_t>(0, lack + reach);
    if (lack < 0 && -lack > line.shrink) return kNone;
    return lack >= 0 ? text::badness(lack, line.stretch + emergency) : text::badness(-lack, line.shrink);
  }
  [[nodiscard]] bool fits(std::size_t start, std::size_t end) const {
    const Line line = line_of(start, end);
    if (!justified_) return line.width <= measure_;
    return line.width - line.shrink - line.elastic * text::thousandths(style_.expansion) / 1000 <= measure_;
  }

 private:
  struct Sum {
    std::int64_t width = 0, stretch = 0, shrink = 0, elastic = 0;
  };
  using Line = Sum;

  [[nodiscard]] bool legal(std::size_t i) const {
    if (items_[i].kind == text::ItemKind::Glue) {
      return i > 0 &&
             (items_[i - 1].kind == text::ItemKind::Box || items_[i - 1].kind == text::ItemKind::Discretionary);
    }
    return items_[i].kind == text::ItemKind::Discretionary ||
           (items_[i].kind == text::ItemKind::Penalty && items_[i].penalty < text::kForbidden);
  }

  [[nodiscard]] Line line_of(std::size_t start, std::size_t end) const {
    Line line = sums_[end];
    line.width -= sums_[start].width;
    line.stretch -= sums_[start].stretch;
    line.shrink -= sums_[start].shrink;
    line.elastic -= sums_[start].elastic;
    text::GlyphRange last;
    std::uint32_t look = 0;
    if (end < items_.size() && items_[end].kind == text::ItemKind::Discretionary) {
      line.width += items_[end].pre;
      line.elastic += items_[end].elastic ? items_[end].pre : 0;
      last = text_.items[end].pre;
      look = text_.items[end].look;
    }
    if (!justified_ || style_.protrusion <= 0) return line;
    const auto prints = [this](std::size_t i) {
      return items_[i].kind != text::ItemKind::Penalty && items_[i].kind != text::ItemKind::Glue &&
             !text_.items[i].glyphs.empty();
    };
    for (std::size_t i = end; last.empty() && i-- > start;) {
      if (!prints(i)) continue;
      last = text_.items[i].glyphs;
      look = text_.items[i].look;
    }
    line.width -= text::hang_right(text_, measurer_, last, look);
    for (std::size_t i = start; i < end; ++i) {
      if (!prints(i)) continue;
      line.width -= text::hang_left(text_, measurer_, text_.items[i].glyphs, text_.items[i].look);
      break;
    }
    return line;
  }

  const text::ShapedText& text_;
  text::Measurer measurer_;
  std::int64_t measure_;
  text::ParagraphStyle style_;
  bool justified_ = false;
  std::vector<text::BreakItem> items_;
  std::vector<Sum> sums_;
};

struct Count {
  int paragraphs = 0, runts = 0, without_reason = 0;
};

/// Why there is no better last line; empty if there is one.
std::string reason(const Search& search, const CellBox& cell, double em) {
  const std::size_t lines = cell.breaks.line_count();
  const std::int64_t third = cell.width.raw / 3;
  if (cell.paragraph.align != text::Align::Justify) {
    const auto room = [&](std::size_t from, std::size_t to) { return search.room(from, to); };
    const double shortest = search.best_worst(lines, third, room) / em;
    if (shortest == kNone) return "no other breaking";
    const double worth = std::max(kWorthEm, kWorthShare * static_cast<double>(cell.width.raw) / em);
    return shortest > worth ? "the best other one leaves a line " + std::to_string(shortest) + " em short" : "";
  }
  // Beyond the tolerance only where nothing is within it.
  for (const double emergency : {0.0, cell.paragraph.emergency_stretch}) {
    const auto bad = [&](std::size_t from, std::size_t to) {
      return search.badness(from, to, static_cast<std::int64_t>(emergency * em));
    };
    const double worst = search.best_worst(lines, third, bad);
    if (worst <= cell.paragraph.tolerance) return "";
    const double any = search.best_worst(lines, 0, bad);
    if (any <= cell.paragraph.tolerance) {
      return worst == kNone ? "no other breaking" : "the best other one has a line of badness " + std::to_string(worst);
    }
  }
  return "no breaking within the tolerance at all";
}

void look_at(const Setting& setting, const CellBox& cell, const std::string& label, Count& count) {
  const text::ShapedText& text = *cell.content->text;
  if (cell.breaks.line_count() < 2 || text.has_forced_breaks || !cell.breaks.cuts.empty()) return;
  ++count.paragraphs;
  const Search search(text, setting.styles(), cell);
  const std::size_t last_break = cell.breaks.ends[cell.breaks.ends.size() - 2];
  const std::int64_t width = search.last_after(last_break);
  if (width >= cell.width.raw / 3) return;
  ++count.runts;
  const std::string why = reason(search, cell, static_cast<double>(setting.layout().style(cell.cell->style).size.raw));
  count.without_reason += why.empty() ? 1 : 0;
  std::cout << "  " << 100 * width / cell.width.raw << " % of the measure: " << label << ": "
            << text.text.substr(text.items[search.start_after(last_break)].begin) << " – "
            << (why.empty() ? "NO REASON" : why) << '\n';
}

Count count_runts(const std::string& example, const std::string& layout_name, layout::Align align) {
  test::Pipeline pipeline;
  const auto resume = pipeline.read_resume(test::slurp(test::source_dir() + "/" + example));
  const auto spec = pipeline.read_layout(test::slurp(test::source_dir() + "/" + layout_name));
  Count count;
  if (!resume || !spec) return count;
  layout::Layout layout = layout::tighten(*spec, 0);
  for (layout::Style& style : layout.styles) {
    if (style.align == layout::Align::Left || style.align == layout::Align::Justify) style.align = align;
  }
  const Setting setting(layout, pipeline.fonts);
  const resume::Resume shown = resume::select(*resume, resume->variants.front(), {});
  const Composition composition =
      compose(shown, setting.layout(), pipeline.typesetter, ShortForms::Leave, pipeline.diagnostics);
  std::cout << example << ", " << layout_name << ", " << (align == layout::Align::Left ? "ragged" : "justified")
            << '\n';
  for (const FlowPages& flow : paginate(composition, setting, 500).flows) {
    for (const SetRow& row : flow.list.rows) {
      for (const CellBox& cell : row.box.cells) look_at(setting, cell, row.part->label, count);
    }
  }
  std::cout << "  " << count.runts << " runts in " << count.paragraphs << " paragraphs of two lines or more\n";
  return count;
}

std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() + "/" + folder)) {
    if (entry.path().extension() == ".yaml") out.push_back(folder + "/" + entry.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Runts, EveryOneThatRemainsHasItsReason) {
  std::vector<std::string> examples = yaml_files("examples");
  examples.emplace_back("resume.yaml");
  int paragraphs = 0;
  for (const std::string& example : examples) {
    for (const std::string& layout : yaml_files("layouts")) {
      for (const layout::Align align : {layout::Align::Left, layout::Align::Justify}) {
        const Count count = count_runts(example, layout, align);
        EXPECT_EQ(count.without_reason, 0) << example << ", " << layout;
        paragraphs += count.paragraphs;
      }
    }
  }
  EXPECT_GT(paragraphs, 200);
}

}  // namespace
}  // namespace broadside::flow
