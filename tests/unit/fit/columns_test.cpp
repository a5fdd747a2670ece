// SPDX-License-Identifier: MIT
// The fit on several pages and in several boxes, where page breaks waste room that sums of heights do not know of.
#include <gtest/gtest.h>

#include "fit/fit.h"
#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::fit {
namespace {

class Columns : public testing::Test, protected test::Pipeline {
 protected:
  static resume::Variant pages(int count) {
    resume::Variant variant;
    variant.name = "some";
    variant.pages = count;
    return variant;
  }
};

// Entries of five rows that no break may part, in pages of fourteen: two a page, and four rows wasted.
TEST_F(Columns, RoomThatPageBreaksWasteIsGivenUpOnlyWhereItIsWasted) {
  std::string text = "person: {name: A}\nsections:\n  - title: S\n    entries:\n";
  for (int i = 0; i < 9; ++i) text += "      - {title: a, organization: b, department: c, location: d, date: 2020}\n";
  const auto resume = read_resume(text);
  const auto spec = read_layout(R"(
page: {size: {width: 300pt, height: 208pt}, margins: 20pt}
styles: {body: {size: 10pt, leading: 12pt}}
flows: {head: [masthead], main: [sections]}
boxes:
  first: [{name: head, flow: head, height: content}, {flow: main, below: head}]
  next: [{flow: main}]
blocks:
  masthead: {rows: ["{name}"]}
  entry: {rows: ["{title}", "{organization}", "{department}", "{location}", "{date}"]}
fit: {steps: 0}
)");
  ASSERT_TRUE(resume && spec);
  for (int count = 2; count <= 4; ++count) {
    const auto fitted = fit(*resume, pages(count), *spec, typesetter, diagnostics);
    ASSERT_TRUE(fitted) << count;
    EXPECT_EQ(fitted->report.left.size(), static_cast<std::size_t>(9 - 2 * count)) << count;
  }
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Columns, MorePagesAreNeverWorthLessBesideASidebar) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/examples/academic.yaml"));
  const auto spec = read_layout(test::slurp(test::source_dir() + "/layouts/sidebar.yaml"));
  ASSERT_TRUE(resume && spec);
  int last = 0;
  for (int count = 1; count <= 5; ++count) {
    const auto fitted = fit(*resume, pages(count), *spec, typesetter, diagnostics);
    ASSERT_TRUE(fitted) << count;
    EXPECT_GT(fitted->report.value - fitted->report.price, last) << count;
    last = fitted->report.value - fitted->report.price;
    // The narrow column has not enough to fill its side.
    EXPECT_GT(fitted->report.filled * 100, fitted->report.capacity * 70) << count;
  }
}

}  // namespace
}  // namespace broadside::fit
