// SPDX-License-Identifier: MIT
// Last lines shorter than a third of the measure: every one that resume.yaml still has, in ragged and in justified
// setting, is listed with its reason. A reason is one only if a search over all ways of breaking confirms it.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <vector>

#include "flow/measure.h"
#include "support/pipeline.h"
#include "text/measure.h"
#include "text/shaped_text.h"

namespace broadside::flow {
namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();
/// What text/break_lines.cpp gives up a runt for: a ragged line this much short.
constexpr double kWorthEm = 4.3;

/// The items between which lines may end, with running sums, for a search without the breaker's code.
struct Search {
  std::vector<text::BreakItem> items;
  std::vector<std::int64_t> before;  ///< natural width before item i

  Search(const text::ShapedText& text, const StyleTable& styles) : before(1, 0) {
    const text::Measurer measurer(text, styles);
    for (std::size_t i = 0; i < text.items.size(); ++i) {
      text::BreakItem item = measurer.item(i, true);
      if (item.hyphenation) item.kind = text::ItemKind::Box;
      items.push_back(item);
      before.push_back(before.back() + (item.kind == text::ItemKind::Penalty ? 0 : item.width));
    }
    while (!items.empty() && items.back().kind == text::ItemKind::Glue) items.pop_back();
  }

  [[nodiscard]] bool legal(std::size_t i) const {
    if (items[i].kind == text::ItemKind::Glue) {
      return i > 0 && (items[i - 1].kind == text::ItemKind::Box || items[i - 1].kind == text::ItemKind::Discretionary);
    }
    return items[i].kind == text::ItemKind::Discretionary ||
           (items[i].kind == text::ItemKind::Penalty && items[i].penalty < text::kForbidden);
  }
  [[nodiscard]] std::size_t start_after(std::size_t i) const {
    if (items[i].kind == text::ItemKind::Discretionary) ++i;
    while (i < items.size() && items[i].kind != text::ItemKind::Box && items[i].kind != text::ItemKind::Discretionary)
      ++i;
    return i;
  }
  /// Width of the last line after a break at `i`.
  [[nodiscard]] std::int64_t last_after(std::size_t i) const { return before[items.size()] - before[start_after(i)]; }

  /// Of all ways to at most `lines` lines with a last one of at least `least`: how short the shortest other line of the
  /// best one is. Infinite if there is no such way.
  [[nodiscard]] double best_shortest(std::size_t lines, std::int64_t measure, std::int64_t least) const {
    std::vector<double> reached(items.size(), kNone);  // by the item at which the line ends
    double best = kNone;
    for (std::size_t line = 1; line < lines; ++line) {
      std::vector<double> next(items.size(), kNone);
      for (std::size_t end = 0; end < items.size(); ++end) {
        if (!legal(end)) continue;
        const std::int64_t pre = items[end].kind == text::ItemKind::Discretionary ? items[end].pre : 0;
        const auto weigh = [&](std::size_t start, double so_far) {
          const std::int64_t width = before[end] + pre - before[start];
          if (width <= 0 || width > measure) return;
          next[end] = std::min(next[end], std::max(so_far, static_cast<double>(measure - width)));
        };
        if (line == 1) weigh(0, 0);
        for (std::size_t from = 0; line > 1 && from < end; ++from) {
          if (reached[from] < kNone) weigh(start_after(from), reached[from]);
        }
      }
      reached = next;
      for (std::size_t end = 0; end < items.size(); ++end) {
        if (reached[end] < kNone && last_after(end) >= least && last_after(end) <= measure) {
          best = std::min(best, reached[end]);
        }
      }
    }
    return best;
  }
};

struct Count {
  int paragraphs = 0, runts = 0, without_reason = 0;
};

void look_at(const Setting& setting, const CellBox& cell, const std::string& label, Count& count) {
  const text::ShapedText& text = *cell.content->text;
  if (cell.breaks.line_count() < 2 || text.has_forced_breaks || !cell.breaks.cuts.empty()) return;
  ++count.paragraphs;
  const Search search(text, setting.styles());
  const std::size_t last_break = cell.breaks.ends[cell.breaks.ends.size() - 2];
  const std::int64_t third = cell.width.raw / 3;
  const std::int64_t width = search.last_after(last_break);
  if (width >= third) return;
  ++count.runts;
  const double em = static_cast<double>(setting.layout().style(cell.cell->style).size.raw);
  const double shortest = search.best_shortest(cell.breaks.line_count(), cell.width.raw, third) / em;
  const bool reason = shortest == kNone || shortest > kWorthEm;
  count.without_reason += reason ? 0 : 1;
  std::cout << "  runt, " << 100 * width / cell.width.raw << " % of the measure: " << label << ": "
            << text.text.substr(text.items[search.start_after(last_break)].begin) << " – ";
  if (shortest == kNone) {
    std::cout << "no other breaking\n";
  } else {
    std::cout << "the best other one leaves a line " << shortest << " em short\n";
  }
}

void walk(const Setting& setting, const Part& part, Length width, Count& count) {
  const layout::Block& block = setting.layout().block(part.block);
  const Length inner = width - block.indent - (part.marker ? block.marker_width : Length{});
  for (const RowContent& row : part.rows) {
    const RowBox box = set_row(setting, part.block, row, inner);
    for (const CellBox& cell : box.cells) look_at(setting, cell, part.label, count);
  }
  for (const Part& child : part.children) walk(setting, child, inner, count);
}

Count count_runts(layout::Align align) {
  test::Pipeline pipeline;
  const auto resume = pipeline.read_resume(test::slurp(SOURCE_DIR "/resume.yaml"));
  const auto spec = pipeline.classic();
  Count count;
  if (!resume || !spec) return count;
  layout::Layout layout = layout::tighten(*spec, 0);
  for (layout::Style& style : layout.styles) style.align = align;
  const Setting setting(layout, pipeline.fonts);
  const resume::Resume shown = resume::select(*resume, resume->variants.front(), {});
  const Composition composition =
      compose(shown, setting.layout(), pipeline.typesetter, ShortForms::Leave, pipeline.diagnostics);
  const Length width = layout.page.width - layout.margins.left - layout.margins.right;
  std::cout << (align == layout::Align::Left ? "ragged" : "justified") << '\n';
  for (const FlowContent& flow : composition.flows) {
    for (const Part& part : flow.parts) walk(setting, part, width, count);
  }
  std::cout << count.runts << " runts in " << count.paragraphs << " paragraphs of two lines or more\n";
  return count;
}

TEST(Runts, EveryOneThatRemainsInRaggedTextHasItsReason) {
  const Count count = count_runts(layout::Align::Left);
  EXPECT_GT(count.paragraphs, 15);
  EXPECT_EQ(count.without_reason, 0);
}

TEST(Runts, JustifiedTextListsItsOwn) {
  const Count count = count_runts(layout::Align::Justify);
  EXPECT_GT(count.paragraphs, 15);
  EXPECT_LE(count.runts * 2, count.paragraphs);
}

}  // namespace
}  // namespace broadside::flow
