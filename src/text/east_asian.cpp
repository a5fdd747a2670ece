// SPDX-License-Identifier: MIT
// See east_asian.h.
#include "text/east_asian.h"

#include <hb.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/utf8.h"
#include "base/wide.h"
#include "unicode/locale.h"
#include "unicode/script.h"

namespace broadside::text {
namespace {

/// Between ideographs and Latin, in thousandths of an em. Typesetters take an eighth to a quarter; but programs that
/// read a PDF's text make a space of more than a tenth (poppler, pdf.js), and nobody typed one.
constexpr std::int32_t kAir = 95;

constexpr char32_t kLeftSingle = 0x2018, kRightSingle = 0x2019, kLeftDouble = 0x201C, kRightDouble = 0x201D;
constexpr char32_t kEllipsis = 0x2026, kEmDash = 0x2014, kMiddleDot = 0xB7;

bool is_opening(char32_t c) {
  switch (c) {
    case kLeftSingle:
    case kLeftDouble:
    case 0x3008:
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0x3016:
    case 0x3018:
    case 0x301D:
    case 0xFF08:
    case 0xFF3B:
    case 0xFF5B:
      return true;
    default:
      return false;
  }
}

/// Closing brackets, commas, full stops and the like: signs whose empty half, if they have one, is on the right.
bool is_closing(char32_t c) {
  switch (c) {
    case kRightSingle:
    case kRightDouble:
    case 0x3001:
    case 0x3002:
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0x3017:
    case 0x3019:
    case 0x301E:
    case 0x301F:
    case 0xFF01:
    case 0xFF09:
    case 0xFF0C:
    case 0xFF0E:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
    case 0xFF3D:
    case 0xFF5D:
      return true;
    default:
      return false;
  }
}

bool is_sign(char32_t c) { return (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c >= 0xFF00; }

/// An ideograph or kana as a letter, not a sign.
bool is_wide_letter(char32_t c) { return is_wide(c) && !is_sign(c); }

bool is_narrow_letter(char32_t c) {
  if (c >= '0' && c <= '9') return true;
  if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
  if (c >= 0x2E80) return false;
  const unicode::ScriptTag script = unicode::script_of(c);
  return script == unicode::kLatin || script == unicode::script_tag('G', 'r', 'e', 'k') ||
         script == unicode::script_tag('C', 'y', 'r', 'l');
}

struct Character {
  char32_t code_point = 0;
  std::uint32_t begin = 0, end = 0;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> all;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8_lossy(text, i);
    all.push_back({c.code_point, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + c.size)});
    i += c.size;
  }
  return all;
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The wide character beside the run of signs of one kind at `at`, before it rather than behind it. Longer runs than
/// any text has are not followed to their ends.
std::size_t wide_neighbour(const std::vector<Character>& all, std::size_t at) {
  constexpr std::size_t kLongest = 16;
  std::size_t first = at, last = at;
  while (first > 0 && at - first < kLongest && all[first - 1].code_point == all[at].code_point) --first;
  while (last + 1 < all.size() && last - at < kLongest && all[last + 1].code_point == all[at].code_point) ++last;
  if (first > 0 && is_wide(all[first - 1].code_point)) return first - 1;
  if (last + 1 < all.size() && is_wide(all[last + 1].code_point)) return last + 1;
  return kNone;
}

/// Any byte of U+3000 and above: nothing else in this file matters to a text without one.
bool has_wide(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

/// The character that a glyph begins with, or ends with.
char32_t character_of(const ShapedText& text, const UnitGlyph& glyph) {
  return glyph.begin < glyph.end ? decode_utf8_lossy(text.text, glyph.begin).code_point : 0;
}

/// Walks the glyphs of the items in the order of the text.
class WideSetter {
 public:
  WideSetter(ShapedText& out, const font::Library& fonts) : out_(out), fonts_(fonts) {}

  void run() {
    for (std::size_t i = 0; i < out_.items.size(); ++i) {
      Item& item = out_.items[i];
      const bool upright = (out_.looks[item.look].level & 1U) == 0;
      if (item.kind == ItemKind::Glue && item.glyphs.empty()) {
        widen(item);
      } else if (item.kind == ItemKind::Box && upright) {
        for (std::uint32_t g = item.glyphs.begin; g < item.glyphs.end; ++g) set(out_.glyphs[g], item.look);
      } else if (!(item.kind == ItemKind::Penalty && item.penalty != kForced)) {
        before_ = nullptr;
      }
    }
  }

 private:
  void widen(Item& item) const {
    if (item.begin == 0 || item.begin >= out_.text.size()) return;
    std::size_t at = item.begin - 1U;
    while (at > 0 && (static_cast<unsigned char>(out_.text[at]) & 0xC0U) == 0x80U) --at;
    const char32_t left = decode_utf8_lossy(out_.text, at).code_point;
    const char32_t right = decode_utf8_lossy(out_.text, item.begin).code_point;
    const bool mixed =
        (is_wide_letter(left) && is_narrow_letter(right)) || (is_narrow_letter(left) && is_wide_letter(right));
    if (mixed) item.space = out_.looks[item.look].units_per_em * kAir / 1000;
  }

  /// Finds the empty halves of a sign, and takes away those that its neighbour makes needless.
  void set(UnitGlyph& glyph, std::uint32_t look) {
    const char32_t c = character_of(out_, glyph);
    const bool opens = is_opening(c), closes = is_closing(c);
    if (!opens && !closes) {
      before_ = nullptr;
      return;
    }
    const std::int32_t em = out_.looks[look].units_per_em;
    const font::Face* face = fonts_.find(out_.looks[look].face);
    if (face != nullptr && glyph.advance >= em) find_blanks(*face, opens, em, glyph);
    if (before_ != nullptr) {
      if (before_->blank_right > 0) {
        before_->advance -= before_->blank_right;
        before_->blank_right = 0;
      } else if (before_opens_ && glyph.blank_left > 0) {
        glyph.advance -= glyph.blank_left;
        glyph.dx -= glyph.blank_left;
        glyph.blank_left = 0;
      }
    }
    before_ = &glyph;
    before_opens_ = opens;
    out_.has_blanks = out_.has_blanks || glyph.blank_left > 0 || glyph.blank_right > 0;
  }

  /// By the ink, not by the character: traditional Chinese centres its commas, Japanese its colons.
  static void find_blanks(const font::Face& face, bool opens, std::int32_t em, UnitGlyph& glyph) {
    hb_glyph_extents_t extents{};
    if (hb_font_get_glyph_extents(face.hb_font(), glyph.id, &extents) == 0) return;
    const std::int32_t left = extents.x_bearing + glyph.dx, right = left + extents.width;
    const auto half = static_cast<std::int16_t>(em / 2);
    const std::int32_t slack = em / 20;  // ink that may reach over the middle
    if (opens && left >= half - slack) glyph.blank_left = half;
    if (!opens && right <= half + slack) glyph.blank_right = half;
  }

  ShapedText& out_;
  const font::Library& fonts_;
  UnitGlyph* before_ = nullptr;  // the sign before, with nothing between
  bool before_opens_ = false;
};

}  // namespace

std::vector<Borrowed> borrowed_signs(std::string_view text, std::string_view language) {
  std::vector<Borrowed> borrowed;
  if (!has_wide(text)) return borrowed;
  const std::string name = unicode::language_of(language);
  if (name != "zh" && name != "ja" && name != "yue") return borrowed;
  const std::vector<Character> all = characters_of(text);
  constexpr std::size_t kDeepest = 32;  // quotations in quotations; of more only the innermost are paired
  std::vector<std::size_t> open;        // quotation marks
  const auto borrow = [&](std::size_t at, std::size_t from) {
    borrowed.push_back({all[at].begin, all[at].end, all[from].begin});
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t c = all[i].code_point;
    if (c == kLeftSingle || c == kLeftDouble) {
      if (open.size() == kDeepest) open.erase(open.begin());
      open.push_back(i);
    } else if (c == kRightSingle || c == kRightDouble) {
      // An apostrophe closes nothing.
      const char32_t opening = c == kRightSingle ? kLeftSingle : kLeftDouble;
      const auto match =
          std::find_if(open.rbegin(), open.rend(), [&](std::size_t at) { return all[at].code_point == opening; });
      const std::size_t first = match == open.rend() ? kNone : *match;
      std::size_t from = wide_neighbour(all, i);
      if (from == kNone && first != kNone) from = wide_neighbour(all, first);
      if (from != kNone) {
        if (first != kNone) borrow(first, from);
        borrow(i, from);
      }
      if (first != kNone) open.erase(match.base() - 1, open.end());
    } else if (c == kEllipsis || c == kEmDash || c == kMiddleDot) {
      const std::size_t from = wide_neighbour(all, i);
      if (from != kNone) borrow(i, from);
    }
  }
  std::sort(borrowed.begin(), borrowed.end(), [](const Borrowed& a, const Borrowed& b) { return a.begin < b.begin; });
  return borrowed;
}

std::string for_line_breaks(std::string_view text, const std::vector<Borrowed>& borrowed) {
  std::string out(text);
  constexpr std::pair<char32_t, std::string_view> kBrackets[] = {
      {kLeftDouble, "\u300C"}, {kRightDouble, "\u300D"}, {kLeftSingle, "\u300E"}, {kRightSingle, "\u300F"}};
  for (const Borrowed& sign : borrowed) {
    const char32_t c = decode_utf8_lossy(text, sign.begin).code_point;
    for (const auto& [quote, bracket] : kBrackets) {
      if (c == quote) out.replace(sign.begin, sign.end - sign.begin, bracket);
    }
  }
  return out;
}

void set_wide_text(ShapedText& out, const font::Library& fonts) {
  if (has_wide(out.text)) WideSetter(out, fonts).run();
}

}  // namespace broadside::text
