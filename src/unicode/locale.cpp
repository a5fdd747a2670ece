// SPDX-License-Identifier: MIT
// Language tags through ICU's uloc. See locale.h.
#include "unicode/locale.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <utility>

namespace broadside::unicode {

std::string icu_locale(std::string_view tag) {
  const std::string copy(tag);
  std::array<char, ULOC_FULLNAME_CAPACITY> name{};
  std::int32_t parsed = 0;
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length =
      uloc_forLanguageTag(copy.c_str(), name.data(), static_cast<std::int32_t>(name.size()), &parsed, &error);
  if (U_FAILURE(error) || length <= 0 || parsed != static_cast<std::int32_t>(copy.size())) return "root";
  return {name.data(), static_cast<std::size_t>(length)};
}

std::string language_of(std::string_view tag) {
  std::string language(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : language) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c < 'a' || c > 'z') return {};
  }
  return language;
}

bool is_known_locale(std::string_view tag) {
  if (icu_locale(tag) == "root") return false;
  const std::string language = language_of(tag);
  for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
    if (language == *known) return true;
  }
  return false;
}

bool is_right_to_left(std::string_view tag) {
  // Asked for every text of a document, always the same.
  thread_local std::pair<std::string, bool> last;
  if (last.first != tag) {
    const std::string name = icu_locale(tag);
    last = {std::string(tag), name != "root" && uloc_isRightToLeft(name.c_str()) != 0};
  }
  return last.second;
}

}  // namespace broadside::unicode
