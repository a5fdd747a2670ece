// SPDX-License-Identifier: MIT
#include "unicode/breaks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace broadside::unicode {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LineBreaks, AreByteOffsetsAfterSpacesAndHyphens) {
  EXPECT_THAT(line_breaks("caf\u00E9 au lait", "fr"), ElementsAre(LineBreak{6, false}, LineBreak{9, false}));
  EXPECT_THAT(line_breaks("open-source", "en"), ElementsAre(LineBreak{5, false}));
  EXPECT_THAT(line_breaks("", "en"), IsEmpty());
  EXPECT_THAT(line_breaks("word", "en"), IsEmpty());
}

TEST(LineBreaks, LineFeedsAreMandatory) {
  EXPECT_THAT(line_breaks("a\nb\u2028c", "en"), ElementsAre(LineBreak{2, true}, LineBreak{6, true}));
}

TEST(LineBreaks, NoBreakSpaceAndFrenchPunctuationHold) {
  EXPECT_THAT(line_breaks("10\u00A0km", "en"), IsEmpty());
  EXPECT_THAT(line_breaks("vraiment !", "fr"), IsEmpty());
}

TEST(LineBreaks, IdeographsBreakButNotBeforeClosingPunctuation) {
  // 中|文、|字: three bytes each, the comma stays with what is before it.
  EXPECT_THAT(line_breaks("\u4E2D\u6587\u3001\u5B57", "zh"), ElementsAre(LineBreak{3, false}, LineBreak{9, false}));
}

TEST(LineBreaks, UnknownLocaleWorksAsRoot) {
  EXPECT_EQ(line_breaks("one two", "not a locale").size(), 1U);
  EXPECT_EQ(line_breaks("one two", "").size(), 1U);
}

TEST(Graphemes, MarksAndEmojiStayTogether) {
  EXPECT_THAT(grapheme_ends("abc"), ElementsAre(1, 2, 3));
  EXPECT_THAT(grapheme_ends("e\u0301x"), ElementsAre(3, 4));
  EXPECT_THAT(grapheme_ends("\r\na"), ElementsAre(2, 3));
  EXPECT_THAT(grapheme_ends("\U0001F469\u200D\U0001F4BB!"), ElementsAre(11, 12));
  EXPECT_THAT(grapheme_ends(""), IsEmpty());
}

TEST(Graphemes, ShortCutAgreesWithIcu) {
  // The text with a mark at its end takes ICU's way, the one without the short cut.
  std::string text;
  for (int c = 0x20; c < 0x7F; ++c) text += static_cast<char>(c);
  text += "\u00A0\u00E9\u017F\u024F\u2013\u2014\u201C\u201D\u2026";
  std::vector<std::uint32_t> slow = grapheme_ends(text + "e\u0301");
  slow.pop_back();
  EXPECT_EQ(grapheme_ends(text), slow);
}

TEST(Words, LeaveOutSpacesAndPunctuation) {
  EXPECT_THAT(words("Hello, big world 42!", "en"), ElementsAre(Word{0, 5}, Word{7, 10}, Word{11, 16}, Word{17, 19}));
}

}  // namespace
}  // namespace broadside::unicode
