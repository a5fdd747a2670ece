// SPDX-License-Identifier: MIT
// Full case mapping by ICU's ucasemap. See letter_case.h.
#include "unicode/letter_case.h"

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

#include "unicode/locale.h"

namespace broadside::unicode {
namespace {

struct CloseMap {
  void operator()(UCaseMap* map) const { ucasemap_close(map); }
};

using Convert = std::int32_t (*)(const UCaseMap*, char*, std::int32_t, const char*, std::int32_t, UErrorCode*);

/// Turkish, Azeri and Lithuanian map ASCII i and j in their own way (SpecialCasing.txt).
bool ascii_is_plain(std::string_view locale) {
  const std::string language = language_of(locale);
  return language != "tr" && language != "az" && language != "lt";
}

std::string convert(std::string_view text, std::string_view locale, Convert function) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCaseMap, CloseMap> map(ucasemap_open(icu_locale(locale).c_str(), 0, &error));
  if (U_FAILURE(error)) return std::string(text);
  std::string result(text.size() + text.size() / 2 + 8, '\0');
  for (int attempt = 0; attempt < 2; ++attempt) {
    error = U_ZERO_ERROR;
    const std::int32_t length = function(map.get(), result.data(), static_cast<std::int32_t>(result.size()),
                                         text.data(), static_cast<std::int32_t>(text.size()), &error);
    const bool fits = U_SUCCESS(error);
    if (!fits && error != U_BUFFER_OVERFLOW_ERROR) return std::string(text);
    result.resize(static_cast<std::size_t>(length));
    if (fits) break;
  }
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string to_upper(std::string_view text, std::string_view locale) {
  if (!is_ascii(text) || !ascii_is_plain(locale)) return convert(text, locale, ucasemap_utf8ToUpper);
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

std::string to_lower(std::string_view text, std::string_view locale) {
  if (!is_ascii(text) || !ascii_is_plain(locale)) return convert(text, locale, ucasemap_utf8ToLower);
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}

}  // namespace broadside::unicode
