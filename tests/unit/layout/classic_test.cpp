// SPDX-License-Identifier: MIT
// The shipped layouts: readable without complaint, legible at every step, and moved by overrides.
#include <fstream>
#include <sstream>

#include "layout_fixture.h"
#include "support/paths.h"

namespace broadside::layout {
namespace {

std::string classic() {
  std::ifstream file(test::source_dir() + "/layouts/classic.yaml");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Classic, ReadsWithoutComplaint) {
  const Outcome read = read_text(classic());
  EXPECT_EQ(render_text(read.diagnostics, read.sources), "");
  ASSERT_NE(read.spec, nullptr);
  EXPECT_EQ(steps(*read.spec), 12);
}

TEST(Classic, EveryTextHasEnoughContrastOnPaper) {
  const Outcome read = read_text(classic());
  ASSERT_NE(read.spec, nullptr);
  const Layout layout = tighten(*read.spec, 0);
  for (const Style& style : layout.styles) {
    EXPECT_GE(contrast_ratio(style.color, {255, 255, 255}), 4.5) << style.name;
    EXPECT_GE(contrast_ratio(style.link_color.value_or(style.color), {255, 255, 255}), 4.5) << style.name;
  }
}

TEST(Classic, NothingGrowsOnTheWayToTheTightEnd) {
  const Outcome read = read_text(classic());
  ASSERT_NE(read.spec, nullptr);
  for (int step = 1; step <= steps(*read.spec); ++step) {
    const Layout loose = tighten(*read.spec, step - 1);
    const Layout tight = tighten(*read.spec, step);
    EXPECT_NE(loose.fit.price.size(), 0U);
    EXPECT_GE(tight.fit.price[static_cast<std::size_t>(step)], tight.fit.price[static_cast<std::size_t>(step) - 1]);
    bool moved = loose.margins != tight.margins;
    for (std::size_t i = 0; i < loose.styles.size(); ++i) {
      EXPECT_LE(tight.styles[i].size, loose.styles[i].size);
      EXPECT_LE(tight.styles[i].line_height, loose.styles[i].line_height);
      moved = moved || tight.styles[i].line_height != loose.styles[i].line_height;
    }
    for (std::size_t i = 0; i < loose.blocks.size(); ++i) {
      EXPECT_LE(tight.blocks[i].space_before, loose.blocks[i].space_before);
      EXPECT_LE(tight.blocks[i].space_between, loose.blocks[i].space_between);
      moved = moved || tight.blocks[i].space_before != loose.blocks[i].space_before;
    }
    EXPECT_LE(tight.margins.left, loose.margins.left);
    EXPECT_TRUE(moved) << "step " << step << " changes nothing";
  }
}

TEST(Classic, TheTightEndStaysLegible) {
  const Outcome read = read_text(classic());
  ASSERT_NE(read.spec, nullptr);
  const Layout tight = tighten(*read.spec, steps(*read.spec));
  for (const Style& style : tight.styles) {
    if (style.name == "body") {
      EXPECT_GE(style.size, Length::from_pt(9.2));
    }
    EXPECT_GE(style.size, Length::from_pt(8)) << style.name;
    EXPECT_GE(style.line_height.pt(), style.size.pt() * 1.05) << style.name;
  }
  EXPECT_GE(tight.margins.left, Length::from_mm(12));
  EXPECT_EQ(tight.fit.price.front(), 0);
  EXPECT_EQ(tight.fit.price.back(), 6);
}

TEST(Classic, TakesLetterPaperAndOtherColours) {
  const Outcome read = read_text(classic(), set({{"page.size", "letter"},
                                                 {"colors.accent", "#0a6"},
                                                 {"styles.body.size", "11pt"},
                                                 {"blocks.entry.before", "8pt"},
                                                 {"fit.steps", "0"}}));
  EXPECT_EQ(read.errors(), "");
  ASSERT_NE(read.spec, nullptr);
  EXPECT_EQ(steps(*read.spec), 0);
  const Layout layout = tighten(*read.spec, 0);
  EXPECT_EQ(layout.page, (Size{Length::from_pt(612), Length::from_pt(792)}));
  EXPECT_EQ(layout.block(BlockKind::Entry).space_before, Length::from_pt(8));
  EXPECT_EQ(layout.fit.price, std::vector<int>{0});
  for (const Style& style : layout.styles) {
    if (style.name == "body") {
      EXPECT_EQ(style.size, Length::from_pt(11));
    }
    if (style.name == "heading") {
      EXPECT_EQ(style.color, (Color{0x00, 0xaa, 0x66}));
    }
    if (style.name == "name") {
      EXPECT_EQ(style.size, Length::from_pt(11 * 2.4));
    }
  }
}

}  // namespace
}  // namespace broadside::layout
