// SPDX-License-Identifier: MIT
// ICU's best pattern for a locale, and one formatter a pattern, kept for the thread. See dates_icu.h.
#include "unicode/dates_icu.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include <array>
#include <map>
#include <memory>

#include "unicode/locale.h"

namespace broadside::unicode {
namespace {

struct CloseFormat {
  void operator()(UDateFormat* format) const { udat_close(reinterpret_cast<void**>(format)); }
};
struct CloseGenerator {
  void operator()(UDateTimePatternGenerator* generator) const { udatpg_close(generator); }
};
using Format = std::unique_ptr<UDateFormat, CloseFormat>;

/// Rows: year, month, day; columns: DateWidth. The notation of CLDR's skeletons.
constexpr std::u16string_view kSkeletons[3][3] = {
    {u"y", u"y", u"y"}, {u"yMMM", u"yMMMM", u"yMM"}, {u"yMMMd", u"yMMMMd", u"yMMdd"}};

Format open_format(const std::string& locale, std::u16string_view skeleton) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UDateTimePatternGenerator, CloseGenerator> generator(udatpg_open(locale.c_str(), &error));
  if (U_FAILURE(error)) return {};
  std::array<UChar, 128> pattern{};
  const std::int32_t length =
      udatpg_getBestPattern(generator.get(), skeleton.data(), static_cast<std::int32_t>(skeleton.size()),
                            pattern.data(), static_cast<std::int32_t>(pattern.size()), &error);
  if (U_FAILURE(error)) return {};
  Format format(udat_open(UDAT_PATTERN, UDAT_PATTERN, locale.c_str(), u"UTC", 3, pattern.data(), length, &error));
  return U_SUCCESS(error) ? std::move(format) : Format{};
}

/// Milliseconds since 1970 of noon UTC of a day in the proleptic Gregorian calendar. Days are counted from
/// March so that the leap day ends the year.
UDate milliseconds(int year, int month, int day) {
  const long long y = month <= 2 ? year - 1LL : year;
  const long long m = month <= 2 ? month + 9LL : month - 3LL;
  const long long days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + (day - 1) - 719468;
  return (static_cast<double>(days) * 24 + 12) * 3600e3;
}

}  // namespace

std::string format_date_icu(int year, int month, int day, std::string_view locale, DateWidth width) {
  thread_local std::map<std::pair<std::string, std::u16string_view>, Format> cache;
  const std::size_t row = month == 0 ? 0 : day == 0 ? 1 : 2;
  const std::u16string_view skeleton = kSkeletons[row][static_cast<std::size_t>(width)];
  const std::string name = icu_locale(locale);
  auto found = cache.find({name, skeleton});
  if (found == cache.end()) found = cache.emplace(std::pair{name, skeleton}, open_format(name, skeleton)).first;
  if (!found->second) return {};
  std::array<UChar, 128> units{};
  std::array<char, 384> bytes{};
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length =
      udat_format(found->second.get(), milliseconds(year, month == 0 ? 7 : month, day == 0 ? 1 : day), units.data(),
                  static_cast<std::int32_t>(units.size()), nullptr, &error);
  std::int32_t size = 0;
  u_strToUTF8(bytes.data(), static_cast<std::int32_t>(bytes.size()), &size, units.data(), length, &error);
  return U_SUCCESS(error) ? std::string(bytes.data(), static_cast<std::size_t>(size)) : std::string{};
}

}  // namespace broadside::unicode
