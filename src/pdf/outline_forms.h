// SPDX-License-Identifier: MIT
// Outlines that are drawn thousands of times (vowel signs of Tibetan, say) → form XObjects (ISO 32000-1, 8.10), each
// with its path once. Comes in: a glyph and its place. Goes out: operators, and the objects that they name. Knows no
// pages.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "font/library.h"
#include "pdf/deflate.h"
#include "pdf/haru.h"
#include "pdf/outline_path.h"

namespace broadside::pdf {

class OutlineForms {
 public:
  /// Below that number the paths themselves are shorter than what it takes to name them.
  static constexpr std::size_t kMany = 2'000;

  /// `outlines` is how many a document draws.
  explicit OutlineForms(std::size_t outlines) : on_(outlines > kMany) {}

  /// Appends operators that fill the outline with the colour that is set; nothing for a glyph without one.
  void draw(font::FaceId id, const font::Face& face, std::uint32_t glyph, const OutlinePlace& place, std::string& out);

  [[nodiscard]] bool empty() const { return forms_.empty(); }
  /// Makes the objects and enters them: "M0", "M1", …
  void list_resources(Objects& objects, Deflater& deflater, Dict xobjects) const;

 private:
  struct Form {
    std::size_t number = 0;
    std::string path;  ///< in hundredths of an em
  };
  bool on_;
  std::map<std::pair<font::FaceId, std::uint32_t>, Form> forms_;
};

}  // namespace broadside::pdf
