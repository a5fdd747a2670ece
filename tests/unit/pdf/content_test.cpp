// SPDX-License-Identifier: MIT
// The operators on the page, word by word.
#include "pdf/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/operators.h"
#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace broadside::literals;
using test::TagKind;

/// The content of page 1 as it stands in the file.
std::string page_one(const display::DisplayList& list) {
  pdf::Options plain;
  plain.compress = plain.object_streams = false;
  const std::string bytes = test::write_or_die(list, plain);
  const std::size_t contents = bytes.find("/Contents ");
  const std::string number = bytes.substr(contents + 10, bytes.find(' ', contents + 10) - contents - 10);
  const std::size_t object = bytes.find("\n" + number + " 0 obj\n");
  const std::size_t begin = bytes.find("stream\n", object) + 7;
  return bytes.substr(begin, bytes.find("\nendstream", begin) - begin);
}

/// A run of the serif with one glyph a letter and the advances given, in points.
font::GlyphRun run(const std::string& text, const std::vector<double>& advances, double size = 10) {
  const font::Face& face = test::fonts().library.face(test::fonts().serif);
  font::GlyphRun result;
  result.face = test::fonts().serif;
  result.size = Length::from_pt(size);
  result.text = text;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    result.glyphs.push_back(
        {face.glyph(static_cast<char32_t>(text[i])), Length::from_pt(advances[i]), {}, {}, i, i + 1});
  }
  return result;
}

/// Natural width in 1/1000 em.
int natural(char letter) {
  const font::Face& face = test::fonts().library.face(test::fonts().serif);
  return face.advance(face.glyph(static_cast<char32_t>(letter)));
}

TEST(Content, KerningIsOneExactNumber) {
  test::Sheet sheet;
  const double a = natural('A') / 100.0, v = natural('V') / 100.0;
  sheet.add(display::DrawGlyphs{{72_pt, 100_pt}, run("AVA", {a - 0.8, v - 0.45, a}), sheet.tag(TagKind::Paragraph)});
  EXPECT_EQ(page_one(sheet.list),
            "/P <</MCID 0>> BDC\n"
            "BT\n"
            "1 0 0 1 72 741.89 Tm\n"
            "/F1 10 Tf\n"
            "[<0001>80<0002>45<0001>] TJ\n"
            "ET\n"
            "EMC\n");
}

TEST(Content, RoundingNeverAddsUp) {
  // 200 letters, each 0.0004 em wider than its width: no single one is worth a number, all together are 0.08 em.
  test::Sheet sheet;
  const std::string text(200, 'n');
  sheet.add(display::DrawGlyphs{{72_pt, 100_pt},
                                run(text, std::vector<double>(200, natural('n') / 100.0 + 0.004)),
                                sheet.tag(TagKind::Paragraph)});
  const std::string content = page_one(sheet.list);
  int sum = 0;
  for (std::size_t at = content.find(">-"); at != std::string::npos; at = content.find(">-", at + 1)) {
    sum += std::stoi(content.substr(at + 2));
  }
  EXPECT_NEAR(sum, 80, 1);
}

TEST(Content, CommandsOfOneTagShareOneSequence) {
  test::Sheet sheet;
  const display::TagId p = sheet.tag(TagKind::Paragraph), q = sheet.tag(TagKind::Paragraph);
  sheet.text(p, 72_pt, test::fonts().serif, "one");
  sheet.text(p, 172_pt, test::fonts().serif, "two");
  sheet.text(q, 272_pt, test::fonts().serif, "three");
  sheet.text(p, 372_pt, test::fonts().serif, "four");
  const std::string content = page_one(sheet.list);
  EXPECT_THAT(content, HasSubstr("/P <</MCID 2>> BDC"));
  EXPECT_THAT(content, Not(HasSubstr("/MCID 3")));
  EXPECT_THAT(content, HasSubstr("\n100 0 Td\n"));  // the second word moves within the same text object
}

TEST(Content, RulesAndPageNumbersAreArtifacts) {
  test::Sheet sheet;
  sheet.text(sheet.tag(TagKind::Paragraph), 72_pt, test::fonts().serif, "text");
  sheet.add(display::StrokeLine{{72_pt, 80_pt}, {500_pt, 80_pt}, 0.5_pt, {255, 0, 0}});
  sheet.add(display::FillRect{{10_pt, 20_pt, 30_pt, 40.25_pt}, {128, 128, 128}});
  sheet.text(display::kArtifact, 290_pt, test::fonts().serif, "1");
  EXPECT_THAT(page_one(sheet.list), HasSubstr("/Artifact <</Type /Layout>> BDC\n"
                                              "1 0 0 RG\n"
                                              ".5 w\n"
                                              "72 761.89 m 500 761.89 l S\n"
                                              ".502 g\n"
                                              "10 781.64 30 40.25 re f\n"
                                              "EMC\n"
                                              "/Artifact <</Type /Pagination>> BDC\n"
                                              "0 g\n"
                                              "BT\n"));
}

TEST(Content, PathsKeepTheirCurves) {
  test::Sheet sheet;
  using Kind = display::PathStep::Kind;
  sheet.add(display::FillPath{{{Kind::Move, {}, {}, {0_pt, 841.89_pt}},
                               {Kind::Line, {}, {}, {10_pt, 841.89_pt}},
                               {Kind::Curve, {10_pt, 836.89_pt}, {5_pt, 831.89_pt}, {0_pt, 831.89_pt}},
                               {Kind::Close, {}, {}, {}}},
                              {},
                              display::kArtifact});
  EXPECT_THAT(page_one(sheet.list), HasSubstr("0 0 m\n10 0 l\n10 5 5 10 0 10 c\nh\nf\n"));
}

TEST(Content, ExpansionIsInTheTextMatrix) {
  test::Sheet sheet;
  font::GlyphRun wide = run("nn", {natural('n') / 100.0 * 1.02, natural('n') / 100.0 * 1.02});
  wide.expansion = 1.02;
  sheet.add(display::DrawGlyphs{{72_pt, 100_pt}, wide, sheet.tag(TagKind::Paragraph)});
  EXPECT_THAT(page_one(sheet.list), HasSubstr("1.02 0 0 1 72 741.89 Tm\n/F1 10 Tf\n<00010001> Tj\n"));
}

TEST(Content, OffsetsMoveOneGlyphOnly) {
  test::Sheet sheet;
  const double n = natural('n') / 100.0;
  font::GlyphRun r = run("nnn", {n, n, n});
  r.glyphs[1].dx = 1_pt;
  r.glyphs[1].dy = 2_pt;
  sheet.add(display::DrawGlyphs{{72_pt, 100_pt}, r, sheet.tag(TagKind::Paragraph)});
  EXPECT_THAT(page_one(sheet.list), HasSubstr("<0001> Tj\n2 Ts\n[-100<0001>] TJ\n0 Ts\n[100<0001>] TJ\n"));
}

TEST(Content, ColourIsWrittenWhenItChanges) {
  test::Sheet sheet;
  const display::TagId p = sheet.tag(TagKind::Paragraph);
  sheet.text(p, 72_pt, test::fonts().serif, "a", 10_pt, {0, 0x55, 0xbb});
  sheet.text(p, 92_pt, test::fonts().serif, "a", 10_pt, {0, 0x55, 0xbb});
  sheet.text(p, 112_pt, test::fonts().serif, "a", 10_pt);
  const std::string content = page_one(sheet.list);
  EXPECT_EQ(content.find("0 .3333 .7333 rg\n"), content.rfind(" rg\n") - 13);
  EXPECT_THAT(content, HasSubstr("\n0 g\n"));
}

TEST(Operators, DecimalsAreShortAndExact) {
  const auto decimal = [](std::int64_t value, int digits) {
    std::string out;
    pdf::append_decimal(value, digits, out);
    return out;
  };
  EXPECT_EQ(decimal(0, 3), "0");
  EXPECT_EQ(decimal(1250, 3), "1.25");
  EXPECT_EQ(decimal(-5, 1), "-.5");
  EXPECT_EQ(decimal(1005, 3), "1.005");
  EXPECT_EQ(decimal(-12000, 3), "-12");
  EXPECT_EQ(pdf::millipoints(Length::from_pt(1.0005)), 1001);
  EXPECT_EQ(pdf::millipoints(Length::from_pt(-1.0005)), -1001);
}

}  // namespace
}  // namespace broadside
