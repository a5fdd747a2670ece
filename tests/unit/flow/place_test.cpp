// SPDX-License-Identifier: MIT
// Whole pages: a golden of a small résumé, and what holds for every page of the project's own.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::flow {
namespace {

class Place : public testing::Test, protected test::Pipeline {};

TEST_F(Place, SmallResumeAsText) {
  const std::string folder = test::source_dir() + "/tests/golden/";
  const auto resume = read_resume(test::slurp(folder + "small.yaml"));
  const auto spec = classic();
  ASSERT_TRUE(resume && spec);
  const std::string dump = display::dump(lay_out(*resume, *spec), fonts);
  if (std::getenv("UPDATE_EXPECTED") != nullptr) std::ofstream(folder + "small.txt", std::ios::binary) << dump;
  EXPECT_EQ(dump, test::slurp(folder + "small.txt")) << "UPDATE_EXPECTED=1 refreshes the golden";
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Place, NothingStandsOutsideItsPageAtAnyStep) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  const auto spec = classic();
  ASSERT_TRUE(resume && spec);
  for (int step = 0; step <= layout::steps(*spec); ++step) {
    const display::DisplayList list = lay_out(*resume, *spec, step);
    const layout::Layout layout = layout::tighten(*spec, step);
    const Rect area{layout.margins.left, layout.margins.top,
                    layout.page.width - layout.margins.left - layout.margins.right,
                    layout.page.height - layout.margins.top - layout.margins.bottom};
    for (const display::Page& page : list.pages) {
      for (const display::Command& command : page.commands) {
        const auto* text = std::get_if<display::DrawGlyphs>(&command);
        if (text == nullptr || text->tag == display::kArtifact) continue;
        // A quote hangs out by three tenths of its width.
        EXPECT_GE(text->origin.x, area.x - text->run.size / 8) << text->run.text;
        EXPECT_LE((text->origin.x + text->run.width()).raw, area.right().raw) << text->run.text;
        EXPECT_GT(text->origin.y, area.y) << text->run.text;
        EXPECT_LT(text->origin.y, area.bottom()) << text->run.text;
      }
    }
  }
}

TEST_F(Place, NoTwoTextsOverlapAtAnyStep) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  const auto spec = classic();
  ASSERT_TRUE(resume && spec);
  // What letters may reach above and below their baseline, as shares of the size: more than any shipped face draws
  // in words, less than two lines of the tightest leading need.
  constexpr double kAbove = 0.74;
  constexpr double kBelow = 0.24;
  for (int step = 0; step <= layout::steps(*spec); step += 3) {
    const display::DisplayList list = lay_out(*resume, *spec, step);
    for (const display::Page& page : list.pages) {
      std::vector<std::pair<Rect, const font::GlyphRun*>> boxes;
      for (const display::Command& command : page.commands) {
        const auto* text = std::get_if<display::DrawGlyphs>(&command);
        if (text == nullptr) continue;
        const Length above = scale(text->run.size, kAbove);
        const Rect box{text->origin.x, text->origin.y - above, text->run.width(),
                       above + scale(text->run.size, kBelow)};
        for (const auto& [other, run] : boxes) {
          const bool apart =
              box.x >= other.right() || other.x >= box.right() || box.y >= other.bottom() || other.y >= box.bottom();
          EXPECT_TRUE(apart) << text->run.text << " / " << run->text;
        }
        boxes.emplace_back(box, &text->run);
      }
    }
  }
}

TEST_F(Place, EveryTagHasAParentBeforeItAndEveryLeafHasContent) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  const auto spec = classic();
  ASSERT_TRUE(resume && spec);
  const display::DisplayList list = lay_out(*resume, *spec);
  std::set<display::TagId> used;
  for (const display::Page& page : list.pages) {
    for (const display::Command& command : page.commands) {
      used.insert(std::visit([](const auto& some) { return some.tag; }, command));
    }
  }
  for (std::size_t i = 1; i < list.tags.size(); ++i) {
    EXPECT_GE(list.tags[i].parent, 0);
    EXPECT_LT(list.tags[i].parent, static_cast<display::TagId>(i));
    used.insert(list.tags[i].parent);
  }
  for (std::size_t i = 0; i < list.tags.size(); ++i) EXPECT_TRUE(used.contains(static_cast<display::TagId>(i))) << i;
}

TEST_F(Place, ALinkOverTwoLinesIsOneElementWithTwoAreas) {
  const auto resume = read_resume(
      "person: {name: Ada, summary: 'word [" +
      std::string("a very long link text that goes on and on and on and on, ") +
      "over the end of the first line and well into the second one](https://example.org/a) end'}\nsections: []\n");
  const auto spec = classic();
  ASSERT_TRUE(resume && spec);
  const display::DisplayList list = lay_out(*resume, *spec);
  int areas = 0;
  for (const display::Command& command : list.pages.at(0).commands) {
    const auto* link = std::get_if<display::LinkArea>(&command);
    if (link == nullptr) continue;
    ++areas;
    EXPECT_EQ(link->rects.size(), 2U);
    EXPECT_EQ(link->url, "https://example.org/a");
    EXPECT_EQ(link->description.substr(0, 11), "a very long");
    EXPECT_EQ(link->description.substr(link->description.size() - 10), "second one");
  }
  EXPECT_EQ(areas, 1);
}

TEST_F(Place, NoHeadingIsLastOnAPageAndNoLineOfAParagraphIsAlone) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  ASSERT_TRUE(resume);
  for (int height = 300; height <= 900; height += 25) {
    const auto spec = classic(height);
    ASSERT_TRUE(spec);
    const Setting setting(layout::tighten(*spec, 0), fonts);
    const Composition composition = compose(*resume, setting.layout(), typesetter, ShortForms::Leave, diagnostics);
    const Pages pages = paginate(composition, setting, 500);
    ASSERT_FALSE(pages.overfull);
    for (const FlowPages& flow : pages.flows) {
      for (std::size_t f = 0; f + 1 < flow.breaks.frames.size(); ++f) {
        const Atom& last = flow.list.atoms[flow.breaks.frames[f].end - 1];
        const Atom& next = flow.list.atoms[flow.breaks.frames[f].end];
        const SetRow& row = flow.list.rows[last.row];
        const bool heading = row.part->kind == layout::BlockKind::Section ||
                             row.part->kind == layout::BlockKind::Group ||
                             (row.part->kind == layout::BlockKind::Entry && !row.part->children.empty());
        EXPECT_FALSE(heading) << "height " << height << ", frame " << f << ": " << row.part->label;
        if (last.row != next.row) continue;
        const std::size_t lines = row.box.cells.at(0).breaks.line_count();
        EXPECT_GE(next.first_line, 2U) << row.part->label;
        EXPECT_LE(next.first_line + 2, lines) << row.part->label;
      }
    }
  }
}

}  // namespace
}  // namespace broadside::flow
