// SPDX-License-Identifier: MIT
// Dials, prices and overrides: what stands where at which step.
#include <algorithm>

#include "layout_fixture.h"

namespace broadside::layout {
namespace {

const std::string kDialled = R"(
page: {margins: 20mm}
styles:
  body: {size: 10pt, leading: 1.4}
  big: {size: 2em}
blocks:
  entry: {before: 10pt, between: 1em, indent: 4pt}
fit:
  steps: 10
  dials:
    - {set: spacing, to: 0.5, over: [0, 5], price: 2}
    - {set: styles.body.size, to: 9pt, over: [5, 10], price: 4}
    - {set: page.margins, from: 20mm, to: 10mm, over: [0, 10]}
)";

TEST(Tighten, DialsMoveInTheirRangeAndWhatInheritsFollows) {
  const Outcome read = read_text(kDialled);
  ASSERT_NE(read.spec, nullptr) << read.errors();
  ASSERT_EQ(steps(*read.spec), 10);
  const Layout loose = tighten(*read.spec, 0), middle = tighten(*read.spec, 5), tight = tighten(*read.spec, 10);
  EXPECT_EQ(loose.styles[0].size, Length::from_pt(10));
  EXPECT_EQ(middle.styles[0].size, Length::from_pt(10));
  EXPECT_EQ(tight.styles[0].size, Length::from_pt(9));
  EXPECT_EQ(tight.styles[1].size, Length::from_pt(18));
  EXPECT_EQ(tight.styles[0].line_height, Length::from_pt(12.6));
  const auto entry = [](const Layout& layout) { return layout.block(BlockKind::Entry); };
  EXPECT_EQ(entry(loose).space_before, Length::from_pt(10));
  EXPECT_EQ(entry(middle).space_before, Length::from_pt(5));
  EXPECT_EQ(entry(tight).space_before, Length::from_pt(5));
  EXPECT_EQ(entry(tight).space_between, Length::from_pt(4.5));
  EXPECT_EQ(entry(tight).indent, Length::from_pt(4));
  EXPECT_EQ(middle.margins.top, Length::from_mm(15));
  EXPECT_EQ(tight.margins.right, Length::from_mm(10));
}

TEST(Tighten, PricesAddUpAndNeverFall) {
  const Outcome read = read_text(kDialled);
  ASSERT_NE(read.spec, nullptr);
  const std::vector<int> price = tighten(*read.spec, 0).fit.price;
  ASSERT_EQ(price.size(), 11U);
  EXPECT_EQ(price[0], 0);
  EXPECT_EQ(price[5], 2);
  EXPECT_EQ(price[10], 6);
  EXPECT_TRUE(std::is_sorted(price.begin(), price.end()));
}

TEST(Tighten, AnUnpricedLadderCostsTwoHighlightsOfPriorityThree) {
  const Outcome read = read_text("fit: {dials: [{set: spacing, to: 0.5}, {set: styles.body.size, to: 9pt}]}\n");
  ASSERT_NE(read.spec, nullptr) << read.errors();
  EXPECT_EQ(tighten(*read.spec, 0).fit.price.back(), 6);
}

TEST(Tighten, StructureIsTheSameAtEveryStep) {
  const Outcome read = read_text(kDialled);
  ASSERT_NE(read.spec, nullptr);
  const Layout loose = tighten(*read.spec, 0), tight = tighten(*read.spec, 10);
  ASSERT_EQ(loose.styles.size(), tight.styles.size());
  for (int kind = 0; kind < kBlockKinds; ++kind)
    EXPECT_EQ(loose.block(static_cast<BlockKind>(kind)).rows.size(),
              tight.block(static_cast<BlockKind>(kind)).rows.size());
}

TEST(Override, AValueSetFromOutsideBecomesTheLooseEnd) {
  const Outcome read = read_text(kDialled, set({{"styles.body.size", "11pt"}}));
  ASSERT_NE(read.spec, nullptr) << read.errors();
  EXPECT_EQ(tighten(*read.spec, 0).styles[0].size, Length::from_pt(11));
  EXPECT_EQ(tighten(*read.spec, 10).styles[0].size, Length::from_pt(9));
}

TEST(Override, AValueTighterThanTheDialStays) {
  const Outcome read = read_text(kDialled, set({{"styles.body.size", "8.5pt"}, {"page.margins", "0.3in"}}));
  ASSERT_NE(read.spec, nullptr) << read.errors();
  EXPECT_EQ(tighten(*read.spec, 0).styles[0].size, Length::from_pt(8.5));
  EXPECT_EQ(tighten(*read.spec, 10).styles[0].size, Length::from_pt(8.5));
  EXPECT_EQ(tighten(*read.spec, 0).margins.left, Length::from_pt(21.6));
  EXPECT_EQ(tighten(*read.spec, 10).margins.left, Length::from_pt(21.6));
}

TEST(Override, OneSideOfMarginsWrittenAsOneValue) {
  const Outcome read = read_text("page: {margins: 20mm}\n", set({{"page.margins.left", "30mm"}}));
  ASSERT_NE(read.spec, nullptr) << read.errors();
  EXPECT_EQ(tighten(*read.spec, 0).margins.left, Length::from_mm(30));
  EXPECT_EQ(tighten(*read.spec, 0).margins.top, Length::from_mm(20));
}

TEST(Override, ReachesWhatTheFileLeavesOutAndItemsOfLists) {
  const Outcome read =
      read_text(kDialled + "boxes: {first: [{name: only, flow: main}]}\n", set({{"page.size", "letter"},
                                                                                {"blocks.section.rule-below", "1pt"},
                                                                                {"boxes.first.only.width", "50%"},
                                                                                {"fit.dials.1.to", "0.8"},
                                                                                {"fit.steps", "5"}}));
  ASSERT_NE(read.spec, nullptr) << read.errors();
  EXPECT_EQ(steps(*read.spec), 5);
  const Layout tight = tighten(*read.spec, 5);
  EXPECT_EQ(tight.page.width, Length::from_pt(612));
  EXPECT_EQ(tight.block(BlockKind::Section).rule_below->thickness, Length::from_pt(1));
  EXPECT_EQ(tight.first_boxes[0].width.percent, 50);
  EXPECT_EQ(tight.block(BlockKind::Entry).space_before, Length::from_pt(8));
}

TEST(Override, OneSideOfAPaperWithAName) {
  for (const std::string file : {"format: 1\npage: {size: Letter}\n", "format: 1\n"}) {
    const Outcome read = read_text(file, set({{"page.size.width", "200mm"}}));
    ASSERT_NE(read.spec, nullptr) << read.errors();
    const Layout layout = tighten(*read.spec, 0);
    EXPECT_EQ(layout.page.width, Length::from_mm(200));
    EXPECT_EQ(layout.page.height, file.size() > 12 ? Length::from_pt(792) : Length::from_mm(297));
  }
}

TEST(Override, AMapInBracesChangesSeveralValues) {
  const Outcome read = read_text(kDialled, set({{"page", "{size: {width: 100mm, height: 20cm}, margins: 12mm}"}}));
  ASSERT_NE(read.spec, nullptr) << read.errors();
  const Layout layout = tighten(*read.spec, 0);
  EXPECT_EQ(layout.page.width, Length::from_mm(100));
  EXPECT_EQ(layout.page.height, Length::from_mm(200));
  EXPECT_EQ(layout.margins.left, Length::from_mm(12));
  const Outcome wrong = read_text(kDialled, set({{"page.size", "{widht: 100mm}"}}));
  EXPECT_TRUE(wrong.has("layout-unknown-path", "page.size.widht")) << wrong.errors();
  EXPECT_TRUE(read_text(kDialled, set({{"page.size", "{width"}})).has("layout-value", "knows no paper"));
  // A template is no map.
  EXPECT_TRUE(read_text(kDialled, set({{"blocks.entry.rows", "{titel}"}})).has("layout-unknown-field", "titel"));
}

TEST(Override, OneValueForAllSidesLeavesTheDialsOfSingleSides) {
  const std::string file =
      "page: {margins: {top: 20mm, right: 20mm, bottom: 20mm, left: 20mm}}\n"
      "fit: {steps: 2, dials: [{set: [page.margins.left, page.margins.right], to: 10mm}]}\n";
  const Outcome read = read_text(file, set({{"page.margins", "16mm"}}));
  ASSERT_NE(read.spec, nullptr) << read.errors();
  EXPECT_EQ(tighten(*read.spec, 0).margins.left, Length::from_mm(16));
  EXPECT_EQ(tighten(*read.spec, 0).margins.top, Length::from_mm(16));
  EXPECT_EQ(tighten(*read.spec, 2).margins.left, Length::from_mm(10));
  EXPECT_EQ(tighten(*read.spec, 2).margins.top, Length::from_mm(16));
}

TEST(Override, UnknownPathsNameTheNearest) {
  const auto hint = [](const std::string& path) {
    const Outcome read = read_text(kDialled, set({{path, "1"}}));
    EXPECT_EQ(read.spec, nullptr);
    EXPECT_TRUE(read.has("layout-unknown-path", path)) << read.errors();
    return read.hints();
  };
  EXPECT_EQ(hint("styles.body.sise"), "did you mean `styles.body.size`?\n");
  EXPECT_EQ(hint("page.sizes"), "did you mean `page.size`?\n");
  EXPECT_EQ(hint("margins"), "did you mean `page.margins`?\n");
  EXPECT_EQ(hint("styles.bodi.size"), "did you mean `styles.body.size`?\n");
  EXPECT_NE(hint("fit").find("steps"), std::string::npos);
  EXPECT_NE(hint("").find("paths look like"), std::string::npos);
  EXPECT_NE(hint("styles.body.").find("styles.body"), std::string::npos);
}

TEST(Override, ABadValueIsReportedWhereItWasSet) {
  Outcome read = read_text(kDialled, {{"styles.body.size", "large", Span{1, 3, 8}}});
  EXPECT_EQ(read.spec, nullptr);
  ASSERT_TRUE(read.has("layout-value", "styles.body.size")) << read.errors();
  EXPECT_EQ(read.diagnostics.list()[0].span, (Span{1, 3, 8}));
}

}  // namespace
}  // namespace broadside::layout
