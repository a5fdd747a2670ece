// SPDX-License-Identifier: MIT
// All faces of one run. Comes in: folders of font files, opened at the first question. Goes out: a FaceId for a
// family, weight and slant, and the Face behind an id. Knows nothing of text.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "font/face.h"

namespace broadside::host {
class SystemFonts;
struct FontWish;
}  // namespace broadside::host

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
  /// Adds the .ttf and .otf files of a trusted folder and of the folders one level below it, in order of path.
  /// Nothing is opened yet; what then proves to be no usable font is passed over by match(). Returns the number
  /// of files found.
  std::size_t add_folder(const std::string& folder);

  /// Fonts of the machine, for characters that no face of the library has. Asked by fallback() only.
  void use_system_fonts(std::shared_ptr<host::SystemFonts> fonts);

  /// The files of a folder named after the family ("source-serif-4") are asked first, and only if the family is not
  /// among them all the others: keep the files of one family in one folder. Opening a file costs some 25 µs.
  ///
  /// The best face of a family: same slant if there is one, then the nearest weight (CSS Fonts 4 §5.2).
  /// kNoFace if the family is unknown. Family names compare without case.
  [[nodiscard]] FaceId match(std::string_view family, int weight, bool italic) const;
  /// `id` must come from this library's add(), match() or fallback (font/fallback.h).
  [[nodiscard]] const Face& face(FaceId id) const;
  /// The same, null for kNoFace and for a file that is no usable font.
  [[nodiscard]] const Face* find(FaceId id) const;
  /// The best usable and embeddable face of the machine for a wish, opened and given an id when it is first found;
  /// kNoFace if there is none. match() and families() never see it.
  [[nodiscard]] FaceId system_face(const host::FontWish& wish) const;
  [[nodiscard]] bool from_system(FaceId id) const;
  /// What fallback() answered to the same question before, and room for its answer. Adding faces forgets all.
  [[nodiscard]] std::optional<FaceId> recall(const std::string& question) const;
  void remember(std::string question, FaceId answer) const;
  /// Number of ids given out: 0 … size() − 1.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::vector<std::string> families() const;  ///< sorted

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadside::font
