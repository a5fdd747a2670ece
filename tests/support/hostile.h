// SPDX-License-Identifier: MIT
// Résumés that nobody writes, as large as the caps of docs/limits.md let them be: one for each way of making every
// letter dear. Shared by a test of their memory and a benchmark of their time.
#pragma once

#include <string>
#include <vector>

namespace broadside::test {

struct Hostile {
  std::string name;
  enum class Kind {
    Texts,    ///< `unit` again and again, in texts as long as one may be, 1 MiB in all
    Aliases,  ///< one such text, said twenty times by aliases: 2 MB
    List,     ///< `unit` with a number behind it as one of 19,900 items of a list
  } kind = Kind::Texts;
  std::string unit;
  std::string list = "sections: [{title: B, highlights: [";  ///< what stands before the items
  std::string end = "]}]\nperson: {name: A}\n";

  [[nodiscard]] std::string text() const {
    constexpr std::size_t kOneText = 99'000, kAll = (1U << 20U) - 20'000;
    const std::string person = "person: {name: A}\n";
    std::string one = "\"";
    if (kind == Kind::List) {
      std::string out = list;
      for (int i = 0; i < 19'900; ++i) out += (i == 0 ? "" : ", ") + unit + std::to_string(i);
      return out + end;
    }
    while (one.size() + unit.size() < kOneText) one += unit;
    one += '"';
    std::string out = person + "sections:\n  - title: B\n    highlights:\n";
    if (kind == Kind::Aliases) {
      out += "      - &a " + one + "\n";
      for (int i = 1; i < 20; ++i) out += "      - *a\n";
    } else {
      while (out.size() + one.size() < kAll) out += "      - " + one + "\n";
    }
    return out;
  }
};

inline std::vector<Hostile> hostile() {
  using enum Hostile::Kind;
  return {
      {"Letters", Texts, "a"},
      {"Words", Aliases, "word "},
      {"Directions", Texts, "a\u0645"},
      {"DirectionsTwice", Aliases, "a\u0645"},
      {"Bold", Aliases, "*a*b"},
      {"Code", Texts, "`a `"},
      {"Scripts", Aliases, "a\u6F22"},
      {"Brackets", Texts, "\u0645(a)"},
      {"Missing", Aliases, "a\U00012000"},
      {"Links", Texts, "[a](http://b.c) "},
      {"Unclosed", Texts, "*a "},
      {"Addresses", Texts, "www.a.b "},
      {"Kerned", Aliases, "AV"},
      {"Marks", Texts, "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"},
      {"VowelSigns", Texts, "\u0F56\u0F7C\u0F51"},
      {"SoftHyphens", Texts, "\u00AD"},
      {"DividedLetters", Texts, "a\u00AD"},
      {"NoBreakSpaces", Texts, "\u00A0"},
      {"LineEnds", Texts, "a\u2028"},
      {"Ideographs", Aliases, "\u6F22"},
      {"Highlights", List, "a"},
      {"Keywords", List, "k", "sections: [{title: B, keywords: [{name: K, keywords: [", "]}]}]\nperson: {name: A}\n"},
      {"Emails", List, "a@b.c", "person: {name: A, email: [", "]}\nsections: []\n"},
      {"UnknownWords", List, std::string(40, 'w'),
       "person: {name: A}\nvariants: {full: {}, one-page: {pages: 1, include: [", "]}}\nsections: []\n"},
      {"Urls", List, "http://b.c/", "person: {name: A, url: [", "]}\nsections: []\n"},
  };
}

}  // namespace broadside::test
