// SPDX-License-Identifier: MIT
// The few lines of a hyphenation dictionary that matter to the words at hand. Comes in: a dictionary in libhyphen's
// notation, and words. Goes out: a dictionary in the same notation that divides these words as the whole one does.
// Divides nothing itself: reading all of a large dictionary costs libhyphen seconds, these lines next to nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::text {

class Patterns {
 public:
  /// `dictionary` is in UTF-8 and says so in its first line.
  explicit Patterns(std::string dictionary);

  /// For words of small letters alone: what libhyphen reads them by.
  [[nodiscard]] std::string matching(const std::vector<std::string>& words) const;

 private:
  /// One pattern, by its letters: the line without its digits.
  struct Entry {
    std::uint64_t first = 0;    ///< its first eight bytes, the first one highest
    std::uint32_t letters = 0;  ///< in letters_, up to a zero; ascending in the order of the lines
    std::uint32_t line = 0;     ///< in bytes_
  };
  /// libhyphen knows two: the words that a compound is made of, then their syllables.
  struct Level {
    std::string settings;        ///< lines that are no patterns
    std::vector<Entry> entries;  ///< by their letters
    bool replaces = false;       ///< some pattern changes the spelling where a word is divided
  };
  struct Range {
    std::size_t begin = 0, end = 0;
  };
  struct Found {
    std::vector<std::uint32_t> lines;
    std::set<std::string> beginnings;  ///< of patterns that do not match as a whole
  };

  void add_line(std::size_t begin, std::size_t end, Level& level);
  [[nodiscard]] unsigned char byte_at(const Entry& entry, std::size_t depth) const;
  [[nodiscard]] Range narrow(const Level& level, Range range, std::size_t depth, char next) const;
  void walk(const Level& level, std::string_view word, bool from_edge, Found& found) const;
  void append(const Level& level, const std::vector<std::string>& words, std::string& out) const;

  std::string bytes_, letters_;
  std::array<Level, 2> levels_;
  bool has_second_ = false;
  bool whole_ = false;  ///< it has what cannot be taken apart
};

}  // namespace broadside::text
