// SPDX-License-Identifier: MIT
#include "flow/ascii_dashes.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/utf8.h"

namespace broadside::flow {
namespace {

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

void rewrite(font::GlyphRun& run) {
  std::string text;
  std::vector<std::uint32_t> moved(run.text.size() + 1);  // where each byte went
  bool any = false;
  for (std::size_t at = 0; at < run.text.size();) {
    const Decoded c = decode_utf8_lossy(run.text, at);
    for (std::uint32_t i = 0; i < c.size; ++i) moved[at + i] = static_cast<std::uint32_t>(text.size());
    if (is_dash(c.code_point)) {
      text += '-';
      any = true;
    } else {
      text.append(run.text, at, c.size);
    }
    at += c.size;
  }
  if (!any) return;
  moved[run.text.size()] = static_cast<std::uint32_t>(text.size());
  for (font::Glyph& glyph : run.glyphs) {
    glyph.begin = moved[glyph.begin];
    glyph.end = moved[glyph.end];
  }
  run.text = std::move(text);
}

}  // namespace

void read_dashes_as_ascii(display::DisplayList& list) {
  for (display::Page& page : list.pages) {
    for (display::Command& command : page.commands) {
      if (auto* glyphs = std::get_if<display::DrawGlyphs>(&command)) rewrite(glyphs->run);
    }
  }
}

}  // namespace broadside::flow
