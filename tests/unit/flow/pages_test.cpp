// SPDX-License-Identifier: MIT
// What every page of every document keeps to: no heading last, no line of a paragraph alone, nothing outside its box,
// no last page of a few lines that could be avoided.
#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::flow {
namespace {

class PagesTest : public testing::Test, protected test::Pipeline {
 protected:
  Composition composed(const std::string& yaml, const layout::Spec& spec) {
    const auto resume = read_resume(yaml);
    EXPECT_TRUE(resume) << yaml;
    if (!resume) return {};
    return compose(*resume, layout::tighten(spec, 0), typesetter, ShortForms::Leave, diagnostics);
  }
  Settled settled(const Composition& composition, const layout::Spec& spec) {
    return settle(composition, spec, fonts, 500, std::nullopt);
  }
};

bool heads(const Part& part) {
  return !part.children.empty() && (part.kind == layout::BlockKind::Section || part.kind == layout::BlockKind::Group ||
                                    part.kind == layout::BlockKind::Entry || part.kind == layout::BlockKind::Position);
}

/// Every end of a frame that is not the author's wish.
void expect_good_breaks(const Settled& settled, const std::string& what) {
  for (const FlowPages& flow : settled.pages.flows) {
    const VerticalList& list = flow.list;
    for (const FrameContent& frame : flow.breaks.frames) {
      if (frame.end == frame.begin || frame.end == list.atoms.size()) continue;
      const Atom& last = list.atoms[frame.end - 1];
      const Atom& next = list.atoms[frame.end];
      if (next.break_cost == kForced) continue;
      const SetRow& row = list.rows[last.row];
      EXPECT_FALSE(row.last && heads(*row.part)) << what << ": a heading is last: " << row.part->label;
      if (last.row == next.row) {
        const std::size_t lines = row.box.cells.front().breaks.line_count();
        EXPECT_GE(next.first_line, 2U) << what << ": one line alone before the break: " << row.part->label;
        EXPECT_GE(lines - next.first_line, 2U) << what << ": one line alone after it: " << row.part->label;
      }
      if (frame.end - frame.begin < 2) continue;
      const SetRow& above = list.rows[list.atoms[frame.end - 2].row];
      const bool section = above.part->kind == layout::BlockKind::Section;
      EXPECT_FALSE(section && row.parent == above.part && next.first_line + 1 > 0 &&
                   list.rows[next.row].part->kind != layout::BlockKind::Section)
          << what << ": one line alone below a heading: " << above.part->label;
    }
  }
}

std::string random_resume(std::mt19937& random) {
  const auto words = [&random](std::size_t count) {
    static const char* const kWords[] = {"kernel", "latency", "of", "a", "distributed", "pipeline", "reduced", "by"};
    std::string out = "Wrote";
    for (std::size_t i = 0; i < count; ++i) out += std::string(" ") + kWords[random() % std::size(kWords)];
    return out;
  };
  std::string out = "person: {name: A}\nsections:\n";
  for (std::size_t s = 0, sections = 3 + random() % 5; s < sections; ++s) {
    out += "  - title: Section " + std::to_string(s) + "\n    entries:\n";
    for (std::size_t e = 0, entries = 1 + random() % 5; e < entries; ++e) {
      out += "      - title: Entry " + std::to_string(e) + "\n";
      if (random() % 4 == 0) out += "        break: avoid\n";
      const std::size_t bullets = random() % 6;
      if (bullets > 0) out += "        highlights:\n";
      for (std::size_t b = 0; b < bullets; ++b) out += "          - " + words(2 + random() % 50) + "\n";
    }
  }
  return out;
}

TEST_F(PagesTest, NoHeadingIsLastAndNoLineAloneInRandomDocuments) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const auto spec = classic(300 + static_cast<int>(random() % 500));
    ASSERT_TRUE(spec);
    const Composition composition = composed(random_resume(random), *spec);
    const Settled pages = settled(composition, *spec);
    EXPECT_FALSE(pages.pages.overfull);
    expect_good_breaks(pages, "round " + std::to_string(round));
  }
}

TEST_F(PagesTest, NorInTheExamplesInEveryLayout) {
  for (const char* example : {"resume.yaml", "examples/academic.yaml", "examples/senior-engineer.yaml"}) {
    for (const char* layout : {"classic", "sidebar"}) {
      const auto spec = read_layout(test::slurp(test::source_dir() + "/layouts/" + layout + ".yaml"));
      ASSERT_TRUE(spec);
      const Composition composition = composed(test::slurp(test::source_dir() + "/" + example), *spec);
      const Settled pages = settled(composition, *spec);
      expect_good_breaks(pages, std::string(example) + " in " + layout);
      EXPECT_FALSE(pages.pages.short_last) << example << " in " << layout;
    }
  }
}

std::string bullets(int count) {
  std::string out = "person: {name: A}\nsections:\n  - title: S\n    highlights:\n";
  for (int i = 0; i < count; ++i) out += "      - bullet\n";
  return out;
}

// The least number of bullets with which three lines stand on the second page of this layout.
int bullets_with_three_lines_over(const std::function<Pages(int)>& pages_of) {
  for (int count = 10; count < 60; ++count) {
    const Pages pages = pages_of(count);
    if (pages.count == 2 && pages.short_last &&
        pages.flows[0].breaks.frames.back().end - pages.flows[0].breaks.frames.back().begin == 3) {
      return count;
    }
  }
  return 0;
}

TEST_F(PagesTest, ThreeLinesOnALastPageAreTakenInByTightening) {
  const auto spec = classic(380);
  ASSERT_TRUE(spec);
  Composition composition;
  std::unique_ptr<Setting> setting;
  const int count = bullets_with_three_lines_over([&](int n) {
    composition = composed(bullets(n), *spec);
    setting = std::make_unique<Setting>(layout::tighten(*spec, 0), fonts);
    return paginate(composition, *setting, 500);
  });
  ASSERT_GT(count, 0);
  composition = composed(bullets(count), *spec);
  const Settled pages = settled(composition, *spec);
  EXPECT_EQ(pages.pages.count, 1U);
  EXPECT_GT(pages.step, 0);
  // No looser step does.
  for (int step = 0; step < pages.step; ++step) {
    EXPECT_GT(paginate(composition, Setting(layout::tighten(*spec, step), fonts), 500).count, 1U);
  }
}

TEST_F(PagesTest, WithNothingToTightenTheLastPageIsFilledFromTheOneBefore) {
  std::string text = test::slurp(test::source_dir() + "/layouts/classic.yaml");
  text.replace(text.find("size: A4"), 8, "size: {width: 210mm, height: 380pt}");
  text.erase(text.find("  steps: 12"));
  text += "  stretch-gaps: 3\n";
  const auto spec = read_layout(text);
  ASSERT_TRUE(spec);
  Composition composition;
  const Setting setting(layout::tighten(*spec, 0), fonts);
  const int count = bullets_with_three_lines_over([&](int n) {
    composition = composed(bullets(n), *spec);
    return paginate(composition, setting, 500);
  });
  ASSERT_GT(count, 0);
  composition = composed(bullets(count), *spec);
  const Settled pages = settled(composition, *spec);
  EXPECT_EQ(pages.pages.count, 2U);
  EXPECT_FALSE(pages.pages.short_last);
  EXPECT_GT(pages.pages.flows[0].breaks.frames[1].end - pages.pages.flows[0].breaks.frames[1].begin, 3U);
}

TEST_F(PagesTest, MinSizeEndsTheTightening) {
  const auto spec = classic(380);
  const auto below = layout::tighten(*spec, layout::steps(*spec));
  const auto loosest = layout::tighten(*spec, 0);
  EXPECT_TRUE(layout::smaller(below, loosest, loosest.styles[0].size));
  EXPECT_FALSE(layout::smaller(loosest, loosest, loosest.styles[0].size + loosest.styles[0].size));
}

TEST_F(PagesTest, WidenedGapsEndWhereTheFillSaysOnAllPagesButTheLast) {
  const auto spec = classic(420);
  const Composition composition = composed(test::slurp(test::source_dir() + "/resume.yaml"), *spec);
  const Settled pages = settled(composition, *spec);
  ASSERT_GT(pages.pages.count, 3U);
  const double most = pages.setting->layout().fit.stretch_gaps;
  const display::DisplayList list = place(composition, *pages.setting, pages.pages, Stretch::FullPages);
  const FlowPages& flow = pages.pages.flows[0];
  int widened = 0;
  for (std::size_t page = 0; page < list.pages.size(); ++page) {
    const FrameContent& content = flow.breaks.frames[page];
    const SetRow& row = flow.list.rows[flow.list.atoms[content.end - 1].row];
    const layout::StyleId style = row.box.cells.front().cell->style;
    Length bottom;
    for (const display::Command& command : list.pages[page].commands) {
      const auto* text = std::get_if<display::DrawGlyphs>(&command);
      if (text != nullptr && text->tag != display::kArtifact) bottom = max(bottom, text->origin.y);
    }
    bottom += pages.setting->layout().style(style).line_height - pages.setting->baseline(style);
    const Frame& frame = pages.pages.frames(page)[0];
    const Fill fill = fill_of(flow.list, content);
    const bool last = page + 1 == list.pages.size();
    const Length said = last ? fill.used : fill.spread(frame.inner.height, most);
    widened += said > fill.used ? 1 : 0;
    // Each gap is rounded down by itself.
    EXPECT_NEAR(static_cast<double>((bottom - frame.inner.y).raw), static_cast<double>(said.raw), 100) << page;
    EXPECT_LE(bottom, frame.inner.bottom());
  }
  EXPECT_GT(widened, 1);
}

}  // namespace
}  // namespace broadside::flow
