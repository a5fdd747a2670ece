// SPDX-License-Identifier: MIT
// See measure.h.
#include "text/measure.h"

#include <algorithm>
#include <cmath>

namespace broadside::text {

Measurer::Measurer(const ShapedText& text, std::span<const TextStyle> styles) : text_(text) {
  scales_.reserve(text.looks.size());
  for (const Look& look : text.looks) {
    const TextStyle& style = styles[text.spans[look.span].style];
    Scale scale;
    scale.size = style.size.raw;
    if (!look.joined) scale.spacing = broadside::scale(style.size, style.letter_spacing).raw;
    scale.size_exact = static_cast<double>(scale.size);
    scale.units = look.units_per_em;
    scale.elastic = look.elastic && style.elastic;
    scale.hangs = style.hangs;
    scales_.push_back(scale);
  }
}

std::int64_t Measurer::distance(std::int32_t units, std::uint32_t look) const {
  // Length::ratio without the slow 64-bit division. Exact: the numerator is an integer below 2⁵³, and a quotient of
  // integers that is no integer is at least 1/units away from one, more than its rounding error.
  const Scale& scale = scales_[look];
  const double product = static_cast<double>(units) * scale.size_exact;
  const std::int64_t half_units = static_cast<std::int64_t>(scale.units) / 2;
  const auto half = static_cast<double>(half_units);
  return product < 0 ? -static_cast<std::int64_t>((half - product) / scale.units)
                     : static_cast<std::int64_t>((product + half) / scale.units);
}

std::int64_t Measurer::advance(const UnitGlyph& glyph, std::uint32_t look) const {
  return distance(glyph.advance, look) + (glyph.ends_cluster ? scales_[look].spacing : 0);
}

std::int64_t Measurer::width(GlyphRange glyphs, std::uint32_t look) const {
  std::int64_t sum = 0;
  for (std::uint32_t g = glyphs.begin; g < glyphs.end; ++g) sum += advance(text_.glyphs[g], look);
  return sum;
}

BreakItem Measurer::item(std::size_t index, bool rigid) const {
  const Item& from = text_.items[index];
  BreakItem item;
  item.kind = from.kind;
  item.hyphenation = from.hyphenation;
  item.penalty = from.penalty;
  if (from.kind == ItemKind::Penalty) return item;
  item.width = width(from.glyphs, from.look);
  item.elastic = from.kind != ItemKind::Glue && scales_[from.look].elastic;
  if (from.kind == ItemKind::Glue) {
    if (from.glyphs.empty()) item.width = distance(from.space, from.look);
    if (rigid || from.separator) return item;
    if (from.glyphs.empty()) {
      // Between ideographs: a fiftieth of an em, so that even at the most stretch that is ever allowed (see
      // build_lines.cpp) no program takes the gap for a space.
      item.stretch = scales_[from.look].size / 50;
      item.shrink = item.width / 2;
    } else {
      // A word space stretches by a half and shrinks by a third of its width, as TeX's text fonts do.
      item.stretch = (item.width + 1) / 2;
      item.shrink = (item.width + 1) / 3;
    }
  } else if (from.kind == ItemKind::Discretionary) {
    item.pre = width(from.pre, from.look);
    item.post = width(from.post, from.look);
  }
  return item;
}

std::int32_t thousandths(double expansion) {
  return static_cast<std::int32_t>(std::lround(std::clamp(expansion, 0.0, 0.05) * 1000));
}

Length em_of(const ShapedText& text, std::span<const TextStyle> styles) {
  return text.spans.empty() ? Length::from_pt(10) : styles[text.spans.front().style].size;
}

}  // namespace broadside::text
