// SPDX-License-Identifier: MIT
// Words as HarfBuzz shaped them. Every second word of a résumé has stood in it before, and a word is shaped by itself
// (see make_items.cpp), so its glyphs do not depend on where it stands. Knows no text and no lines.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "font/library.h"

namespace broadside::text {

/// One glyph as the shaper gives it, in font units.
struct Sign {
  std::uint32_t id = 0;
  std::int32_t advance = 0, dx = 0, dy = 0;
  std::uint32_t cluster = 0;  ///< byte at which its cluster begins
  bool safe = true;           ///< a cut before that cluster would change nothing
};

/// The words of one face, language and set of features.
class Words {
 public:
  /// Clusters count from the start of the word. Valid until the next keep().
  [[nodiscard]] std::optional<std::span<const Sign>> find(std::string_view word) const;
  /// `signs` with clusters that count from `begin`. Does nothing once there are too many words.
  void keep(std::string_view word, std::span<const Sign> signs, std::uint32_t begin);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  struct Range {
    std::uint32_t begin = 0, count = 0;
  };
  std::vector<Sign> signs_;
  std::unordered_map<std::string, Range, Hash, std::equal_to<>> ranges_;  // looked up only
};

class WordCache {
 public:
  Words& words(font::FaceId face, std::string_view language, std::string_view features);

 private:
  struct Group {
    font::FaceId face = font::kNoFace;
    std::string language, features;
    Words words;
  };
  std::vector<std::unique_ptr<Group>> groups_;  // a few
};

/// Whether a text of Latin script may be shaped word by word, cut at its spaces: it holds letters, digits and
/// punctuation only, nothing that could join a space or be drawn by way of its neighbours.
bool is_plain_latin(std::string_view text);

}  // namespace broadside::text
