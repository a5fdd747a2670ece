// SPDX-License-Identifier: MIT
#include "image/jpeg_file.h"

#include <cstddef>
#include <cstdint>

namespace broadside::image {

namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Numbers of a TIFF header, in the order of bytes that it declares; 0 beyond the end.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  [[nodiscard]] std::uint32_t u16(std::size_t at) const {
    if (at + 2 > bytes_.size()) return 0;
    const std::uint32_t a = byte_at(bytes_, at), b = byte_at(bytes_, at + 1);
    return little_ ? b << 8U | a : a << 8U | b;
  }
  [[nodiscard]] std::uint32_t u32(std::size_t at) const {
    const std::uint32_t a = u16(at), b = u16(at + 2);
    return little_ ? b << 16U | a : a << 16U | b;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

int exif_orientation(std::string_view segment) {
  constexpr std::string_view kExif("Exif\0\0", 6);
  if (!segment.starts_with(kExif)) return 1;
  const std::string_view bytes = segment.substr(kExif.size());
  if (!bytes.starts_with("II") && !bytes.starts_with("MM")) return 1;
  const Tiff tiff(bytes);
  if (tiff.u16(2) != 42) return 1;
  const std::size_t directory = tiff.u32(4);
  const std::uint32_t entries = tiff.u16(directory);
  for (std::uint32_t i = 0; i < entries; ++i) {
    constexpr std::uint32_t kOrientation = 0x0112, kShort = 3;
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > bytes.size()) break;
    if (tiff.u16(entry) != kOrientation || tiff.u16(entry + 2) != kShort) continue;
    const std::uint32_t value = tiff.u16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

std::string without_metadata(std::string_view file) {
  constexpr unsigned kTem = 0x01, kRst0 = 0xD0, kRst7 = 0xD7, kSoi = 0xD8, kEoi = 0xD9, kSos = 0xDA;
  constexpr unsigned kApp0 = 0xE0, kApp14 = 0xEE, kApp15 = 0xEF, kComment = 0xFE;
  if (file.size() < 4 || byte_at(file, 0) != 0xFF || byte_at(file, 1) != kSoi) return {};
  std::string out(file.substr(0, 2));
  std::size_t at = 2;
  while (at + 2 <= file.size()) {
    if (byte_at(file, at) != 0xFF) return {};
    const unsigned marker = byte_at(file, at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (marker == kEoi) return out.append("\xFF\xD9");
    if (marker <= kTem || (marker >= kRst0 && marker <= kSoi)) return {};
    if (at + 4 > file.size()) return {};
    const std::size_t length = byte_at(file, at + 2) << 8U | byte_at(file, at + 3);
    if (length < 2 || at + 2 + length > file.size()) return {};
    // JFIF and Adobe tell how the colours are coded; no other application's segment matters for them.
    const bool application = marker >= kApp0 && marker <= kApp15 && marker != kApp14;
    const bool jfif = marker == kApp0 && file.substr(at + 4, 5) == std::string_view("JFIF\0", 5);
    if ((!application || jfif) && marker != kComment) out.append(file.substr(at, 2 + length));
    at += 2 + length;
    if (marker != kSos) continue;
    // Coded data runs to the next marker that is neither a stuffed zero nor a restart.
    const std::size_t begin = at;
    for (;; ++at) {
      at = file.find('\xFF', at);
      if (at == std::string_view::npos || at + 1 >= file.size()) return {};
      const unsigned next = byte_at(file, at + 1);
      if (next != 0 && next != 0xFF && (next < kRst0 || next > kRst7)) break;
    }
    out.append(file.substr(begin, at - begin));
  }
  return {};
}

}  // namespace broadside::image
