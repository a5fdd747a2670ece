// SPDX-License-Identifier: MIT
#include "flow/curl_quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pipeline.h"

namespace broadside::flow {
namespace {

std::string curled(const std::string& text, const std::string& locale = "en") {
  resume::RichText rich;
  rich.text = text;
  return curl_quotes(rich, locale).text;
}

TEST(CurlQuotes, InTheLocalesMarks) {
  const std::string said = "He said \"yes\" twice";
  EXPECT_EQ(curled(said, "en-US"), "He said “yes” twice");
  EXPECT_EQ(curled(said, "de-DE"), "He said „yes“ twice");
  EXPECT_EQ(curled(said, "fr-FR"), "He said «\u202Fyes\u202F» twice");
  EXPECT_EQ(curled(said, "es"), "He said «yes» twice");
  EXPECT_EQ(curled(said, "it"), "He said «yes» twice");
  EXPECT_EQ(curled(said, "pt"), "He said “yes” twice");
  EXPECT_EQ(curled(said, "nl"), "He said ‘yes’ twice");
  EXPECT_EQ(curled(said, "pl"), "He said „yes” twice");
  EXPECT_EQ(curled(said, "ru"), "He said «yes» twice");
  EXPECT_EQ(curled(said, "zh-CN"), "He said “yes” twice");
  EXPECT_EQ(curled(said, "ja"), "He said 「yes」 twice");
  EXPECT_EQ(curled(said, "ko"), "He said “yes” twice");
  EXPECT_EQ(curled(said, "ar"), "He said ”yes“ twice");
  EXPECT_EQ(curled(said, "hi"), "He said “yes” twice");
}

TEST(CurlQuotes, ApostrophesAndQuotesInside) {
  EXPECT_EQ(curled("the team's engine, the '90s, rock 'n' roll"), "the team’s engine, the ’90s, rock ‘n’ roll");
  EXPECT_EQ(curled("\"the 'best' of '24\""), "“the ‘best’ of ’24”");
  EXPECT_EQ(curled("(\"a\") and -\"b\""), "(“a”) and -\"b\"");
}

TEST(CurlQuotes, FeetAndInchesStay) {
  EXPECT_EQ(curled("5'10\" tall"), "5'10\" tall");
  EXPECT_EQ(curled("a 15\" screen"), "a 15\" screen");
}

TEST(CurlQuotes, MarksMoveAlongAndCodeStays) {
  resume::RichText rich;
  rich.text = "a \"b\" c \"d\" e";
  rich.marks = {{2, 5, resume::kBold, -1}, {8, 11, resume::kCode, -1}, {12, 13, resume::kItalic, -1}};
  const resume::RichText out = curl_quotes(rich, "en");
  EXPECT_EQ(out.text, "a “b” c \"d\" e");
  ASSERT_EQ(out.marks.size(), 3U);
  const auto marked = [&out](std::size_t i) {
    return out.text.substr(out.marks[i].begin, out.marks[i].end - out.marks[i].begin);
  };
  EXPECT_EQ(marked(0), "“b”");
  EXPECT_EQ(marked(1), "\"d\"");
  EXPECT_EQ(marked(2), "e");
}

class TextRules : public testing::Test, protected test::Pipeline {
 protected:
  std::string said(const std::string& rules) {
    const auto resume = read_resume(
        "person: {name: A}\nsections:\n  - title: S\n    entries: [{title: 'a \"b\"', start: 2020-01, end: "
        "2021-02}]\n");
    const auto spec = read_layout(rules + "blocks: {entry: {rows: [\"{title} {date}\"]}}\n");
    std::string out;
    EXPECT_TRUE(resume && spec);
    if (!resume || !spec) return out;
    const display::DisplayList list = lay_out(*resume, *spec);
    for (const display::Command& command : list.pages[0].commands) {
      if (const auto* text = std::get_if<display::DrawGlyphs>(&command)) {
        out += text->run.text;
        for (const font::Glyph& glyph : text->run.glyphs) {
          EXPECT_LE(glyph.begin, glyph.end);
          EXPECT_LE(glyph.end, text->run.text.size());
        }
      }
    }
    return out;
  }
};

TEST_F(TextRules, AsTypedUnlessTheLayoutSaysOtherwise) {
  EXPECT_THAT(said(""), testing::HasSubstr("a \"b\" Jan 2020 – Feb 2021"));
  EXPECT_THAT(said("text: {quotes: curly}\n"), testing::HasSubstr("a “b” Jan 2020 – Feb 2021"));
  EXPECT_THAT(said("text: {ascii-dashes: true}\n"), testing::HasSubstr("a \"b\" Jan 2020 - Feb 2021"));
}

}  // namespace
}  // namespace broadside::flow
