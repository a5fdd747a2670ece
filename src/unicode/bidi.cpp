// SPDX-License-Identifier: MIT
// Levels by ICU's ubidi, mapped from UTF-16 back to bytes. See bidi.h.
#include "unicode/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <memory>

#include "base/utf8.h"

namespace broadside::unicode {
namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// Blocks that hold right-to-left letters, Arabic digits or bidi controls; anything else cannot raise a level.
bool may_raise_level(char32_t c) {
  if (c < 0x590) return false;
  return c <= 0x8FF || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

UBiDiLevel icu_level(BaseDirection base) {
  switch (base) {
    case BaseDirection::LeftToRight:
      return 0;
    case BaseDirection::RightToLeft:
      return 1;
    case BaseDirection::Auto:
      break;
  }
  return UBIDI_DEFAULT_LTR;
}

}  // namespace

BidiParagraph bidi_runs(std::string_view text, BaseDirection base) {
  BidiParagraph result;
  result.base_level = base == BaseDirection::RightToLeft ? 1 : 0;
  if (text.empty()) return result;
  const auto size = static_cast<std::uint32_t>(text.size());

  bool simple = base != BaseDirection::RightToLeft;
  std::vector<std::uint32_t> byte_of_unit;  // UTF-16 unit → byte, with one more entry for the end
  std::u16string units;
  if (simple) {
    for (std::size_t i = 0; i < text.size() && simple;) {
      const Decoded c = decode_utf8_lossy(text, i);
      simple = !may_raise_level(c.code_point);
      i += c.size;
    }
  }
  if (simple) {
    result.runs.push_back({0, size, 0});
    return result;
  }

  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8_lossy(text, i);
    const auto byte = static_cast<std::uint32_t>(i);
    // A forced line break inside the paragraph must not end it for the algorithm (it would restart levels).
    const char32_t value =
        c.code_point == '\n' || c.code_point == '\r' || c.code_point == 0x2029 || c.code_point == 0x85 ? U' '
                                                                                                       : c.code_point;
    if (value > 0xFFFF) {
      units.push_back(static_cast<char16_t>(0xD7C0U + (value >> 10)));
      units.push_back(static_cast<char16_t>(0xDC00U | (value & 0x3FFU)));
      byte_of_unit.push_back(byte);
    } else {
      units.push_back(static_cast<char16_t>(value));
    }
    byte_of_unit.push_back(byte);
    i += c.size;
  }
  byte_of_unit.push_back(size);

  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  if (bidi) {
    ubidi_setPara(bidi.get(), units.data(), static_cast<std::int32_t>(units.size()), icu_level(base), nullptr, &error);
  }
  if (!bidi || U_FAILURE(error)) {
    result.runs.push_back({0, size, result.base_level});
    return result;
  }
  result.base_level = ubidi_getParaLevel(bidi.get());
  // The levels one by one, not ubidi_getLogicalRun(), which looks through all runs to find each one.
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &error);
  if (U_FAILURE(error)) {
    result.runs.push_back({0, size, result.base_level});
    return result;
  }
  for (std::size_t at = 0; at < units.size();) {
    std::size_t limit = at + 1;
    while (limit < units.size() && levels[limit] == levels[at]) ++limit;
    result.runs.push_back({byte_of_unit[at], byte_of_unit[limit], levels[at]});
    at = limit;
  }
  return result;
}

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8_lossy(text, i);
    i += c.size;
    switch (u_charDirection(static_cast<UChar32>(c.code_point))) {
      case U_LEFT_TO_RIGHT:
        letters.left_to_right = true;
        break;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        letters.right_to_left = true;
        break;
      default:
        break;
    }
  }
  return letters;
}

std::vector<std::uint32_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::uint32_t> order(levels.size());
  bool mixed = false;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    order[i] = static_cast<std::uint32_t>(i);
    mixed = mixed || levels[i] != 0;
  }
  if (mixed) {
    std::vector<std::int32_t> map(levels.size());
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), map.data());
    for (std::size_t i = 0; i < map.size(); ++i) order[i] = static_cast<std::uint32_t>(map[i]);
  }
  return order;
}

}  // namespace broadside::unicode
