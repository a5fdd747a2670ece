// SPDX-License-Identifier: MIT
// The layout's styles as text/ wants them: one table of every style in every combination of inline marks.
// Comes in: a Layout at one step. Goes out: TextStyles whose ids are the same at every step.
#pragma once

#include <optional>
#include <vector>

#include "layout/layout.h"
#include "text/paragraph.h"
#include "text/styled_text.h"

namespace broadside::flow {

/// Inline marks of a style, on top of resume::MarkFlag's bold, italic and code.
inline constexpr unsigned kLinkFlag = 8;
inline constexpr unsigned kFlagCombinations = 16;

/// Id of a layout's style with these marks.
constexpr text::StyleId style_id(layout::StyleId style, unsigned flags) {
  return static_cast<text::StyleId>(style * kFlagCombinations + flags);
}
/// The layout's style behind such an id.
constexpr layout::StyleId layout_style(text::StyleId id) {
  return static_cast<layout::StyleId>(id / kFlagCombinations);
}

using StyleTable = std::vector<text::TextStyle>;

/// All styles × marks. Bold takes the style's bold weight, italic turns the slant round (emphasis inside italic
/// text is upright), code takes the monospaced family, links the link colour.
StyleTable style_table(const layout::Layout& layout);

/// Whether text of a style may have its words divided: only where it is justified, by the style or by its cell.
bool hyphenates(const layout::Style& style, std::optional<layout::Align> align);

/// How text/ sets paragraphs of a style with this alignment.
text::ParagraphStyle paragraph_style(const layout::Style& style, layout::Align align);

}  // namespace broadside::flow
