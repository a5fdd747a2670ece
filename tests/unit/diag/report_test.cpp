// SPDX-License-Identifier: MIT
// diag/: lines and columns, order, carets, JSON.
#include "diag/report.h"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Source, LocatesInAnyKindOfLineEnd) {
  const Source source("f", "ab\ncd\r\nef\rgh");
  EXPECT_EQ(source.line_count(), 4U);
  EXPECT_EQ(source.line(2), "cd");
  EXPECT_EQ(source.line(4), "gh");
  EXPECT_EQ(source.locate(4).line, 2U);
  EXPECT_EQ(source.locate(4).column, 2U);
  EXPECT_EQ(source.locate(10).line, 4U);
  EXPECT_EQ(source.locate(999).column, 3U);  // beyond the end is the end
}

TEST(Source, ColumnsCountCodePointsWithoutTheByteOrderMark) {
  const Source source("f", "\xEF\xBB\xBFé€: x");
  EXPECT_EQ(source.locate(3).column, 1U);
  EXPECT_EQ(source.locate(8).column, 3U);
}

TEST(Sources, IdZeroIsNoPlace) {
  Sources sources;
  EXPECT_EQ(sources.add("a", ""), 1U);
  EXPECT_EQ(sources.find(0), nullptr);
  EXPECT_EQ(sources.find(2), nullptr);
  EXPECT_EQ(sources.find(1)->line(1), "");
}

struct Report : testing::Test {
  Sources sources;
  Diagnostics diagnostics;
};

TEST_F(Report, ALongQuotationLosesItsMiddle) {
  diagnostics.error("x", {}, "'" + std::string(100'000, 'a') + "' is unknown", "not " + std::string(100'000, 'b'));
  const std::string text = render_text(diagnostics, sources);
  EXPECT_LT(text.size(), 1000U);
  EXPECT_NE(text.find("aaa … aaa"), std::string::npos);
  EXPECT_NE(text.find("aaa' is unknown\n"), std::string::npos);
  EXPECT_LT(render_json(diagnostics, sources).size(), 1500U);
}

TEST_F(Report, SendsNoControlCharacterToTheTerminal) {
  diagnostics.error("x", {}, "'a\x1b[2J\u009b' is unknown", "line\nline\x07");
  EXPECT_EQ(render_text(diagnostics, sources),
            "error[x]: 'a\uFFFD[2J\uFFFD' is unknown\n  hint: line\n        line\uFFFD\n");
}

TEST_F(Report, UnderlinesTheRangeAndAddsHints) {
  const auto id = sources.add("resume.yaml", "person:\n  naem: 叶 Ye\n");
  diagnostics.error("resume-unknown-key", {id, 10, 14}, "unknown key 'naem' in person", "did you mean 'name'?");
  diagnostics.warning("x", {id, 20, 22}, "second");
  EXPECT_EQ(render_text(diagnostics, sources),
            "error[resume-unknown-key]: unknown key 'naem' in person\n"
            "  --> resume.yaml:2:3\n"
            "  |\n"
            "2 |   naem: 叶 Ye\n"
            "  |   ^^^^\n"
            "  hint: did you mean 'name'?\n"
            "\n"
            "warning[x]: second\n"
            "  --> resume.yaml:2:11\n"
            "  |\n"
            "2 |   naem: 叶 Ye\n"
            "  |            ^^\n");
}

TEST_F(Report, SortsAndDropsDuplicates) {
  const auto id = sources.add("f", "abc\n");
  diagnostics.error("late", {}, "no place");
  diagnostics.error("b", {id, 2, 3}, "two");
  diagnostics.error("a", {id, 0, 1}, "one");
  diagnostics.error("b", {id, 2, 3}, "two");
  const std::string text = render_text(diagnostics, sources);
  EXPECT_LT(text.find("one"), text.find("two"));
  EXPECT_LT(text.find("two"), text.find("no place"));
  EXPECT_EQ(text.find("two"), text.rfind("two"));
}

TEST_F(Report, LongLinesAreShownAsAWindow) {
  const auto id = sources.add("f", std::string(500, 'x') + "!" + std::string(500, 'y'));
  diagnostics.error("c", {id, 500, 501}, "here");
  const std::string text = render_text(diagnostics, sources);
  EXPECT_LT(text.size(), 500U);
  const auto caret = text.find('^');
  const auto line = text.rfind("\n1 | ", caret);
  const auto under = text.rfind('\n', caret);
  // "…" takes three bytes for its one column.
  EXPECT_EQ(text[line + 1 + (caret - under - 1) + 2], '!');
}

TEST_F(Report, ARangeOverSeveralLinesEndsWithItsFirst) {
  const auto id = sources.add("f", "one\ntwo");
  diagnostics.error("c", {id, 1, 7}, "m");
  EXPECT_NE(render_text(diagnostics, sources).find("|  ^^\n"), std::string::npos);
}

TEST_F(Report, AThousandReportsAreCountedAndNotAllWritten) {
  const auto id = sources.add("f", std::string(2000, 'x'));
  for (std::uint32_t i = 0; i < 1000; ++i) diagnostics.error("c", {id, i, i + 1}, "m");
  const std::string text = render_text(diagnostics, sources);
  EXPECT_TRUE(text.ends_with("\n\n… and 900 more\n"));
  EXPECT_LT(text.size(), 100U * 400U);
}

TEST_F(Report, JsonHasTheSameFacts) {
  const auto id = sources.add("f", "a: \"b\"\n");
  diagnostics.error("c", {id, 3, 6}, "say \"b\"", "h").hints.push_back({"first here", {id, 0, 1}});
  diagnostics.warning("w", {}, "nowhere");
  EXPECT_EQ(render_json(diagnostics, sources), R"([
  {
    "severity": "error",
    "code": "c",
    "file": "f",
    "line": 1,
    "column": 4,
    "end_line": 1,
    "end_column": 7,
    "message": "say \"b\"",
    "hints": [
      {
        "text": "h"
      },
      {
        "text": "first here",
        "file": "f",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 2
      }
    ]
  },
  {
    "severity": "warning",
    "code": "w",
    "file": null,
    "message": "nowhere",
    "hints": []
  }
]
)");
}

TEST_F(Report, ColorIsOnlyWhereAskedFor) {
  diagnostics.error("c", {}, "m");
  EXPECT_EQ(render_text(diagnostics, sources).find('\x1b'), std::string::npos);
  EXPECT_NE(render_text(diagnostics, sources, UseColor::Yes).find("\x1b[1;31merror"), std::string::npos);
}

TEST_F(Report, CountsAndAppends) {
  diagnostics.error("a", {}, "m");
  diagnostics.warning("b", {}, "m");
  diagnostics.append(diagnostics);
  EXPECT_EQ(diagnostics.error_count(), 2U);
  EXPECT_EQ(diagnostics.warning_count(), 2U);
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
}  // namespace broadside
