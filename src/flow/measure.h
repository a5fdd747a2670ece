// SPDX-License-Identifier: MIT
// How wide and how tall rows are at one step of tightness. Comes in: composed rows and a width. Goes out: boxes with
// their line breaks. Does not know where on which page.
#pragma once

#include <vector>

#include "flow/composition.h"
#include "flow/styles.h"
#include "layout/layout.h"

namespace broadside::flow {

/// A layout at one step with what follows from it: the sizes that text is broken with, and where its lines sit.
class Setting {
 public:
  Setting(layout::Layout layout, const font::Library& fonts);

  [[nodiscard]] const layout::Layout& layout() const { return layout_; }
  [[nodiscard]] const StyleTable& styles() const { return styles_; }
  [[nodiscard]] const font::Library& fonts() const { return *fonts_; }
  /// From the top of a line to its baseline: the leading is shared out evenly above and below ascender and descender.
  [[nodiscard]] Length baseline(layout::StyleId style) const { return baselines_[style]; }
  /// Height of an x in this style.
  [[nodiscard]] Length x_height(layout::StyleId style) const { return x_heights_[style]; }

 private:
  layout::Layout layout_;
  StyleTable styles_;
  const font::Library* fonts_;
  std::vector<Length> baselines_;
  std::vector<Length> x_heights_;
};

/// One cell of a set row.
struct CellBox {
  const CellContent* content = nullptr;
  const layout::Cell* cell = nullptr;
  Length x;      ///< from the row's left edge
  Length width;  ///< the measure
  Length shift;  ///< from the row's top to the top of the cell's first line, so that first baselines agree
  text::ParagraphStyle paragraph;
  text::Breaks breaks;
};

struct RowBox {
  std::vector<CellBox> cells;
  Length height;
  Length baseline;  ///< of the first lines, from the row's top
};

RowBox set_row(const Setting& setting, layout::BlockId block, const RowContent& row, Length width);

}  // namespace broadside::flow
