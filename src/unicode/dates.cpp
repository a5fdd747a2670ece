// SPDX-License-Identifier: MIT
// The table of the commonest locales' date patterns and months, and ranges. The figures are CLDR's (ICU 72); a
// test compares every entry with ICU. See dates.h.
#include "unicode/dates.h"

#include <array>

#include "unicode/dates_icu.h"

namespace broadside::unicode {
namespace {

using Months = std::array<std::string_view, 12>;

/// Patterns in CLDR's letters: y, M, MM, MMM (abbreviated), MMMM (full), d, dd; 'quoted' text is literal.
struct Table {
  std::array<std::string_view, 3> year;   ///< by DateWidth
  std::array<std::string_view, 3> month;  ///< of a year and month
  std::array<std::string_view, 3> day;
  Months abbreviated;
  Months full;
};

// clang-format off
constexpr Table kEnglish = {{"y", "y", "y"}, {"MMM y", "MMMM y", "MM/y"}, {"MMM d, y", "MMMM d, y", "MM/dd/y"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}};
constexpr Table kGerman = {{"y", "y", "y"}, {"MMM y", "MMMM y", "MM.y"}, {"d. MMM y", "d. MMMM y", "dd.MM.y"},
    {"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
    {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}};
constexpr Table kFrench = {{"y", "y", "y"}, {"MMM y", "MMMM y", "MM/y"}, {"d MMM y", "d MMMM y", "dd/MM/y"},
    {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}};
constexpr Table kSpanish = {{"y", "y", "y"}, {"MMM y", "MMMM 'de' y", "M/y"}, {"d MMM y", "d 'de' MMMM 'de' y", "dd/MM/y"},
    {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}};
constexpr Table kChinese = {{"y年", "y年", "y年"}, {"y年M月", "y年M月", "y年M月"}, {"y年M月d日", "y年M月d日", "y/MM/dd"},
    {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
    {"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"}};
// clang-format on

const Table* table_for(std::string_view locale) {
  if (locale == "en" || locale == "en-US") return &kEnglish;
  if (locale == "de" || locale == "de-DE") return &kGerman;
  if (locale == "fr" || locale == "fr-FR") return &kFrench;
  if (locale == "es" || locale == "es-ES") return &kSpanish;
  if (locale == "zh" || locale == "zh-CN" || locale == "zh-Hans") return &kChinese;
  return nullptr;
}

void append_number(std::string& out, int number, std::size_t digits) {
  std::string text = std::to_string(number);
  while (text.size() < digits) text.insert(text.begin(), '0');
  out += text;
}

std::string fill(std::string_view pattern, const Table& table, int year, int month, int day) {
  std::string out;
  bool quoted = false;
  for (std::size_t i = 0; i < pattern.size();) {
    const char letter = pattern[i];
    if (letter == '\'') {
      quoted = !quoted;
      ++i;
      continue;
    }
    std::size_t count = 1;
    while (i + count < pattern.size() && pattern[i + count] == letter) ++count;
    i += count;
    const auto index = static_cast<std::size_t>(month - 1);
    if (quoted || (letter != 'y' && letter != 'M' && letter != 'd')) {
      out.append(count, letter);
    } else if (letter == 'y') {
      append_number(out, year, 1);
    } else if (letter == 'd') {
      append_number(out, day, count);
    } else if (count >= 3) {
      out += count == 3 ? table.abbreviated[index] : table.full[index];
    } else {
      append_number(out, month, count);
    }
  }
  return out;
}

bool is_year(std::string_view text) {
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string format_date(int year, int month, int day, std::string_view locale, DateWidth width) {
  if (month < 1 || month > 12) month = 0;
  if (month == 0 || day < 1 || day > 31) day = 0;
  if (const Table* table = table_for(locale)) {
    const auto column = static_cast<std::size_t>(width);
    const std::string_view pattern = month == 0 ? table->year[column]
                                     : day == 0 ? table->month[column]
                                                : table->day[column];
    return fill(pattern, *table, year, month, day);
  }
  std::string text = format_date_icu(year, month, day, locale, width);
  return text.empty() ? std::to_string(year) : text;
}

std::string format_range(std::string_view start, std::string_view end) {
  if (start.empty() || end.empty() || start == end) return std::string(start.empty() ? end : start);
  std::string text(start);
  text += is_year(start) && is_year(end) ? "\u2013" : " \u2013 ";
  text += end;
  return text;
}

}  // namespace broadside::unicode
