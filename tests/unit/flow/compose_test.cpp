// SPDX-License-Identifier: MIT
// What a composition says and what it warns of: nothing of a résumé is lost in silence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "flow/plain_text.h"
#include "support/pipeline.h"

namespace broadside::flow {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Compose : public testing::Test, protected test::Pipeline {
 protected:
  /// The warnings of a résumé in a layout.
  std::vector<std::string> warnings(const std::string& resume, const std::string& layout) {
    const auto read = read_resume(resume);
    const auto spec = read_layout("format: 1\n" + layout);
    EXPECT_TRUE(read && spec);
    if (!read || !spec) return {};
    composed_ = compose(*read, layout::tighten(*spec, 0), typesetter, ShortForms::Leave, diagnostics);
    std::vector<std::string> out;
    for (const Diagnostic& one : diagnostics.list()) out.push_back(one.code + ": " + one.message);
    return out;
  }
  Composition composed_;
};

TEST_F(Compose, PartsThatNoFlowTakesAreNotLostInSilence) {
  const std::string resume = "person: {name: A, summary: B}\nsections: [{title: S, text: t}]\n";
  EXPECT_THAT(warnings(resume, "flows: {main: [sections]}\n"),
              ElementsAre("layout-part-unplaced: the layout 'layout' has no flow that takes the masthead, so the name "
                          "and the contacts are not shown",
                          "layout-part-unplaced: the layout 'layout' has no flow that takes the summary, so it is not "
                          "shown"));
}

TEST_F(Compose, EverythingPlacedWarnsOfNothing) {
  EXPECT_THAT(warnings("person: {name: A}\nsections: [{title: S, text: t}]\n", "flows: {main: [masthead, sections]}\n"),
              IsEmpty());
}

TEST_F(Compose, ABracketAtTheStartOfACellLeavesItsSeparatorAway) {
  const auto line = [this](const std::string& row, const std::string& entry) {
    diagnostics = {};
    warnings("person: {name: A}\nsections: [{title: S, entries: [{" + entry + "}]}]\n",
             "flows: {main: [masthead, sections]}\nblocks: {entry: {rows: [\"" + row + "\"]}}\n");
    std::string text = plain_text(composed_.flows.at(0).parts.at(1).children.at(0));
    while (text.ends_with('\n')) text.pop_back();
    return text;
  };
  EXPECT_EQ(line("{organization}[, {department}]", "title: T, organization: O, department: D"), "O, D");
  EXPECT_EQ(line("{organization}[, {department}]", "title: T, department: D"), "D");
  const std::string three = "[{organization}][ · {department}][ · {location}]";
  EXPECT_EQ(line(three, "title: T, department: D, location: L"), "D · L");
  EXPECT_EQ(line(three, "title: T, location: L"), "L");
  EXPECT_EQ(line("{organization}[ ({department})]", "title: T, department: D"), "(D)");
  EXPECT_EQ(line("{organization}[[, {department}][, {location}]]", "title: T, location: L"), "L");
  EXPECT_EQ(line("- {organization}[, {location}]", "title: T, location: L"), "- , L");  // "- " is the cell's own text
}

}  // namespace
}  // namespace broadside::flow
