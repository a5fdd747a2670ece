// SPDX-License-Identifier: MIT
// Chinese and Japanese setting: whose signs are full-width, what signs side by side take, air beside Latin, line edges.
#include "text/east_asian.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "host/system_fonts.h"
#include "setting.h"
#include "support/paths.h"
#include "text/opportunities.h"

namespace broadside::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> borrowed(std::string_view text, std::string_view language) {
  std::vector<std::string> signs;
  for (const Borrowed& one : borrowed_signs(text, language))
    signs.emplace_back(text.substr(one.begin, one.end - one.begin));
  return signs;
}

TEST(Borrowed, SignsBesideIdeographsInChineseAndJapanese) {
  EXPECT_THAT(borrowed("用“Rust”写", "zh-CN"), ElementsAre("“", "”"));
  EXPECT_THAT(borrowed("用“Rust” 写", "zh-CN"), ElementsAre("“", "”")) << "a pair is one";
  EXPECT_THAT(borrowed("网关——省下……", "zh"), ElementsAre("—", "—", "…", "…"));
  EXPECT_THAT(borrowed("卡尔·马克思", "zh"), ElementsAre("·"));
  EXPECT_THAT(borrowed("他说‘好’", "ja"), ElementsAre("‘", "’"));
}

TEST(Borrowed, LatinKeepsItsOwn) {
  EXPECT_THAT(borrowed("“Rust” isn’t new…", "zh-CN"), IsEmpty());
  EXPECT_THAT(borrowed("写 “Rust” 写, don’t", "zh-CN"), IsEmpty()) << "spaces stand between";
  EXPECT_THAT(borrowed("2020 – 至今", "zh-CN"), IsEmpty());
  EXPECT_THAT(borrowed("用“Rust”写", "en"), IsEmpty());
  EXPECT_THAT(borrowed("“러스트”", "ko"), IsEmpty());
}

TEST(Borrowed, TakesTimeInProportionToTheText) {
  std::string dashes = "网", quotes = "网";
  for (int i = 0; i < 100'000; ++i) dashes += "—";
  for (int i = 0; i < 50'000; ++i) quotes += "“";
  for (int i = 0; i < 50'000; ++i) quotes += "’";
  EXPECT_GE(borrowed_signs(dashes, "zh").size(), 16U);
  EXPECT_EQ(borrowed_signs(quotes, "zh").size(), 0U) << "none closes what was opened";
}

TEST(Borrowed, LinesBreakBeforeAndBehindQuotationMarks) {
  const std::string text = "推动“双活”架构";
  const std::string brackets = for_line_breaks(text, borrowed_signs(text, "zh"));
  EXPECT_EQ(brackets, "推动「双活」架构");
  std::vector<std::uint32_t> offsets;
  for (const Opportunity& one : find_opportunities(brackets, "zh")) offsets.push_back(one.offset);
  EXPECT_THAT(offsets, ElementsAre(3, 6, 12, 18, 21)) << "not after “, not before ”";
}

std::vector<std::uint32_t> breaks(const char* text, const char* language) {
  std::vector<std::uint32_t> offsets;
  for (const Opportunity& one : find_opportunities(text, language)) offsets.push_back(one.offset / 3);
  return offsets;
}

// Kinsoku: no small kana, prolonged sound mark, iteration mark, closing sign or stop begins a line; no opening one ends
// it.
TEST(LineBreaks, OfJapaneseAreStrict) {
  EXPECT_THAT(breaks("サーバー", "ja"), ElementsAre(2)) << "not before ー";
  EXPECT_THAT(breaks("ちょっと", "ja"), ElementsAre(3)) << "not before small kana";
  EXPECT_THAT(breaks("人々は", "ja"), ElementsAre(2));
  EXPECT_THAT(breaks("は、「東京」。", "ja"), ElementsAre(2, 4));
  EXPECT_THAT(breaks("（甲）：乙！", "zh-CN"), ElementsAre(4));
}

TEST(LineBreaks, OfThaiFollowTheDictionary) {
  // ภาษา|ไทย|ทำงาน: "language", "Thai", "work".
  EXPECT_THAT(breaks("ภาษาไทยทำงาน", "th"), ElementsAre(4, 7));
}

/// Shipped fonts, and of the machine's only Noto Serif CJK SC.
const font::Library& with_han() {
  static const font::Library* library = [] {
    auto* made = new font::Library;
    made->add_folder(broadside::test::source_dir() + "/fonts");
    std::map<char32_t, host::FontFile> answers;
    for (const char32_t c : U"甲乙丙丁，。、（）「」：") {
      answers[c] = {"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2};  // of fonts-noto-cjk, simplified
    }
    made->use_system_fonts(std::make_shared<host::FixedFonts>(answers));
    return made;
  }();
  return *library;
}

test::SetText set_han(const std::string& text, double measure, Align align = Align::Left) {
  test::SetText result;
  ParagraphStyle style;
  style.align = align;
  const auto table = test::styles(10);
  result.shaped = shape(test::plain(text, "zh-CN"), table, with_han(), result.diagnostics);
  result.breaks = break_lines(*result.shaped, table, Length::from_pt(measure), style);
  result.lines = build_lines(*result.shaped, result.breaks, table, Length::from_pt(measure), style);
  return result;
}

std::vector<double> advances(const Line& line) {
  std::vector<double> all;
  for (const LineRun& run : line.runs) {
    for (const font::Glyph& glyph : run.run.glyphs) all.push_back(std::round(glyph.advance.pt() * 100) / 100);
  }
  return all;
}

TEST(WideText, SignsSideBySideTakeHalfTheirWidthEach) {
  EXPECT_THAT(advances(set_han("甲，乙", 200).lines[0]), ElementsAre(10, 10, 10)) << "alone: all of it";
  EXPECT_THAT(advances(set_han("甲），乙", 200).lines[0]), ElementsAre(10, 5, 10, 10));
  EXPECT_THAT(advances(set_han("甲。（乙", 200).lines[0]), ElementsAre(10, 5, 10, 10)) << "half an em between";
  EXPECT_THAT(advances(set_han("甲（「乙", 200).lines[0]), ElementsAre(10, 10, 5, 10));
  EXPECT_THAT(advances(set_han("甲」）。乙", 200).lines[0]), ElementsAre(10, 5, 5, 10, 10));
}

TEST(WideText, AnOpeningSignAtTheStartOfALineStandsFlush) {
  const test::SetText text = set_han("甲乙丙丁（甲乙）", 45);
  ASSERT_EQ(text.lines.size(), 2U);
  EXPECT_EQ(text.lines[0].runs.front().x, Length{});
  EXPECT_NEAR(text.lines[1].runs.front().x.pt(), -5, 0.01) << "its empty half hangs out";
}

TEST(WideText, AClosingSignAtTheEndOfALineTakesHalfItsWidth) {
  // Four and a half ems hold four characters and the half that has ink.
  EXPECT_EQ(set_han("甲乙丙丁，甲乙", 45).lines[0].runs.front().run.glyphs.size(), 5U);
  EXPECT_EQ(set_han("甲乙丙丁，甲乙", 44).lines[0].runs.front().run.glyphs.size(), 3U) << "， begins no line";
}

TEST(WideText, AFlushRightLineEndsWithInk) {
  const test::SetText text = set_han("甲乙。", 100, Align::Right);
  EXPECT_NEAR(text.lines[0].runs.front().x.pt(), 75, 0.01);
}

TEST(WideText, BetweenIdeographsAndLatinStandsATenthOfAnEmAtMost) {
  const double plain = set_han("甲", 200).lines[0].width.pt() + set_han("Go", 200).lines[0].width.pt();
  const double air = set_han("甲Go", 200).lines[0].width.pt() - plain;
  EXPECT_NEAR(air, 0.95, 0.01);
  EXPECT_NEAR(set_han("Go甲", 200).lines[0].width.pt() - plain, air, 0.001);
  EXPECT_NEAR(set_han("7甲", 200).lines[0].width.pt() - set_han("7", 200).lines[0].width.pt() - 10, air, 0.001);
  EXPECT_EQ(set_han("甲，Go", 200).lines[0].width.pt(), plain + 10) << "not beside a sign";
  EXPECT_EQ(set_han("甲Go", 15).lines[0].width, Length::from_pt(10)) << "not at the end of a line";
}

TEST(WideText, JustifiedLinesGrowBetweenIdeographs) {
  const test::SetText text = set_han("甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁", 101.5, Align::Justify);
  ASSERT_EQ(text.lines.size(), 3U);
  EXPECT_EQ(text.lines[0].width, Length::from_pt(101.5));
  for (const double advance : advances(text.lines[0])) EXPECT_LE(advance, 11.01) << "more is read as a space";
}

}  // namespace
}  // namespace broadside::text
