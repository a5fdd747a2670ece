// SPDX-License-Identifier: MIT
// Text → numbers with units. Implements amount.h; knows no YAML.
#include "layout/amount.h"

#include <charconv>
#include <cmath>

namespace broadside::layout {

namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_tag_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c); }

bool is_feature(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (text.size() < 4) return false;
  for (char c : text.substr(0, 4))
    if (!is_tag_letter(c)) return false;
  text.remove_prefix(4);
  if (text.empty()) return true;
  if (text.front() != '=' || text.size() < 2 || text.size() > 4) return false;
  for (char c : text.substr(1))
    if (!is_digit(c)) return false;
  return true;
}

}  // namespace

std::optional<Amount> parse_amount(std::string_view text) {
  text = trim(text);
  double number = 0;
  const char* end = text.data() + text.size();
  // from_chars reads no leading plus and, unlike strtod, never asks the locale for a decimal point.
  const auto [rest, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(number) || std::abs(number) > 1e6) return std::nullopt;
  const std::string_view unit = trim(std::string_view(rest, static_cast<std::size_t>(end - rest)));
  if (unit.empty()) return Amount{number, Unit::Factor};
  if (unit == "pt") return Amount{number, Unit::Pt};
  if (unit == "mm") return Amount{number * 72.0 / 25.4, Unit::Pt};
  if (unit == "cm") return Amount{number * 720.0 / 25.4, Unit::Pt};
  if (unit == "in") return Amount{number * 72.0, Unit::Pt};
  if (unit == "em") return Amount{number, Unit::Em};
  if (unit == "%") return Amount{number, Unit::Percent};
  return std::nullopt;
}

std::string to_string(Amount amount) {
  char buffer[32];
  const double rounded = std::round(amount.number * 1000) / 1000;
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, rounded);
  std::string text(buffer, error == std::errc() ? end : buffer);
  switch (amount.unit) {
    case Unit::Pt:
      return text + "pt";
    case Unit::Em:
      return text + "em";
    case Unit::Percent:
      return text + "%";
    case Unit::Factor:
      break;
  }
  return text;
}

std::optional<int> parse_whole(std::string_view text) {
  text = trim(text);
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

std::optional<std::string> parse_features(std::string_view text) {
  std::string result;
  while (!trim(text).empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view feature = trim(text.substr(0, comma));
    if (!is_feature(feature)) return std::nullopt;
    if (!result.empty()) result += ',';
    result += feature;
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return result;
}

}  // namespace broadside::layout
