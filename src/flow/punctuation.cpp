// SPDX-License-Identifier: MIT
#include "flow/punctuation.h"

#include <array>
#include <utility>

#include "unicode/bidi.h"
#include "unicode/locale.h"

namespace broadside::flow {
namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

constexpr std::string_view kMark = "\u200E";  // LEFT-TO-RIGHT MARK

constexpr std::array<Replacement, 2> kArabic = {{{",", "،"}, {";", "؛"}}};
constexpr std::array<Replacement, 5> kChinese = {{{", ", "，"}, {": ", "："}, {"; ", "；"}, {" (", "（"}, {")", "）"}}};
constexpr std::array<Replacement, 5> kJapanese = {
    {{", ", "、"}, {": ", "："}, {"; ", "；"}, {" (", "（"}, {")", "）"}}};

template <std::size_t count>
std::string replaced(std::string_view text, const std::array<Replacement, count>& table) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Replacement* found = nullptr;
    for (const Replacement& one : table) {
      if (text.substr(i, one.first.size()) == one.first) found = &one;
    }
    if (found != nullptr) {
      out += found->second;
      i += found->first.size();
    } else {
      out += text[i++];
    }
  }
  return out;
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string localized(std::string_view literal, std::string_view language, bool between_items) {
  const std::string name = unicode::language_of(language);
  if (name == "zh" || name == "yue") {
    return between_items && literal == ", " ? "、" : replaced(literal, kChinese);
  }
  if (name == "ja") return replaced(literal, kJapanese);
  for (const char* one : {"ar", "fa", "ur", "ps", "ckb", "ug", "sd"}) {
    if (name == one) return replaced(literal, kArabic);
  }
  return std::string(literal);
}

std::string for_right_to_left(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
    if (c == '.' && starts && i + 1 < text.size() && is_letter_or_digit(text[i + 1])) out += kMark;
    out += c;
    if (c != '+' && c != '#') continue;
    // The end of "C++" or "C#".
    std::size_t first = i;
    while (first > 0 && text[first] == c) --first;
    const bool ends = i + 1 == text.size() || (text[i + 1] != c && !is_letter_or_digit(text[i + 1]));
    if (ends && is_letter_or_digit(text[first])) out += kMark;
  }
  return out;
}

bool is_island(std::string_view text, bool always) {
  const unicode::Letters letters = unicode::letters_of(text);
  return !letters.right_to_left && (letters.left_to_right || always);
}

}  // namespace broadside::flow
