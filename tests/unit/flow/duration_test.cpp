// SPDX-License-Identifier: MIT
#include "flow/duration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pipeline.h"

namespace broadside::flow {
namespace {

class Duration : public testing::Test, protected test::Pipeline {
 protected:
  std::optional<int> months(const std::string& entry, const std::string& top = "") {
    const auto resume =
        read_resume(top + "person: {name: A}\nsections:\n  - title: S\n    entries: [{title: t, " + entry + "}]\n");
    EXPECT_TRUE(resume) << entry;
    return resume ? months_of(resume->sections[0].entries[0], *resume) : std::nullopt;
  }
};

TEST_F(Duration, FirstAndLastMonthAreWhole) {
  EXPECT_EQ(months("start: 2022-07, end: 2024-08"), 26);
  EXPECT_EQ(months("start: 2022-07, end: 2022-07"), 1);
  EXPECT_EQ(months("start: 2022-07-31, end: 2022-08-01"), 2);
  EXPECT_EQ(months("date: 2020-01/2020-12"), 12);
}

TEST_F(Duration, YearsAloneCountTheirDifference) {
  EXPECT_EQ(months("start: 2019, end: 2021"), 24);
  EXPECT_EQ(months("start: 2019-05, end: 2021"), 24);
  EXPECT_EQ(months("start: 2019, end: 2019"), std::nullopt);
}

TEST_F(Duration, WhatHasNoLengthHasNone) {
  EXPECT_EQ(months("date: Summer 2020"), std::nullopt);
  EXPECT_EQ(months("date: 2020-05"), std::nullopt);
  EXPECT_EQ(months("start: 2020-05"), std::nullopt);
  EXPECT_EQ(months("summary: x"), std::nullopt);
}

TEST_F(Duration, PresentIsWhatTheFileSays) {
  EXPECT_EQ(months("start: 2022-07, end: present", "as-of: 2024-08\n"), 26);
  EXPECT_EQ(months("start: 2022-07, end: present", "as-of: 2024-08-31\n"), 26);
  EXPECT_EQ(months("start: 2022-07, end: present", "as-of: 2024\n"), 24);
  EXPECT_EQ(months("start: 2022-07, end: present"), std::nullopt);
}

TEST_F(Duration, PositionsTogetherCountEachMonthOnce) {
  EXPECT_EQ(months("positions: [{title: a, start: 2020-01, end: 2020-06}, {title: b, start: 2020-04, end: 2020-12}]"),
            12);
  EXPECT_EQ(months("positions: [{title: a, start: 2022-01, end: 2022-06}, {title: b, start: 2020-01, end: 2020-06}]"),
            12);
  EXPECT_EQ(months("positions: [{title: a, start: 2020-01, end: 2020-06}, {title: b, date: later}]"), std::nullopt);
  EXPECT_EQ(months("start: 2020-01, end: 2020-02, positions: [{title: a, start: 2020-01, end: 2020-06}]"), 2);
}

TEST_F(Duration, IsPrintedOnlyWhereALayoutAsksAndWarnsOnce) {
  const auto resume = read_resume(
      "person: {name: A}\nsections:\n  - title: S\n    entries:\n"
      "      - {title: a, start: 2020-01, end: 2022-03}\n      - {title: b, start: 2020-01, end: present}\n"
      "      - {title: c, start: 2021-01, end: present}\n");
  const auto with = read_layout("blocks: {entry: {rows: [\"{title}[: {duration}]\"]}}\n");
  const auto without = read_layout("blocks: {entry: {rows: [\"{title}\"]}}\n");
  ASSERT_TRUE(resume && with && without);
  lay_out(*resume, *without);
  EXPECT_TRUE(diagnostics.empty());
  std::string said;
  const display::DisplayList list = lay_out(*resume, *with);
  for (const display::Command& command : list.pages[0].commands) {
    if (const auto* text = std::get_if<display::DrawGlyphs>(&command)) said += text->run.text + "|";
  }
  EXPECT_THAT(said, testing::HasSubstr("a|: |2 yrs, 3 mths|b|c|"));
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_EQ(diagnostics.list()[0].code, "resume-as-of");
}

}  // namespace
}  // namespace broadside::flow
