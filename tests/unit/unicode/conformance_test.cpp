// SPDX-License-Identifier: MIT
// The Unicode Consortium's own test files (Debian's package unicode-data): our breaks and levels are right wherever
// ICU's are. ICU refines a few rules of UAX #14 on purpose, so not every line of LineBreakTest.txt can agree.
#include <gtest/gtest.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "unicode/bidi.h"
#include "unicode/breaks.h"

namespace broadside::unicode {
namespace {

const std::string kFolder = "/usr/share/unicode/";

struct Case {
  std::string text;
  std::vector<std::uint32_t> breaks;  ///< bytes, without 0, with the end
  bool usable = true;                 ///< UTF-8 has no surrogates
};

/// "÷ 0023 × 0308 ÷ 0020 ÷\t# …"
Case read_case(const std::string& line) {
  Case result;
  std::istringstream words(line.substr(0, line.find('#')));
  for (std::string word; words >> word;) {
    if (word == "\u00F7") {
      if (!result.text.empty()) result.breaks.push_back(static_cast<std::uint32_t>(result.text.size()));
    } else if (word != "\u00D7") {
      const auto c = static_cast<char32_t>(std::stoul(word, nullptr, 16));
      if (c >= 0xD800 && c <= 0xDFFF) result.usable = false;
      append_utf8(result.text, c);
    }
  }
  return result;
}

/// What ICU answers by itself, without a locale.
std::vector<std::uint32_t> icu_breaks(UBreakIteratorType type, const std::string& text) {
  struct Close {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
    void operator()(UText* utext) const { utext_close(utext); }
  };
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UText, Close> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
  const std::unique_ptr<UBreakIterator, Close> iterator(ubrk_open(type, "", nullptr, 0, &error));
  ubrk_setUText(iterator.get(), utext.get(), &error);
  std::vector<std::uint32_t> result;
  ubrk_first(iterator.get());
  for (std::int32_t at = ubrk_next(iterator.get()); at != UBRK_DONE; at = ubrk_next(iterator.get())) {
    result.push_back(static_cast<std::uint32_t>(at));
  }
  return result;
}

template <typename Ours>
void compare(const std::string& name, UBreakIteratorType type, const Ours& ours) {
  std::ifstream file(kFolder + "auxiliary/" + name);
  ASSERT_TRUE(file) << "install the Debian package unicode-data";
  int cases = 0, right = 0, icu_right = 0;
  for (std::string line; std::getline(file, line);) {
    const Case expected = read_case(line);
    if (expected.text.empty() || !expected.usable) continue;
    const bool icu = icu_breaks(type, expected.text) == expected.breaks;
    const bool own = ours(expected.text) == expected.breaks;
    if (icu && !own) ADD_FAILURE() << "ICU is right, we are not: " << line;
    ++cases;
    right += own ? 1 : 0;
    icu_right += icu ? 1 : 0;
  }
  std::cout << name << ": agreement: " << right << " of " << cases << ", ICU " << icu_right << '\n';
  EXPECT_GT(cases, 500);
  EXPECT_GE(right, icu_right);
  EXPECT_GE(right * 100, cases * 95);
}

TEST(Conformance, LineBreakTest) {
  compare("LineBreakTest.txt", UBRK_LINE, [](const std::string& text) {
    std::vector<std::uint32_t> found;
    for (const LineBreak& one : line_breaks(text, "")) found.push_back(one.offset);
    found.push_back(static_cast<std::uint32_t>(text.size()));  // which line_breaks leaves out
    return found;
  });
}

TEST(Conformance, GraphemeBreakTest) {
  compare("GraphemeBreakTest.txt", UBRK_CHARACTER, [](const std::string& text) { return grapheme_ends(text); });
}

/// Fields of one line between semicolons.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream rest(line);
  for (std::string field; std::getline(rest, field, ';');) fields.push_back(field);
  return fields;
}

/// Whether ICU by itself gives the base level and the levels of the line.
bool icu_agrees(const std::u16string& units, const std::vector<std::string>& fields) {
  const UBiDiLevel base = fields[1] == "0" ? 0 : fields[1] == "1" ? 1 : UBIDI_DEFAULT_LTR;
  UErrorCode error = U_ZERO_ERROR;
  UBiDi* bidi = ubidi_open();
  ubidi_setPara(bidi, units.data(), static_cast<std::int32_t>(units.size()), base, nullptr, &error);
  const UBiDiLevel* found = ubidi_getLevels(bidi, &error);
  bool equal = U_SUCCESS(error) && ubidi_getParaLevel(bidi) == std::stoi(fields[2]);
  std::istringstream levels(fields[3]);
  std::size_t index = 0;
  for (std::string level; levels >> level && equal; ++index) equal = level == "x" || found[index] == std::stoi(level);
  ubidi_close(bidi);
  return equal;
}

TEST(Conformance, BidiCharacterTest) {
  std::ifstream file(kFolder + "BidiCharacterTest.txt");
  ASSERT_TRUE(file) << "install the Debian package unicode-data";
  int cases = 0, wrong = 0, icu_wrong = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> fields = fields_of(line);
    ASSERT_EQ(fields.size(), 5U) << line;
    std::string text;
    std::u16string units;  // the file has no character beyond U+FFFF
    std::vector<std::uint32_t> starts;
    std::istringstream characters(fields[0]), levels(fields[3]), order(fields[4]);
    for (std::string word; characters >> word;) {
      starts.push_back(static_cast<std::uint32_t>(text.size()));
      const unsigned long c = std::stoul(word, nullptr, 16);
      ASSERT_LE(c, 0xFFFFU) << line;
      append_utf8(text, static_cast<char32_t>(c));
      units.push_back(static_cast<char16_t>(c));
    }
    const BaseDirection base = fields[1] == "0"   ? BaseDirection::LeftToRight
                               : fields[1] == "1" ? BaseDirection::RightToLeft
                                                  : BaseDirection::Auto;
    const BidiParagraph found = bidi_runs(text, base);
    bool equal = found.base_level == std::stoi(fields[2]);
    std::vector<std::uint8_t> kept;  // levels of characters that are shown; "x" marks the others
    std::vector<std::uint32_t> places;
    std::size_t run = 0, index = 0;
    for (std::string level; levels >> level; ++index) {
      while (run + 1 < found.runs.size() && found.runs[run].end <= starts[index]) ++run;
      if (level == "x") continue;
      equal = equal && found.runs[run].level == std::stoi(level);
      kept.push_back(found.runs[run].level);
      places.push_back(static_cast<std::uint32_t>(index));
    }
    std::vector<std::uint32_t> expected, shown;
    for (std::string place; order >> place;) expected.push_back(static_cast<std::uint32_t>(std::stoul(place)));
    for (const std::uint32_t at : visual_order(kept)) shown.push_back(places[at]);
    equal = equal && shown == expected;
    ++cases;
    const bool icu = icu_agrees(units, fields);
    wrong += equal ? 0 : 1;
    icu_wrong += icu ? 0 : 1;
    if (icu && !equal) ADD_FAILURE() << "ICU is right, we are not: " << line;
  }
  std::cout << "BidiCharacterTest.txt: agreement: " << cases - wrong << " of " << cases << ", ICU " << cases - icu_wrong
            << '\n';
  EXPECT_GT(cases, 90000);
  EXPECT_LE(wrong, icu_wrong);
  EXPECT_GE((cases - wrong) * 1000L, cases * 999L);
}

}  // namespace
}  // namespace broadside::unicode
