// SPDX-License-Identifier: MIT
// Coverage by the faces' character maps, and the order in which faces are asked. See fallback.h.
#include "font/fallback.h"

#include <hb.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "font/families.h"
#include "host/system_fonts.h"

namespace broadside::font {
namespace {

/// And the controls that end lines.
bool needs_no_glyph(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || is_invisible(c); }

/// Modifiers of emoji: of outline fonts few have them, and the picture says enough without.
bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

FaceId own_face(const Library& library, FaceId styled, const Face* wanted, std::string_view cluster) {
  constexpr int kOtherSlant = 10000, kOtherKind = 2000;
  FaceId best = kNoFace;
  int best_distance = 0;
  const std::size_t count = library.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto id = static_cast<FaceId>(i);
    if (id == styled || library.from_system(id)) continue;
    const Face* face = library.find(id);
    if (face == nullptr || !covers(*face, cluster)) continue;
    int distance = 0;
    if (wanted != nullptr) {
      distance = std::abs(face->weight() - wanted->weight()) + (face->italic() == wanted->italic() ? 0 : kOtherSlant) +
                 (face->serif() == wanted->serif() ? 0 : kOtherKind);
    }
    if (best == kNoFace || distance < best_distance) {
      best = id;
      best_distance = distance;
    }
  }
  return best;
}

FaceId system_face(const Library& library, const Face* wanted, std::string_view cluster, std::string_view language) {
  host::FontWish wish;
  for (std::size_t i = 0; i < cluster.size() && wish.character == 0;) {
    const Decoded c = decode_utf8_lossy(cluster, i);
    i += c.size;
    if (!needs_no_glyph(c.code_point)) wish.character = c.code_point;
  }
  if (wish.character == 0) return kNoFace;
  if (wanted != nullptr) {
    wish.weight = wanted->weight();
    wish.italic = wanted->italic();
  }
  wish.families = families_for(wish.character, language, wanted == nullptr || wanted->serif());
  const FaceId found = library.system_face(wish);
  return found != kNoFace && covers(library.face(found), cluster) ? found : kNoFace;
}

}  // namespace

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool covers(const Face& face, std::string_view cluster) {
  char32_t base = 0;  // what stands before, where a mark may compose with it
  bool base_pending = false;
  for (std::size_t i = 0; i < cluster.size();) {
    const Decoded c = decode_utf8_lossy(cluster, i);
    i += c.size;
    if (needs_no_glyph(c.code_point) || (base != 0 && is_skin_tone(c.code_point))) continue;
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

FaceId fallback(const Library& library, FaceId styled, std::string_view cluster, std::string_view language) {
  const Face* wanted = library.find(styled);
  if (wanted != nullptr && covers(*wanted, cluster)) return styled;
  std::string question = std::to_string(styled);
  question.append(1, '\0').append(language).append(1, '\0').append(cluster);
  if (const std::optional<FaceId> known = library.recall(question)) return *known;
  FaceId best = own_face(library, styled, wanted, cluster);
  if (best == kNoFace) best = system_face(library, wanted, cluster, language);
  library.remember(std::move(question), best);
  return best;
}

}  // namespace broadside::font
