// SPDX-License-Identifier: MIT
// Hyphenation: the recorded points of TeX with the same patterns, what is never divided, and hyphens in set lines.
#include "text/hyphenate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "base/utf8.h"
#include "shaping/json.h"
#include "support/paths.h"
#include "unit/text/setting.h"

namespace broadside::text::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string shipped(const std::string& name) {
  std::ifstream file(broadside::test::source_dir() + "/hyphenation/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// "in·for·ma·tion": the text with its points.
std::string divided(Hyphenator& hyphenator, std::string text, const std::string& language = "en") {
  const std::vector<std::uint32_t> points = hyphenator.points(text, language);
  for (auto point = points.rbegin(); point != points.rend(); ++point) text.insert(*point, "\u00B7");
  return text;
}

TEST(Hyphenate, TheRecordedPointsOfTeX) {
  const char* named = std::getenv("TEX_LINEBREAKS");
  std::ifstream paragraphs(
      std::string(named != nullptr ? named : broadside::test::source_dir() + "/tests/data/tex-linebreaks") +
      "/paragraphs.jsonl");
  // TeX divides words with a capital; a résumé does not, because they are names.
  Hyphenator hyphenator(shipped, Capitals::Divide);
  int texts = 0, points = 0, equal = 0;
  for (std::string line; std::getline(paragraphs, line);) {
    const broadside::test::Json entry = broadside::test::Json::parse(line);
    if (!entry.has("hyph")) continue;
    const std::string& text = entry["text"].string();
    std::vector<std::int64_t> expected, found;
    for (const auto& point : entry["hyph"].array()) expected.push_back(point.integer());
    for (const std::uint32_t point : hyphenator.points(text, "en-US")) {
      found.push_back(static_cast<std::int64_t>(count_code_points(std::string_view(text).substr(0, point))));
    }
    EXPECT_EQ(found, expected) << text;
    ++texts;
    points += static_cast<int>(expected.size());
    equal += found == expected ? 1 : 0;
  }
  std::cout << "hyphenation: agreement: " << equal << " of " << texts << " paragraphs, " << points << " points\n";
  EXPECT_EQ(texts, 80);
  EXPECT_GT(points, 1500);
}

TEST(Hyphenate, NeverInNamesAddressesCodeCapitals) {
  Hyphenator hyphenator(shipped);
  EXPECT_EQ(divided(hyphenator, "information"), "in\u00B7for\u00B7ma\u00B7tion");
  EXPECT_EQ(divided(hyphenator, "(information),"), "(in\u00B7for\u00B7ma\u00B7tion),");
  for (const char* whole :
       {"Kubernetes", "INFORMATION", "informationTechnology", "information@example.org",
        "https://example.org/information", "www.information.org", "example.org/information", "information2",
        "__information__", "#information", "information-technology", "information\u2014technology"}) {
    EXPECT_EQ(divided(hyphenator, whole), whole);
  }
}

TEST(Hyphenate, MinimumsOfTheLanguage) {
  Hyphenator hyphenator(shipped);
  EXPECT_EQ(divided(hyphenator, "into"), "into");
  EXPECT_EQ(divided(hyphenator, "early"), "early");
  EXPECT_EQ(hyphen_minimums("en-GB").after, 3);
  EXPECT_EQ(hyphen_minimums("de").after, 2);
  for (const char* word : {"absolutely", "reality", "university", "motor", "ability"}) {
    for (const std::uint32_t point : hyphenator.points(word, "en")) {
      EXPECT_GE(point, 2U) << word;
      EXPECT_GE(std::string(word).size() - point, 3U) << word;
    }
  }
}

TEST(Hyphenate, EachLanguageItsOwnDictionary) {
  Hyphenator hyphenator(shipped);
  EXPECT_NE(divided(hyphenator, "democracy", "en-US"), divided(hyphenator, "democracy", "en-GB"));
  EXPECT_EQ(divided(hyphenator, "verantwoordelijkheid", "nl"), "ver\u00B7ant\u00B7woor\u00B7de\u00B7lijk\u00B7heid");
  // Latin-1 in the file, UTF-8 here.
  EXPECT_EQ(divided(hyphenator, "efficiënte", "nl-NL"), "ef\u00B7fi\u00B7ci\u00B7ën\u00B7te");
  EXPECT_THAT(hyphenator.points("information", "xx"), IsEmpty());
  EXPECT_THAT(dictionary_names("en"), ElementsAre("hyph_en_US.dic"));
  EXPECT_THAT(dictionary_names("en-AU"), ElementsAre("hyph_en_AU.dic", "hyph_en_GB.dic", "hyph_en_US.dic"));
  EXPECT_THAT(dictionary_names("de-CH"), ElementsAre("hyph_de_CH.dic", "hyph_de.dic", "hyph_de_DE.dic"));
  EXPECT_THAT(dictionary_names("sv"), ElementsAre("hyph_sv.dic", "hyph_sv_SE.dic"));
  EXPECT_THAT(dictionary_names("../x"), IsEmpty());
}

TEST(Hyphenate, GermanDividesItsNouns) {
  // A dictionary of two patterns, in the notation of the real ones.
  Hyphenator hyphenator([](const std::string& name) {
    return name == "hyph_de_DE.dic" ? std::string(
                                          "ISO8859-1\nn1t\nr1f\n\xFC"
                                          "1b\n")
                                    : std::string{};
  });
  EXPECT_EQ(divided(hyphenator, "Kantfarfüber", "de"), "Kan\u00B7tfar\u00B7fü\u00B7ber");
  EXPECT_EQ(divided(hyphenator, "KANTFARF", "de"), "KANTFARF");
}

TEST(Hyphenate, ADictionaryIsReadOnceAndOnlyWhenAsked) {
  int read = 0;
  Hyphenator hyphenator([&read](const std::string& name) {
    ++read;
    return shipped(name);
  });
  const std::vector<TextStyle> table = styles();
  Diagnostics diagnostics;
  StyledText text = plain("information technology");
  static_cast<void>(shape(text, table, shipped_fonts(), diagnostics, &hyphenator));
  EXPECT_EQ(read, 0);
  text.hyphenate = true;
  for (int i = 0; i < 3; ++i) static_cast<void>(shape(text, table, shipped_fonts(), diagnostics, &hyphenator));
  EXPECT_EQ(read, 1);
}

struct Hyphenated {
  std::shared_ptr<const ShapedText> shaped;
  std::vector<Line> lines;
  Breaks breaks;
};

Hyphenated set_hyphenated(StyledText text, double measure, Align align = Align::Justify) {
  Hyphenator hyphenator(shipped);
  const std::vector<TextStyle> table = styles();
  Diagnostics diagnostics;
  text.hyphenate = true;
  ParagraphStyle style;
  style.align = align;
  style.hyphenate = align == Align::Justify;
  Hyphenated set;
  set.shaped = shape(text, table, shipped_fonts(), diagnostics, &hyphenator);
  set.breaks = break_lines(*set.shaped, table, Length::from_pt(measure), style);
  set.lines = build_lines(*set.shaped, set.breaks, table, Length::from_pt(measure), style);
  return set;
}

const std::string kLong =
    "internationalization requirements notwithstanding, documentation administrators systematically underestimated "
    "responsibilities concerning infrastructure reorganization";

TEST(Hyphenate, AHyphenIsDrawnAndExtractsAsASoftHyphen) {
  const Hyphenated set = set_hyphenated(plain(kLong), 110);
  int hyphens = 0;
  std::string all;
  for (const Line& line : set.lines) {
    EXPECT_LE(line.width, Length::from_pt(110));
    std::string text = line_text(line);
    if (text.ends_with("\u00AD")) {
      ++hyphens;
      const font::GlyphRun& run = line.runs.back().run;
      const font::Glyph& glyph = run.glyphs.back();
      EXPECT_EQ(run.text.substr(glyph.begin, glyph.end - glyph.begin), "\u00AD");
      EXPECT_GT(glyph.advance, Length{});
      text.resize(text.size() - 2);
    }
    EXPECT_EQ(text.find("\u00AD"), std::string::npos);
    all += text;
  }
  EXPECT_GT(hyphens, 2);
  EXPECT_EQ(all, kLong);
}

TEST(Hyphenate, RaggedTextAndCodeAreNeverDivided) {
  for (const Line& line : set_hyphenated(plain(kLong), 110, Align::Left).lines) {
    EXPECT_EQ(line_text(line).find("\u00AD"), std::string::npos);
  }
  for (const Line& line : set_hyphenated(styled({{kLong, 3}}), 180).lines) {
    EXPECT_EQ(line_text(line).find("\u00AD"), std::string::npos);
  }
}

TEST(Hyphenate, AnUnbrokenWordKeepsItsKerningAndWidth) {
  for (const StyleId style : {StyleId{0}, StyleId{6}}) {
    Diagnostics diagnostics;
    const std::vector<TextStyle> table = styles();
    const auto whole = shape(styled({{kLong, style}}), table, shipped_fonts(), diagnostics);
    const Hyphenated divided = set_hyphenated(styled({{kLong, style}}), 5000);
    EXPECT_EQ(natural_width(*divided.shaped, table), natural_width(*whole, table));
  }
}

}  // namespace
}  // namespace broadside::text::test
