// SPDX-License-Identifier: MIT
// Inline Markdown: marks, what stays literal, and that no character is ever lost.
#include "resume/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/utf8.h"

namespace broadside::resume {
namespace {

// "a {b:bold} c", links as {text|bold|https://…}.
std::string shown(const RichText& rich) {
  std::string out;
  std::size_t at = 0;
  for (const Mark& mark : rich.marks) {
    out += rich.text.substr(at, mark.begin - at) + "{" + rich.text.substr(mark.begin, mark.end - mark.begin);
    if ((mark.flags & kBold) != 0) out += "|bold";
    if ((mark.flags & kItalic) != 0) out += "|italic";
    if ((mark.flags & kCode) != 0) out += "|code";
    if (mark.link >= 0) out += "|" + rich.links[static_cast<std::size_t>(mark.link)];
    out += "}";
    at = mark.end;
  }
  return out + rich.text.substr(at);
}

std::string parsed(std::string_view text) {
  std::vector<BadLink> bad;
  const RichText rich = parse_markdown(text, bad);
  EXPECT_TRUE(bad.empty()) << text;
  return shown(rich);
}

TEST(Markdown, Marks) {
  EXPECT_EQ(parsed("a **b** *c* `d` _e_"), "a {b|bold} {c|italic} {d|code} {e|italic}");
  EXPECT_EQ(parsed("***x*** y"), "{x|bold|italic} y");
  EXPECT_EQ(parsed("**a *b* c**"), "{a |bold}{b|bold|italic}{ c|bold}");
  EXPECT_EQ(parsed("**bold at the start** and __also__"), "{bold at the start|bold} and {also|bold}");
  EXPECT_EQ(parsed("**\"quoted\"**"), "{\"quoted\"|bold}");
  EXPECT_EQ(parsed("使用**粗体**。"), "使用{粗体|bold}。");
}

TEST(Markdown, Links) {
  EXPECT_EQ(parsed("see [my **page**](https://a.example/x?y=1&z=2)"),
            "see {my |https://a.example/x?y=1&z=2}{page|bold|https://a.example/x?y=1&z=2}");
  EXPECT_EQ(parsed("[a](https://a.example) [b](https://a.example)"), "{a|https://a.example} {b|https://a.example}");
  EXPECT_EQ(parsed("[a](<https://a.example/b c> \"title\")"), "{a|https://a.example/b%20c}");
  EXPECT_EQ(parsed("[é](https://a.example/é)"), "{é|https://a.example/%C3%A9}");
  EXPECT_EQ(parsed("<https://a.example>"), "{https://a.example|https://a.example}");
  EXPECT_EQ(parsed("<me@a.example>"), "{me@a.example|mailto:me@a.example}");
  EXPECT_EQ(parsed("[<https://b.example>](https://a.example)"), "{https://b.example|https://a.example}");
  EXPECT_EQ(parsed("[call](tel:+16075550100)"), "{call|tel:+16075550100}");
  EXPECT_EQ(parsed("https://a.example is not linked by itself"), "https://a.example is not linked by itself");
}

TEST(Markdown, BadLinksKeepTheirText) {
  std::vector<BadLink> bad;
  EXPECT_EQ(shown(parse_markdown("a [b **c**](javascript:x) d [e](f.png)", bad)), "a b {c|bold} d e");
  ASSERT_EQ(bad.size(), 2U);
  EXPECT_EQ(bad[0].target, "javascript:x");
  EXPECT_EQ(bad[1].target, "f.png");
  bad.clear();
  parse_markdown("[](nowhere)", bad);
  EXPECT_EQ(bad.size(), 1U);
}

TEST(Markdown, BlockSyntaxIsText) {
  for (const char* text : {"# 1 of 400",
                           "## x ##",
                           "2019. First",
                           "1) y",
                           "- 40%",
                           "+ x",
                           "* y",
                           "> 99%",
                           "===",
                           "---",
                           "- - -",
                           "~~~ sh",
                           "| a | b |",
                           "[ref]: https://a.example",
                           "<div>",
                           "<!-- x -->",
                           "</b>",
                           "&amp; &copy; &#65;",
                           "snake_case_name",
                           "5 * 3 * 2",
                           "a_b_",
                           "~~x~~",
                           "$x$",
                           "- [ ] todo"}) {
    EXPECT_EQ(parsed(text), text);
  }
  EXPECT_EQ(parsed("    four"), "four");
  EXPECT_EQ(parsed("Title\n=====\n\nnext\n- a\n- b\n"), "Title ===== next - a - b");
  EXPECT_EQ(parsed("a | b\n--|--\nc | d"), "a | b --|-- c | d");
  EXPECT_EQ(parsed("***"), "***");
}

TEST(Markdown, OtherSyntaxIsText) {
  EXPECT_EQ(parsed("![alt](x.png)"), "![alt](x.png)");
  EXPECT_EQ(parsed("![alt](x.png \"t\")"), "![alt](x.png \"t\")");
  EXPECT_EQ(parsed("<tag:x> stays, <C:D> too"), "<tag:x> stays, <C:D> too");
  EXPECT_EQ(parsed("vector<int> and a<b>c"), "vector<int> and a<b>c");
  EXPECT_EQ(parsed("`a<b>&amp;*c*`"), "{a<b>&amp;*c*|code}");
}

TEST(Markdown, Escapes) {
  EXPECT_EQ(parsed("\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\\\"), "*a* _b_ [c](d) `e` \\");
  EXPECT_EQ(parsed("C:\\dir ends in \\"), "C:\\dir ends in \\");
  EXPECT_EQ(parsed("\\# x"), "# x");
}

TEST(Markdown, WhiteSpaceIsCollapsed) {
  EXPECT_EQ(parsed("  a \t b\r\n\n c  "), "a b c");
  EXPECT_EQ(parsed("no\u00A0break"), "no\u00A0break");
  EXPECT_EQ(parsed(""), "");
  EXPECT_EQ(plain_text(" a\n **b** ").text, "a **b**");
}

// Random text from all that means something to Markdown. Letters and digits count as what must survive: each one
// is shown, or stands in a link's address. What is shown is a subsequence of the input, and what is missing from
// it consists of delimiters only.
TEST(Markdown, NoCharacterIsLost) {
  const std::vector<std::string> pieces = {"a",
                                           "b1",
                                           "Zé",
                                           "中",
                                           " ",
                                           " ",
                                           "*",
                                           "**",
                                           "_",
                                           "__",
                                           "`",
                                           "``",
                                           "[",
                                           "]",
                                           "(",
                                           ")",
                                           "](",
                                           "<",
                                           ">",
                                           "\\",
                                           "!",
                                           "![",
                                           "#",
                                           "-",
                                           "+",
                                           ".",
                                           "1.",
                                           "1)",
                                           "\n",
                                           "\n\n",
                                           "&",
                                           ";",
                                           "|",
                                           "~",
                                           "~~",
                                           "=",
                                           "$",
                                           "\"",
                                           "'",
                                           ":",
                                           "/",
                                           "x:",
                                           "@",
                                           "\t",
                                           "    ",
                                           "&amp;",
                                           "](https://u.v)",
                                           "<https://u.v>",
                                           "<b>",
                                           "</b>",
                                           "<!--",
                                           "-->",
                                           "```",
                                           "---",
                                           "\n# ",
                                           "\n> "};
  const std::string delimiters = "*_`\\[]()<>";
  std::mt19937 random(7);
  for (int round = 0; round < 60'000; ++round) {
    std::string text;
    const int length = static_cast<int>(random() % 20);
    for (int i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    std::vector<BadLink> bad;
    const RichText rich = parse_markdown(text, bad);
    const std::string whole = plain_text(text).text;
    ASSERT_FALSE(find_invalid_utf8(rich.text)) << text;

    // Marks are sorted, apart, within the text and never cut a character.
    std::uint32_t last = 0;
    for (const Mark& mark : rich.marks) {
      ASSERT_LE(last, mark.begin);
      ASSERT_LT(mark.begin, mark.end);
      ASSERT_LE(mark.end, rich.text.size());
      ASSERT_FALSE(find_invalid_utf8(rich.text.substr(mark.begin, mark.end - mark.begin)));
      ASSERT_TRUE(mark.flags != 0 || mark.link >= 0);
      ASSERT_LT(mark.link, static_cast<std::int32_t>(rich.links.size()));
      last = mark.end;
    }

    std::string missing;
    std::size_t at = 0;
    for (const char c : whole) {
      if (at < rich.text.size() && rich.text[at] == c) {
        ++at;
      } else {
        missing += c;
      }
    }
    const bool subsequence = at == rich.text.size();
    const bool linked = !rich.links.empty() || !bad.empty() || whole.find("](") != std::string::npos;
    if (!linked) {
      ASSERT_TRUE(subsequence) << text << "\n" << rich.text;
      for (const char c : missing) {
        ASSERT_TRUE(c == ' ' || delimiters.find(c) != std::string::npos) << text << "\n" << rich.text;
      }
    }
    // With links the addresses go elsewhere, but no letter vanishes.
    std::multiset<char> have(rich.text.begin(), rich.text.end());
    for (const std::string& link : rich.links) have.insert(link.begin(), link.end());
    for (const BadLink& link : bad) have.insert(link.target.begin(), link.target.end());
    for (const char c : std::set<char>(whole.begin(), whole.end())) {
      const bool letter = (c >= 'a' && c <= 'z') || c == 'Z' || c == '1';
      const auto wanted = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), c));
      // Quotes make link titles, which nothing can show.
      if (!letter || whole.find('"') != std::string::npos) continue;
      ASSERT_GE(have.count(c), wanted) << text << "\n" << rich.text;
    }
  }
}

}  // namespace
}  // namespace broadside::resume
