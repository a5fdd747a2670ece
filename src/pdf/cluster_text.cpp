// SPDX-License-Identifier: MIT
// Clusters → text of single glyphs, from the source text and never by asking the font backwards.
#include "pdf/cluster_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace broadside::pdf {

namespace {

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

std::string_view slice(const font::GlyphRun& run, const font::Glyph& glyph) {
  const std::size_t size = run.text.size();
  const std::size_t begin = std::min<std::size_t>(glyph.begin, size);
  const std::size_t end = std::clamp<std::size_t>(glyph.end, begin, size);
  return std::string_view(run.text).substr(begin, end - begin);
}

}  // namespace

RunText deal_text(const font::GlyphRun& run) {
  RunText result;
  const std::size_t count = run.glyphs.size();
  result.glyphs.resize(count);
  for (std::size_t first = 0; first < count;) {
    std::size_t last = first + 1;
    bool drawable = run.face != font::kNoFace && run.glyphs[first].id != 0;
    while (last < count && run.glyphs[last].begin == run.glyphs[first].begin &&
           run.glyphs[last].end == run.glyphs[first].end) {
      drawable = drawable && run.glyphs[last].id != 0;
      ++last;
    }
    const std::string_view text = slice(run, run.glyphs[first]);
    const std::size_t glyphs = last - first;
    std::size_t at = 0;
    for (std::size_t i = 0; i < glyphs && at < text.size(); ++i) {
      const std::size_t size = i + 1 == glyphs ? text.size() - at : decode_utf8_lossy(text, at).size;
      // Drawing order is left to right; in a right-to-left run the logical first glyph of a cluster is its last.
      const std::size_t glyph = run.right_to_left ? last - 1 - i : first + i;
      result.glyphs[glyph] = text.substr(at, size);
      at += size;
    }
    const bool too_few = std::any_of(result.glyphs.begin() + static_cast<std::ptrdiff_t>(first),
                                     result.glyphs.begin() + static_cast<std::ptrdiff_t>(last),
                                     [](std::string_view part) { return part.empty(); });
    if (has_private_use(text)) {
      result.private_use = true;
      result.actual.push_back(
          {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), "\xEF\xBF\xBD"});  // U+FFFD
    } else if (too_few || !drawable) {
      result.actual.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), text});
    }
    first = last;
  }
  return result;
}

}  // namespace broadside::pdf
