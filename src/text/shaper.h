// SPDX-License-Identifier: MIT
// HarfBuzz for one stretch of text in one look. Comes in: bytes, face, features, script, direction. Goes out:
// glyphs in font units and their clusters. Knows no lines.
#pragma once

#include <hb.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/shaped_text.h"
#include "text/word_cache.h"
#include "unicode/script.h"

namespace broadside::text {

/// Bytes [begin, end) that one call may shape: one span, level, script and face.
struct TextRun {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t look = 0;  ///< index into ShapedText::looks
  unicode::ScriptTag script = unicode::kLatin;
};

/// The smallest unit that has glyphs of its own; in logical order.
struct Cluster {
  std::uint32_t begin = 0, end = 0;
  GlyphRange glyphs;
  bool safe = true;  ///< text cut before it and shaped in two halves gives the same glyphs
};

class Shaper {
 public:
  /// `known`: words shaped before, or null.
  Shaper(ShapedText& out, const font::Library& fonts, std::span<const TextStyle> styles, const std::string& language,
         WordCache* known = nullptr);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// Appends the glyphs of bytes [begin, end) of the run to out.glyphs and its clusters to `clusters`. With a
  /// `hyphen` (the bytes of a soft hyphen behind `end`, or none at all), a hyphen is printed after them.
  void shape(const TextRun& run, std::uint32_t begin, std::uint32_t end, std::vector<Cluster>& clusters,
             const GlyphRange* hyphen = nullptr);

 private:
  struct Features {
    bool ready = false;
    std::string text;
    std::vector<hb_feature_t> list;
    bool everywhere = true;  ///< none of them is for a part of the text only
  };
  const Features& features_of(StyleId style);
  /// Bytes [begin, end) of the run into signs_, and a hyphen behind them if wanted.
  void shape_alone(const TextRun& run, const font::Face& face, std::uint32_t begin, std::uint32_t end,
                   const GlyphRange* hyphen);
  void shape_words(const TextRun& run, const font::Face& face, std::uint32_t begin, std::uint32_t end,
                   std::vector<Cluster>& clusters);
  /// Appends signs whose clusters count from `begin`; the last cluster ends at `end`.
  void collect(std::span<const Sign> signs, std::uint32_t begin, std::uint32_t end, bool right_to_left,
               std::vector<Cluster>& clusters);

  ShapedText& out_;
  const font::Library& fonts_;
  std::span<const TextStyle> styles_;
  std::vector<Features> features_;
  std::string language_name_;
  hb_language_t language_;
  hb_buffer_t* buffer_;
  WordCache* known_;
  std::vector<Sign> signs_;
};

}  // namespace broadside::text
