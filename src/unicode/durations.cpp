// SPDX-License-Identifier: MIT
// ICU's measure format, one a locale, kept for the thread. See durations.h.
#include "unicode/durations.h"

#include <unicode/measfmt.h>
#include <unicode/measunit.h>
#include <unicode/measure.h>

#include <map>
#include <memory>

#include "unicode/locale.h"

namespace broadside::unicode {

std::string format_duration(int months, std::string_view locale) {
  if (months < 1) return {};
  thread_local std::map<std::string, std::unique_ptr<icu::MeasureFormat>> cache;
  const std::string name = icu_locale(locale);
  auto found = cache.find(name);
  UErrorCode error = U_ZERO_ERROR;
  if (found == cache.end()) {
    auto made = std::make_unique<icu::MeasureFormat>(icu::Locale(name.c_str()), UMEASFMT_WIDTH_SHORT, error);
    if (U_FAILURE(error)) made.reset();
    found = cache.emplace(name, std::move(made)).first;
  }
  if (!found->second) return {};
  constexpr int kMonths = 12;
  const icu::Measure parts[] = {
      {icu::Formattable(months / kMonths), icu::MeasureUnit::createYear(error), error},
      {icu::Formattable(months % kMonths), icu::MeasureUnit::createMonth(error), error},
  };
  const bool years = months >= kMonths;
  const bool both = years && months % kMonths != 0;
  icu::UnicodeString text;
  icu::FieldPosition nowhere;
  found->second->formatMeasures(years ? parts : parts + 1, both ? 2 : 1, text, nowhere, error);
  std::string out;
  if (U_SUCCESS(error)) text.toUTF8String(out);
  return out;
}

}  // namespace broadside::unicode
