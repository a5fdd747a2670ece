// SPDX-License-Identifier: MIT
// All faces of one run. Comes in: folders of font files, read lazily through host/. Goes out: a FaceId for a
// family, weight and slant, and the Face behind an id. Knows nothing of text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "font/face.h"

namespace broadside::font {

/// Index of a face in the library; the same in one run only. Never written to any output.
using FaceId = std::uint16_t;
inline constexpr FaceId kNoFace = 0xffff;

class Library {
 public:
  Library();
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  /// Adds one face; faces added first win. Returns its id.
  FaceId add(std::shared_ptr<const Face> face);
  /// Adds every .ttf and .otf file of a folder (not below), in order of name.
  void add_folder(const std::string& folder);

  /// The best face of a family: same slant if there is one, then the nearest weight (CSS Fonts 4 §5.2).
  /// kNoFace if the family is unknown. Family names compare without case.
  [[nodiscard]] FaceId match(std::string_view family, int weight, bool italic) const;
  [[nodiscard]] const Face& face(FaceId id) const;
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::vector<std::string> families() const;  ///< sorted

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadside::font
