// SPDX-License-Identifier: MIT
#include "flow/styles.h"

#include <algorithm>
#include <cmath>

#include "resume/rich_text.h"

namespace broadside::flow {

namespace {

std::int32_t thousandths(const std::optional<double>& share) {
  return share ? static_cast<std::int32_t>(std::lround(*share * 1000)) : -1;
}

/// The layout's list for one face, by sign; of two that name a sign, the first counts.
std::vector<text::SignHang> hangs(const layout::Style& style, bool italic) {
  std::vector<text::SignHang> out;
  for (const layout::Hang& hang : style.hangs) {
    if (hang.italic && *hang.italic != italic) continue;
    for (const char32_t sign : hang.signs) out.push_back({sign, thousandths(hang.left), thousandths(hang.right)});
  }
  const auto by_sign = [](const text::SignHang& a, const text::SignHang& b) { return a.sign < b.sign; };
  std::stable_sort(out.begin(), out.end(), by_sign);
  const auto same = [](const text::SignHang& a, const text::SignHang& b) { return a.sign == b.sign; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

}  // namespace

StyleTable style_table(const layout::Layout& layout) {
  StyleTable table;
  table.reserve(layout.styles.size() * kFlagCombinations);
  for (const layout::Style& style : layout.styles) {
    for (unsigned flags = 0; flags < kFlagCombinations; ++flags) {
      text::TextStyle& out = table.emplace_back();
      const bool code = (flags & resume::kCode) != 0;
      out.font.family = code && !style.mono_family.empty() ? style.mono_family : style.family;
      out.font.weight = (flags & resume::kBold) != 0 ? style.bold_weight : style.weight;
      out.font.italic = style.italic != ((flags & resume::kItalic) != 0);
      out.font.features = style.features;
      out.size = style.size;
      out.color = (flags & kLinkFlag) != 0 && style.link_color ? *style.link_color : style.color;
      out.letter_spacing = style.letter_spacing;
      out.elastic = style.expansion > 0;
      if (!code) out.hangs = hangs(style, out.font.italic);
    }
  }
  return table;
}

bool hyphenates(const layout::Style& style, std::optional<layout::Align> align) {
  return style.hyphenate && align.value_or(style.align) == layout::Align::Justify;
}

text::ParagraphStyle paragraph_style(const layout::Style& style, layout::Align align) {
  text::ParagraphStyle out;
  switch (align) {
    case layout::Align::Left:
      out.align = text::Align::Left;
      break;
    case layout::Align::Right:
      out.align = text::Align::Right;
      break;
    case layout::Align::Center:
      out.align = text::Align::Center;
      break;
    case layout::Align::Justify:
      out.align = text::Align::Justify;
      break;
  }
  out.hyphenate = hyphenates(style, align);
  out.protrusion = style.protrusion;
  out.expansion = style.expansion;
  return out;
}

}  // namespace broadside::flow
