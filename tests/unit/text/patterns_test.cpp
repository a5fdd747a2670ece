// SPDX-License-Identifier: MIT
// A part of a dictionary divides its words as the whole one does: dictionaries made up at random, whose patterns hide
// each other in every way, and the real ones.
#include "text/patterns.h"

#include <gtest/gtest.h>
#include <hyphen.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>

#include "support/paths.h"
#include "text/hyphenate.h"
#include "unicode/letter_case.h"

namespace broadside::text::test {
namespace {

class Dictionary {
 public:
  explicit Dictionary(std::string bytes) {
    std::FILE* file = ::fmemopen(bytes.data(), bytes.size(), "r");
    loaded_ = hnj_hyphen_load_file(file);
    static_cast<void>(std::fclose(file));
  }
  ~Dictionary() { hnj_hyphen_free(loaded_); }
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  [[nodiscard]] std::string divided(const std::string& word) const {
    std::string marks(word.size() + 5, '\0');
    char** replacements = nullptr;
    int *positions = nullptr, *cuts = nullptr;
    hnj_hyphen_hyphenate3(loaded_, word.data(), static_cast<int>(word.size()), marks.data(), nullptr, &replacements,
                          &positions, &cuts, 1, 1, 1, 1);
    for (std::size_t i = 0; replacements != nullptr && i < word.size(); ++i) {
      if (replacements[i] != nullptr) marks += replacements[i];
      std::free(replacements[i]);
    }
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    return marks;
  }

 private:
  HyphenDict* loaded_ = nullptr;
};

/// How many of the words are divided somewhere; fails where a part divides them otherwise.
int compare(const std::string& bytes, const std::vector<std::string>& words, std::size_t at_once) {
  const Dictionary whole(bytes);
  const Patterns patterns(bytes);
  int divided = 0;
  for (std::size_t begin = 0; begin < words.size(); begin += at_once) {
    const std::vector<std::string> some(
        words.begin() + static_cast<std::ptrdiff_t>(begin),
        words.begin() + static_cast<std::ptrdiff_t>(std::min(begin + at_once, words.size())));
    const Dictionary part(patterns.matching(some));
    for (const std::string& word : some) {
      const std::string expected = whole.divided(word);
      EXPECT_EQ(part.divided(word), expected) << word;
      if (expected.find_first_of("13579") != std::string::npos) ++divided;
    }
  }
  return divided;
}

std::string random_word(std::mt19937& random, std::size_t most) {
  std::string word(1 + random() % most, ' ');
  for (char& c : word) c = static_cast<char>('a' + random() % 3);
  return word;
}

std::string random_patterns(std::mt19937& random, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    std::string line = random_word(random, 5);
    const std::size_t at = random() % (line.size() + 1);
    if (random() % 8 != 0) line.insert(at, 1, static_cast<char>('1' + random() % 4));
    if (random() % 5 == 0) line.insert(0, 1, '.');
    if (random() % 5 == 0) line += '.';
    out += line + '\n';
  }
  return out;
}

TEST(Patterns, APartOfAMadeUpDictionaryGivesTheSamePoints) {
  std::mt19937 random(4);  // the numbers of this engine are the same everywhere
  int divided = 0;
  for (int i = 0; i < 150; ++i) {
    std::string bytes = "UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n";
    if (i % 2 == 0)
      bytes += "COMPOUNDLEFTHYPHENMIN 1\nCOMPOUNDRIGHTHYPHENMIN 1\n" + random_patterns(random, 4) + "NEXTLEVEL\n";
    bytes += random_patterns(random, 1 + static_cast<int>(random() % 30));
    std::vector<std::string> words;
    for (int k = 0; k < 40; ++k) words.push_back(random_word(random, 12));
    divided += compare(bytes, words, 1 + random() % 5);
  }
  EXPECT_GT(divided, 1500);
}

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What stands between signs and spaces, in small letters, each once.
std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    if (letter || (!word.empty() && static_cast<unsigned char>(c) >= 0x80)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(unicode::to_lower(word, "en"));
      word.clear();
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

TEST(Patterns, APartOfAShippedDictionaryGivesTheSamePoints) {
  const std::vector<std::string> words =
      words_in(file(broadside::test::source_dir() + "/tests/data/tex-linebreaks/paragraphs.jsonl"));
  ASSERT_GT(words.size(), 500U);
  for (const char* name : {"en_US", "en_GB", "nl_NL"}) {
    const std::string bytes =
        dictionary_as_utf8(file(broadside::test::source_dir() + "/hyphenation/hyph_" + name + ".dic"));
    EXPECT_GT(compare(bytes, words, 100), 300) << name;
  }
}

// German has compounds: a first level of 69,000 words, and patterns of syllables below it.
TEST(Patterns, APartOfTheGermanDictionaryGivesTheSamePoints) {
  const std::string bytes = dictionary_as_utf8(file("/usr/share/hyphen/hyph_de_DE.dic"));
  // In packages.txt; where it is missing the made-up dictionaries still test two levels.
  if (bytes.empty()) GTEST_SKIP() << "hyphen-de is not installed";
  std::vector<std::string> words = words_in(file(broadside::test::source_dir() + "/examples/german.yaml"));
  // Words of the dictionary itself, alone and as compounds.
  const std::vector<std::string> own = words_in([&] {
    std::string letters;
    std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(letters), [](char c) { return c < '0' || c > '9'; });
    return letters;
  }());
  for (std::size_t i = 0; i + 41 < own.size(); i += 41) {
    words.push_back(own[i]);
    words.push_back(own[i] + own[(i * 7919) % own.size()]);
  }
  EXPECT_GT(compare(bytes, words, 100), 2000);
}

TEST(Patterns, KeepFewLines) {
  const std::string bytes = file(broadside::test::source_dir() + "/hyphenation/hyph_en_US.dic");
  EXPECT_LT(Patterns(bytes).matching({"information"}).size(), 1000U);
  EXPECT_EQ(Patterns("UTF-8\n").matching({"a"}), "UTF-8\n");
  EXPECT_EQ(Patterns("").matching({"a"}), "UTF-8\n");
}

}  // namespace
}  // namespace broadside::text::test
