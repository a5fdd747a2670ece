// SPDX-License-Identifier: MIT
#include <vector>

#include "check_pdf.h"
#include "targets.h"
#include "text/paragraph.h"

namespace broadside::fuzz {
namespace {

constexpr std::string_view kText = "AVA Tofu, office 2024: (ffi) é ä ﬁ א العربية नमस्ते 履歴書";

}  // namespace

void font(std::string_view bytes) {
  const auto face = font::Face::load(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
  if (!face) return;
  font::Library fonts;
  fonts.add(face);
  std::vector<text::TextStyle> styles(1);
  styles[0].font = {face->family(), face->weight(), face->italic(), "smcp,onum"};
  styles[0].size = Length::from_pt(11);
  text::StyledText styled;
  styled.text = kText;
  styled.spans.push_back({0, static_cast<std::uint32_t>(kText.size()), 0, -1, false, {}});

  Diagnostics diagnostics;
  const auto shaped = text::shape(styled, styles, fonts, diagnostics);
  text::ParagraphStyle style;
  style.align = text::Align::Justify;
  style.protrusion = 1;
  const Length measure = Length::from_pt(90);
  const text::Breaks breaks = text::break_lines(*shaped, styles, measure, style);

  display::DisplayList list;
  list.info.title = "Font";
  list.tags.push_back({display::TagKind::Document, -1, "", "", "", "", {}});
  list.tags.push_back({display::TagKind::Paragraph, 0, "", "", "", "", {}});
  list.pages.emplace_back();
  list.pages[0].size = {Length::from_pt(200), Length::from_pt(500)};
  Length y = Length::from_pt(40);
  for (text::Line& line : text::build_lines(*shaped, breaks, styles, measure, style)) {
    for (text::LineRun& run : line.runs)
      list.pages[0].commands.emplace_back(display::DrawGlyphs{{Length::from_pt(20) + run.x, y}, std::move(run.run), 1});
    y += Length::from_pt(14);
  }
  check_written(list, fonts, diagnostics);
}

}  // namespace broadside::fuzz
