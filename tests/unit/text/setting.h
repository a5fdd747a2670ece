// SPDX-License-Identifier: MIT
// What the tests of this room share: the shipped fonts, and paragraphs made from marked-up strings.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "font/library.h"
#include "support/paths.h"
#include "text/paragraph.h"

namespace broadside::text::test {

inline const font::Library& shipped_fonts() {
  static const font::Library* library = [] {
    auto* made = new font::Library;
    made->add_folder(broadside::test::source_dir() + "/fonts");
    return made;
  }();
  return *library;
}

/// Style 0 regular, 1 bold, 2 italic, 3 code, 4 small, 5 spaced, 6 CFF.
inline std::vector<TextStyle> styles(double size = 10) {
  const auto style = [&](const char* family, int weight, bool italic, double points, double spacing) {
    TextStyle made;
    made.font.family = family;
    made.font.weight = weight;
    made.font.italic = italic;
    made.size = Length::from_pt(points);
    made.letter_spacing = spacing;
    return made;
  };
  return {style("Source Serif 4", 400, false, size, 0),       style("Source Serif 4", 700, false, size, 0),
          style("Source Serif 4", 400, true, size, 0),        style("Source Code Pro", 400, false, size * 0.9, 0),
          style("Source Serif 4", 400, false, size * 0.7, 0), style("Source Sans 3", 600, false, size, 0.02),
          style("EB Garamond", 400, false, size, 0)};
}

using Piece = std::pair<std::string, StyleId>;

inline StyledText styled(const std::vector<Piece>& pieces, std::string language = "en") {
  StyledText text;
  text.language = std::move(language);
  for (const auto& [part, style] : pieces) {
    StyledSpan span;
    span.begin = static_cast<std::uint32_t>(text.text.size());
    text.text += part;
    span.end = static_cast<std::uint32_t>(text.text.size());
    span.style = style;
    span.source = {1, span.begin, span.end};
    text.spans.push_back(span);
  }
  return text;
}

inline StyledText plain(std::string text, std::string language = "en") {
  return styled({{std::move(text), 0}}, std::move(language));
}

struct SetText {
  std::shared_ptr<const ShapedText> shaped;
  Breaks breaks;
  std::vector<Line> lines;
  Diagnostics diagnostics;
};

inline SetText set(const StyledText& text, double measure, Align align = Align::Left, double size = 10) {
  SetText result;
  const std::vector<TextStyle> table = styles(size);
  ParagraphStyle style;
  style.align = align;
  result.shaped = shape(text, table, shipped_fonts(), result.diagnostics);
  result.breaks = break_lines(*result.shaped, table, Length::from_pt(measure), style);
  result.lines = build_lines(*result.shaped, result.breaks, table, Length::from_pt(measure), style);
  return result;
}

/// The text of a line's runs in the order of the text.
inline std::string line_text(const Line& line) {
  std::vector<const LineRun*> runs;
  for (const LineRun& run : line.runs) runs.push_back(&run);
  std::sort(runs.begin(), runs.end(), [](const LineRun* a, const LineRun* b) { return a->text_begin < b->text_begin; });
  std::string text;
  for (const LineRun* run : runs) text += run->run.text;
  return text;
}

inline std::vector<std::string> line_texts(const SetText& text) {
  std::vector<std::string> lines;
  for (const Line& line : text.lines) lines.push_back(line_text(line));
  return lines;
}

inline std::string joined(const SetText& text) {
  std::string all;
  for (const Line& line : text.lines) all += line_text(line);
  return all;
}

}  // namespace broadside::text::test
