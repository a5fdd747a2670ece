// SPDX-License-Identifier: MIT
// Protrusion and expansion inside the breaker: demerits against LuaLaTeX + microtype's recorded ones, lines that fill
// their optical measure, advances that agree with the horizontal scale.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>

#include "shaping/json.h"
#include "support/paths.h"
#include "text/hyphenate.h"
#include "text/margins.h"
#include "unit/text/setting.h"

namespace broadside::text::test {
namespace {

using broadside::test::Json;

std::string shipped(const std::string& name) {
  std::ifstream file(broadside::test::source_dir() + "/hyphenation/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

ParagraphStyle fine(double protrusion = 1, double expansion = 0.02) {
  ParagraphStyle style;
  style.align = Align::Justify;
  style.hyphenate = true;
  style.avoid_runts = false;
  style.protrusion = protrusion;
  style.expansion = expansion;
  return style;
}

TEST(Microtype, DemeritsAtMostThoseOfLuaLatex) {
  const char* named = std::getenv("TEX_LINEBREAKS");
  const std::string folder = named != nullptr ? named : broadside::test::source_dir() + "/tests/data/tex-linebreaks";
  Hyphenator hyphenator(shipped, Capitals::Divide);
  std::map<std::string, std::shared_ptr<const ShapedText>> shaped;
  std::ifstream paragraphs(folder + "/paragraphs.jsonl"), cases(folder + "/cases.jsonl");
  for (std::string line; std::getline(paragraphs, line);) {
    const Json entry = Json::parse(line);
    if (!entry.has("text")) continue;
    StyledText text = styled({{entry["text"].string(), 6}}, "en-US");
    text.hyphenate = true;
    Diagnostics diagnostics;
    shaped[entry["p"].string()] = shape(text, styles(), shipped_fonts(), diagnostics, &hyphenator);
  }
  struct Sum {
    int cases = 0, overfull = 0, our_lines = 0, their_lines = 0;
    double ours = 0, theirs = 0;
  };
  std::map<int, Sum> sums;  // by measure
  Sum all;
  for (std::string line; std::getline(cases, line);) {
    const Json entry = Json::parse(line);
    if (entry.has("params") || entry["set"].string() != "microtype/emergency") continue;
    if (entry["font"].string() != "ebgaramond") continue;
    const std::vector<TextStyle> table = styles(static_cast<double>(entry["size"].integer()));
    const int width = static_cast<int>(entry["width"].integer());
    const Breaks breaks = break_lines(*shaped.at(entry["p"].string()), table, Length::from_pt(width), fine());
    for (Sum* sum : {&sums[width], &all}) {
      if (entry.has("overfull") || breaks.overfull) {
        ++sum->overfull;
        continue;
      }
      ++sum->cases;
      sum->ours += breaks.demerits;
      sum->theirs += static_cast<double>((entry.has("sum") ? entry["sum"] : entry["demerits"]).integer());
      sum->our_lines += static_cast<int>(breaks.line_count());
      sum->their_lines += static_cast<int>(entry["n"].integer());
    }
  }
  sums[0] = all;
  for (const auto& [width, sum] : sums) {
    std::cout << (width == 0 ? "all" : std::to_string(width) + " pt") << ": demerits " << std::fixed
              << std::setprecision(0) << sum.ours << ", microtype " << sum.theirs << ", ratio " << std::setprecision(3)
              << sum.ours / sum.theirs << "; lines " << sum.our_lines << ", microtype " << sum.their_lines << "; cases "
              << sum.cases << ", overfull " << sum.overfull << '\n';
  }
  EXPECT_GE(all.cases, 130);
  EXPECT_LE(all.ours, 1.05 * all.theirs);
  EXPECT_LE(all.our_lines, all.their_lines * 101 / 100);
}

const std::string kProse =
    "Designed and implemented a \u201Cdistributed training framework\u201D for large language models, improving "
    "throughput by up to 700% on 1,024 accelerators; the team\u2019s tooling \u2014 profiling, scheduling, fault "
    "recovery \u2014 is used by every group that trains models with more than ten billion parameters.";

struct Fine {
  std::shared_ptr<const ShapedText> shaped;
  std::vector<Line> lines;
};

Fine set_fine(StyledText text, double measure, const ParagraphStyle& style, bool divide = false,
              const std::vector<TextStyle>& table = styles()) {
  static Hyphenator hyphenator(shipped);
  text.hyphenate = divide;
  Fine set;
  Diagnostics diagnostics;
  set.shaped = shape(text, table, shipped_fonts(), diagnostics, &hyphenator);
  const Breaks breaks = break_lines(*set.shaped, table, Length::from_pt(measure), style);
  set.lines = build_lines(*set.shaped, breaks, table, Length::from_pt(measure), style);
  return set;
}

/// Thousandths of an em that the edges of a line may hang, for the signs at its ends.
Length hang_of(const font::GlyphRun& run, bool left) {
  const std::size_t used = run.text.find_last_not_of(' ') + 1;
  const auto glyph = left ? run.glyphs.begin()
                          : std::find_if(run.glyphs.begin(), run.glyphs.end(),
                                         [&](const font::Glyph& one) { return one.end >= used; });
  const std::string cluster = run.text.substr(glyph->begin, glyph->end - glyph->begin);
  std::size_t at = 0;
  char32_t c = 0;
  for (; at < cluster.size(); at += decode_utf8_lossy(cluster, at).size) {
    c = decode_utf8_lossy(cluster, at).code_point;
    if (left) break;
  }
  const font::Face& face = shipped_fonts().face(run.face);
  const Length advance = scale(run.size, static_cast<double>(face.advance(glyph->id)) / face.metrics().units_per_em);
  return scale(advance, (left ? overhang(c).left : overhang(c).right) / 1000.0);
}

TEST(Microtype, LinesFillTheOpticalMeasure) {
  int hanging = 0;
  for (const double measure : {220.0, 240.0, 260.0, 280.0, 300.0}) {
    const Fine set = set_fine(plain(kProse), measure, fine(), true);
    for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
      const Line& line = set.lines[i];
      const Length left = hang_of(line.runs.front().run, true), right = hang_of(line.runs.back().run, false);
      EXPECT_NEAR(line.runs.front().x.pt(), -left.pt(), 0.001);
      EXPECT_NEAR(line.width.pt(), measure + left.pt() + right.pt(), 0.001) << line_text(line);
      hanging += left > Length{} || right > Length{} ? 1 : 0;
    }
  }
  EXPECT_GT(hanging, 5);
}

TEST(Microtype, ExpansionStaysInItsRangeAndInTheAdvances) {
  // Advances by byte of the text, from a measure that holds all in one line.
  std::map<std::uint32_t, Length> natural;
  const Fine one_line = set_fine(plain(kProse), 5000, fine());
  ASSERT_EQ(one_line.lines.size(), 1U);
  for (const LineRun& run : one_line.lines.front().runs) {
    EXPECT_EQ(run.run.expansion, 1.0);
    for (const font::Glyph& glyph : run.run.glyphs) natural[run.text_begin + glyph.begin] = glyph.advance;
  }
  int expanded = 0;
  for (const double measure : {180.0, 220.0, 260.0, 300.0}) {
    for (const Line& line : set_fine(plain(kProse), measure, fine()).lines) {
      for (const LineRun& run : line.runs) {
        EXPECT_GE(run.run.expansion, 0.98);
        EXPECT_LE(run.run.expansion, 1.02);
        expanded += run.run.expansion != 1.0 ? 1 : 0;
        for (const font::Glyph& glyph : run.run.glyphs) {
          if (run.run.text[glyph.begin] == ' ') continue;
          const Length expected = scale(natural.at(run.text_begin + glyph.begin), run.run.expansion);
          EXPECT_NEAR(glyph.advance.pt(), expected.pt(), 0.0001);
        }
      }
    }
  }
  EXPECT_GT(expanded, 8);
}

TEST(Microtype, AFaceMayHangOtherwiseAndKeepItsWidth) {
  std::vector<TextStyle> own = styles();
  own[0].elastic = false;
  own[0].hangs = {{U',', 0, 0}, {U'-', -1, 0}, {U'.', 0, 0}};
  int hung = 0;
  for (const double measure : {220.0, 240.0, 260.0, 280.0, 300.0}) {
    for (const Line& line : set_fine(plain(kProse), measure, fine(), false, own).lines) {
      for (const LineRun& run : line.runs) EXPECT_EQ(run.run.expansion, 1.0);
      const font::GlyphRun& last = line.runs.back().run;
      const std::size_t end = last.text.find_last_not_of(' ');
      if (last.text[end] != ',' && last.text[end] != '.') continue;
      EXPECT_LE((line.runs.front().x + line.width).pt(), measure + 0.001) << line_text(line);
      ++hung;
    }
  }
  EXPECT_GT(hung, 3);
}

TEST(Microtype, SpacesAreMoreEvenThanWithout) {
  const auto spread = [](const ParagraphStyle& style) {
    double worst = 0;
    for (const double measure : {180.0, 200.0, 220.0, 240.0, 260.0, 280.0}) {
      const Fine set = set_fine(plain(kProse), measure, style);
      for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
        for (const LineRun& run : set.lines[i].runs) {
          for (const font::Glyph& glyph : run.run.glyphs) {
            if (run.run.text[glyph.begin] == ' ') worst = std::max(worst, glyph.advance.pt());
          }
        }
      }
    }
    return worst;
  };
  EXPECT_LT(spread(fine()), spread(fine(0, 0)));
}

TEST(Microtype, CodeAndRaggedTextKeepTheirShape) {
  for (const Line& line : set_fine(styled({{kProse, 3}}), 260, fine()).lines) {
    for (const LineRun& run : line.runs) EXPECT_EQ(run.run.expansion, 1.0);
    if (!line.runs.empty()) {
      EXPECT_EQ(line.runs.front().x, Length{});
    }
  }
  ParagraphStyle ragged = fine();
  ragged.align = Align::Left;
  for (const Line& line : set_fine(plain(kProse), 260, ragged).lines) {
    for (const LineRun& run : line.runs) EXPECT_EQ(run.run.expansion, 1.0);
    EXPECT_LE(line.runs.front().x, Length{});
    EXPECT_LE(line.runs.front().x + line.width, Length::from_pt(260));
  }
}

TEST(Microtype, RaggedTextHangsOutOfItsEvenEdgeOnly) {
  const auto first_x = [](const std::string& text, Align align, double protrusion) {
    ParagraphStyle style = fine(protrusion);
    style.align = align;
    return set_fine(plain(text), 260, style).lines.front().runs.front().x.pt();
  };
  // A twentieth of the letter, three tenths of the quote; figures, signs and other letters stay in line.
  EXPECT_LT(first_x("Tools", Align::Left, 1), -0.2);
  EXPECT_GT(first_x("Tools", Align::Left, 1), -0.5);
  EXPECT_LT(first_x("\u201CTools\u201D", Align::Left, 1), -0.9);
  for (const char* text : {"Design", "2020", "417", "+44 20", "*note"})
    EXPECT_EQ(first_x(text, Align::Left, 1), 0) << text;
  EXPECT_EQ(first_x("Tools", Align::Left, 0), 0);
  // Where the other edge, or none, is the even one, nothing moves.
  EXPECT_EQ(first_x("Tools", Align::Right, 1), first_x("Tools", Align::Right, 0));
  EXPECT_EQ(first_x("Tools", Align::Center, 1), first_x("Tools", Align::Center, 0));
  ParagraphStyle ragged = fine();
  ragged.align = Align::Left;
  EXPECT_EQ(set_fine(styled({{"Tools", 3}}), 260, ragged).lines.front().runs.front().x, Length{});
}

}  // namespace
}  // namespace broadside::text::test
