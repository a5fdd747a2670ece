// SPDX-License-Identifier: MIT
// libhyphen makes an automaton of the patterns: a state for every beginning of one, and while it reads a word it is in
// the longest state that the bytes read so far end with. Only that state's own pattern counts, so that a longer
// beginning hides a shorter pattern. A part of a dictionary therefore gives the same points if, and only if, it has
// every state that is found in the words: all patterns that match, and all beginnings of the others. See patterns.h.
#include "text/patterns.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace broadside::text {
namespace {

constexpr std::string_view kNextLevel = "NEXTLEVEL";
/// libhyphen reads longer lines in pieces.
constexpr std::size_t kLongestLine = 98;

bool is_setting(std::string_view line) {
  for (const std::string_view word :
       {"LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN", "NOHYPHEN"}) {
    if (line.starts_with(word)) return true;
  }
  return false;
}

}  // namespace

Patterns::Patterns(std::string dictionary) : bytes_(std::move(dictionary)) {
  letters_.reserve(bytes_.size());
  std::size_t level = 0;
  // The first line names the encoding.
  for (std::size_t begin = std::min(bytes_.find('\n'), bytes_.size() - 1) + 1; begin < bytes_.size();) {
    const std::size_t end = std::min(bytes_.find('\n', begin), bytes_.size());
    const std::string_view line = std::string_view(bytes_).substr(begin, end - begin);
    if (line.starts_with(kNextLevel)) {
      if (level + 1 == levels_.size()) break;
      ++level;
      has_second_ = true;
    } else {
      add_line(begin, end, levels_[level]);
    }
    begin = end + 1;
  }
  // A replacement in the first level hands the second one letters that the word does not have.
  whole_ = whole_ || (has_second_ && levels_[0].replaces);
  for (Level& one : levels_) {
    std::sort(one.entries.begin(), one.entries.end(), [this](const Entry& a, const Entry& b) {
      if (a.first != b.first) return a.first < b.first;
      // With a zero among the first eight bytes both end there.
      const int order = (a.first & 0xFFU) == 0 ? 0 : std::strcmp(&letters_[a.letters + 8], &letters_[b.letters + 8]);
      return order != 0 ? order < 0 : a.letters < b.letters;
    });
  }
}

void Patterns::add_line(std::size_t begin, std::size_t end, Level& level) {
  const std::string_view line = std::string_view(bytes_).substr(begin, end - begin);
  if (line.size() > kLongestLine) whole_ = true;
  if (line.starts_with('%')) return;
  if (is_setting(line)) {
    level.settings.append(line).append(1, '\n');
    return;
  }
  Entry entry;
  entry.letters = static_cast<std::uint32_t>(letters_.size());
  entry.line = static_cast<std::uint32_t>(begin);
  for (const char c : line) {
    level.replaces = level.replaces || c == '/';
    if (static_cast<unsigned char>(c) <= ' ' || c == '/') break;
    if (c < '0' || c > '9') letters_ += c;
  }
  const std::size_t size = letters_.size() - entry.letters;
  if (size == 0) return;
  for (std::size_t i = 0; i < 8; ++i) {
    entry.first = entry.first << 8U | (i < size ? static_cast<unsigned char>(letters_[entry.letters + i]) : 0U);
  }
  letters_ += '\0';
  level.entries.push_back(entry);
}

unsigned char Patterns::byte_at(const Entry& entry, std::size_t depth) const {
  if (depth < 8) return static_cast<unsigned char>(entry.first >> (56 - 8 * depth) & 0xFFU);
  return static_cast<unsigned char>(letters_[entry.letters + depth]);
}

// Of entries that begin with the same `depth` bytes those with `next` behind them.
Patterns::Range Patterns::narrow(const Level& level, Range range, std::size_t depth, char next) const {
  const auto at = [&level](std::size_t i) { return level.entries.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto byte = static_cast<unsigned char>(next);
  const auto begin = std::partition_point(at(range.begin), at(range.end),
                                          [&](const Entry& one) { return byte_at(one, depth) < byte; });
  const auto end =
      std::partition_point(begin, at(range.end), [&](const Entry& one) { return byte_at(one, depth) == byte; });
  return {static_cast<std::size_t>(begin - level.entries.begin()),
          static_cast<std::size_t>(end - level.entries.begin())};
}

// All states that begin where the word does; with `from_edge` behind the dot of a word's edge. The parts of a compound
// become words of the second level, so an edge may be anywhere.
void Patterns::walk(const Level& level, std::string_view word, bool from_edge, Found& found) const {
  std::string read;
  Range range{0, level.entries.size()};
  const auto enter = [&](Range state) {
    for (; state.begin < state.end && byte_at(level.entries[state.begin], read.size()) == 0; ++state.begin) {
      found.lines.push_back(level.entries[state.begin].line);
    }
  };
  const auto ends_here = [&](Range state) { return byte_at(level.entries[state.begin], read.size()) == 0; };
  if (from_edge) {
    range = narrow(level, range, 0, '.');
    read += '.';
  }
  bool whole = true;
  for (std::size_t i = 0; i <= word.size() && range.begin < range.end; ++i) {
    if (!read.empty()) {
      whole = ends_here(range);
      if (whole) enter(range);
      const Range edge = narrow(level, range, read.size(), '.');
      if (edge.begin < edge.end) {
        read += '.';
        if (ends_here(edge)) {
          enter(edge);
        } else {
          found.beginnings.insert(read);
        }
        read.pop_back();
      }
    }
    if (i == word.size()) break;
    const Range next = narrow(level, range, read.size(), word[i]);
    if (next.begin == next.end) break;
    range = next;
    read += word[i];
  }
  if (!whole && range.begin < range.end) found.beginnings.insert(read);
}

void Patterns::append(const Level& level, const std::vector<std::string>& words, std::string& out) const {
  Found found;
  for (const std::string& word : words) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      const std::string_view rest = std::string_view(word).substr(i);
      walk(level, rest, false, found);
      walk(level, rest, true, found);
    }
  }
  out += level.settings;
  for (const std::string& beginning : found.beginnings) out.append(beginning).append(1, '\n');
  // Of two lines with the same letters the later one counts.
  std::sort(found.lines.begin(), found.lines.end());
  found.lines.erase(std::unique(found.lines.begin(), found.lines.end()), found.lines.end());
  for (const std::uint32_t line : found.lines) {
    const std::size_t end = std::min(bytes_.find('\n', line), bytes_.size());
    out.append(bytes_, line, end - line).append(1, '\n');
  }
}

std::string Patterns::matching(const std::vector<std::string>& words) const {
  if (whole_) return bytes_;
  std::string out = "UTF-8\n";
  append(levels_[0], words, out);
  if (has_second_) {
    out.append(kNextLevel).append(1, '\n');
    append(levels_[1], words, out);
  }
  return out;
}

}  // namespace broadside::text
