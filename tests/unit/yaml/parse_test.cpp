// SPDX-License-Identifier: MIT
// yaml/: values and their exact places, limits, duplicates, aliases.
#include "yaml/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "diag/report.h"

namespace broadside::yaml {
namespace {

struct Parsed {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<Node> root;

  [[nodiscard]] std::string source(Span span) const {
    return std::string(sources.find(span.source)->text().substr(span.begin, span.end - span.begin));
  }
  [[nodiscard]] std::string report() const { return render_text(diagnostics, sources); }
};

Parsed parse_text(const std::string& text, const Limits& limits = {}) {
  Parsed out;
  const auto id = out.sources.add("f.yaml", text);
  out.root = parse(out.sources, id, out.diagnostics, limits);
  return out;
}

std::string codes(const std::string& text, const Limits& limits = {}) {
  const Parsed parsed = parse_text(text, limits);
  std::string out;
  for (const Diagnostic& diagnostic : parsed.diagnostics.list()) out += (out.empty() ? "" : " ") + diagnostic.code;
  EXPECT_EQ(parsed.root.has_value(), !parsed.diagnostics.has_errors()) << text << "\n" << parsed.report();
  return out;
}

TEST(Parse, KindsAndOrder) {
  const Parsed parsed = parse_text("b: 1\na: [x, 'y', {c: ~}]\nd:\n");
  ASSERT_TRUE(parsed.root) << parsed.report();
  ASSERT_EQ(parsed.root->pairs.size(), 3U);
  EXPECT_EQ(parsed.root->pairs[0].key.scalar, "b");
  const Node& list = *parsed.root->find("a");
  ASSERT_TRUE(list.is_sequence());
  EXPECT_FALSE(list.items[0].quoted);
  EXPECT_TRUE(list.items[1].quoted);
  EXPECT_TRUE(list.items[2].find("c")->is_null());
  EXPECT_TRUE(parsed.root->find("d")->is_null());
  EXPECT_EQ(parsed.root->find("e"), nullptr);
}

TEST(Parse, EmptyDocumentsAreNull) {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"}) {
    const Parsed parsed = parse_text(text);
    ASSERT_TRUE(parsed.root) << text << parsed.report();
    EXPECT_TRUE(parsed.root->is_null());
  }
}

struct SpanCase {
  const char* name;
  std::string text;
  std::string expected;  // the source of the value of "k"
};

class Spans : public testing::TestWithParam<SpanCase> {};

TEST_P(Spans, CoverExactlyTheValue) {
  for (const bool mark : {false, true}) {
    const Parsed parsed = parse_text((mark ? "\xEF\xBB\xBF" : "") + GetParam().text);
    ASSERT_TRUE(parsed.root) << parsed.report();
    EXPECT_EQ(parsed.source(parsed.root->find("k")->span), GetParam().expected);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Spans,
                         testing::Values(SpanCase{"plain", "a: é\nk: some text  # comment\n", "some text"},
                                         SpanCase{"plain_over_lines", "k: one\n  two\n\n  three\nb: x\n",
                                                  "one\n  two\n\n  three"},
                                         SpanCase{"double", "k: \"a \\\" b\" \n", "\"a \\\" b\""},
                                         SpanCase{"single", "k:   'it''s'\n", "'it''s'"},
                                         SpanCase{"double_over_lines", "k: \"a\n  b\"\nz: 1", "\"a\n  b\""},
                                         SpanCase{"literal", "k: |\n  a\n   b\n\nz: 1\n", "|\n  a\n   b"},
                                         SpanCase{"folded", "k: >-\n  a\n  b\nz: 1\n", ">-\n  a\n  b"},
                                         SpanCase{"flow_list", "k: [a, [b, 'c]'], d ]\nz: 1\n", "[a, [b, 'c]'], d ]"},
                                         SpanCase{"empty_flow_list", "k: []\nz: [1]\n", "[]"},
                                         SpanCase{"flow_map", "k: {a: 1, b: }\nz: {}\n", "{a: 1, b: }"},
                                         SpanCase{"block_list", "k:\n- a\n- b\nz: 1\n", "- a\n- b"},
                                         SpanCase{"block_map", "k:\n  a: 1\n  b: 2\nz: 1\n", "a: 1\n  b: 2"},
                                         SpanCase{"anchored", "k: &x value\nz: *x\n", "value"},
                                         SpanCase{"null_word", "k: null\nz: 1\n", "null"},
                                         SpanCase{"crlf", "a: 1\r\nk: text here\r\nz: 1\r\n", "text here"},
                                         SpanCase{"brackets_in_text", "k: a ] b } c\n", "a ] b } c"}),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Parse, AcceptsOrdinaryYaml) {
  for (const char* text : {
           "a: http://example.org:80/x\n",
           "a: 12:30 to 13:00\n",
           "a: b#c\n",
           "a: b # a comment\n",
           "- a\n- b: c\n  d: e\n-\n  f: g\n",
           "a:\n- b\n- c\nd: e\n",
           "a:\n  - - x\n    - y\n  - z\n",
           "a: 'it''s: #1'\n",
           "a: \"x\n\n  y\"\nb: c\n",
           "a: |\n  - no list\n  key: value\n  # no comment\n\n   deeper\nb: >+\n  x\n\nc: d\n",
           "{a: b, c: [d, \"e, f\", 'g: h'], i: http://j.k}\n",
           "a: [\n  b,\n  c # comment\n]\nd: e\n",
           "'a b': c\n\"d\": e\n",
           "%YAML 1.2\n---\na: b\n...\n",
           "---\na: b\n",
           "a: &x\n  b: c\nd: *x\n",
           "- &x y\n- *x\n",
           "a:\n\n  b: c\n\n  # comment\n  d: e\n",
           "a: one\n  two\n  three\nb: c\n",
           "- one\n  two\n- three\n",
           "plain text\n",
           "a: -5\nb: -x\nc: ?y\nd: :z\ne: a*b\nf: 5 % x\n",
           "a: {b: c}\nd: [e]\n",
           "a: # comment\n  b: c\n",
           "a: x\t# tab before a comment\n",
           "key with spaces: value\n",
           "a: \"say \\\"hi\\\"\"\n",
           "- # comment\n  a: b\n",
           "a:   \n  - b\n",
           "- a: b\n  c:\n  - d\n  - e\n- f: g\n",
           "a: C# and F#\n",
           "a: 'x' # y\n",
           "a: [x] # y\n",
           "-\ta\n-\t- b\n",
           "a: b\n\t\n\t# comment\nc: d\n",
           "a: [http://b.c:80/d, 12:30]\n",
       }) {
    EXPECT_EQ(codes(text), "") << text << parse_text(text).report();
  }
}

TEST(Parse, TakesEveryCharacterAsItIs) {
  // The last ones are line ends, or forbidden, in YAML 1.1; NKo is what they are hidden behind.
  for (const std::string text :
       {"é", "漢", "😀", "\u0085", "\u0092", "\u2028", "\u2029", "\uFEFF", "\uFFFE", "\u07C0"}) {
    const std::string all = "x" + text + "y\u07C1 \u0080z";
    const Parsed taken = parse_text("\u07C0\uE000: " + all + "\nk: \"" + all + "\"\nl: |\n  " + all + "\nm: n\n");
    ASSERT_TRUE(taken.root) << taken.report();
    EXPECT_EQ(taken.root->pairs[0].value.scalar, all);
    EXPECT_EQ(taken.source(taken.root->pairs[0].value.span), all);
    EXPECT_EQ(taken.root->find("k")->scalar, all);
    EXPECT_EQ(taken.source(taken.root->find("k")->span), '"' + all + '"');
    EXPECT_EQ(taken.root->find("l")->scalar, all + "\n");
    EXPECT_EQ(taken.source(taken.root->find("m")->span), "n");
  }
}

TEST(Parse, FindsDuplicateKeysInEveryMap) {
  EXPECT_EQ(codes("a: 1\nb: {c: 1, c: 2}\na: 3\n"), "yaml-duplicate-key yaml-duplicate-key");
}

TEST(Parse, AliasesCopyAndAreCounted) {
  const Parsed parsed = parse_text("a: &x [1, 2]\nb: *x\n");
  ASSERT_TRUE(parsed.root);
  EXPECT_EQ(parsed.root->find("b")->items.size(), 2U);

  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string now = std::to_string(i), before = std::to_string(i - 1);
    bomb += "a" + now + ": &a" + now + " [";
    for (int k = 0; k < 10; ++k) bomb += "*a" + before + (k < 9 ? ", " : "]\n");
  }
  EXPECT_EQ(codes(bomb), "yaml-too-many-nodes");

  std::string heavy = "a: &a \"" + std::string(100'000, 'x') + "\"\nb: [";
  for (int i = 0; i < 30; ++i) heavy += "*a, ";
  EXPECT_EQ(codes(heavy + "*a]\n"), "yaml-too-much-text");
  EXPECT_EQ(codes("a: &x [*x]\n"), "yaml-alias-cycle");
  EXPECT_EQ(codes("a: *nobody\n"), "yaml-syntax");
  EXPECT_EQ(codes("a: &Partners Inc\n"), "yaml-anchor");
}

TEST(Parse, DepthIsLimitedInEveryNotation) {
  const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(codes(nested(64)), "");
  EXPECT_EQ(codes(nested(65)), "yaml-too-deep");
  EXPECT_EQ(codes(nested(100'000)), "yaml-too-deep");
  std::string block;
  for (int i = 0; i < 70; ++i) block += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_EQ(codes(block + std::string(70, ' ') + "b: c\n"), "yaml-too-deep");
  std::string dashes;
  for (int i = 0; i < 400; ++i) dashes += "- ";
  EXPECT_EQ(codes(dashes + "x\n"), "yaml-too-deep");
  std::string aliases = "a0: &a0 [[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]\n";
  for (int i = 1; i < 5; ++i) {
    const std::string now = std::to_string(i), before = std::to_string(i - 1);
    aliases += "a" + now + ": &a" + now + " [[[[[[[[[[[[[[[[[[[[*a" + before + "]]]]]]]]]]]]]]]]]]]]\n";
  }
  EXPECT_EQ(codes(aliases), "yaml-too-deep");
}

TEST(Parse, ALineEndBetweenIdeographsIsNoBlank) {
  const auto read = [](const std::string& text) {
    const Parsed parsed = parse_text(text);
    const Node* value = parsed.root ? parsed.root->find("a") : nullptr;
    return value == nullptr ? parsed.report() : value->scalar;
  };
  EXPECT_EQ(read("a: >-\n  清算平台，\n  日均处理\n  两亿笔\n"), "清算平台，日均处理两亿笔");
  EXPECT_EQ(read("a: |-\n  設計を\n  担当\n"), "設計を担当");
  EXPECT_EQ(read("a: 清算\n  平台\n"), "清算平台");
  EXPECT_EQ(read("a: \"清算\n  平台\"\n"), "清算平台");
  EXPECT_EQ(read("a: '清算\r\n  平台'\n"), "清算平台");
  // Through the marks of Markdown; with the place of the text as it is in the file.
  EXPECT_EQ(read("a: >-\n  十年**经验**\n  分布式\n  `代码`\n"), "十年**经验**分布式`代码`");
  // Blanks that were typed stay, and those beside what is not wide.
  EXPECT_EQ(read("a: >-\n  佐藤 美咲\n  東京\n"), "佐藤 美咲東京");
  EXPECT_EQ(read("a: >-\n  用 Go\n  和 Rust\n  构建\n"), "用 Go 和 Rust 构建");
  EXPECT_EQ(read("a: >-\n  한국어\n  문장\n"), "한국어 문장");
  // A paragraph of its own, and what has escapes.
  EXPECT_EQ(read("a: >-\n  清算\n\n  平台\n"), "清算\n平台");
  EXPECT_EQ(read("a: \"清\\u7b97\n  平台\"\n"), "清算 平台");
}

TEST(Parse, SizeIsLimited) {
  Limits limits;
  limits.bytes = 10;
  EXPECT_EQ(codes("0123456789", limits), "");
  EXPECT_EQ(codes("0123456789a", limits), "yaml-too-large");
  limits = {};
  limits.nodes = 4;
  EXPECT_EQ(codes("[a, b, c]", limits), "");
  EXPECT_EQ(codes("[a, b, c, d]", limits), "yaml-too-many-nodes");
}

}  // namespace
}  // namespace broadside::yaml
