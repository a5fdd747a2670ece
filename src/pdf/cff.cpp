// SPDX-License-Identifier: MIT
// A reader for the header, Top DICT and charset of a CFF table. Section numbers are those of Adobe Technical
// Note #5176, "The Compact Font Format Specification", version 1.0.
#include "pdf/cff.h"

#include "pdf/haru.h"

namespace broadside::pdf {

namespace {

class Reader {
 public:
  explicit Reader(std::string_view data) : data_(data) {}

  std::uint32_t number(std::size_t at, std::size_t bytes) const {
    if (at > data_.size() || bytes > data_.size() - at) throw Failure("a cut CFF table");
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = (value << 8U) | static_cast<std::uint8_t>(data_[at + i]);
    return value;
  }
  [[nodiscard]] std::uint8_t byte(std::size_t at) const { return static_cast<std::uint8_t>(number(at, 1)); }

 private:
  std::string_view data_;
};

/// An INDEX (section 5): how many objects it has, where the first one lies, and where the INDEX ends.
struct Index {
  std::uint32_t count = 0;
  std::size_t first_begin = 0;
  std::size_t first_end = 0;
  std::size_t end = 0;
};

Index read_index(const Reader& reader, std::size_t at) {
  Index index;
  index.count = reader.number(at, 2);
  if (index.count == 0) {
    index.end = at + 2;
    return index;
  }
  const std::size_t width = reader.byte(at + 2);
  if (width < 1 || width > 4) throw Failure("a malformed CFF table");
  const std::size_t offsets = at + 3;
  const std::size_t data = offsets + (static_cast<std::size_t>(index.count) + 1) * width - 1;  // offsets count from 1
  index.first_begin = data + reader.number(offsets, width);
  index.first_end = data + reader.number(offsets + width, width);
  index.end = data + reader.number(offsets + index.count * width, width);
  return index;
}

struct TopDict {
  bool cid_keyed = false;
  std::size_t charset = 0;
  std::size_t charstrings = 0;
};

/// Section 4: operands before operators. Only integers matter here; a real (30) is skipped.
TopDict read_top_dict(const Reader& reader, std::size_t at, std::size_t end) {
  TopDict top;
  std::uint32_t operand = 0;
  while (at < end) {
    const std::uint8_t b0 = reader.byte(at);
    if (b0 >= 32 && b0 <= 246) {
      operand = static_cast<std::uint32_t>(b0 - 139);
      at += 1;
    } else if (b0 >= 247 && b0 <= 254) {
      const int low = reader.byte(at + 1);
      operand = static_cast<std::uint32_t>(b0 <= 250 ? (b0 - 247) * 256 + low + 108 : -(b0 - 251) * 256 - low - 108);
      at += 2;
    } else if (b0 == 28) {
      operand = reader.number(at + 1, 2);
      at += 3;
    } else if (b0 == 29) {
      operand = reader.number(at + 1, 4);
      at += 5;
    } else if (b0 == 30) {
      do ++at;
      while ((reader.byte(at) & 0x0FU) != 0x0F && (reader.byte(at) >> 4U) != 0x0F);
      ++at;
    } else {
      const bool escaped = b0 == 12;
      const std::uint8_t op = escaped ? reader.byte(at + 1) : b0;
      if (escaped && op == 30) top.cid_keyed = true;  // ROS
      if (!escaped && op == 15) top.charset = operand;
      if (!escaped && op == 17) top.charstrings = operand;
      at += escaped ? 2 : 1;
    }
  }
  return top;
}

}  // namespace

std::optional<std::vector<std::uint16_t>> cff_cids(std::string_view table) {
  const Reader reader(table);
  const Index names = read_index(reader, reader.byte(2));  // the header tells its own size
  const Index tops = read_index(reader, names.end);
  if (tops.count == 0) throw Failure("a CFF table without a font");
  const TopDict top = read_top_dict(reader, tops.first_begin, tops.first_end);
  if (!top.cid_keyed) return std::nullopt;

  const std::uint32_t glyphs = reader.number(top.charstrings, 2);
  std::vector<std::uint16_t> cids{0};  // .notdef is not in the charset
  cids.reserve(glyphs);
  if (top.charset <= 2) {  // a predefined charset means "CID = glyph id" in a CID-keyed font (section 13)
    for (std::uint32_t i = 1; i < glyphs; ++i) cids.push_back(static_cast<std::uint16_t>(i));
    return cids;
  }
  std::size_t at = top.charset;
  const std::uint8_t format = reader.byte(at++);
  while (cids.size() < glyphs) {
    const std::uint32_t first = reader.number(at, 2);
    at += 2;
    std::uint32_t more = 0;
    if (format == 1 || format == 2) {
      more = reader.number(at, format);
      at += format;
    } else if (format != 0) {
      throw Failure("a malformed CFF charset");
    }
    for (std::uint32_t i = 0; i <= more && cids.size() < glyphs; ++i) {
      cids.push_back(static_cast<std::uint16_t>(first + i));
    }
  }
  return cids;
}

}  // namespace broadside::pdf
