// SPDX-License-Identifier: MIT
// Font units → lengths at the sizes of a table of styles. Comes in: ShapedText and styles. Goes out: advances of
// glyphs, widths of items. Each glyph is rounded by itself, so sums equal what is drawn.
#pragma once

#include <span>
#include <vector>

#include "text/break_items.h"
#include "text/paragraph.h"
#include "text/shaped_text.h"

namespace broadside::text {

class Measurer {
 public:
  Measurer(const ShapedText& text, std::span<const TextStyle> styles);

  /// Letter spacing included.
  [[nodiscard]] std::int64_t advance(const UnitGlyph& glyph, std::uint32_t look) const;
  [[nodiscard]] std::int64_t width(GlyphRange glyphs, std::uint32_t look) const;
  /// A distance in font units, without letter spacing.
  [[nodiscard]] std::int64_t distance(std::int32_t units, std::uint32_t look) const;
  [[nodiscard]] Length size(std::uint32_t look) const { return Length::from_raw(scales_[look].size); }

  /// May its letters be widened and narrowed?
  [[nodiscard]] bool elastic(std::uint32_t look) const { return scales_[look].elastic; }
  /// What its face says of signs at the edges.
  [[nodiscard]] std::span<const SignHang> hangs(std::uint32_t look) const { return scales_[look].hangs; }

  /// Item `index` with its widths; stretch and shrink of glue are 0 if `rigid`.
  [[nodiscard]] BreakItem item(std::size_t index, bool rigid) const;

 private:
  struct Scale {
    std::int64_t size = 0;     ///< scaled points
    std::int64_t spacing = 0;  ///< after each cluster
    double size_exact = 0;     ///< size and units per em as doubles, for division
    double units = 1;
    bool elastic = false;
    std::span<const SignHang> hangs;
  };
  const ShapedText& text_;
  std::vector<Scale> scales_;  ///< by look
};

/// ParagraphStyle::expansion as it is applied: 0 … 50.
std::int32_t thousandths(double expansion);

/// The size of the first letter: what "em" means for a paragraph. 10 pt for an empty text.
Length em_of(const ShapedText& text, std::span<const TextStyle> styles);

}  // namespace broadside::text
