// SPDX-License-Identifier: MIT
// See margins.h.
#include "text/margins.h"

#include <algorithm>

#include "base/utf8.h"

namespace broadside::text {
namespace {

bool can_hang(const ShapedText& text, GlyphRange glyphs, std::uint32_t look) {
  return !glyphs.empty() && text.looks[look].elastic && (text.looks[look].level & 1U) == 0;
}

/// The first or last character of a glyph's cluster; the hyphen of a divided word has none of its own.
char32_t character(const ShapedText& text, const UnitGlyph& glyph, bool last) {
  if (glyph.begin >= glyph.end) return '-';
  std::uint32_t at = glyph.begin;
  Decoded c = decode_utf8_lossy(text.text, at);
  while (last && at + c.size < glyph.end) {
    at += c.size;
    c = decode_utf8_lossy(text.text, at);
  }
  return c.code_point;
}

/// As the face has it, else as all faces.
Overhang overhang_of(char32_t c, std::span<const SignHang> own) {
  const auto found =
      std::lower_bound(own.begin(), own.end(), c, [](const SignHang& hang, char32_t sign) { return hang.sign < sign; });
  Overhang out = overhang(c);
  if (found == own.end() || found->sign != c) return out;
  if (found->left >= 0) out.left = found->left;
  if (found->right >= 0) out.right = found->right;
  return out;
}

}  // namespace

Overhang overhang(char32_t c) {
  switch (c) {
    case '.':
    case ',':
      return {0, 700};
    case ':':
      return {0, 500};
    case ';':
      return {0, 300};
    case '!':
    case '?':
      return {0, 100};
    case '-':
    case 0xAD:
    case 0x2010:
      return {500, 500};
    case 0x2013:
      return {200, 200};
    case 0x2014:
      return {150, 150};
    case 0x2018:
    case 0x2019:
    case 0x201A:
      return {300, 400};
    case 0x201C:
    case 0x201D:
    case 0x201E:
      return {300, 300};
    case '(':
      return {100, 0};
    case ')':
      return {0, 200};
    case '*':
      return {200, 200};
    case '+':
      return {250, 250};
    case '~':
      return {200, 250};
    case 'A':
    case 'T':
    case 'V':
    case 'W':
    case 'X':
    case 'Y':
    case '1':
    case '4':
    case '7':
    case '%':
    case '@':
      return {50, 50};
    case 'J':
      return {50, 0};
    case 'K':
    case 'F':
    case 'k':
    case 'r':
      return {0, 50};
    default:
      return {};
  }
}

std::int64_t hang_left(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look) {
  if (!can_hang(text, glyphs, look)) return 0;
  const UnitGlyph& glyph = text.glyphs[glyphs.begin];
  const std::int32_t share = overhang_of(character(text, glyph, false), measurer.hangs(look)).left;
  return share == 0 ? 0 : measurer.distance(glyph.advance, look) * share / 1000;
}

std::int64_t hang_right(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look) {
  if (!can_hang(text, glyphs, look)) return 0;
  const UnitGlyph& glyph = text.glyphs[glyphs.end - 1];
  const std::int32_t share = overhang_of(character(text, glyph, true), measurer.hangs(look)).right;
  return share == 0 ? 0 : measurer.distance(glyph.advance, look) * share / 1000;
}

std::int64_t blank_left(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look) {
  return glyphs.empty() ? 0 : measurer.distance(text.glyphs[glyphs.begin].blank_left, look);
}

std::int64_t blank_right(const ShapedText& text, const Measurer& measurer, GlyphRange glyphs, std::uint32_t look) {
  return glyphs.empty() ? 0 : measurer.distance(text.glyphs[glyphs.end - 1].blank_right, look);
}

}  // namespace broadside::text
