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
  Shaper(ShapedText& out, const font::Library& fonts, std::span<const TextStyle> styles, const std::string& language);
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
    std::vector<hb_feature_t> list;
  };
  const std::vector<hb_feature_t>& features_of(StyleId style);
  void collect(std::uint32_t end, bool right_to_left, std::vector<Cluster>& clusters);

  ShapedText& out_;
  const font::Library& fonts_;
  std::span<const TextStyle> styles_;
  std::vector<Features> features_;
  hb_language_t language_;
  hb_buffer_t* buffer_;
};

}  // namespace broadside::text
