// SPDX-License-Identifier: MIT
// YAML's traps: each has its own code, its own place and, where there is one, the corrected line, which must then
// read as what the writer meant.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "diag/report.h"
#include "yaml/parse.h"

namespace broadside::yaml {
namespace {

struct Trap {
  std::string text;
  std::string code;
  std::string place;     // line:column
  std::string expected;  // what the line becomes; empty: no corrected line
};

void PrintTo(const Trap& trap, std::ostream* out) { *out << trap.text; }

class Traps : public testing::TestWithParam<Trap> {};

TEST_P(Traps, AreNamedWithTheCorrectedLine) {
  const Trap& trap = GetParam();
  Sources sources;
  Diagnostics diagnostics;
  const auto id = sources.add("f.yaml", trap.text);
  parse(sources, id, diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 1U) << render_text(diagnostics, sources);
  const Diagnostic& found = diagnostics.list().front();
  EXPECT_EQ(found.code, trap.code) << render_text(diagnostics, sources);
  const LineColumn at = sources.find(id)->locate(found.span.begin);
  EXPECT_EQ(std::to_string(at.line) + ":" + std::to_string(at.column), trap.place);
  ASSERT_FALSE(found.hints.empty());
  if (trap.expected.empty()) return;
  const std::string& hint = found.hints.front().text;
  const std::size_t line = hint.find('\n');
  ASSERT_NE(line, std::string::npos) << hint;
  const std::string fixed = hint.substr(line + 1, hint.find('\n', line + 1) - line - 1);
  EXPECT_EQ(fixed, trap.expected);
  // The corrected line in the place of the wrong one is good YAML.
  const Source& source = *sources.find(id);
  std::string repaired(source.text());
  repaired.replace(source.line_start(at.line), source.line(at.line).size(), fixed);
  Diagnostics again;
  EXPECT_TRUE(parse(sources, sources.add("g.yaml", repaired), again));
  EXPECT_TRUE(again.empty()) << render_text(again, sources);
}

INSTANTIATE_TEST_SUITE_P(
    All, Traps,
    testing::Values(
        Trap{"- **Bold** text\n- b\n", "yaml-asterisk", "1:3", "- \"**Bold** text\""},
        Trap{"a: *italic* text\n", "yaml-asterisk", "1:4", "a: \"*italic* text\""},
        Trap{"- **Bold**: text\n", "yaml-asterisk", "1:3", "- \"**Bold**: text\""},
        Trap{"- `code` x\n", "yaml-reserved", "1:3", "- \"`code` x\""},
        Trap{"a: @name\n", "yaml-reserved", "1:4", "a: \"@name\""},
        Trap{"- 10\n- % of\n", "yaml-reserved", "2:3", "- \"% of\""},
        Trap{"- [x](https://y.z): z\n", "yaml-markdown-link", "1:3", "- \"[x](https://y.z): z\""},
        Trap{"a: [x](https://y.z) and \"q\"\n", "yaml-markdown-link", "1:4", "a: '[x](https://y.z) and \"q\"'"},
        Trap{"[x](y): z\n", "yaml-markdown-link", "1:1", "\"[x](y): z\""},
        Trap{"a: [draft] text\n", "yaml-after-bracket", "1:12", "a: \"[draft] text\""},
        Trap{"a: {x} y\n", "yaml-after-bracket", "1:8", "a: \"{x} y\""},
        Trap{"a: Ranked #1 of 400\n", "yaml-comment", "1:11", "a: \"Ranked #1 of 400\""},
        Trap{"- #1 in sales\n", "yaml-comment", "1:3", "- \"#1 in sales\""},
        Trap{"a: \"open\nb: c\n", "yaml-open-quote", "1:4", "a: \"open\""},
        Trap{"a: \"open\nb: \"c\"\nd: e\n", "yaml-open-quote", "1:4", "a: \"open\""},
        Trap{"a: 'open\n", "yaml-open-quote", "1:4", "a: 'open'"},
        Trap{"a: \"Best\" of 3\n", "yaml-after-quote", "1:11", "a: '\"Best\" of 3'"},
        Trap{"a: 'tis good\nb: c\n", "yaml-open-quote", "1:4", "a: 'tis good'"},
        Trap{"a:\n\tb: c\n", "yaml-tab", "2:1", "  b: c"},
        Trap{"a:\n  b: c\n  d:e\n", "yaml-missing-space", "3:4", "  d: e"},
        Trap{"a:\n  b:c\n  d: e\n", "yaml-missing-space", "2:4", "  b: c"},
        Trap{"a: b\n---\nc: d\n", "yaml-second-document", "2:1", ""},
        Trap{"a: b\n...\nc: d\n", "yaml-second-document", "3:1", ""},
        Trap{"a: b: c\n", "yaml-colon", "1:5", "a: \"b: c\""},
        Trap{"- a: \"b\" c: d\n", "yaml-after-quote", "1:10", "- a: '\"b\" c: d'"},
        Trap{"a: b:\n", "yaml-colon", "1:5", "a: \"b:\""},
        Trap{"- > 99% uptime\n", "yaml-block-marker", "1:3", "- \"> 99% uptime\""},
        Trap{"a: | x\n", "yaml-block-marker", "1:4", "a: \"| x\""},
        Trap{"a: !important x\n", "yaml-exclamation", "1:4", "a: \"!important x\""},
        Trap{"a: & co\n", "yaml-ampersand", "1:4", "a: \"& co\""},
        Trap{"a: - 40% cost\n", "yaml-dash", "1:4", "a: \"- 40% cost\""},
        Trap{"a: ? x\n", "yaml-question", "1:4", "a: \"? x\""}, Trap{"a: , x\n", "yaml-reserved", "1:4", "a: \", x\""},
        Trap{"- text\n  - nested\n", "yaml-nested-list", "2:3", ""},
        Trap{"- title: x\n    date: y\n", "yaml-nested-key", "2:5", ""},
        Trap{"- title: x\n date: y\n", "yaml-indentation", "2:2", ""},
        Trap{"a:\n    b: c\n  d: e\n", "yaml-indentation", "3:3", ""},
        Trap{"a: \"x\"\n  b: y\n", "yaml-indentation", "2:3", ""}, Trap{"a: b\nstray\n", "yaml-not-a-key", "2:1", ""},
        Trap{"- a\nstray: b\n", "yaml-not-an-item", "2:1", ""},
        Trap{"a: [b, c\nd: e\n", "yaml-open-bracket", "1:4", ""}, Trap{"a: [b}\n", "yaml-open-bracket", "1:6", ""},
        Trap{"a: caf\xE9\n", "yaml-utf8", "1:7", ""}, Trap{"a: b\x01\n", "yaml-control-character", "1:5", ""},
        Trap{"a: \"\\q\"\n", "yaml-syntax", "1:5", ""}, Trap{"a: {b: c: d}\n", "yaml-syntax", "1:9", ""},
        Trap{"a: [b, , c]\n", "yaml-syntax", "1:8", ""}, Trap{"a: {b:, c: d}\n", "yaml-syntax", "1:6", ""},
        Trap{">\n  a\nb: c\n", "yaml-syntax", "3:1", ""}, Trap{"a: {: b}\n", "yaml-key", "1:5", ""},
        Trap{"a: &R&D department\n", "yaml-ampersand", "1:4", "a: \"&R&D department\""}),
    [](const auto& each) {
      std::string name = each.param.code;
      std::erase(name, '-');
      return name + std::to_string(each.index);
    });

TEST(Scan, ReportsEveryTrapOfAFile) {
  Sources sources;
  Diagnostics diagnostics;
  const auto id = sources.add("f", "a:\n- **x** y\n- `z`\n- [a](b) c\nd: e: f\n");
  EXPECT_FALSE(parse(sources, id, diagnostics));
  EXPECT_EQ(diagnostics.error_count(), 4U) << render_text(diagnostics, sources);
}

TEST(Scan, TellsWhatALatin1ByteMeant) {
  Sources sources;
  Diagnostics diagnostics;
  parse(sources, sources.add("f", "name: Ren\xE9\n"), diagnostics);
  ASSERT_EQ(diagnostics.list().size(), 1U);
  EXPECT_THAT(diagnostics.list()[0].hints[0].text, testing::HasSubstr("'é'"));
}

// Whatever the bytes, parsing ends with a node or with an error, and every span lies inside the source.
void check_spans(const Node& node, std::size_t size) {
  ASSERT_LE(node.span.begin, node.span.end);
  ASSERT_LE(node.span.end, size);
  for (const Node& item : node.items) check_spans(item, size);
  for (const Pair& pair : node.pairs) {
    check_spans(pair.key, size);
    check_spans(pair.value, size);
  }
}

TEST(Parse, SurvivesAnyText) {
  const std::vector<std::string> pieces = {
      "a", "b: ", "- ", "\n",  "\n  ", "\n    ", "\"",           "'",   "[",   "]",  "{",    "}", ", ",
      "#", " ",   ":",  "|\n", ">-\n", "&x ",    "*x",           "!t ", "---", "\t", "\r\n", "é", "*",
      "%", "?",   "\\", "...", "~",    "<<: ",   "\xEF\xBB\xBF", "@",   "`"};
  std::mt19937 random(20240801);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const int length = static_cast<int>(random() % 24);
    for (int i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    Sources sources;
    Diagnostics diagnostics;
    const auto root = parse(sources, sources.add("f", text), diagnostics);
    ASSERT_EQ(root.has_value(), !diagnostics.has_errors()) << text;
    if (root) check_spans(*root, text.size());
    ASSERT_FALSE(render_text(diagnostics, sources).empty() && !diagnostics.empty());
  }
}

}  // namespace
}  // namespace broadside::yaml
