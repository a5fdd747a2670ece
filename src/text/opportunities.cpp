// SPDX-License-Identifier: MIT
// ICU's opportunities, filtered and priced word by word. See opportunities.h.
#include "text/opportunities.h"

#include <algorithm>

#include "base/utf8.h"
#include "unicode/breaks.h"

namespace broadside::text {
namespace {

constexpr std::int32_t kExplicitPenalty = 50;  // plain TeX's \exhyphenpenalty
constexpr std::int32_t kHyphenPenalty = 50;    // plain TeX's \hyphenpenalty
// An address breaks rather than leave a ragged line more than 4.3 em short (1000² demerits are those of badness 990,
// and 100 (4.3 em / 2 em)³ = 990); after a slash, where a break reads best, rather than 3.4 em.
constexpr std::int32_t kAddressPenalty = 1000;
constexpr std::int32_t kAddressSlashPenalty = 500;

// Korean has spaces; words are divided rather than leave a line more than about 3.5 em short.
constexpr std::int32_t kHangulPenalty = 700;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
/// Letters, digits and any byte of a multi-byte character.
bool is_wordy(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80; }
void add_address_breaks(std::string_view word, std::uint32_t offset, std::vector<Opportunity>& out) {
  constexpr std::string_view kAfter = "/.-_?&=#:";
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (word[i] == '@' && is_wordy(word[i - 1])) {
      out.push_back({offset + static_cast<std::uint32_t>(i), BreakKind::Address, kAddressPenalty});
      continue;
    }
    if (kAfter.find(word[i]) == std::string_view::npos || !is_wordy(word[i + 1])) continue;
    const bool slash = word[i] == '/';
    out.push_back({offset + static_cast<std::uint32_t>(i) + 1, BreakKind::Address,
                   slash ? kAddressSlashPenalty : kAddressPenalty});
  }
}

/// Four or more letters on either side of the slash at `slash` inside the word.
bool is_long_pair(std::string_view word, std::size_t slash) {
  constexpr std::size_t kLetters = 4;
  std::size_t before = 0;
  while (before < slash && is_wordy(word[slash - before - 1]) && !is_ascii_digit(word[slash - before - 1])) ++before;
  std::size_t after = 0;
  while (slash + after + 1 < word.size() && is_wordy(word[slash + after + 1]) &&
         !is_ascii_digit(word[slash + after + 1])) {
    ++after;
  }
  return before >= kLetters && after >= kLetters;
}

char32_t last_code_point(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return decode_utf8_lossy(text, begin).code_point;
}

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

bool is_ideographic(char32_t c) {
  return c >= 0x2E80 && (c < 0xA4D0 || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000);
}

/// Thai, Lao, Myanmar, Khmer and other scripts whose words ICU finds in dictionaries.
bool is_dictionary_script(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) ||
         (c >= 0x1950 && c <= 0x19DF) || (c >= 0x1A20 && c <= 0x1AAF) || (c >= 0xAA60 && c <= 0xAADF);
}

/// "82 %", "5 €", "€ 5", "§ 4": a number and its sign, with the spaces between them at [spaces, at).
bool is_one_figure(std::string_view text, std::size_t spaces, std::size_t at) {
  constexpr std::u32string_view kAfter = U"%\u2030\u00B0\u20AC\u00A3\u00A5",
                                kBefore = U"\u20AC$\u00A3\u00A5\u00A7\u2116";
  if (spaces == 0) return false;
  if (is_ascii_digit(text[spaces - 1])) {
    return kAfter.find(decode_utf8_lossy(text, at).code_point) != std::u32string_view::npos;
  }
  return is_ascii_digit(text[at]) && kBefore.find(last_code_point(text, spaces)) != std::u32string_view::npos;
}

/// A dash with spaces on both sides stays with what is before it.
bool is_lone_dash(std::string_view text, std::size_t spaces, std::size_t at) {
  if (spaces == 0 || at + 3 >= text.size() || !is_separator(text[at + 3])) return false;
  const char32_t c = decode_utf8_lossy(text, at).code_point;
  return c == 0x2013 || c == 0x2014;
}

/// What ICU's opportunity at `at`, which is inside the word that starts at `word_begin`, is worth. False: none.
bool price(std::string_view text, std::size_t word_begin, std::size_t word_end, std::size_t at, Opportunity& out) {
  const char32_t before = last_code_point(text, at);
  const char32_t after = decode_utf8_lossy(text, at).code_point;
  out = {static_cast<std::uint32_t>(at), BreakKind::Explicit, kExplicitPenalty};
  switch (before) {
    case 0xAD:
      out.kind = BreakKind::SoftHyphen;
      out.penalty = kHyphenPenalty;
      return true;
    case '-':
    case 0x2010: {
      // Not after the hyphen of "--option" or "-5".
      const std::size_t length = before == '-' ? 1 : 3;
      return at - word_begin > length && is_wordy(text[at - length - 1]) &&
             last_code_point(text, at - length) != 0x2010;
    }
    case '/':
      out.kind = BreakKind::Slash;
      return is_long_pair(text.substr(word_begin, word_end - word_begin), at - 1 - word_begin);
    case 0x2013:  // en dash: holds ranges ("2019–2023") and pairs together
      return false;
    default:
      break;
  }
  if (after == 0x2014 || after == 0x2013) return false;  // a dash stays with what is before it
  if (is_hangul(before) && is_hangul(after)) {           // between syllables only where words do not fit
    out.kind = BreakKind::Dictionary;
    out.penalty = kHangulPenalty;
    return true;
  }
  if (is_ideographic(before) || is_ideographic(after)) {
    out.kind = BreakKind::Ideograph;
    out.penalty = 0;
    return true;
  }
  if (is_dictionary_script(before) || is_dictionary_script(after) || before == 0x200B) {
    out.kind = BreakKind::Dictionary;
    out.penalty = 0;
    return true;
  }
  // Of what else UAX #14 allows inside a word (between the signs of "C++", after "}" or "!") print takes only em
  // dashes, bars and the spaces of fixed width.
  return before == 0x2014 || before == 0x2015 || before == '|' || (before >= 0x2000 && before <= 0x200A) ||
         before == 0x205F;
}

}  // namespace

bool is_separator(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

bool is_address(std::string_view word) {
  if (word.find("://") != std::string_view::npos || word.substr(0, 4) == "www.") return true;
  const std::size_t at = word.find('@');
  if (at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos) return true;
  const std::size_t slash = word.find('/');
  const std::size_t dot = word.find('.');
  return slash != std::string_view::npos && dot != std::string_view::npos && dot > 0 && dot + 1 < slash &&
         is_ascii_letter(word[dot + 1]);
}

bool is_line_end(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

std::vector<Opportunity> find_opportunities(std::string_view text, std::string_view language) {
  const std::vector<unicode::LineBreak> breaks = unicode::line_breaks(text, language);
  std::vector<Opportunity> found;
  found.reserve(breaks.size());
  std::size_t next = 0, word_end = 0;  // of the word before
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_separator(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    while (end < text.size() && !is_separator(text[end])) ++end;
    // Before the word: what ends the spaces.
    for (; next < breaks.size() && breaks[next].offset <= begin; ++next) {
      if (breaks[next].mandatory) continue;
      const bool here = breaks[next].offset == begin;
      if (here && (is_one_figure(text, word_end, begin) || is_lone_dash(text, word_end, begin))) continue;
      found.push_back({breaks[next].offset, BreakKind::Space, 0});
    }
    const std::string_view word = text.substr(begin, end - begin);
    if (is_address(word)) {
      add_address_breaks(word, static_cast<std::uint32_t>(begin), found);
      while (next < breaks.size() && breaks[next].offset < end) ++next;
    }
    for (; next < breaks.size() && breaks[next].offset < end; ++next) {
      Opportunity opportunity;
      if (!breaks[next].mandatory && price(text, begin, end, breaks[next].offset, opportunity)) {
        found.push_back(opportunity);
      }
    }
    begin = word_end = end;
  }
  return found;
}

void add_hyphenation(const std::vector<std::uint32_t>& points, std::vector<Opportunity>& opportunities) {
  if (points.empty()) return;
  const auto by_offset = [](const Opportunity& a, const Opportunity& b) { return a.offset < b.offset; };
  const auto middle = static_cast<std::ptrdiff_t>(opportunities.size());
  for (const std::uint32_t point : points) opportunities.push_back({point, BreakKind::Hyphenation, kHyphenPenalty});
  std::inplace_merge(opportunities.begin(), opportunities.begin() + middle, opportunities.end(), by_offset);
  // At a break that is there anyway no hyphen is printed: the one of the text came first.
  opportunities.erase(std::unique(opportunities.begin(), opportunities.end(),
                                  [](const Opportunity& a, const Opportunity& b) { return a.offset == b.offset; }),
                      opportunities.end());
}

}  // namespace broadside::text
