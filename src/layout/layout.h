// SPDX-License-Identifier: MIT
// What a layout file says, resolved: every length absolute, every style complete. Comes from layout/read.h and
// layout/tighten.h; goes to flow/. Knows no résumé: only the names of its parts and fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "diag/source.h"

namespace broadside::layout {

enum class Align : std::uint8_t { Left, Right, Center, Justify };

/// Index into Layout::styles.
using StyleId = std::uint16_t;
/// Index into Layout::blocks.
using BlockId = std::uint16_t;

/// How far some signs of a face hang out of an even edge; nothing = as all faces have it.
struct Hang {
  std::u32string signs;
  std::optional<double> left, right;  ///< share of the sign's width
  std::optional<bool> italic;         ///< only of italic, only of upright faces
};

struct Style {
  std::string name;
  std::string family;
  std::string mono_family;  ///< for `code` marks; empty = family
  int weight = 400;
  int bold_weight = 700;  ///< for **bold** inside this style
  bool italic = false;
  bool uppercase = false;  ///< glyphs of capitals; the text layer keeps what was typed
  std::string features;    ///< HarfBuzz notation: "smcp,tnum"
  Length size;
  Length line_height;  ///< leading: baseline to baseline
  Color color;
  std::optional<Color> link_color;
  Align align = Align::Left;
  double letter_spacing = 0;  ///< em
  bool hyphenate = false;
  double protrusion = 1;    ///< share of what signs at even edges may hang out
  double expansion = 0.02;  ///< justified text: most that glyphs are widened or narrowed, a share
  std::vector<Hang> hangs;  ///< of the family's faces; the first that names a sign counts
};

/// A length, or a share of the room available, or decided by content.
struct Dimension {
  enum class Kind : std::uint8_t { Fixed, Percent, Rest, Content } kind = Kind::Rest;
  Length length;
  double percent = 0;  ///< of the width or height inside the page's margins
};

/// Thickness, colour and distance of a drawn line.
struct Rule {
  Length thickness;
  Length gap;  ///< between the rule and the text
  Color color;
};

/// A text box. Positions count from the corner inside the page's margins.
struct Box {
  std::string name;
  std::string flow;  ///< empty: holds no text, only its background
  Dimension x{Dimension::Kind::Fixed, {}, 0}, y{Dimension::Kind::Fixed, {}, 0};
  Dimension width, height;
  std::string below;     ///< name of a box of the same page, or empty
  std::string right_of;  ///< the same, sideways
  Length gap;            ///< to the box named by below or right_of
  std::optional<Color> background;
  bool bleed = false;  ///< the background runs on to the edges of the page that the box touches
  Insets padding;
  Span span;
};

/// Boxes of a following page on which certain flows have nothing left.
struct BoxSet {
  std::vector<std::string> ended;  ///< names of flows
  std::vector<Box> boxes;
};

/// What a flow pours, in order.
struct Part {
  enum class Kind : std::uint8_t { Masthead, Contacts, Summary, Sections } kind = Kind::Sections;
  std::vector<std::string> titles;  ///< Sections: only these (without case), in this order; empty = all others
  std::vector<std::string> kinds;   ///< Sections: only of these kinds
  std::vector<std::string> tags;    ///< Sections: only with one of these tags
  std::vector<std::string> topics;  ///< Sections: only about these, by their titles or tags
  int longest = 0;                  ///< Sections: only without a text of more characters; 0 = of any length
  Span span;

  static Part of(Kind kind) {
    Part part;
    part.kind = kind;
    return part;
  }
  [[nodiscard]] bool conditional() const {
    return !titles.empty() || !kinds.empty() || !tags.empty() || !topics.empty() || longest > 0;
  }
};

struct Flow {
  std::string name;
  std::vector<Part> parts;
  std::vector<BlockId> blocks;  ///< by BlockKind: its own templates where the layout gives any; empty = the common ones
};

// ---- text templates: "{title|strong}[, {organization}]" -----------------------------------------------------------

struct Piece;

struct Literal {
  std::string text;
};
struct Field {
  std::string name;              ///< one of fields_of(block)
  std::optional<StyleId> style;  ///< none = the cell's
  std::string link;              ///< field that holds the target ("url"), or empty
  Span span;
};
/// A bracketed part: vanishes, with its literals, when all its fields are empty.
struct Optional {
  std::vector<Piece> pieces;
};
struct Piece {
  std::variant<Literal, Field, Optional> value;
};

struct Cell {
  std::vector<Piece> text;
  StyleId style = 0;
  std::optional<Align> align;  ///< none = the style's
  Dimension width;             ///< Content = as wide as its text; Rest = what is left
};

/// Where a block's picture stands: as large as fits into width × height without changing its shape.
struct Picture {
  enum class Place : std::uint8_t { Right, Left, Above } place = Place::Right;
  Dimension width;              ///< most; a percentage is of the block's width, the rest all of it
  Length height;                ///< most
  Length gap;                   ///< to the rows
  Align align = Align::Center;  ///< Above: where between the block's edges
};

/// Cells side by side on one first baseline; as tall as its tallest cell; vanishes when all its cells are empty.
struct Row {
  std::vector<Cell> cells;
  Length space_before;  ///< above every row but the block's first
  Length gap;           ///< between cells
};

/// The kinds of thing that a block template sets. A layout has exactly one template of each.
enum class BlockKind : std::uint8_t {
  Masthead,
  Summary,
  Section,
  Group,
  Entry,
  Position,
  Highlight,
  Keywords,
  Publication,
  Text,
  Contacts,  ///< the contacts where they stand apart from the masthead
  Note       ///< a private note, below what it is about
};
inline constexpr int kBlockKinds = 12;

struct Block {
  BlockKind kind = BlockKind::Text;
  Length space_before;   ///< dropped at the top of a box
  Length space_between;  ///< above it instead of space_before when its sibling before it is of the same kind
  Length space_after;    ///< kept, even at the end of a box
  Length indent;         ///< left edge, from the left edge of the block that holds it
  std::string marker;    ///< "•", or empty; hangs in marker_width before the text
  StyleId marker_style = 0;
  Length marker_width;
  std::string separator;        ///< between the items of {contacts}, {keywords}, {authors}; "\n" = a row each
  bool keep_with_next = false;  ///< no page break behind it (headings)
  std::optional<Rule> rule_above, rule_below;
  std::optional<Picture> picture;  ///< masthead, contacts: the photo; entry and position: their image
  std::vector<Row> rows;
};

/// A line of running text (page number, name), drawn as an artifact after the body.
struct RunningText {
  std::vector<Piece> text;  ///< fields: name, page, pages
  StyleId style = 0;
  Align align = Align::Center;
  Length y;  ///< baseline, from the page's top edge; negative = from its bottom edge
  bool on_first = true;
};

/// How tight the page is set. Step 0 is the loosest.
struct Fit {
  int steps = 0;              ///< highest step
  std::vector<int> price;     ///< of each step 0 … steps, never falling; price[0] = 0
  double stretch_gaps = 1.0;  ///< left-over room may widen the gaps between blocks up to this factor
};

/// What is done to the letters themselves.
struct TextRules {
  bool curly_quotes = false;
  bool ascii_dashes = false;  ///< dashes are drawn as written and read as "-"
};

struct Layout {
  std::string name;
  TextRules text;
  Size page;
  Insets margins;
  std::vector<Style> styles;
  std::vector<Box> first_boxes;
  std::vector<Box> next_boxes;
  std::vector<BoxSet> after;  ///< in place of next_boxes: the first of them whose flows have all ended
  std::vector<Flow> flows;
  std::vector<Block> blocks;  ///< the common ones by BlockKind, then those that single flows have of their own
  std::vector<RunningText> running;
  Fit fit;
  Span span;

  [[nodiscard]] const Block& block(BlockKind kind) const { return blocks[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const Block& block(BlockId id) const { return blocks[id]; }
  [[nodiscard]] const Style& style(StyleId id) const { return styles[id]; }
};

}  // namespace broadside::layout
