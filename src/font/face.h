// SPDX-License-Identifier: MIT
// One font face: its bytes, names, metrics and coverage. Comes in: the bytes of a TrueType or OpenType
// (CFF) file. Goes out: figures in font units, and the HarfBuzz handles for text/ (shaping) and pdf/ (subsetting).
// Does not choose between faces (library.h, fallback.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;

namespace broadside::font {

enum class Outlines : std::uint8_t { TrueType, Cff };

/// All lengths in font units, y upwards.
struct Metrics {
  int units_per_em = 1000;
  int ascender = 0;   ///< hhea or OS/2 typo, the ones that text/ sets lines with
  int descender = 0;  ///< negative
  int cap_height = 0;
  int x_height = 0;
  int underline_position = 0;
  int underline_thickness = 0;
  int italic_angle_tenths = 0;  ///< negative leans right
  int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

class Face {
 public:
  /// Null if the bytes are no usable font: no character map, no glyphs, no outlines that PDF can hold (glyf or
  /// CFF), unitsPerEm outside 16 … 16384. Bytes may be hostile; HarfBuzz checks each table before it is used.
  /// `index` is the face's number in a collection (.ttc).
  static std::shared_ptr<const Face> load(std::vector<std::uint8_t> bytes, unsigned index = 0);
  /// The same for a file of a trusted folder, mapped into memory: fetches only the tables that are used.
  static std::shared_ptr<const Face> open(const std::string& path, unsigned index = 0);
  /// All usable faces of a file whose bytes may be hostile: several for a collection, of which at most 64 are read.
  static std::vector<std::shared_ptr<const Face>> load_all(std::vector<std::uint8_t> bytes);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  /// The typographic family (name 16) where there is one, else the family (name 1): "Source Serif 4" for all
  /// its weights.
  [[nodiscard]] const std::string& family() const;
  [[nodiscard]] const std::string& postscript_name() const;
  [[nodiscard]] int weight() const;  ///< 100 … 900
  [[nodiscard]] bool italic() const;
  [[nodiscard]] bool monospace() const;
  [[nodiscard]] bool serif() const;  ///< false for a sans-serif
  [[nodiscard]] Outlines outlines() const;
  [[nodiscard]] bool embeddable() const;  ///< OS/2 fsType allows embedding and subsetting
  [[nodiscard]] const Metrics& metrics() const;
  /// Glyph of a code point through the cmap; 0 if none.
  [[nodiscard]] std::uint32_t glyph(char32_t code_point) const;
  [[nodiscard]] int advance(std::uint32_t glyph) const;

  [[nodiscard]] hb_face_t* hb_face() const;
  /// At scale unitsPerEm, so positions are font units.
  [[nodiscard]] hb_font_t* hb_font() const;

 private:
  struct Impl;
  explicit Face(std::unique_ptr<Impl> impl);
  static std::shared_ptr<const Face> load_from(hb_blob_t* blob, unsigned index);
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadside::font
