// SPDX-License-Identifier: MIT
// Clusters → text of single glyphs, from the source text and never by asking the font backwards.
#include "pdf/cluster_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace broadside::pdf {

namespace {

constexpr std::string_view kHyphenText = "-";
// A hyphen that was typed, at the end of a line. Programs that join divided words would take a bare one out, and
// "state-of-the-art" would be read as "state-ofthe-art".
constexpr std::string_view kTypedHyphenText = "- ";
constexpr std::string_view kReplacementText = "\xEF\xBF\xBD";  // U+FFFD

bool is_private_use(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

bool has_private_use(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8_lossy(text, at);
    if (is_private_use(next.code_point)) return true;
    at += next.size;
  }
  return false;
}

/// Characters that only steer how text is broken and ordered. On a page that has happened; left in, they hide words
/// from a search.
bool is_control(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF;
}

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

/// The text without controls at its ends.
std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const Decoded first = decode_utf8_lossy(text, 0);
    if (!is_control(first.code_point)) break;
    text.remove_prefix(first.size);
  }
  std::size_t end = text.size();
  for (std::size_t at = end; at > 0; end = at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    if (!is_control(decode_utf8_lossy(text, at).code_point)) break;
  }
  return text.substr(0, end);
}

/// A text of joiners alone: they shape their neighbours and are drawn by no glyph of their own.
bool is_joiners(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8_lossy(text, at);
    if (!is_joiner(next.code_point)) return false;
    at += next.size;
  }
  return !text.empty();
}

/// Shortens the cluster to as many glyphs as it has characters: drops marks without advance first, from the end.
void leave_out(const font::GlyphRun& run, std::vector<std::size_t>& order, std::size_t characters) {
  for (std::size_t i = order.size(); i-- > 0 && order.size() > characters;) {
    if (run.glyphs[order[i]].advance == Length{}) order.erase(order.begin() + static_cast<std::ptrdiff_t>(i));
  }
  if (order.size() > characters) order.resize(characters);
}

std::string_view slice(const font::GlyphRun& run, const font::Glyph& glyph) {
  const std::size_t size = run.text.size();
  const std::size_t begin = std::min<std::size_t>(glyph.begin, size);
  const std::size_t end = std::clamp<std::size_t>(glyph.end, begin, size);
  return std::string_view(run.text).substr(begin, end - begin);
}

}  // namespace

bool may_be_private_use(std::string_view text) {
  // U+E000 … U+F8FF begin with the bytes EE and EF, the planes 15 and 16 with F3 and F4.
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xEE; });
}

RunText deal_text(const font::GlyphRun& run) {
  RunText result;
  const std::size_t count = run.glyphs.size();
  result.glyphs.resize(count);
  std::vector<std::size_t> order;  // the cluster's glyphs, logical order
  for (std::size_t first = 0; first < count;) {
    std::size_t last = first + 1;
    while (last < count && run.glyphs[last].begin == run.glyphs[first].begin &&
           run.glyphs[last].end == run.glyphs[first].end) {
      ++last;
    }
    const std::string_view text = slice(run, run.glyphs[first]);
    if (last == first + 1 && text.size() == 1 && static_cast<unsigned char>(text.front()) < 0x80) {
      // Most of any text: one glyph for one ASCII character, about which there is nothing to decide.
      const bool typed_hyphen = run.ends_at_hyphen && last == count && text == kHyphenText;
      result.glyphs[first] = typed_hyphen ? kTypedHyphenText : text;
      first = last;
      continue;
    }
    order.clear();
    // Drawing order is left to right; in a right-to-left run the logical first glyph of a cluster is its last.
    for (std::size_t i = 0; i < last - first; ++i) order.push_back(run.right_to_left ? last - 1 - i : first + i);
    leave_out(run, order, count_code_points(text));

    std::size_t at = 0;
    for (const std::size_t glyph : order) {
      const std::size_t size = glyph == order.back() ? text.size() - at : decode_utf8_lossy(text, at).size;
      result.glyphs[glyph] = text.substr(at, size);
      at += size;
    }
    std::string_view* before = nullptr;  // the nearest one in the cluster that keeps its text
    for (const std::size_t glyph : order) {
      std::string_view& own = result.glyphs[glyph];
      const std::string_view whole = own;
      own = trimmed(own);
      if (own.empty() && !whole.empty() && run.glyphs[glyph].advance != Length{}) {
        own = kHyphenText;  // a soft hyphen at which the line was broken
      } else if (run.ends_at_hyphen && last == count && glyph == order.back() && own == kHyphenText) {
        own = kTypedHyphenText;
      } else if (is_joiners(own) && run.glyphs[glyph].advance == Length{}) {
        // Its neighbour tells of it; a glyph without width would look like a step back.
        if (before != nullptr && before->data() + before->size() == own.data()) {
          *before = {before->data(), before->size() + own.size()};
        }
        own = {};
        continue;
      }
      if (!own.empty()) before = &own;
    }
    bool needs_actual = false;
    for (std::size_t i = first; i < last; ++i) {
      // What is missing is read from the blank glyph under its box.
      const bool missing = run.face == font::kNoFace || run.glyphs[i].id == 0;
      needs_actual |= !missing && result.glyphs[i].empty() && run.glyphs[i].advance != Length{};
    }
    const bool private_use = has_private_use(text);
    result.private_use |= private_use;
    if (private_use || needs_actual) {
      result.actual.push_back(
          {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), private_use ? kReplacementText : text});
    }
    first = last;
  }
  return result;
}

}  // namespace broadside::pdf
