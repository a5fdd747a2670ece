// SPDX-License-Identifier: MIT
// Big-endian fields by offset, each checked against the table's length. See tables.h.
#include "font/tables.h"

#include <hb.h>

#include <algorithm>
#include <cstdint>

namespace broadside::font {
namespace {

/// One table; reads beyond its end give 0.
class Table {
 public:
  Table(hb_face_t* face, const char* tag)
      : blob_(hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))) {
    bytes_ = reinterpret_cast<const std::uint8_t*>(hb_blob_get_data(blob_, &size_));
  }
  ~Table() { hb_blob_destroy(blob_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  [[nodiscard]] unsigned size() const { return size_; }
  [[nodiscard]] int u16(unsigned at) const {
    return size_ >= 2 && at <= size_ - 2 ? (bytes_[at] << 8) | bytes_[at + 1] : 0;
  }
  [[nodiscard]] int s16(unsigned at) const { return static_cast<std::int16_t>(u16(at)); }
  [[nodiscard]] std::uint32_t u32(unsigned at) const {
    return (static_cast<std::uint32_t>(u16(at)) << 16) | static_cast<std::uint32_t>(u16(at + 2));
  }

 private:
  hb_blob_t* blob_;
  unsigned size_ = 0;
  const std::uint8_t* bytes_ = nullptr;
};

constexpr std::uint32_t kHeadMagic = 0x5F0F3CF5;

}  // namespace

std::optional<FaceFacts> read_facts(hb_face_t* face) {
  FaceFacts facts;
  const Table head(face, "head");
  if (head.size() < 54 || head.u32(12) != kHeadMagic) return std::nullopt;
  facts.units_per_em = head.u16(18);
  if (facts.units_per_em < 16 || facts.units_per_em > 16384) return std::nullopt;
  if (hb_face_get_glyph_count(face) == 0) return std::nullopt;
  const Table cmap(face, "cmap");
  if (cmap.size() < 4 || cmap.u16(2) == 0) return std::nullopt;
  if (Table(face, "hhea").size() < 36 || Table(face, "hmtx").size() < 4) return std::nullopt;
  if (Table(face, "glyf").size() > 0 && Table(face, "loca").size() > 0) {
    facts.outlines = Outlines::TrueType;
  } else if (Table(face, "CFF ").size() > 0) {
    facts.outlines = Outlines::Cff;
  } else {
    return std::nullopt;
  }

  constexpr int kMacItalic = 2;
  facts.italic = (head.u16(44) & kMacItalic) != 0;
  const Table os2(face, "OS/2");
  if (os2.size() >= 64) {
    facts.weight = std::clamp(os2.u16(4), 1, 1000);
    constexpr int kItalic = 1, kOblique = 1 << 9;
    facts.italic = (os2.u16(62) & (kItalic | kOblique)) != 0;
    // PANOSE, bFamilyType 2 (Latin text): bSerifStyle 2 … 10 have serifs, 11 … 15 have none.
    constexpr int kFirstSans = 11, kLastSans = 15;
    const int style = os2.u16(32) & 0xFF;
    facts.serif = os2.u16(32) >> 8 != 2 || style < kFirstSans || style > kLastSans;
    // fsType: 2 alone = restricted, unless preview (4) or editable (8) is set too; 0x100 = no subsetting,
    // 0x200 = bitmaps only.
    const int type = os2.u16(8);
    facts.embeddable = (type & 0x300) == 0 && ((type & 2) == 0 || (type & 0xC) != 0);
  }
  return facts;
}

Metrics read_metrics(hb_face_t* face, int units_per_em, bool& monospace) {
  Metrics metrics;
  metrics.units_per_em = units_per_em;
  const Table head(face, "head"), hhea(face, "hhea"), os2(face, "OS/2"), post(face, "post");
  metrics.x_min = head.s16(36);
  metrics.y_min = head.s16(38);
  metrics.x_max = head.s16(40);
  metrics.y_max = head.s16(42);
  metrics.ascender = hhea.s16(4);
  metrics.descender = hhea.s16(6);
  constexpr int kUseTypoMetrics = 1 << 7;
  const bool typo = (os2.u16(62) & kUseTypoMetrics) != 0 || (metrics.ascender == 0 && metrics.descender == 0);
  if (os2.size() >= 74 && typo) {
    metrics.ascender = os2.s16(68);
    metrics.descender = os2.s16(70);
  }
  if (metrics.descender > 0) metrics.descender = -metrics.descender;
  if (metrics.ascender <= 0) metrics.ascender = units_per_em * 4 / 5;
  if (os2.size() >= 90 && os2.u16(0) >= 2) {
    metrics.x_height = os2.s16(86);
    metrics.cap_height = os2.s16(88);
  }
  metrics.underline_position = post.s16(8);
  metrics.underline_thickness = post.s16(10);
  // 16.16 degrees → tenths.
  const auto angle = static_cast<std::int32_t>(post.u32(4));
  metrics.italic_angle_tenths = static_cast<int>(static_cast<std::int64_t>(angle) * 10 / 65536);
  monospace = post.u32(12) != 0;
  return metrics;
}

}  // namespace broadside::font
