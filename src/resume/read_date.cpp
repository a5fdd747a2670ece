// SPDX-License-Identifier: MIT
// Dates: digits and hyphens, and the usual other notations in hints.
#include "resume/read_date.h"

#include <algorithm>
#include <array>
#include <vector>

namespace broadside::resume {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2199;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int days_of(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// 1 … 12 for "Jul", "July", "july." …; 0 for anything else.
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
  std::string name = lower(word);
  while (!name.empty() && (name.back() == '.' || name.back() == ',')) name.pop_back();
  if (name == "sept") name = "sep";
  if (name.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == name || (name.size() == 3 && kMonths[i].starts_with(name))) return static_cast<int>(i) + 1;
  }
  return 0;
}

// The notation to use for "Jul 2022", "July 4, 2022", "07/2022", "2022/07" …, or empty.
std::string translated(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ' || c == '/' || c == '.' || c == ',' || c == '-') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  std::string year;
  std::vector<int> numbers;
  int month = 0;
  for (const std::string& word : words) {
    const bool digits = std::all_of(word.begin(), word.end(), is_digit);
    if (digits && word.size() == 4 && year.empty()) {
      year = word;
    } else if (digits && word.size() <= 2) {
      numbers.push_back(std::stoi(word));
    } else if (const int named = month_of(word); named != 0 && month == 0) {
      month = named;
    } else {
      return {};
    }
  }
  // Two bare numbers could be day and month in either order.
  if (month == 0 && numbers.size() == 1) {
    month = numbers.front();
    numbers.clear();
  }
  if (year.empty() || month < 1 || month > 12 || numbers.size() > 1) return {};
  std::string out = year + "-" + two_digits(month);
  if (!numbers.empty()) out += "-" + two_digits(numbers.front());
  return out;
}

}  // namespace

bool is_present(std::string_view text) { return lower(text) == "present"; }

ParsedPoint parse_point(std::string_view text) {
  ParsedPoint result;
  const std::string shown = "'" + std::string(text) + "'";
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == '-') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  const bool digits = std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
    return !part.empty() && part.size() <= 4 && std::all_of(part.begin(), part.end(), is_digit);
  });
  if (!digits || parts.size() > 3 || parts.front().size() != 4) {
    const std::string better = translated(text);
    if (!better.empty() || (!text.empty() && is_digit(text.front()))) {
      result.problem = shown + " is not a date in the form 2024, 2024-08 or 2024-08-31";
      result.hint =
          better.empty() ? "write the year with four digits, then month and day with two each" : "write " + better;
    }
    return result;
  }
  std::array<int, 3> number{};
  for (std::size_t i = 0; i < parts.size(); ++i) number[i] = std::stoi(parts[i]);
  const auto [year, month, day] = number;
  if (parts.size() == 2 && parts[1].size() == 4) {
    result.problem = shown + " is not a date in the form 2024, 2024-08 or 2024-08-31";
    result.hint = "write a range of years as " + parts[0] + "/" + parts[1];
  } else if (year < kFirstYear || year > kLastYear) {
    result.problem = "the year " + parts[0] + " is out of range";
    result.hint = "years from " + std::to_string(kFirstYear) + " to " + std::to_string(kLastYear) + " are accepted";
  } else if (parts.size() > 1 && (month < 1 || month > 12)) {
    result.problem = "there is no month " + parts[1];
    result.hint = "a date is written year-month-day, and months run from 01 to 12";
  } else if (parts.size() > 2 && (day < 1 || day > days_of(year, month))) {
    result.problem = "there is no day " + parts[2] + " in " + parts[0] + "-" + parts[1];
    result.hint = "that month has " + std::to_string(days_of(year, month)) + " days";
  } else if ((parts.size() > 1 && parts[1].size() != 2) || (parts.size() > 2 && parts[2].size() != 2)) {
    result.problem = shown + " needs two digits for month and day";
    result.hint = "write " + parts[0] + "-" + two_digits(month) + (parts.size() > 2 ? "-" + two_digits(day) : "");
  } else {
    result.date =
        PartialDate{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
  }
  return result;
}

std::weak_ordering compare(const PartialDate& a, const PartialDate& b) {
  if (a.year != b.year) return a.year <=> b.year;
  if (a.month == 0 || b.month == 0) return std::weak_ordering::equivalent;
  if (a.month != b.month) return a.month <=> b.month;
  if (a.day == 0 || b.day == 0) return std::weak_ordering::equivalent;
  return a.day <=> b.day;
}

}  // namespace broadside::resume
