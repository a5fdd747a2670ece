// SPDX-License-Identifier: MIT
// A face over HarfBuzz. Names and facts are read at once (they are needed to match), metrics and the hb_font when
// first asked for. See face.h.
#include "font/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <mutex>

#include "font/tables.h"
#include "host/mapped_file.h"
#include "host/read_file.h"

namespace broadside::font {
namespace {

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  const hb_language_t english = hb_language_from_string("en", 2);
  unsigned length = 0;
  length = hb_ot_name_get_utf8(face, id, english, nullptr, nullptr);
  if (length == 0 || length > 1000) return {};
  std::string text(length + 1, '\0');
  unsigned room = length + 1;
  hb_ot_name_get_utf8(face, id, english, &room, text.data());
  text.resize(room);
  return text;
}

/// Height of a letter's outline where OS/2 does not say.
int height_of(hb_font_t* font, hb_codepoint_t letter) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (hb_font_get_nominal_glyph(font, letter, &glyph) == 0) return 0;
  return hb_font_get_glyph_extents(font, glyph, &extents) != 0 ? extents.y_bearing : 0;
}

/// Owns the bytes and frees them with the last face that points into them.
hb_blob_t* owning_blob(std::vector<std::uint8_t> bytes) {
  auto* owned = new std::vector<std::uint8_t>(std::move(bytes));
  return hb_blob_create(reinterpret_cast<const char*>(owned->data()), static_cast<unsigned>(owned->size()),
                        HB_MEMORY_MODE_READONLY, owned,
                        [](void* data) { delete static_cast<std::vector<std::uint8_t>*>(data); });
}

}  // namespace

struct Face::Impl {
  std::unique_ptr<host::MappedFile> file;  // what the blob points into; outlives it
  hb_face_t* face = nullptr;
  FaceFacts facts;
  std::string family, postscript_name;

  mutable std::once_flag font_once, metrics_once;
  mutable hb_font_t* font = nullptr;
  mutable Metrics metrics;
  mutable bool monospace = false;

  Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    hb_font_destroy(font);
    hb_face_destroy(face);
  }

  [[nodiscard]] hb_font_t* get_font() const {
    std::call_once(font_once, [this] {
      font = hb_font_create(face);
      hb_font_set_scale(font, facts.units_per_em, facts.units_per_em);
      hb_font_make_immutable(font);
    });
    return font;
  }

  [[nodiscard]] const Metrics& get_metrics() const {
    std::call_once(metrics_once, [this] {
      metrics = read_metrics(face, facts.units_per_em, monospace);
      if (metrics.cap_height <= 0) metrics.cap_height = height_of(get_font(), 'H');
      if (metrics.x_height <= 0) metrics.x_height = height_of(get_font(), 'x');
      if (metrics.cap_height <= 0) metrics.cap_height = metrics.ascender;
      if (metrics.x_height <= 0) metrics.x_height = metrics.cap_height * 2 / 3;
    });
    return metrics;
  }

  /// Takes over the blob. False if it is no usable font.
  bool read(hb_blob_t* blob, unsigned index) {
    face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    const std::optional<FaceFacts> found = read_facts(face);
    if (!found) return false;
    facts = *found;
    hb_face_set_upem(face, static_cast<unsigned>(facts.units_per_em));
    hb_face_make_immutable(face);
    family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (family.empty()) family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
    postscript_name = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    return true;
  }
};

std::shared_ptr<const Face> Face::load(std::vector<std::uint8_t> bytes, unsigned index) {
  hb_blob_t* blob = owning_blob(std::move(bytes));
  std::shared_ptr<const Face> face = load_from(blob, index);
  hb_blob_destroy(blob);
  return face;
}

std::vector<std::shared_ptr<const Face>> Face::load_all(std::vector<std::uint8_t> bytes) {
  constexpr unsigned kMostFaces = 64;
  hb_blob_t* blob = owning_blob(std::move(bytes));
  std::vector<std::shared_ptr<const Face>> faces;
  const unsigned count = std::min(hb_face_count(blob), kMostFaces);
  for (unsigned index = 0; index < count; ++index) {
    if (std::shared_ptr<const Face> face = load_from(blob, index)) faces.push_back(std::move(face));
  }
  hb_blob_destroy(blob);
  return faces;
}

std::shared_ptr<const Face> Face::load_from(hb_blob_t* blob, unsigned index) {
  auto impl = std::make_unique<Impl>();
  if (!impl->read(hb_blob_reference(blob), index)) return nullptr;
  // Bytes from anywhere: make sure that the character map survives HarfBuzz's checks and maps something.
  hb_set_t* characters = hb_set_create();
  hb_face_collect_unicodes(impl->face, characters);
  const bool maps = hb_set_is_empty(characters) == 0;
  hb_set_destroy(characters);
  if (!maps) return nullptr;
  return std::shared_ptr<const Face>(new Face(std::move(impl)));
}

std::shared_ptr<const Face> Face::open(const std::string& path, unsigned index) {
  auto impl = std::make_unique<Impl>();
  impl->file = host::MappedFile::open(path, host::kFontCap);
  if (!impl->file) return nullptr;
  const std::span<const std::uint8_t> bytes = impl->file->bytes();
  hb_blob_t* blob = hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  if (!impl->read(blob, index)) return nullptr;
  return std::shared_ptr<const Face>(new Face(std::move(impl)));
}

Face::Face(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Face::~Face() = default;

const std::string& Face::family() const { return impl_->family; }
const std::string& Face::postscript_name() const { return impl_->postscript_name; }
int Face::weight() const { return impl_->facts.weight; }
bool Face::italic() const { return impl_->facts.italic; }
bool Face::monospace() const {
  static_cast<void>(impl_->get_metrics());
  return impl_->monospace;
}
Outlines Face::outlines() const { return impl_->facts.outlines; }
bool Face::embeddable() const { return impl_->facts.embeddable; }
bool Face::serif() const { return impl_->facts.serif; }
const Metrics& Face::metrics() const { return impl_->get_metrics(); }

std::uint32_t Face::glyph(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(impl_->get_font(), code_point, &glyph) != 0 ? glyph : 0;
}

int Face::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(impl_->get_font(), glyph); }

hb_face_t* Face::hb_face() const { return impl_->face; }
hb_font_t* Face::hb_font() const { return impl_->get_font(); }

}  // namespace broadside::font
