// SPDX-License-Identifier: MIT
// The fonts of one document. Comes in, first: every (face, glyph, text) that is shown. Goes out, after embed(): the
// font resource and two-byte code that show it, and the font dictionaries. Knows no pages and no positions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "font/library.h"
#include "pdf/deflate.h"
#include "pdf/haru.h"

namespace broadside::pdf {

/// How a glyph is shown.
struct FontCode {
  std::uint16_t resource = 0;  ///< index for FontSet::resource_name
  std::uint16_t code = 0;
  int width = 0;  ///< as declared in the file: 1/1000 em
};

class FontSet {
 public:
  explicit FontSet(const font::Library& library);
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  /// Notes that a glyph is shown for a text (UTF-8); returns the number of the pair within the face.
  /// The same pair gets the same number. `face` is not kNoFace and `glyph` not 0.
  std::uint32_t note(font::FaceId face, std::uint32_t glyph, std::string_view text);

  /// A face whose space can stand for what has no glyph: `preferred` if it has one, else one that is used, else the
  /// first of the library; kNoFace if no face has a space.
  [[nodiscard]] font::FaceId face_with_space(font::FaceId preferred) const;

  /// Subsets each face once and writes the font dictionaries; call once, after the last note(). Throws Failure.
  void embed(Objects& objects, Deflater& deflater);

  [[nodiscard]] const font::Face& face(font::FaceId id) const;
  /// After embed().
  [[nodiscard]] const FontCode& code(font::FaceId face, std::uint32_t pair) const;
  [[nodiscard]] std::string resource_name(std::uint16_t resource) const;  ///< "F1", "F2", …
  /// Puts every font under its name into a resource dictionary.
  void list_resources(Dict fonts) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadside::pdf
