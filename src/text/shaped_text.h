// SPDX-License-Identifier: MIT
// The inside of ShapedText: glyphs in font units and the items between which lines may end. Made by shape.cpp; read by
// break_lines.cpp and build_lines.cpp. Private to this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/library.h"
#include "text/break_items.h"
#include "text/break_memo.h"
#include "text/styled_text.h"

namespace broadside::text {

/// A glyph in font units; within a run in drawing order.
struct UnitGlyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0, dx = 0, dy = 0;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the cluster it belongs to
  bool ends_cluster = true;          ///< the last one drawn of its cluster: letter spacing comes after it
  /// Empty half of a full-width sign, part of the advance, that a line drops which begins or ends with it.
  std::int16_t blank_left = 0, blank_right = 0;
};

/// Range of ShapedText::glyphs.
struct GlyphRange {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

/// What all glyphs of one GlyphRun have in common.
struct Look {
  std::uint32_t span = 0;  ///< index into ShapedText::spans
  font::FaceId face = font::kNoFace;
  std::uint16_t units_per_em = 1000;
  std::uint8_t level = 0;  ///< of UAX #9; odd = right to left
  bool joined = false;     ///< letters of the script touch each other: never spaced apart
  bool elastic = false;    ///< may be widened, narrowed and hung into the margin: not monospaced, not missing
  bool operator==(const Look&) const = default;
};

struct Item {
  ItemKind kind = ItemKind::Box;
  bool hyphenation = false;
  std::int32_t penalty = 0;
  std::uint32_t look = 0;
  bool separator = false;            ///< Glue: a dot or bar between two things, which a break there leaves out
  GlyphRange glyphs;                 ///< Box; Glue: its space, none between ideographs; Discretionary: when not broken
  GlyphRange pre, post;              ///< Discretionary
  std::int32_t space = 0;            ///< Glue without a glyph: its width, font units
  std::uint32_t begin = 0, end = 0;  ///< bytes it stands for
};

/// All glyphs of one look that stand on a line when nothing is broken.
struct Extent {
  std::int64_t units = 0;  ///< their advances together, or more
  std::int64_t glyphs = 0;
};

struct ShapedText {
  std::string text;
  std::vector<StyledSpan> spans;
  std::vector<std::string> links;
  std::uint8_t base_level = 0;
  std::vector<Look> looks;
  std::vector<Extent> extents;    ///< by look
  std::vector<UnitGlyph> glyphs;  ///< of items and of their alternatives; not in the order of the text
  std::vector<Item> items;
  std::size_t pieces = 0;
  bool has_forced_breaks = false;
  bool has_blanks = false;  ///< some glyph has a blank_left or blank_right
  mutable BreakMemo memo;   ///< of break_lines(); so a text is not for two threads at once
};

}  // namespace broadside::text
