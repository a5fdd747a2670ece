// SPDX-License-Identifier: MIT
// A text shaped with the words of others is the text shaped by itself.
#include "text/word_cache.h"

#include <gtest/gtest.h>

#include "text/shaped_text.h"
#include "unit/text/setting.h"

namespace broadside::text::test {
namespace {

void expect_same(const ShapedText& a, const ShapedText& b, const std::string& text) {
  ASSERT_EQ(a.items.size(), b.items.size()) << text;
  const auto expect_glyphs = [&](GlyphRange one, GlyphRange other) {
    ASSERT_EQ(one.end - one.begin, other.end - other.begin) << text;
    for (std::uint32_t i = 0; i < one.end - one.begin; ++i) {
      const UnitGlyph& x = a.glyphs[one.begin + i];
      const UnitGlyph& y = b.glyphs[other.begin + i];
      EXPECT_EQ(std::tie(x.id, x.advance, x.dx, x.dy, x.begin, x.end, x.ends_cluster),
                std::tie(y.id, y.advance, y.dx, y.dy, y.begin, y.end, y.ends_cluster))
          << text;
    }
  };
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    EXPECT_EQ(std::tie(a.items[i].kind, a.items[i].penalty, a.items[i].begin, a.items[i].end),
              std::tie(b.items[i].kind, b.items[i].penalty, b.items[i].begin, b.items[i].end))
        << text;
    expect_glyphs(a.items[i].glyphs, b.items[i].glyphs);
    expect_glyphs(a.items[i].pre, b.items[i].pre);
    expect_glyphs(a.items[i].post, b.items[i].post);
  }
}

TEST(WordCache, ChangesNoGlyph) {
  const std::vector<TextStyle> table = styles();
  WordCache words;
  Diagnostics diagnostics;
  for (const std::string text :
       {"To AV a Wafer office, T A V, Y. “Te” T", "office  Wafer   To", " To office ", "naïve café – Ťažký … “To”",
        "To \u0301office a\u0301 To", "To\u00A0office To", "To\toffice", "نص To office عربي",
        "To\u00ADoffice To-office", "½ 1⁄2 To", "漢字 To office 漢字",
        "To https://example.org/a/very/long/path/that/is/not/kept?q=office To"}) {
    for (StyleId style = 0; style < table.size(); ++style) {
      StyledText given = plain(text);
      for (StyledSpan& span : given.spans) span.style = style;
      const auto alone = shape(given, table, shipped_fonts(), diagnostics);
      for (int again = 0; again < 2; ++again) {
        expect_same(*alone, *shape(given, table, shipped_fonts(), diagnostics, nullptr, &words), text);
      }
    }
  }
}

TEST(WordCache, TakesOnlyWhatStandsForItself) {
  EXPECT_TRUE(is_plain_latin("To café “Ťe” – …"));
  for (const std::string text :
       {"a\tb", "a\u0301", "a\u00ADb", "a\u00A0b", "1⁄2", "ж", "漢", "a\u200Db", "a\u2028b", "\u03B1"}) {
    EXPECT_FALSE(is_plain_latin(text)) << text;
  }
}

}  // namespace
}  // namespace broadside::text::test
