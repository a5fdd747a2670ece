// SPDX-License-Identifier: MIT
// A résumé poured into a layout's block templates: shaped texts in a tree, without any measure. Comes from compose.h;
// read by measure.h, stack.h and fit/. The same at every step of tightness.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "flow/typesetter.h"
#include "layout/layout.h"
#include "resume/select.h"

namespace broadside::flow {

/// What a cell is to a reader who hears the page: decides its structure tag.
enum class Role : std::uint8_t { Paragraph, Heading };

struct CellContent {
  std::uint32_t cell = 0;  ///< of the row's template
  Shaped text;
  Role role = Role::Paragraph;
  std::string spoken;  ///< of a heading: its plain text, for the outline
};

/// The cells of one row that have content; a row without any is not here.
struct RowContent {
  std::uint32_t row = 0;  ///< of the block's template
  std::vector<CellContent> cells;
};

/// The picture of a thing, of which only the shape matters here.
struct PartImage {
  std::uint32_t number = 0;  ///< of the run's images
  std::uint32_t width = 1;   ///< pixels
  std::uint32_t height = 1;
  std::string alt;
  Span span;
};

/// One thing of the résumé: its own rows, then the things it holds.
struct Part {
  layout::BlockKind kind = layout::BlockKind::Text;
  layout::BlockId block = 0;  ///< the template that sets it
  resume::NodeId node = 0;
  int heading_level = 0;  ///< 1 … 6 for its headings, 0 = none
  Shaped marker;          ///< bullet, or null
  std::vector<RowContent> rows;
  std::optional<PartImage> image;  ///< where its block has a place for one
  std::vector<Part> children;
  std::vector<Part> short_form;  ///< none or one: this thing in its short wording, for measuring
  std::vector<Part> resumed;     ///< none or one: what stands above its positions again where a page breaks them
  resume::BreakWish break_wish = resume::BreakWish::Auto;
  std::string label;  ///< how messages call it
  resume::Meta meta;  ///< without its note
};

struct FlowContent {
  std::string flow;
  std::vector<Part> parts;
};

/// In the order of the layout's flows.
struct Composition {
  std::vector<FlowContent> flows;
  std::string title;  ///< of the document
  std::string author;
  std::string language;  ///< BCP 47
};

/// How much a composition holds, short wordings included.
struct Extent {
  std::size_t bytes = 0;   ///< of text
  std::size_t pieces = 0;  ///< of one style and direction (text::piece_count): each costs more than its letters do
};
Extent extent(const Composition& composition);

}  // namespace broadside::flow
