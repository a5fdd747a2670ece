// SPDX-License-Identifier: MIT
// Boundaries by ICU's break iterators. Comes in: UTF-8 through UText, so that offsets are bytes. Opening an
// iterator loads rule tables (about 0.15 ms for lines), so each is opened once a thread and kept.
#include "unicode/breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "unicode/locale.h"

namespace broadside::unicode {
namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

/// Careful typesetting lets no small kana begin a line; ICU's default for Japanese does (CSS Text 3, line-break:
/// strict).
constexpr const char* kStrict = "@lb=strict";
constexpr const char* kAlsoStrict = ";lb=strict";

bool is_east_asian(std::string_view locale) {
  const std::string language = language_of(locale);
  return language == "ja" || language == "zh" || language == "yue" || language == "ko";
}

/// Null if ICU's data are missing; the callers then find no boundary at all.
UBreakIterator* iterator_for(UBreakIteratorType type, std::string_view locale) {
  thread_local std::map<std::pair<int, std::string>, Iterator, std::less<>> cache;
  std::pair<int, std::string> key{static_cast<int>(type), std::string(locale)};
  const auto found = cache.find(key);
  if (found != cache.end()) return found->second.get();
  UErrorCode error = U_ZERO_ERROR;
  std::string name = icu_locale(locale);
  if (type == UBRK_LINE && is_east_asian(locale)) name += name.find('@') == std::string::npos ? kStrict : kAlsoStrict;
  Iterator opened(ubrk_open(type, name.c_str(), nullptr, 0, &error));
  if (U_FAILURE(error)) opened.reset();
  return cache.emplace(std::move(key), std::move(opened)).first->second.get();
}

/// Calls visit(offset, rule status) for every boundary after the start.
template <typename Visit>
void each_boundary(UBreakIteratorType type, std::string_view text, std::string_view locale, Visit visit) {
  UBreakIterator* iterator = iterator_for(type, locale);
  if (iterator == nullptr) return;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> opened(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
  if (U_FAILURE(error)) return;
  ubrk_setUText(iterator, opened.get(), &error);
  if (U_FAILURE(error)) return;
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    visit(static_cast<std::uint32_t>(at), ubrk_getRuleStatus(iterator));
  }
}

/// No combining marks, joiners, jamo or regional indicators below U+0300, and none in the punctuation between
/// U+2010 and U+2027: there each code point is a grapheme of its own, but for CR LF.
bool one_grapheme_each(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8_lossy(text, i);
    const bool simple =
        (c.code_point < 0x300 && c.code_point != '\r') || (c.code_point >= 0x2010 && c.code_point <= 0x2027);
    if (!simple) return false;
    i += c.size;
  }
  return true;
}

}  // namespace

std::vector<LineBreak> line_breaks(std::string_view text, std::string_view locale) {
  std::vector<LineBreak> breaks;
  if (text.empty()) return breaks;
  each_boundary(UBRK_LINE, text, locale, [&](std::uint32_t offset, std::int32_t status) {
    if (offset >= text.size()) return;
    breaks.push_back({offset, status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT});
  });
  return breaks;
}

std::vector<std::uint32_t> grapheme_ends(std::string_view text) {
  std::vector<std::uint32_t> ends;
  ends.reserve(text.size());
  if (one_grapheme_each(text)) {
    for (std::size_t i = 0; i < text.size();) {
      i += decode_utf8_lossy(text, i).size;
      ends.push_back(static_cast<std::uint32_t>(i));
    }
    return ends;
  }
  each_boundary(UBRK_CHARACTER, text, "", [&](std::uint32_t offset, std::int32_t) { ends.push_back(offset); });
  if (ends.empty() || ends.back() != text.size()) ends.push_back(static_cast<std::uint32_t>(text.size()));
  return ends;
}

std::vector<Word> words(std::string_view text, std::string_view locale) {
  std::vector<Word> found;
  std::uint32_t begin = 0;
  each_boundary(UBRK_WORD, text, locale, [&](std::uint32_t end, std::int32_t status) {
    if (status >= UBRK_WORD_NUMBER) found.push_back({begin, end});
    begin = end;
  });
  return found;
}

}  // namespace broadside::unicode
