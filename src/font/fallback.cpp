// SPDX-License-Identifier: MIT
// Coverage by the faces' character maps. See fallback.h.
#include "font/fallback.h"

#include <hb.h>

#include <cstdlib>

#include "base/utf8.h"

namespace broadside::font {
namespace {

/// Default_Ignorable_Code_Point and the controls that end lines: HarfBuzz or text/ make them invisible.
bool needs_no_glyph(char32_t c) {
  return c == '\n' || c == '\r' || c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x180B && c <= 0x180F) ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace

bool covers(const Face& face, std::string_view cluster) {
  char32_t base = 0;  // what stands before, where a mark may compose with it
  bool base_pending = false;
  for (std::size_t i = 0; i < cluster.size();) {
    const Decoded c = decode_utf8_lossy(cluster, i);
    i += c.size;
    if (needs_no_glyph(c.code_point)) continue;
    hb_codepoint_t composed = 0;
    if (base != 0 && hb_unicode_compose(hb_unicode_funcs_get_default(), base, c.code_point, &composed) != 0 &&
        face.glyph(composed) != 0) {
      base = composed;
      base_pending = false;
      continue;
    }
    if (base_pending) return false;
    base = c.code_point;
    base_pending = face.glyph(c.code_point) == 0;
  }
  return !base_pending;
}

FaceId fallback(const Library& library, FaceId styled, std::string_view cluster) {
  const Face* wanted = library.find(styled);
  if (wanted != nullptr && covers(*wanted, cluster)) return styled;
  FaceId best = kNoFace;
  int best_distance = 0;
  for (std::size_t i = 0; i < library.size(); ++i) {
    const auto id = static_cast<FaceId>(i);
    const Face* face = library.find(id);
    if (face == nullptr || id == styled || !covers(*face, cluster)) continue;
    constexpr int kOtherSlant = 10000;
    const int distance = wanted == nullptr ? 0
                                           : std::abs(face->weight() - wanted->weight()) +
                                                 (face->italic() == wanted->italic() ? 0 : kOtherSlant);
    if (best == kNoFace || distance < best_distance) {
      best = id;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace broadside::font
