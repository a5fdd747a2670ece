// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/pipeline.h"

namespace broadside::flow {
namespace {

std::vector<std::string> box_errors(const std::string& boxes) {
  test::Pipeline pipeline;
  const auto spec =
      pipeline.read_layout("format: 1\npage: {size: {width: 300pt, height: 400pt}, margins: 20pt}\nboxes:\n" + boxes +
                           "flows: {main: [masthead, summary, sections]}\n");
  std::vector<std::string> out;
  EXPECT_EQ(spec != nullptr, true);
  if (!spec) return out;
  const bool good = check_boxes(layout::tighten(*spec, 0), pipeline.diagnostics);
  for (const Diagnostic& one : pipeline.diagnostics.list()) out.push_back(one.code + ": " + one.message);
  EXPECT_EQ(good, out.empty());
  return out;
}

TEST(CheckBoxes, OnlyWhatCanNeverBeRightIsRefused) {
  EXPECT_THAT(box_errors("  - {flow: main}\n"), testing::IsEmpty());
  EXPECT_THAT(
      box_errors("  - {name: a, flow: main, width: 48%}\n  - {flow: main, right-of: a, gap: 5pt, width: 48%}\n"),
      testing::IsEmpty());
  // Up to the edge of the page, in the margin, is allowed; beyond it is not.
  EXPECT_THAT(box_errors("  - {flow: main, x: 60pt, width: 220pt}\n"), testing::IsEmpty());
  EXPECT_THAT(box_errors("  - {name: a, flow: main, x: 60pt, width: 230pt}\n"),
              testing::ElementsAre("layout-box-outside: the box 'a' leaves the page by 10 pt",
                                   "layout-box-outside: the box 'a' leaves the page by 10 pt"));
  EXPECT_THAT(box_errors("  first: [{name: a, flow: main, y: 370pt, height: 40pt}]\n  next: [{flow: main}]\n"),
              testing::ElementsAre("layout-box-outside: the box 'a' leaves the page by 30 pt"));
  EXPECT_THAT(box_errors("  first: [{name: a, flow: main, width: 0pt}]\n  next: [{flow: main}]\n"),
              testing::ElementsAre("layout-box-narrow: the box 'a' is 0 pt wide, too narrow for text"));
  EXPECT_THAT(
      box_errors("  first: [{name: a, flow: main, height: 20%}, {name: b, below: a, flow: main, width: 50%}]\n"
                 "  next: [{flow: main, width: 50%}]\n"),
      testing::ElementsAre("layout-box-narrow: the box 'b' is narrower than the first box of its flow on that page "
                           "(130 pt against 260 pt), to whose width the text is set"));
}

}  // namespace
}  // namespace broadside::flow
