// SPDX-License-Identifier: MIT
// One paragraph's characters with their styles: what flow/compose hands to text/. Knows no résumé and no layout.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/length.h"
#include "diag/source.h"

namespace broadside::text {

/// Index into the table of styles handed to shape() and break_lines().
using StyleId = std::uint16_t;

/// What decides the glyphs. A change here means shaping again.
struct FontSpec {
  std::string family;
  int weight = 400;
  bool italic = false;
  std::string features;  ///< HarfBuzz notation, comma separated: "smcp,tnum,-liga"
  bool operator==(const FontSpec&) const = default;
};

/// How far a sign hangs out of an even edge, in thousandths of its width; less than 0 = as overhang() of margins.h
/// says.
struct SignHang {
  char32_t sign = 0;
  std::int32_t left = -1, right = -1;
  bool operator==(const SignHang&) const = default;
};

/// What decides how large and in which colour the glyphs are. Changes here need no shaping.
struct TextStyle {
  FontSpec font;
  Length size;
  Color color;
  double letter_spacing = 0;    ///< em, at most 0.03 (more tears words apart in text extraction)
  bool elastic = true;          ///< justified text may widen and narrow its letters
  std::vector<SignHang> hangs;  ///< where the face differs from others; by sign, each once
  bool operator==(const TextStyle&) const = default;
};

/// Bytes [begin, end) of the text in one style; spans cover the text in order without gaps.
struct StyledSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  StyleId style = 0;
  std::int32_t link = -1;  ///< index into StyledText::links
  bool together = false;   ///< no line break inside, unless it is wider than the measure (one contact)
  bool separator = false;  ///< a dot or bar with its spaces: not printed where a line ends at it
  Span source;
};

enum class Direction : std::uint8_t { Auto, LeftToRight, RightToLeft };

struct StyledText {
  std::string text;  ///< UTF-8; U+2028 or \n forces a line break
  std::vector<StyledSpan> spans;
  std::vector<std::string> links;
  std::string language = "en";  ///< BCP 47
  Direction direction = Direction::Auto;
  bool hyphenate = false;  ///< words may be divided where a paragraph style then allows it
};

}  // namespace broadside::text
