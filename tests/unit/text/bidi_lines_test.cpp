// SPDX-License-Identifier: MIT
// Right-to-left text: runs in visual order, spaces with the word of their own direction.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/text/setting.h"

namespace broadside::text::test {
namespace {

// No shipped face has Hebrew; missing characters are boxes but keep their direction, which is all this needs.
const std::string kShalom = "\u05E9\u05DC";

TEST(BidiLines, WordsOfARightToLeftParagraphStandFromTheRight) {
  StyledText text = plain("abc def 12");
  text.direction = Direction::RightToLeft;
  const SetText set_text = set(text, 300);
  // All Latin: one left-to-right island, then the number; nothing is turned inside.
  EXPECT_EQ(joined(set_text), "abc def 12");
  EXPECT_FALSE(set_text.lines[0].runs[0].run.right_to_left);
}

TEST(BidiLines, LettersAreLaidOutFromTheRight) {
  const SetText text = set(plain("ab " + kShalom + " cd"), 300);
  ASSERT_EQ(text.lines.size(), 1U);
  const auto& runs = text.lines[0].runs;
  ASSERT_EQ(runs.size(), 4U);  // "ab ", ל, ש, " cd"
  EXPECT_EQ(runs[0].run.text, "ab ");
  EXPECT_EQ(runs[1].run.text, "\u05DC");
  EXPECT_EQ(runs[2].run.text, "\u05E9");
  EXPECT_EQ(runs[3].run.text, " cd");
  EXPECT_TRUE(runs[1].run.right_to_left);
  for (std::size_t i = 1; i < runs.size(); ++i) EXPECT_EQ(runs[i].x, runs[i - 1].x + runs[i - 1].run.width());
}

TEST(BidiLines, ClustersDescendInARightToLeftRun) {
  // An override makes Latin letters run from the right, in a face we have.
  const SetText text = set(plain("\u202Eabc def\u202C"), 300);
  std::uint32_t before = 0xffffffff;
  bool seen = false;
  for (const LineRun& run : text.lines[0].runs) {
    if (!run.run.right_to_left || run.run.text.find("abc") == std::string::npos) continue;
    seen = true;
    EXPECT_NE(run.run.text.find("abc def"), std::string::npos) << "the space stays between its words";
    for (const font::Glyph& glyph : run.run.glyphs) {
      EXPECT_LT(glyph.begin, before);
      before = glyph.begin;
    }
  }
  EXPECT_TRUE(seen);
}

TEST(BidiLines, AWideRightToLeftWordIsCutFromItsBeginning) {
  const SetText text = set(plain("\u202Eabcdefghijklmnopqrstuvwxyz\u202C"), 40);
  EXPECT_GT(text.lines.size(), 2U);
  EXPECT_NE(line_text(text.lines[0]).find("abc"), std::string::npos);
  EXPECT_EQ(joined(text), "\u202Eabcdefghijklmnopqrstuvwxyz\u202C");
  for (const Line& line : text.lines) EXPECT_LE(line.width, Length::from_pt(40));
}

}  // namespace
}  // namespace broadside::text::test
