// SPDX-License-Identifier: MIT
// OpenType features by style: the glyphs change, the text that is copied out does not.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "unit/text/setting.h"

namespace broadside::text::test {
namespace {

struct Shown {
  std::vector<std::uint32_t> glyphs;
  std::vector<Length> advances;
  std::string text;
};

Shown show(const std::string& text, const std::string& family, const std::string& features) {
  TextStyle style;
  style.font.family = family;
  style.font.features = features;
  style.size = Length::from_pt(10);
  const std::vector<TextStyle> table{style};
  Diagnostics diagnostics;
  const auto shaped = shape(plain(text), table, shipped_fonts(), diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  const Length measure = Length::from_pt(1000);
  Shown shown;
  for (const Line& line : build_lines(*shaped, break_lines(*shaped, table, measure, {}), table, measure, {})) {
    shown.text += line_text(line);
    for (const LineRun& run : line.runs) {
      for (const font::Glyph& glyph : run.run.glyphs) {
        shown.glyphs.push_back(glyph.id);
        shown.advances.push_back(glyph.advance);
      }
    }
  }
  return shown;
}

void expect_other_glyphs(const std::string& text, const std::string& family, const std::string& features) {
  const Shown before = show(text, family, ""), after = show(text, family, features);
  EXPECT_NE(before.glyphs, after.glyphs) << family << ' ' << features;
  EXPECT_EQ(before.text, text);
  EXPECT_EQ(after.text, text);
}

TEST(Features, SmallCapitals) {
  for (const char* family : {"EB Garamond", "Source Serif 4"}) {
    expect_other_glyphs("nasa", family, "smcp");
    expect_other_glyphs("NASA", family, "c2sc");
    EXPECT_EQ(show("NASA", family, "smcp").glyphs, show("NASA", family, "").glyphs) << family;
  }
}

TEST(Features, FiguresOfAllFourKinds) {
  for (const char* family : {"EB Garamond", "Source Serif 4"}) {
    std::set<std::vector<std::uint32_t>> kinds;
    for (const char* features : {"lnum,tnum", "lnum,pnum", "onum,tnum", "onum,pnum"}) {
      const Shown shown = show("0123456789", family, features);
      EXPECT_EQ(shown.text, "0123456789");
      kinds.insert(shown.glyphs);
      if (std::string(features).ends_with("tnum")) {
        for (const Length advance : shown.advances) EXPECT_EQ(advance, shown.advances.front()) << family << features;
      }
    }
    EXPECT_EQ(kinds.size(), 4U) << family;
    const Shown proportional = show("10", family, "pnum,lnum");
    EXPECT_NE(proportional.advances[0], proportional.advances[1]) << family;
  }
}

TEST(Features, Fractions) {
  for (const char* family : {"EB Garamond", "Source Serif 4"}) {
    expect_other_glyphs("11/32", family, "frac");
    // Numerators are not denominators.
    const Shown shown = show("3/3", family, "frac");
    if (shown.glyphs.size() == 3) {
      EXPECT_NE(shown.glyphs[0], shown.glyphs[2]) << family;
    }
  }
}

TEST(Features, StylisticSetsAndLigaturesCanBeChosen) {
  EXPECT_EQ(show("office", "Source Serif 4", "").glyphs.size(), 4U);
  EXPECT_EQ(show("office", "Source Serif 4", "-liga").glyphs.size(), 6U);
  const std::string letters = "The quick brown fox jumps over the lazy dog: JKQRW & Qu agyz 0123456789";
  for (const char* family : {"EB Garamond", "Source Serif 4"}) {
    int sets = 0;
    for (int number = 1; number <= 20; ++number) {
      std::string set = "ss";
      set += number < 10 ? "0" : "";
      set += std::to_string(number);
      const Shown shown = show(letters, family, set);
      EXPECT_EQ(shown.text, letters);
      sets += shown.glyphs != show(letters, family, "").glyphs ? 1 : 0;
    }
    RecordProperty(std::string("sets of ") + family, sets);
    if (std::string(family) == "EB Garamond") {
      EXPECT_GE(sets, 1);
    }
  }
}

TEST(Features, ThatAFontDoesNotHaveChangeNothing) {
  EXPECT_EQ(show("nasa", "Source Code Pro", "smcp").text, "nasa");
  EXPECT_EQ(show("nasa", "EB Garamond", "ss20").glyphs, show("nasa", "EB Garamond", "").glyphs);
}

}  // namespace
}  // namespace broadside::text::test
