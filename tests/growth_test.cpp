// SPDX-License-Identifier: MIT
// As large as the caps allow, and one beyond: a file, or an error that names the cap. Sizes at which libraries give way
// are in here: arrays of libharu end at 32,767 items, those of PDF/A-1 at 8,191. bench/growth_bench.cpp measures.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "compile.h"
#include "diag/report.h"
#include "support/paths.h"

namespace broadside {
namespace {

// Sanitizers take ten times as long, and find in a tenth what they would find in all.
#ifdef __SANITIZE_ADDRESS__
constexpr int kShare = 10;
#else
constexpr int kShare = 1;
#endif

struct Result {
  std::vector<Document> documents;
  Diagnostics diagnostics;
  std::string report;

  [[nodiscard]] std::string first_code() const { return diagnostics.empty() ? "" : diagnostics.list().front().code; }
};

Result build(const std::string& text, const std::string& variant = "full") {
  Environment environment;
  environment.layouts_folder = test::source_dir() + "/layouts";
  environment.fonts_folder = test::source_dir() + "/fonts";
  Compiler compiler(environment);
  Sources sources;
  Request request;
  request.source = sources.add("resume.yaml", text);
  request.folder = test::source_dir();
  request.variants = {variant};
  Result result;
  result.documents = compiler.compile(request, Want::Build, sources, result.diagnostics);
  result.report = render_text(result.diagnostics, sources);
  return result;
}

std::string repeated(int count, const std::function<std::string(int)>& one) {
  std::string text;
  for (int i = 0; i < count; ++i) text += one(i);
  return text;
}

std::string sections(const std::string& text) { return "person: {name: A}\nsections:\n" + text; }

std::string highlights(int count) {
  return sections("  - title: B\n    highlights:\n" +
                  repeated(count, [](int i) { return "      - a highlight, number " + std::to_string(i) + "\n"; }));
}

std::string pages(int count) {
  return sections(repeated(
      count, [](int i) { return "  - {title: Page " + std::to_string(i) + ", break: before, text: One of many}\n"; }));
}

// The name stands on a page of its own, before the first break.
TEST(Growth, FiveHundredPagesBuild) {
  const Result result = build(pages(499));
  ASSERT_EQ(result.documents.size(), 1U) << result.report;
  EXPECT_EQ(result.documents[0].pages, 500);
}

TEST(Growth, OnePageMoreNamesTheCap) {
  const Result result = build(pages(500));
  EXPECT_TRUE(result.documents.empty());
  EXPECT_EQ(result.first_code(), "flow-overfull");
  EXPECT_NE(result.report.find("500 pages"), std::string::npos) << result.report;
}

TEST(Growth, AHundredThousandHighlightsAreTooManyValues) {
  std::string text = "person: {name: A}\nsections: [{title: B, highlights: [" +
                     repeated(100'000, [](int) { return std::string("a,"); }) + "]}]\n";
  EXPECT_EQ(build(text).first_code(), "yaml-too-many-nodes");
}

TEST(Growth, NineteenThousandHighlightsBuild) {
  const Result result = build(highlights(19'000 / kShare));
  ASSERT_EQ(result.documents.size(), 1U) << result.report;
  EXPECT_GT(result.documents[0].pages, 300 / kShare);
}

TEST(Growth, FortyThousandLinksBuild) {
  const auto links = [](int i) {
    std::string text = "      - \"";
    for (int k = 0; k < 20; ++k) text += "[a](https://e.org/" + std::to_string(20 * i + k) + ") ";
    return text + "\"\n";
  };
  const Result result = build(sections("  - title: B\n    highlights:\n" + repeated(2'000 / kShare, links)));
  ASSERT_EQ(result.documents.size(), 1U) << result.report;
  EXPECT_GT(result.documents[0].pdf.size(), 500'000U / kShare);
}

TEST(Growth, TheFitOfNineThousandHighlightsEnds) {
  const Result result = build(highlights(9'000 / kShare), "one-page");
  ASSERT_EQ(result.documents.size(), 1U) << result.report;
  EXPECT_EQ(result.documents[0].pages, 1);
}

// Each letter a piece of its own.
TEST(Growth, MoreChangesOfStyleThanPagesCanHoldAreRefused) {
  const auto bold = [](int) {
    std::string text = "      - \"";
    for (int i = 0; i < 10'100; ++i) text += "*a*b";
    return text + "\"\n";
  };
  const std::string begin = "  - title: B\n    highlights:\n";
  EXPECT_EQ(build(sections(begin + repeated(10, bold))).first_code(), "flow-too-many-pieces");
  EXPECT_EQ(build(sections(begin + repeated(kShare > 1 ? 1 : 9, bold))).documents.size(), 1U);
}

TEST(Growth, TooMuchToChooseFromIsRefused) {
  const auto words = [](int) { return "      - " + std::string(990, 'a') + "\n"; };
  const std::string begin = "  - title: B\n    highlights:\n";
  EXPECT_EQ(build(sections(begin + repeated(456, words)), "one-page").first_code(), "fit-too-much-text");
  EXPECT_EQ(build(sections(begin + repeated(450 / kShare, words)), "one-page").documents.size(), 1U);
}

TEST(Growth, AParagraphOfTheLargestSizeBuilds) {
  // One word, words, two directions by turns, and a line that ends behind each letter.
  for (const char* unit : {"a", "word ", "a\\u0645", "a\\u00ad"}) {
    std::string text;
    while (text.size() + 10 < 100'000 / kShare) text += unit;
    const Result result = build(sections("  - {title: B, text: \"" + text + "\"}\n"));
    EXPECT_EQ(result.documents.size(), 1U) << unit << '\n' << result.report.substr(0, 1000);
  }
}

}  // namespace
}  // namespace broadside
