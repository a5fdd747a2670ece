// SPDX-License-Identifier: MIT
// From styled text to lines: nothing is lost, nothing leaves the measure, spaces stay with their words.
#include "text/paragraph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "unit/text/setting.h"

namespace broadside::text::test {
namespace {

using ::testing::ElementsAre;

const std::string kProse =
    "Designed and implemented a distributed training framework for large language models, improving throughput by up "
    "to 700% on 1,024 accelerators; the team\u2019s tooling \u2014 profiling, scheduling and fault recovery \u2014 is "
    "used by every group that trains models with more than ten billion parameters.";

/// Every glyph's cluster lies in its run's text, every run's width is the sum of its glyphs, no line is too wide.
void expect_sound(const SetText& text, double measure) {
  for (const Line& line : text.lines) {
    Length sum;
    for (const LineRun& run : line.runs) {
      EXPECT_FALSE(run.run.glyphs.empty());
      sum += run.run.width();
      for (const font::Glyph& glyph : run.run.glyphs) {
        EXPECT_LT(glyph.begin, glyph.end);
        EXPECT_LE(glyph.end, run.run.text.size());
      }
    }
    EXPECT_EQ(sum, line.width);
    EXPECT_LE(line.width, Length::from_pt(measure));
  }
}

TEST(Paragraph, LinesRejoinedEqualTheInput) {
  for (const Align align : {Align::Left, Align::Justify, Align::Center, Align::Right}) {
    for (const double measure : {75.0, 120.0, 200.0, 333.3, 470.0}) {
      const SetText text = set(plain(kProse), measure, align);
      EXPECT_EQ(joined(text), kProse);
      EXPECT_FALSE(text.breaks.overfull);
      EXPECT_EQ(text.breaks.line_count(), text.lines.size());
      expect_sound(text, measure);
    }
  }
}

TEST(Paragraph, ShortTextIsOneLineOfItsNaturalWidth) {
  const SetText text = set(plain("Deep Learning Engineer"), 400);
  ASSERT_EQ(text.lines.size(), 1U);
  EXPECT_EQ(text.lines[0].width, natural_width(*text.shaped, styles()));
  EXPECT_EQ(text.lines[0].runs[0].x, Length{});
}

TEST(Paragraph, EmptyTextIsOneEmptyLine) {
  const SetText text = set(plain(""), 100);
  ASSERT_EQ(text.lines.size(), 1U);
  EXPECT_TRUE(text.lines[0].runs.empty());
  EXPECT_EQ(text.lines[0].width, Length{});
}

TEST(Paragraph, AlignmentMovesTheLine) {
  const Length natural = set(plain("Berlin"), 200).lines[0].width;
  const Length measure = Length::from_pt(200);
  EXPECT_EQ(set(plain("Berlin"), 200, Align::Right).lines[0].runs[0].x, measure - natural);
  EXPECT_EQ(set(plain("Berlin"), 200, Align::Center).lines[0].runs[0].x, (measure - natural) / 2);
}

TEST(Paragraph, JustifiedLinesFillTheMeasureExactly) {
  const SetText text = set(plain(kProse), 250, Align::Justify);
  ASSERT_GT(text.lines.size(), 3U);
  for (std::size_t i = 0; i + 1 < text.lines.size(); ++i) EXPECT_EQ(text.lines[i].width, Length::from_pt(250));
  EXPECT_LT(text.lines.back().width, Length::from_pt(250));
}

TEST(Paragraph, SpaceAtTheBreakIsKeptWithoutWidth) {
  const SetText text = set(plain(kProse), 200);
  for (std::size_t i = 0; i + 1 < text.lines.size(); ++i) {
    const font::GlyphRun& run = text.lines[i].runs.back().run;
    ASSERT_EQ(run.text.back(), ' ');
    EXPECT_EQ(run.glyphs.back().advance, Length{});
    EXPECT_EQ(run.glyphs.back().begin + 1, run.text.size());
  }
}

TEST(Paragraph, SpaceAtAStyleChangeBelongsToTheWordBefore) {
  const SetText text = set(styled({{"Ranked", 1}, {" first of ", 0}, {"400", 1}}), 300);
  ASSERT_EQ(text.lines[0].runs.size(), 3U);
  EXPECT_EQ(text.lines[0].runs[0].run.text, "Ranked ");
  EXPECT_EQ(text.lines[0].runs[1].run.text, "first of ");
  EXPECT_EQ(text.lines[0].runs[2].run.text, "400");
  EXPECT_EQ(text.lines[0].runs[0].span.style, 1);
  EXPECT_EQ(text.lines[0].runs[2].text_begin, 16U);
  EXPECT_EQ(text.lines[0].runs[0].run.span, (Span{1, 0, 6}));
}

TEST(Paragraph, StyleChangeInsideAWordIsNoBreak) {
  const SetText text = set(styled({{"un", 0}, {"believ", 1}, {"able", 2}, {" thing", 0}}), 66);
  EXPECT_THAT(line_texts(text), ElementsAre("unbelievable ", "thing"));
}

TEST(Paragraph, LigatureIsOneGlyphOfItsLetters) {
  const SetText text = set(plain("office"), 300);
  const font::GlyphRun& run = text.lines[0].runs[0].run;
  ASSERT_EQ(run.glyphs.size(), 4U);
  EXPECT_EQ(run.text.substr(run.glyphs[1].begin, run.glyphs[1].end - run.glyphs[1].begin), "ffi");
  // Letter spacing takes ligatures apart.
  std::vector<TextStyle> table = styles();
  table[0].letter_spacing = 0.03;
  Diagnostics diagnostics;
  const auto shaped = shape(plain("office"), table, shipped_fonts(), diagnostics);
  const auto lines =
      build_lines(*shaped, break_lines(*shaped, table, Length::from_pt(300), {}), table, Length::from_pt(300), {});
  EXPECT_EQ(lines[0].runs[0].run.glyphs.size(), 6U);
}

TEST(Paragraph, WordsAreShapedByThemselves) {
  // The width of a phrase is the sum of its words and spaces: no kerning across the space.
  const auto width = [](const std::string& text) {
    Diagnostics diagnostics;
    return natural_width(*shape(styled({{text, 6}}), styles(), shipped_fonts(), diagnostics), styles());
  };
  const Length space = width("a a") - width("a") * 2;
  EXPECT_EQ(width("To Yale Avenue, T. V. Young"),
            width("To") + width("Yale") + width("Avenue,") + width("T.") + width("V.") + width("Young") + space * 5);
}

TEST(Paragraph, ForcedLineBreaks) {
  for (const char* text : {"one two\nthree", "one two\u2028three", "one two\r\nthree", "one two \nthree\n"}) {
    const SetText set_text = set(plain(text), 300, Align::Justify);
    ASSERT_EQ(set_text.lines.size(), 2U) << text;
    EXPECT_EQ(line_text(set_text.lines[1]).substr(0, 5), "three");
    EXPECT_LT(set_text.lines[0].width, Length::from_pt(100)) << "a forced line is not justified";
    EXPECT_EQ(line_text(set_text.lines[0]).back(), ' ') << "extraction must not join the words";
  }
  EXPECT_EQ(set(plain("one\n\nthree"), 300).lines.size(), 3U);
}

TEST(Paragraph, AWordWiderThanTheMeasureIsBrokenByForce) {
  const std::string word = "Donaudampfschifffahrtselektrizit\u00E4tenhauptbetriebswerkbauunterbeamtengesellschaft";
  const SetText text = set(plain("The " + word + " of 1946"), 80);
  EXPECT_TRUE(text.breaks.overfull);
  EXPECT_EQ(joined(text), "The " + word + " of 1946");
  expect_sound(text, 80);
  // Nothing fits: one character a line.
  const SetText narrow = set(plain("abc"), 1);
  EXPECT_THAT(line_texts(narrow), ElementsAre("a", "b", "c"));
}

TEST(Paragraph, AddressesBreakWithoutAHyphen) {
  const SetText text = set(plain("See https://github.com/yewentao256/pytorch_profiling-notes/tree/main"), 150);
  EXPECT_EQ(joined(text), "See https://github.com/yewentao256/pytorch_profiling-notes/tree/main");
  EXPECT_FALSE(text.breaks.overfull);
  EXPECT_GT(text.lines.size(), 1U);
  expect_sound(text, 150);
}

TEST(Paragraph, WhatBelongsTogetherIsDividedWhereAnAddressReadsWell) {
  const auto lines = [](const std::string& contact, double measure) {
    StyledText text = plain(contact);
    for (StyledSpan& span : text.spans) span.together = true;
    const SetText result = set(text, measure);
    EXPECT_EQ(joined(result), contact);
    expect_sound(result, measure);
    return line_texts(result);
  };
  EXPECT_THAT(lines("linkedin.com/in/ines-carvalho-example", 120),
              ElementsAre("linkedin.com/in/", "ines-carvalho-example"));
  EXPECT_THAT(lines("ines-maria-carvalho-example", 100), ElementsAre("ines-maria-carvalho-", "example"));
  // Not a "com" alone.
  EXPECT_THAT(lines("friederike@hohenwald.example.com", 145), ElementsAre("friederike@hohenwald.", "example.com"));
  EXPECT_THAT(lines("firstname.lastname@department.example.org", 135),
              ElementsAre("firstname.lastname", "@department.example.org"));
  // Nothing to hold on to, or only at the very start of the line: as much as fits.
  EXPECT_GT(lines("a/bcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", 100).front().size(), 4U);
}

TEST(Paragraph, TheSpacesBesideCodeAreThoseOfTheText) {
  const SetText text = set(styled({{"with ", 0}, {"code x", 3}, {" and more", 0}}), 300);
  std::vector<std::string> runs;
  for (const LineRun& run : text.lines[0].runs) runs.push_back(run.run.text);
  EXPECT_THAT(runs, ElementsAre("with ", "code x", " and more"));
  EXPECT_EQ(text.lines[0].runs[2].run.glyphs[0].advance, text.lines[0].runs[0].run.glyphs[4].advance);
}

TEST(Paragraph, ADotBetweenTwoThingsIsGoneWhereTheLineEnds) {
  const auto contacts = [](Align align, double measure) {
    StyledText text =
        styled({{"ada@example.org", 0}, {"  ·  ", 0}, {"+44 20 5550 142", 0}, {"  ·  ", 0}, {"London", 0}});
    for (std::size_t i = 0; i < text.spans.size(); ++i)
      (i % 2 == 0 ? text.spans[i].together : text.spans[i].separator) = true;
    return set(text, measure, align);
  };
  EXPECT_THAT(line_texts(contacts(Align::Left, 300)), ElementsAre("ada@example.org  ·  +44 20 5550 142  ·  London"));
  for (const Align align : {Align::Left, Align::Right, Align::Center, Align::Justify}) {
    const SetText two = contacts(align, 160);
    EXPECT_THAT(line_texts(two), ElementsAre("ada@example.org  ", "+44 20 5550 142  ·  London"));
    EXPECT_EQ(two.breaks.overfull, false);
    // The spaces that stay for programs that read the text have no width.
    if (align == Align::Right) {
      EXPECT_NEAR((two.lines[0].runs[0].x + two.lines[0].width).pt(), 160, 1e-3);
    }
  }
  // The dot needs no room of its own.
  const double room = set(plain("ada@example.org"), 300).lines[0].width.pt() + 0.01;
  EXPECT_EQ(line_texts(contacts(Align::Left, room)).size(), 3U);
}

TEST(Paragraph, MissingCharactersAreReportedAndKeepTheirPlace) {
  const SetText text = set(plain("ok \U0001F3C6 \U0001F3C6 fine"), 300);
  ASSERT_EQ(text.diagnostics.list().size(), 1U);
  const Diagnostic& diagnostic = text.diagnostics.list()[0];
  EXPECT_EQ(diagnostic.code, "text-missing-glyph");
  EXPECT_EQ(diagnostic.severity, Severity::Warning);
  EXPECT_EQ(diagnostic.span, (Span{1, 0, 17}));
  EXPECT_NE(diagnostic.message.find("U+1F3C6"), std::string::npos);
  const auto& runs = text.lines[0].runs;
  ASSERT_EQ(runs.size(), 5U);
  EXPECT_EQ(runs[1].run.face, font::kNoFace);
  EXPECT_EQ(runs[1].run.glyphs.size(), 1U);
  EXPECT_EQ(runs[1].run.glyphs[0].id, 0U);
  EXPECT_EQ(runs[1].run.width(), Length::from_pt(6));
  EXPECT_EQ(joined(text), "ok \U0001F3C6 \U0001F3C6 fine");
}

TEST(Paragraph, LetterSpacingIsAddedToEveryCluster) {
  std::vector<TextStyle> table = styles();
  Diagnostics diagnostics;
  const auto shaped = shape(styled({{"abcdef", 5}}), table, shipped_fonts(), diagnostics);
  const Length spaced = natural_width(*shaped, table);
  table[5].letter_spacing = 0;
  EXPECT_EQ(spaced, natural_width(*shaped, table) + Length::from_pt(0.2) * 6);
}

TEST(Paragraph, TheSameShapesServeEverySize) {
  Diagnostics diagnostics;
  const auto shaped = shape(plain(kProse), styles(10), shipped_fonts(), diagnostics);
  const SetText fresh = set(plain(kProse), 250, Align::Justify, 8.7);
  ParagraphStyle style;
  style.align = Align::Justify;
  EXPECT_EQ(break_lines(*shaped, styles(8.7), Length::from_pt(250), style).ends, fresh.breaks.ends);
}

TEST(Paragraph, RuntsAreAvoidedWhereThatCostsNoLine) {
  Diagnostics diagnostics;
  const auto table = styles();
  const auto shaped = shape(plain(kProse), table, shipped_fonts(), diagnostics);
  int runts_before = 0, runts_after = 0;
  for (double measure = 120; measure < 420; measure += 1) {
    const Length width = Length::from_pt(measure);
    ParagraphStyle with, without;
    without.avoid_runts = false;
    const Breaks a = break_lines(*shaped, table, width, without);
    const Breaks b = break_lines(*shaped, table, width, with);
    EXPECT_LE(b.line_count(), a.line_count());
    const auto last = [&](const Breaks& breaks) {
      return build_lines(*shaped, breaks, table, width, with).back().width;
    };
    if (last(a) < width / 3) ++runts_before;
    if (last(b) < width / 3) ++runts_after;
    EXPECT_GE(last(b), min(last(a), width / 3));
  }
  EXPECT_GT(runts_before, 60);
  EXPECT_LT(runts_after, runts_before / 3);
}

TEST(Paragraph, ALineThatCannotBeFullIsAsFullAsItCanBe) {
  // The last word is so long that the first line stays short whatever is done; nothing more is given up for the runt.
  const std::string text = "Software Copyright of the program named ahead (2022SR0021854-2022SR0021855-2022SR0021856).";
  const Length word = natural_width(*set(plain(text.substr(text.find('('))), 900).shaped, styles());
  const Length whole = natural_width(*set(plain(text), 900).shaped, styles());
  const SetText lines = set(plain(text), (whole - word).pt() + 0.7 * word.pt());
  ASSERT_EQ(lines.lines.size(), 2U);
  EXPECT_THAT(lines.lines[0].runs.back().run.text, ::testing::EndsWith("ahead "));
}

TEST(Paragraph, WhatBelongsTogetherGoesToTheNextLineWhole) {
  StyledText text = plain("ada@example.org, github.com/ada-lovelace-king and more");
  text.spans[0].end = 17;
  text.spans.push_back(text.spans[0]);
  text.spans[1].begin = 17;
  text.spans[1].end = 45;
  text.spans[1].together = true;
  text.spans.push_back(text.spans[0]);
  text.spans[2].begin = 45;
  text.spans[2].end = static_cast<std::uint32_t>(text.text.size());
  for (const double measure : {150.0, 170.0, 190.0, 210.0}) {
    for (const Line& line : set(text, measure).lines) {
      std::string shown;
      for (const LineRun& run : line.runs) shown += run.run.text;
      EXPECT_EQ(shown.find("github") == std::string::npos, shown.find("king") == std::string::npos) << shown;
    }
  }
}

TEST(Paragraph, RandomTextKeepsEveryByteInsideTheMeasure) {
  std::mt19937 random(7);
  const std::vector<std::string> alphabet = {"a",       "b",      "fi",     "T",      "o",         "V",      " ",
                                             " ",       " ",      "-",      "\u2014", "/",         ".",      "\u00E9",
                                             "e\u0301", "\u00A0", "\u201C", "9",      ",",         "\u00AD", "\u4E2D",
                                             "\u05E9",  "\u05DC", "(",      ")",      "\U0001F3C6"};
  for (int round = 0; round < 300; ++round) {
    std::vector<Piece> pieces;
    std::string all;
    for (int p = 0; p < 4; ++p) {
      std::string part;
      for (int i = 0; i < 25; ++i) part += alphabet[random() % alphabet.size()];
      all += part;
      pieces.push_back({part, static_cast<StyleId>(random() % 7)});
    }
    const double measure = 30 + static_cast<double>(random() % 200);
    const SetText text = set(styled(pieces), measure, round % 2 == 0 ? Align::Justify : Align::Left);
    SCOPED_TRACE(all + " at " + std::to_string(measure));
    expect_sound(text, measure);
    // A soft hyphen that is not printed may be left out; all else is there, in order.
    std::string found = joined(text);
    for (std::string* s : {&found, &all}) {
      for (std::size_t at; (at = s->find("\u00AD")) != std::string::npos;) s->erase(at, 2);
    }
    EXPECT_EQ(found, all);
  }
}

TEST(Paragraph, RaggedTextKeepsTypedHyphensWholeWhereALittleShorterLineDoes) {
  const std::string text =
      "Maintained a well-known, state-of-the-art and self-hosted parser with cross-platform tests and tools for others";
  int divided = 0;
  for (double measure = 200; measure < 320; measure += 10) {
    for (const std::string& line : line_texts(set(plain(text), measure))) divided += line.ends_with('-') ? 1 : 0;
  }
  EXPECT_LE(divided, 2);
  // A line may end there all the same if the word is long, and says so.
  const SetText narrow = set(plain("state-of-the-art-of-the-art-of-the-art"), 80);
  ASSERT_GT(narrow.lines.size(), 2U);
  EXPECT_TRUE(narrow.lines[0].runs.back().run.ends_at_hyphen);
  EXPECT_FALSE(narrow.lines.back().runs.back().run.ends_at_hyphen);
  EXPECT_EQ(joined(narrow), "state-of-the-art-of-the-art-of-the-art");
}

TEST(Paragraph, AWordOfTenThousandLettersIsBrokenByForceInsideTheMeasure) {
  StyledText text = plain("see " + std::string(10'000, 'm') + " now");
  const SetText made = set(text, 200);
  EXPECT_GT(made.lines.size(), 300U);
  for (const Line& line : made.lines) EXPECT_LE(line.width, Length::from_pt(200));
  EXPECT_EQ(joined(made), text.text);
  const std::vector<Span> broken = broken_words(*made.shaped, made.breaks);
  ASSERT_EQ(broken.size(), 1U);
  EXPECT_EQ(broken[0].source, 1U);
  EXPECT_TRUE(broken_words(*set(plain("short words"), 20).shaped, set(plain("short words"), 200).breaks).empty());
}

}  // namespace
}  // namespace broadside::text::test
