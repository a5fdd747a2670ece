// SPDX-License-Identifier: MIT
// Bidi levels, visual order, scripts, case and locales.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unicode/bidi.h"
#include "unicode/letter_case.h"
#include "unicode/locale.h"
#include "unicode/script.h"

namespace broadside::unicode {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Bidi, LatinTextIsOneRunOfLevelZero) {
  const BidiParagraph paragraph = bidi_runs("R\u00E9sum\u00E9 \u2013 2024", BaseDirection::Auto);
  EXPECT_EQ(paragraph.base_level, 0);
  EXPECT_THAT(paragraph.runs, ElementsAre(BidiRun{0, 17, 0}));
  EXPECT_THAT(bidi_runs("", BaseDirection::Auto).runs, IsEmpty());
}

TEST(Bidi, MixedTextHasRunsInBytes) {
  // "ab שלום 12"
  const BidiParagraph paragraph = bidi_runs("ab \u05E9\u05DC\u05D5\u05DD 12", BaseDirection::Auto);
  EXPECT_EQ(paragraph.base_level, 0);
  EXPECT_THAT(paragraph.runs, ElementsAre(BidiRun{0, 3, 0}, BidiRun{3, 12, 1}, BidiRun{12, 14, 2}));
  EXPECT_EQ(bidi_runs("\u05E9\u05DC ab", BaseDirection::Auto).base_level, 1);
  EXPECT_EQ(bidi_runs("abc", BaseDirection::RightToLeft).base_level, 1);
  EXPECT_EQ(bidi_runs("\u05E9", BaseDirection::LeftToRight).base_level, 0);
}

TEST(Bidi, CharactersBeyondTheBasicPlaneKeepTheirBytes) {
  const BidiParagraph paragraph = bidi_runs("\U0001F3C6\u05E9\U0001F3C6", BaseDirection::LeftToRight);
  ASSERT_FALSE(paragraph.runs.empty());
  EXPECT_EQ(paragraph.runs.back().end, 10U);
  EXPECT_EQ(paragraph.runs.front().end, 4U);
}

TEST(Bidi, LineEndDoesNotRestartTheParagraph) {
  const BidiParagraph paragraph = bidi_runs("\u05E9\nabc", BaseDirection::Auto);
  EXPECT_EQ(paragraph.base_level, 1);
  EXPECT_EQ(paragraph.runs.back(), (BidiRun{3, 6, 2}));
}

TEST(Bidi, VisualOrder) {
  EXPECT_THAT(visual_order({0, 0, 0}), ElementsAre(0, 1, 2));
  EXPECT_THAT(visual_order({1, 1, 1}), ElementsAre(2, 1, 0));
  EXPECT_THAT(visual_order({1, 2, 2, 1}), ElementsAre(3, 1, 2, 0));
  EXPECT_THAT(visual_order({}), IsEmpty());
}

TEST(Script, CommonCharactersTakeTheScriptAroundThem) {
  EXPECT_THAT(script_runs("42 (days)"), ElementsAre(ScriptRun{0, 9, kLatin}));
  EXPECT_THAT(script_runs("123"), ElementsAre(ScriptRun{0, 3, kLatin}));
  EXPECT_THAT(script_runs("\u4E2D\u6587 C++"),
              ElementsAre(ScriptRun{0, 7, script_tag('H', 'a', 'n', 'i')}, ScriptRun{7, 10, kLatin}));
  // The closing bracket belongs to the script of the opening one.
  EXPECT_THAT(
      script_runs("ab (\u0416) c"),
      ElementsAre(ScriptRun{0, 4, kLatin}, ScriptRun{4, 6, script_tag('C', 'y', 'r', 'l')}, ScriptRun{6, 9, kLatin}));
}

TEST(LetterCase, FollowsTheLanguage) {
  EXPECT_EQ(to_upper("Experience", "en"), "EXPERIENCE");
  EXPECT_EQ(to_upper("stra\u00DFe", "de"), "STRASSE");
  EXPECT_EQ(to_upper("istanbul", "tr"), "\u0130STANBUL");
  EXPECT_EQ(to_upper("istanbul", "en"), "ISTANBUL");
  EXPECT_EQ(to_lower("\u00C9COLE", "fr"), "\u00E9cole");
  EXPECT_EQ(to_lower("TITLE", "tr-TR"), "t\u0131tle");
  EXPECT_EQ(to_upper("\u03AC\u03BD", "el"), "\u0391\u039D");
  EXPECT_EQ(to_upper("", "en"), "");
}

TEST(Locale, TagsAreReadStrictly) {
  EXPECT_EQ(icu_locale("zh-Hant-TW"), "zh_Hant_TW");
  EXPECT_EQ(icu_locale(""), "root");
  EXPECT_EQ(icu_locale("not a tag"), "root");
  EXPECT_EQ(language_of("EN-us"), "en");
  EXPECT_TRUE(is_known_locale("pt-BR"));
  EXPECT_FALSE(is_known_locale("english"));
  EXPECT_FALSE(is_known_locale("xx"));
  EXPECT_TRUE(is_right_to_left("ar"));
  EXPECT_FALSE(is_right_to_left("en"));
}

}  // namespace
}  // namespace broadside::unicode
