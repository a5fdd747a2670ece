// SPDX-License-Identifier: MIT
#include "flow/measure.h"

#include <utility>

namespace broadside::flow {
namespace {

using layout::Dimension;

// A cell that takes the rest never gets less than this share of its row, however much its neighbours want.
constexpr std::int64_t kLeastRestNumerator = 2;
constexpr std::int64_t kLeastRestDenominator = 5;

// Widths of the cells present: fixed and percentages first, then contents, then equal shares of what is left.
std::vector<Length> share_width(const Setting& setting, const layout::Row& row, const RowContent& content,
                                Length width) {
  const std::size_t count = content.cells.size();
  std::vector<Length> widths(count);
  Length left = width - row.gap * static_cast<std::int64_t>(count - 1);
  std::int64_t rests = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Dimension& wanted = row.cells[content.cells[i].cell].width;
    if (wanted.kind == Dimension::Kind::Rest) ++rests;
    if (wanted.kind == Dimension::Kind::Fixed) widths[i] = wanted.length;
    if (wanted.kind == Dimension::Kind::Percent) widths[i] = scale(width, wanted.percent / 100.0);
    left -= widths[i];
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (row.cells[content.cells[i].cell].width.kind != Dimension::Kind::Content) continue;
    Length most = left;
    if (rests > 0) most = left - left * kLeastRestNumerator / kLeastRestDenominator;
    widths[i] = min(text::natural_width(*content.cells[i].text, setting.styles()), max(most, Length{}));
    left -= widths[i];
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (row.cells[content.cells[i].cell].width.kind != Dimension::Kind::Rest) continue;
    widths[i] = max(left / rests, Length{});
    left -= widths[i];
    --rests;
  }
  return widths;
}

}  // namespace

Setting::Setting(layout::Layout layout, const font::Library& fonts)
    : layout_(std::move(layout)), styles_(style_table(layout_)), fonts_(&fonts) {
  baselines_.reserve(layout_.styles.size());
  x_heights_.reserve(layout_.styles.size());
  for (const layout::Style& style : layout_.styles) {
    const font::FaceId id = fonts.match(style.family, style.weight, style.italic);
    if (id == font::kNoFace) {  // compose reported it; any baseline will do for a page that is not written
      baselines_.push_back(style.line_height);
      x_heights_.push_back(style.size / 2);
      continue;
    }
    const font::Metrics& metrics = fonts.face(id).metrics();
    const Length ascender = Length::ratio(metrics.ascender, style.size.raw, metrics.units_per_em);
    const Length descender = Length::ratio(-metrics.descender, style.size.raw, metrics.units_per_em);
    baselines_.push_back((style.line_height - ascender - descender) / 2 + ascender);
    x_heights_.push_back(Length::ratio(metrics.x_height, style.size.raw, metrics.units_per_em));
  }
}

RowBox set_row(const Setting& setting, layout::BlockId block, const RowContent& content, Length width) {
  const layout::Row& row = setting.layout().block(block).rows[content.row];
  const std::vector<Length> widths = share_width(setting, row, content, width);
  RowBox out;
  out.cells.reserve(content.cells.size());
  Length x;
  for (std::size_t i = 0; i < content.cells.size(); ++i) {
    CellBox& box = out.cells.emplace_back();
    box.content = &content.cells[i];
    box.cell = &row.cells[content.cells[i].cell];
    box.x = x;
    box.width = widths[i];
    const layout::Style& style = setting.layout().style(box.cell->style);
    box.paragraph = paragraph_style(style, box.cell->align.value_or(style.align));
    box.breaks = text::break_lines(*box.content->text, setting.styles(), box.width, box.paragraph);
    out.baseline = max(out.baseline, setting.baseline(box.cell->style));
    x += widths[i] + row.gap;
  }
  for (CellBox& box : out.cells) {
    box.shift = out.baseline - setting.baseline(box.cell->style);
    const Length line_height = setting.layout().style(box.cell->style).line_height;
    out.height = max(out.height, box.shift + line_height * static_cast<std::int64_t>(box.breaks.line_count()));
  }
  return out;
}

}  // namespace broadside::flow
