// SPDX-License-Identifier: MIT
#include "pdf/cluster_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::pdf {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Glyph ids do not matter here; each pair is the byte range of a glyph's cluster.
font::GlyphRun run(const std::string& text, std::vector<std::pair<std::uint32_t, std::uint32_t>> clusters) {
  font::GlyphRun result;
  result.face = 0;
  result.text = text;
  for (const auto& [begin, end] : clusters) result.glyphs.push_back({7, {}, {}, {}, begin, end});
  return result;
}

TEST(DealText, OneCharacterOneGlyph) {
  const font::GlyphRun r = run("aé", {{0, 1}, {1, 3}});
  const RunText text = deal_text(r);
  EXPECT_THAT(text.glyphs, ElementsAre("a", "é"));
  EXPECT_THAT(text.actual, IsEmpty());
}

TEST(DealText, LigatureTakesAllItsCharacters) {
  const font::GlyphRun r = run("office", {{0, 1}, {1, 4}, {4, 5}, {5, 6}});
  EXPECT_THAT(deal_text(r).glyphs, ElementsAre("o", "ffi", "c", "e"));
}

TEST(DealText, ManyToManyGivesTheRestToTheLastGlyph) {
  const font::GlyphRun r = run("abcd", {{0, 4}, {0, 4}});
  EXPECT_THAT(deal_text(r).glyphs, ElementsAre("a", "bcd"));
}

TEST(DealText, RightToLeftDealsFromTheRight) {
  font::GlyphRun r = run("abc", {{1, 3}, {1, 3}, {0, 1}});
  r.right_to_left = true;
  EXPECT_THAT(deal_text(r).glyphs, ElementsAre("c", "b", "a"));
}

TEST(DealText, MarksWithoutAdvanceStayEmptyWhereGlyphsOutnumberCharacters) {
  font::GlyphRun r = run("xำ", {{0, 1}, {1, 4}, {1, 4}});  // SARA AM: a ring above, drawn first, and a vowel sign
  r.glyphs[0].advance = r.glyphs[2].advance = Length::from_pt(5);
  const RunText text = deal_text(r);
  EXPECT_THAT(text.glyphs, ElementsAre("x", "", "ำ"));
  EXPECT_THAT(text.actual, IsEmpty());
}

TEST(DealText, AnEmptyGlyphWithAdvanceAsksForActualText) {
  font::GlyphRun r = run("xொ", {{0, 4}, {0, 4}, {0, 4}});  // a vowel written on both sides of its consonant
  for (font::Glyph& glyph : r.glyphs) glyph.advance = Length::from_pt(5);
  const RunText text = deal_text(r);
  EXPECT_THAT(text.glyphs, ElementsAre("x", "ொ", ""));
  ASSERT_EQ(text.actual.size(), 1U);
  EXPECT_EQ(text.actual[0].first, 0U);
  EXPECT_EQ(text.actual[0].last, 3U);
  EXPECT_EQ(text.actual[0].text, "xொ");
}

TEST(DealText, MissingGlyphsKeepTheirText) {
  font::GlyphRun r = run("ab", {{0, 1}, {1, 2}});
  r.glyphs[1].id = 0;
  RunText text = deal_text(r);
  EXPECT_THAT(text.glyphs, ElementsAre("a", "b"));
  r.face = font::kNoFace;
  text = deal_text(r);
  EXPECT_THAT(text.glyphs, ElementsAre("a", "b"));
  EXPECT_TRUE(text.actual.empty());
}

TEST(DealText, ControlsOfBreakingAndOrderAreNotRead) {
  // "a", RIGHT-TO-LEFT MARK by itself, "b" with a WORD JOINER, a soft hyphen that shows and one that does not.
  font::GlyphRun r = run("a\u200Fb\u2060\u00AD\u00AD", {{0, 1}, {1, 4}, {4, 8}, {8, 10}, {10, 12}});
  r.glyphs[3].advance = Length::from_pt(3);
  const RunText text = deal_text(r);
  EXPECT_THAT(text.glyphs, ElementsAre("a", "", "b", "-", ""));
  EXPECT_TRUE(text.actual.empty());
}

TEST(DealText, ATypedHyphenAtTheEndOfALineIsNotTakenForADivision) {
  font::GlyphRun r = run("a-b-", {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
  EXPECT_THAT(deal_text(r).glyphs, ElementsAre("a", "-", "b", "-"));
  r.ends_at_hyphen = true;
  EXPECT_THAT(deal_text(r).glyphs, ElementsAre("a", "-", "b", "- "));
}

TEST(DealText, JoinersAreReadWithTheirNeighbour) {
  const font::GlyphRun r = run("a\u200Cb", {{0, 4}, {0, 4}, {4, 5}});
  EXPECT_THAT(deal_text(r).glyphs, ElementsAre("a\u200C", "", "b"));
}

TEST(DealText, PrivateUseReadsAsUnknown) {
  const font::GlyphRun r = run("\uE0B6", {{0, 3}});
  const RunText text = deal_text(r);
  EXPECT_TRUE(text.private_use);
  ASSERT_EQ(text.actual.size(), 1U);
  EXPECT_EQ(text.actual[0].text, "\uFFFD");
}

TEST(DealText, NeverReadsBeyondTheText) {
  const font::GlyphRun r = run("a\xE2\x82", {{0, 1}, {1, 9}, {5, 4}});
  EXPECT_THAT(deal_text(r).glyphs, ElementsAre("a", "\xE2\x82", ""));
}

}  // namespace
}  // namespace broadside::pdf
