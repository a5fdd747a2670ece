// SPDX-License-Identifier: MIT
// Shown glyphs → Type0 fonts, always Identity-H with two bytes a code. TrueType: a code of its own for each (glyph,
// text) pair, led to the glyph by a CIDToGIDMap. CFF has no such map, so the code is the glyph's CID in the embedded
// table, and a second text for one glyph is shown by a second Type0 font over the same CIDFont.
#include "pdf/fonts.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "pdf/cff.h"
#include "pdf/deflate.h"
#include "pdf/subset.h"
#include "pdf/to_unicode.h"

namespace broadside::pdf {

namespace {

constexpr std::int32_t kNone = -1;

/// One glyph standing for one text.
struct Pair {
  std::uint32_t glyph = 0;
  std::string text;
  std::int32_t next = kNone;  // next pair of the same glyph
  std::uint16_t variant = 0;  // 0 for the first text of the glyph …
};

struct UsedFace {
  font::FaceId id = font::kNoFace;
  std::vector<std::int32_t> first_pair;  // by glyph id
  std::vector<Pair> pairs;               // in order of first use
  std::vector<FontCode> codes;           // by pair, after embed()
};

/// Some fonts give the alef of لا no width of its own. pdf.js measures blanks from the last glyph that moved the pen,
/// and would read the one before such a letter twice. A thousandth is as far as PDF/A lets a width be from the font's.
bool is_arabic_letter(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = decode_utf8_lossy(text, 0).code_point;
  return (c >= 0x620 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D3);
}

int per_mille(const font::Face& face, int units) {
  return static_cast<int>(std::lround(units * 1000.0 / face.metrics().units_per_em));
}

/// Six capitals that differ when the subset differs (ISO 32000-1, 9.6.4): FNV-1a of the bytes, in base 26.
std::string subset_tag(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

/// A PostScript name as PDF can carry it: printable ASCII without delimiters, short enough for a tag before it.
std::string clean_name(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) out += c;
  }
  if (out.empty()) out = "Font";
  return out.substr(0, 100);
}

Dict write_descriptor(Objects& objects, const font::Face& face, const std::string& name, const std::string& data,
                      Deflater& deflater) {
  const font::Metrics& m = face.metrics();
  const bool cff = face.outlines() == font::Outlines::Cff;
  Dict file = deflater.stream(objects, data);
  if (cff) {
    file.name("Subtype", "CIDFontType0C");
  } else {
    file.number("Length1", static_cast<int>(data.size()));
  }
  // ISO 32000-1, table 123: FixedPitch 1, Symbolic 4 (the codes follow no standard encoding), Italic 64.
  const int flags = (face.monospace() ? 1 : 0) | 4 | (face.italic() ? 64 : 0);
  Dict descriptor = objects.dict();
  descriptor.name("Type", "FontDescriptor").name("FontName", name).number("Flags", flags);
  descriptor.array("FontBBox")
      .number(per_mille(face, m.x_min))
      .number(per_mille(face, m.y_min))
      .number(per_mille(face, m.x_max))
      .number(per_mille(face, m.y_max));
  descriptor.real("ItalicAngle", m.italic_angle_tenths / 10.0);
  descriptor.number("Ascent", per_mille(face, m.ascender)).number("Descent", per_mille(face, m.descender));
  descriptor.number("CapHeight", per_mille(face, m.cap_height));
  // Required, but only read to imitate a font that is not embedded: a straight line through the usual stems of
  // text faces, about 80 at weight 400 and 140 at 700.
  descriptor.number("StemV", face.weight() / 5);
  descriptor.refer(cff ? "FontFile3" : "FontFile2", file);
  return descriptor;
}

/// /W as "first [widths of consecutive CIDs]". `widths` ascend by CID.
void write_widths(Dict font, const std::vector<std::pair<std::uint16_t, int>>& widths) {
  Array list = font.array("W");
  Array group;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto [cid, width] = widths[i];
    if (i == 0 || cid != widths[i - 1].first + 1 || group.size() == kMaxArray) {
      list.number(cid);
      group = list.array();
    }
    group.number(width);
  }
}

}  // namespace

struct FontSet::Impl {
  explicit Impl(const font::Library& l) : library(l) {}

  const font::Library& library;
  std::vector<UsedFace> faces;             // in order of first use
  std::vector<std::uint16_t> face_number;  // FaceId → 1 + index in `faces`
  std::vector<Dict> resources;

  UsedFace& used(font::FaceId id) {
    if (id >= face_number.size()) face_number.resize(id + std::size_t{1}, 0);
    if (face_number[id] == 0) {
      faces.emplace_back().id = id;
      face_number[id] = static_cast<std::uint16_t>(faces.size());
    }
    return faces[face_number[id] - std::size_t{1}];
  }

  void embed(UsedFace& used_face, Objects& objects, Deflater& deflater);
};

FontSet::FontSet(const font::Library& library) : impl_(std::make_unique<Impl>(library)) {}
FontSet::~FontSet() = default;

std::uint32_t FontSet::note(font::FaceId face, std::uint32_t glyph, std::string_view text) {
  UsedFace& used = impl_->used(face);
  if (glyph >= used.first_pair.size()) used.first_pair.resize(glyph + std::size_t{1}, kNone);
  std::int32_t* link = &used.first_pair[glyph];
  std::uint16_t variant = 0;
  while (*link != kNone) {
    Pair& pair = used.pairs[static_cast<std::size_t>(*link)];
    if (pair.text == text) return static_cast<std::uint32_t>(*link);
    link = &pair.next;
    ++variant;
  }
  const auto number = static_cast<std::int32_t>(used.pairs.size());
  *link = number;  // before push_back, which may move what it points into
  used.pairs.push_back({glyph, std::string(text), kNone, variant});
  return static_cast<std::uint32_t>(number);
}

font::FaceId FontSet::face_with_space(font::FaceId preferred) const {
  const auto has_space = [this](font::FaceId id) {
    const font::Face* face = impl_->library.find(id);
    return face != nullptr && face->embeddable() && face->glyph(' ') != 0;
  };
  if (has_space(preferred)) return preferred;
  for (const UsedFace& used : impl_->faces) {
    if (has_space(used.id)) return used.id;
  }
  for (std::size_t id = 0; id < impl_->library.size(); ++id) {
    if (has_space(static_cast<font::FaceId>(id))) return static_cast<font::FaceId>(id);
  }
  return font::kNoFace;
}

void FontSet::Impl::embed(UsedFace& used_face, Objects& objects, Deflater& deflater) {
  const font::Face& face = library.face(used_face.id);
  const bool cff = face.outlines() == font::Outlines::Cff;

  std::vector<std::uint32_t> glyphs;
  for (const Pair& pair : used_face.pairs) {
    if (pair.variant == 0) glyphs.push_back(pair.glyph);
  }
  std::sort(glyphs.begin(), glyphs.end());
  const Subset made = subset(face, glyphs);
  const auto new_glyph = [&](std::uint32_t old) {
    return made.glyphs[static_cast<std::size_t>(std::lower_bound(glyphs.begin(), glyphs.end(), old) - glyphs.begin())];
  };

  // Codes.
  if (used_face.pairs.size() >= 0xFFFF) throw Failure("more than 65,534 different glyphs of one font");
  const auto charset = cff ? cff_cids(made.data) : std::nullopt;
  used_face.codes.resize(used_face.pairs.size());
  std::uint16_t variants = 1;
  std::string gid_map(2, '\0');
  std::vector<std::pair<std::uint16_t, int>> widths;
  const auto first_resource = static_cast<std::uint16_t>(resources.size());
  for (std::size_t i = 0; i < used_face.pairs.size(); ++i) {
    const Pair& pair = used_face.pairs[i];
    FontCode& code = used_face.codes[i];
    const std::uint16_t glyph = new_glyph(pair.glyph);
    code.width = per_mille(face, face.advance(pair.glyph));
    if (code.width == 0 && is_arabic_letter(pair.text)) code.width = 1;
    if (cff) {
      if (charset && glyph >= charset->size()) throw Failure("a CFF charset shorter than its font");
      code.code = charset ? (*charset)[glyph] : glyph;
      code.resource = static_cast<std::uint16_t>(first_resource + pair.variant);
      variants = std::max<std::uint16_t>(variants, static_cast<std::uint16_t>(pair.variant + 1));
    } else {
      code.code = static_cast<std::uint16_t>(i + 1);
      code.resource = first_resource;
      gid_map += static_cast<char>(glyph >> 8U);
      gid_map += static_cast<char>(glyph & 0xFFU);
    }
    if (!cff || pair.variant == 0) widths.emplace_back(code.code, code.width);
  }
  std::sort(widths.begin(), widths.end());

  // Dictionaries.
  const std::string name = subset_tag(made.data) + "+" + clean_name(face.postscript_name());
  Dict cid_font = objects.dict();
  cid_font.name("Type", "Font").name("Subtype", cff ? "CIDFontType0" : "CIDFontType2").name("BaseFont", name);
  cid_font.dict("CIDSystemInfo").ascii("Registry", "Adobe").ascii("Ordering", "Identity").number("Supplement", 0);
  cid_font.refer("FontDescriptor", write_descriptor(objects, face, name, made.data, deflater));
  write_widths(cid_font, widths);
  if (!cff) cid_font.refer("CIDToGIDMap", deflater.stream(objects, gid_map));

  for (std::uint16_t variant = 0; variant < variants; ++variant) {
    std::vector<CodeText> texts;
    for (std::size_t i = 0; i < used_face.pairs.size(); ++i) {
      if (cff && used_face.pairs[i].variant != variant) continue;
      texts.push_back({used_face.codes[i].code, used_face.pairs[i].text});
    }
    std::sort(texts.begin(), texts.end(), [](const CodeText& a, const CodeText& b) { return a.code < b.code; });
    Dict font = objects.dict();
    // For CFF the CMap's name belongs to the font's name (ISO 32000-1, 9.7.6.1, table 121).
    font.name("Type", "Font").name("Subtype", "Type0").name("BaseFont", cff ? name + "-Identity-H" : name);
    font.name("Encoding", "Identity-H");
    font.array("DescendantFonts").refer(cid_font);
    font.refer("ToUnicode", deflater.stream(objects, to_unicode_cmap(texts)));
    resources.push_back(font);
  }
}

void FontSet::embed(Objects& objects, Deflater& deflater) {
  for (UsedFace& face : impl_->faces) impl_->embed(face, objects, deflater);
}

const font::Face& FontSet::face(font::FaceId id) const { return impl_->library.face(id); }

const FontCode& FontSet::code(font::FaceId face, std::uint32_t pair) const {
  return impl_->faces[impl_->face_number.at(face) - std::size_t{1}].codes.at(pair);
}

std::string FontSet::resource_name(std::uint16_t resource) const {
  std::string name = "F";
  name += std::to_string(resource + 1);
  return name;
}

void FontSet::list_resources(Dict fonts) const {
  for (std::size_t i = 0; i < impl_->resources.size(); ++i) {
    fonts.refer(resource_name(static_cast<std::uint16_t>(i)).c_str(), impl_->resources[i]);
  }
}

}  // namespace broadside::pdf
