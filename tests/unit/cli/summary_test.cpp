// SPDX-License-Identifier: MIT
// The words of a finished run, and the help.
#include "cli/summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/environment.h"
#include "cli/help.h"

namespace broadside::cli {
namespace {

TEST(Summary, CountsAgreeWithTheirNouns) {
  EXPECT_EQ(count_summary(0, 0), "no errors");
  EXPECT_EQ(count_summary(1, 0), "1 error");
  EXPECT_EQ(count_summary(3, 1), "3 errors, 1 warning");
  EXPECT_EQ(count_summary(0, 2), "2 warnings");
}

TEST(Summary, TimesHaveTwoFigures) {
  EXPECT_EQ(run_summary(2, 14.4), "2 PDFs in 14 ms\n");
  EXPECT_EQ(run_summary(1, 0.44), "1 PDF in 0.4 ms\n");
  EXPECT_EQ(run_summary(1, 9.96), "1 PDF in 10 ms\n");
  EXPECT_EQ(run_summary(2, 2140), "2 PDFs in 2.1 s\n");
}

TEST(Summary, ADocumentWithoutAFitIsOneLine) {
  Document document;
  document.pages = 2;
  document.pdf.assign(48'001, 'x');
  EXPECT_EQ(document_summary("out/resume.pdf", "resume.yaml", document), "out/resume.pdf  2 pages, 49 KB\n");
}

TEST(Summary, AFittedDocumentIsTwoLines) {
  Document document;
  document.variant = "one-page";
  document.pages = 1;
  document.pdf = "x";
  fit::Report report;
  report.step = 2;
  report.filled = Length::from_pt(977);
  report.capacity = Length::from_pt(1000);
  report.steps = 8;
  fit::Left hidden;
  hidden.what = "Awards > National Third Prize";
  hidden.priority = 2;
  fit::Left shortened = hidden;
  shortened.show = resume::Show::Short;
  shortened.what = "Experience > SenseTime";
  report.left = {hidden, shortened};
  document.fit = report;
  EXPECT_EQ(document_summary("r.pdf", "cv/r.yaml", document),
            "r.pdf  1 page, 1 KB, 97 % full, step 2 of 8 (0 is the loosest)\n"
            "  1 shortened, 1 left out; why: broadside explain cv/r.yaml --variant one-page\n");
}

TEST(Summary, WhatFitsWholeSaysSo) {
  Document document;
  document.pages = 1;
  document.fit = fit::Report{};
  EXPECT_THAT(document_summary("r.pdf", "r.yaml", document), testing::HasSubstr("everything fits"));
}

TEST(Help, EveryTextFitsATerminalAndGivesAnExample) {
  for (const char* topic : {"", "build", "check", "explain", "help"}) {
    const std::string text = help_text(topic);
    EXPECT_THAT(text, testing::HasSubstr("  broadside ")) << topic;
    EXPECT_EQ(text.back(), '\n');
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const auto columns = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
      EXPECT_LE(columns, 80) << line;
    }
  }
}

TEST(Help, EveryOptionOfBuildIsExplained) {
  for (const char* option : {"--output", "--variant", "--layout", "--set", "--strict", "--quiet", "--help"})
    EXPECT_THAT(help_text("build"), testing::HasSubstr(option));
}

TEST(Environment, TheEpochIsAPlainNumberOfSeconds) {
  EXPECT_EQ(parse_epoch("0"), 0);
  EXPECT_EQ(parse_epoch("1700000000"), 1'700'000'000);
  EXPECT_EQ(parse_epoch("253402300799"), 253'402'300'799);
  for (const char* bad : {"", "-1", "1.5", " 1", "1 ", "1e9", "253402300800", "99999999999999999999", "now"})
    EXPECT_EQ(parse_epoch(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace broadside::cli
