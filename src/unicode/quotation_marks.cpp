// SPDX-License-Identifier: MIT
// CLDR's delimiters through ICU, once a locale and thread. See quotation_marks.h.
#include "unicode/quotation_marks.h"

#include <unicode/ulocdata.h>
#include <unicode/ustring.h>

#include <array>
#include <map>
#include <memory>

#include "unicode/locale.h"

namespace broadside::unicode {
namespace {

struct Close {
  void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

std::string delimiter(ULocaleData* data, ULocaleDataDelimiterType type, const char* otherwise) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<UChar, 16> units{};
  std::array<char, 64> bytes{};
  const std::int32_t length =
      ulocdata_getDelimiter(data, type, units.data(), static_cast<std::int32_t>(units.size()), &error);
  std::int32_t size = 0;
  u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &size, units.data(), length, &error);
  return U_SUCCESS(error) && size > 0 ? std::string(bytes.data(), static_cast<std::size_t>(size)) : otherwise;
}

QuotationMarks look_up(const std::string& name, std::string_view locale) {
  QuotationMarks out{"\u201C", "\u201D", "\u2018", "\u2019"};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, Close> data(ulocdata_open(name.c_str(), &error));
  if (U_FAILURE(error)) return out;
  out = {delimiter(data.get(), ULOCDATA_QUOTATION_START, "\u201C"),
         delimiter(data.get(), ULOCDATA_QUOTATION_END, "\u201D"),
         delimiter(data.get(), ULOCDATA_ALT_QUOTATION_START, "\u2018"),
         delimiter(data.get(), ULOCDATA_ALT_QUOTATION_END, "\u2019")};
  if (language_of(locale) == "fr" && out.open == "\u00AB") {
    out.open += "\u202F";
    out.close.insert(0, "\u202F");
    out.inner_open = "\u201C";
    out.inner_close = "\u201D";
  }
  return out;
}

}  // namespace

const QuotationMarks& quotation_marks(std::string_view locale) {
  thread_local std::map<std::string, QuotationMarks> cache;
  const std::string name = icu_locale(locale);
  auto found = cache.find(name);
  if (found == cache.end()) found = cache.emplace(name, look_up(name, locale)).first;
  return found->second;
}

}  // namespace broadside::unicode
