// SPDX-License-Identifier: MIT
// Names of results, and the conflicts between them.
#include "cli/outputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Outputs, StemAndFolderOfAPath) {
  EXPECT_EQ(stem_of("cv/resume.yaml"), "resume");
  EXPECT_EQ(stem_of("resume.en.yaml"), "resume.en");
  EXPECT_EQ(stem_of("cv.d/resume"), "resume");
  EXPECT_EQ(stem_of(".hidden"), ".hidden");
  EXPECT_EQ(folder_of("cv/resume.yaml"), "cv");
  EXPECT_EQ(folder_of("resume.yaml"), ".");
  EXPECT_EQ(folder_of("/resume.yaml"), "/");
}

TEST(Outputs, FullTakesTheStemAndOthersAddTheirName) {
  const OutputPlan plan = plan_outputs("out", {{"cv/resume.yaml", "full", ""}, {"cv/resume.yaml", "one-page", ""}});
  EXPECT_THAT(plan.paths, ElementsAre("out/resume.pdf", "out/resume-one-page.pdf"));
  EXPECT_THAT(plan.problems, IsEmpty());
}

TEST(Outputs, ThisFolderAndFoldersWithASlash) {
  EXPECT_THAT(plan_outputs(".", {{"a.yaml", "full", ""}}).paths, ElementsAre("a.pdf"));
  EXPECT_THAT(plan_outputs("out/", {{"a.yaml", "full", ""}}).paths, ElementsAre("out/a.pdf"));
  EXPECT_THAT(plan_outputs("/", {{"a.yaml", "full", ""}}).paths, ElementsAre("/a.pdf"));
}

TEST(Outputs, AnOwnNameWins) {
  EXPECT_THAT(plan_outputs("out", {{"a.yaml", "full", "Ada Lovelace.pdf"}}).paths, ElementsAre("out/Ada Lovelace.pdf"));
}

TEST(Outputs, TwoResultsWithOnePathAreAProblem) {
  const OutputPlan plan = plan_outputs("out", {{"a/resume.yaml", "full", ""}, {"b/resume.yaml", "full", ""}});
  ASSERT_THAT(plan.problems, SizeIs(1));
  EXPECT_THAT(plan.problems[0], HasSubstr("out/resume.pdf"));
  EXPECT_THAT(plan.problems[0], HasSubstr("b/resume.yaml"));
  // Less plain: the full variant of one file and another variant of the other.
  EXPECT_THAT(plan_outputs("out", {{"cv.yaml", "short", ""}, {"cv-short.yaml", "full", ""}}).problems, SizeIs(1));
  EXPECT_THAT(plan_outputs("out", {{"cv.yaml", "full", ""}, {"cv.yaml", "web", "cv.pdf"}}).problems, SizeIs(1));
}

TEST(Outputs, ANameThatLeavesTheFolderIsAProblem) {
  for (const char* name : {"../a.pdf", "/tmp/a.pdf", "x/a.pdf", "..", "."})
    EXPECT_THAT(plan_outputs("out", {{"a.yaml", "full", name}}).problems, SizeIs(1)) << name;
  EXPECT_THAT(plan_outputs("out", {{"a.yaml", "x/../../y", ""}}).problems, SizeIs(1));
}

}  // namespace
}  // namespace broadside::cli
