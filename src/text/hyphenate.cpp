// SPDX-License-Identifier: MIT
// Words are runs of letters; what stands beside them decides whether they are words of the language at all. See
// hyphenate.h.
#include "text/hyphenate.h"

#include <hyphen.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "base/utf8.h"
#include "text/opportunities.h"
#include "unicode/charset.h"
#include "unicode/letter_case.h"

namespace broadside::text {
namespace {

/// Longer "words" are no words; libhyphen's time grows with the square of their length.
constexpr std::size_t kLongestWord = 100;
/// Words for which one small dictionary is made: its hash table has 31,627 places, and is made and cleared each time.
constexpr std::size_t kAtOnce = 100;
/// Of more distinct words no résumé consists; what is known is then forgotten to save room.
constexpr std::size_t kMostKnown = 20'000;

struct Tag {
  std::string language, script, region;
};

Tag parse_tag(std::string_view text) {
  Tag tag;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min({text.find('-', begin), text.find('_', begin), text.size()});
    const std::string_view part = text.substr(begin, end - begin);
    if (begin == 0) {
      tag.language = unicode::to_lower(part, "en");
    } else if (part.size() == 4 && tag.script.empty()) {
      tag.script = part;
    } else if (part.size() == 2 && tag.region.empty()) {
      tag.region = unicode::to_upper(part, "en");
    }
    begin = end + 1;
  }
  return tag;
}

/// Languages whose first country is not called as they are.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kHomes = {{{"cs", "CZ"},
                                                                                   {"da", "DK"},
                                                                                   {"el", "GR"},
                                                                                   {"et", "EE"},
                                                                                   {"nb", "NO"},
                                                                                   {"nn", "NO"},
                                                                                   {"sl", "SI"},
                                                                                   {"sq", "AL"},
                                                                                   {"sv", "SE"},
                                                                                   {"uk", "UA"},
                                                                                   {"sr", "Latn"},
                                                                                   {"be", "BY"}}};

/// TeX's \lefthyphenmin and \righthyphenmin as the maintainers of its patterns give them (hyph-utf8), where they are
/// not 2 and 2.
struct Minimum {
  std::string_view language;
  HyphenMinimums minimums;
};
constexpr std::array<Minimum, 8> kMinimums = {{{"en", {2, 3}},
                                               {"pt", {2, 3}},
                                               {"cs", {2, 3}},
                                               {"sk", {2, 3}},
                                               {"fr", {2, 3}},
                                               {"cy", {2, 3}},
                                               {"lt", {2, 2}},
                                               {"el", {2, 2}}}};

bool nouns_have_capitals(std::string_view language) {
  const std::string own = parse_tag(language).language;
  return own == "de" || own == "lb" || own == "gsw" || own == "nds";
}

struct Range {
  std::uint32_t begin = 0, end = 0;
};

/// What stands between spaces, without addresses.
std::vector<Range> words_of(std::string_view text) {
  std::vector<Range> words;
  for (std::uint32_t begin = 0; begin < text.size();) {
    if (is_separator(text[begin])) {
      ++begin;
      continue;
    }
    std::uint32_t end = begin + 1;
    while (end < text.size() && !is_separator(text[end])) ++end;
    if (!is_address(text.substr(begin, end - begin))) words.push_back({begin, end});
    begin = end;
  }
  return words;
}

/// Signs that may touch a word of prose. Beside anything else (digits, _, @, #, a hyphen, an em dash) it is a part of a
/// name, of code, or of a compound that can be broken at its own hyphen.
bool is_prose(char32_t c) {
  constexpr std::u32string_view kProse =
      U" \t\n\r,.;:!?()[]\"'/\u00A0\u2013\u2018\u2019\u201C\u201D\u201E\u201A\u00AB"
      U"\u00BB\u2039\u203A\u2026\u2028\u2029\u00A1\u00BF";
  return kProse.find(c) != std::u32string_view::npos;
}

struct Close {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
using Dictionary = std::unique_ptr<HyphenDict, Close>;

Dictionary load(std::string bytes) {
  std::FILE* file = ::fmemopen(bytes.data(), bytes.size(), "r");
  if (file == nullptr) return nullptr;
  Dictionary dictionary(hnj_hyphen_load_file(file));
  static_cast<void>(std::fclose(file));
  return dictionary;
}

/// Bytes of a word in small letters before which it may be divided.
std::vector<std::uint32_t> divide(HyphenDict& dictionary, const std::string& word, const HyphenMinimums& minimums) {
  std::vector<std::uint32_t> out;
  std::vector<char> marks(word.size() + 5, '\0');
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  const int failed = hnj_hyphen_hyphenate3(&dictionary, word.data(), static_cast<int>(word.size()), marks.data(),
                                           nullptr, &replacements, &positions, &cuts, minimums.before, minimums.after,
                                           minimums.before, minimums.after);
  std::size_t letter = 0;
  for (std::size_t at = 0; failed == 0 && at < word.size(); ++letter) {
    at += decode_utf8_lossy(word, at).size;
    if (at >= word.size() || (marks[letter] & 1) == 0) continue;
    // A division that changes the spelling ("Schiff-fahrt") would change the text that is copied out.
    if (replacements != nullptr && replacements[letter] != nullptr) continue;
    out.push_back(static_cast<std::uint32_t>(at));
  }
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < word.size(); ++i) std::free(replacements[i]);
  }
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  return out;
}

}  // namespace

std::vector<std::string> dictionary_names(std::string_view language) {
  const Tag tag = parse_tag(language);
  std::vector<std::string> names;
  const auto add = [&names, &tag](const std::string& rest) {
    std::string name = "hyph_";
    name += tag.language;
    if (!rest.empty()) name += '_';
    name += rest;
    name += ".dic";
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  // A language comes from a file and becomes part of a file's name.
  const auto plain = [](const std::string& part) {
    return std::all_of(part.begin(), part.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  };
  if (tag.language.empty() || !plain(tag.language) || !plain(tag.script) || !plain(tag.region)) return names;
  if (!tag.script.empty()) add(tag.script);
  if (!tag.region.empty()) add(tag.region);
  if (tag.language == "en") {
    // Outside America English is divided as in Britain: by origin rather than by sound.
    const bool american = tag.region.empty() || tag.region == "US" || tag.region == "CA" || tag.region == "PH";
    if (!american) add("GB");
    add("US");
    return names;
  }
  add("");
  const auto home =
      std::find_if(kHomes.begin(), kHomes.end(), [&](const auto& one) { return one.first == tag.language; });
  add(home != kHomes.end() ? std::string(home->second) : unicode::to_upper(tag.language, "en"));
  return names;
}

HyphenMinimums hyphen_minimums(std::string_view language) {
  const std::string own = parse_tag(language).language;
  const auto found =
      std::find_if(kMinimums.begin(), kMinimums.end(), [&](const Minimum& one) { return one.language == own; });
  return found != kMinimums.end() ? found->minimums : HyphenMinimums{};
}

std::string dictionary_as_utf8(std::string bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  std::string charset = bytes.substr(0, end);
  while (!charset.empty() && (charset.back() == '\r' || charset.back() == ' ')) charset.pop_back();
  if (charset == "UTF-8") return bytes;
  if (charset.empty()) return {};
  // "ISO8859-15" and "microsoft-cp1251" are spelled thus in no other place.
  if (charset.rfind("ISO8859-", 0) == 0) charset.insert(3, "-");
  if (charset.rfind("microsoft-cp", 0) == 0) charset.replace(0, 12, "windows-");
  const std::optional<std::string> rest = unicode::to_utf8(std::string_view(bytes).substr(end), charset);
  if (!rest) return {};
  bytes = "UTF-8";
  bytes += *rest;
  return bytes;
}

Hyphenator::Hyphenator(Reader reader, Capitals capitals) : reader_(std::move(reader)), capitals_(capitals) {}
Hyphenator::~Hyphenator() = default;

Hyphenator::Language& Hyphenator::language_of(const std::string& tag) {
  const auto [place, added] = languages_.try_emplace(tag);
  if (!added) return place->second;
  for (const std::string& name : dictionary_names(tag)) {
    std::string bytes = dictionary_as_utf8(reader_(name));
    if (bytes.empty()) continue;
    place->second.patterns = std::make_unique<const Patterns>(std::move(bytes));
    break;
  }
  return place->second;
}

// Divides words that are met for the first time.
void Hyphenator::learn(Language& language, std::string_view tag, std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const HyphenMinimums minimums = hyphen_minimums(tag);
  for (std::size_t begin = 0; begin < words.size(); begin += kAtOnce) {
    const std::vector<std::string> some(
        words.begin() + static_cast<std::ptrdiff_t>(begin),
        words.begin() + static_cast<std::ptrdiff_t>(std::min(begin + kAtOnce, words.size())));
    const Dictionary dictionary = load(language.patterns->matching(some));
    for (const std::string& word : some) {
      std::vector<std::uint32_t>& points = language.known[word];
      if (dictionary) points = divide(*dictionary, word, minimums);
    }
  }
}

std::vector<std::uint32_t> Hyphenator::points(std::string_view text, std::string_view language) {
  std::vector<std::uint32_t> found;
  Language& own = language_of(std::string(language));
  if (!own.patterns) return found;
  const bool divide_capitals = capitals_ == Capitals::Divide || nouns_have_capitals(language);
  struct Place {
    std::uint32_t begin = 0;
    std::string word;
  };
  std::vector<Place> places;
  for (const Range& range : words_of(text)) {
    char32_t before = ' ';
    for (std::uint32_t at = range.begin; at < range.end;) {
      const Decoded first = decode_utf8_lossy(text, at);
      if (!unicode::is_letter(first.code_point)) {
        before = first.code_point;
        at += first.size;
        continue;
      }
      std::uint32_t end = at;
      bool capitals_inside = false;
      char32_t next = ' ';
      for (; end < range.end; end += decode_utf8_lossy(text, end).size) {
        const char32_t c = decode_utf8_lossy(text, end).code_point;
        if (!unicode::is_letter(c)) {
          next = c;
          break;
        }
        capitals_inside = capitals_inside || (end > at && unicode::is_upper(c));
      }
      const bool capital = unicode::is_upper(first.code_point);
      if (end - at <= kLongestWord && (!capitals_inside || capitals_ == Capitals::Divide) &&
          (!capital || divide_capitals) && is_prose(before) && is_prose(next)) {
        std::string lower = unicode::to_lower(text.substr(at, end - at), language);
        // Where lower case has other bytes (İ), offsets would not fit.
        if (lower.size() == end - at) places.push_back({at, std::move(lower)});
      }
      before = 'a';
      at = end;
    }
  }
  if (own.known.size() > kMostKnown) own.known.clear();
  std::vector<std::string> unknown;
  for (const Place& place : places) {
    if (own.known.find(place.word) == own.known.end()) unknown.push_back(place.word);
  }
  if (!unknown.empty()) learn(own, language, std::move(unknown));
  for (const Place& place : places) {
    const auto known = own.known.find(place.word);
    if (known == own.known.end()) continue;
    for (const std::uint32_t point : known->second) found.push_back(place.begin + point);
  }
  return found;
}

}  // namespace broadside::text
