// SPDX-License-Identifier: MIT
// hb-subset with the settings that keep a PDF small. Comes in: a face, glyph ids. Goes out: bytes to embed.
#include "pdf/subset.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "pdf/haru.h"

namespace broadside::pdf {

namespace {

template <typename T, void (*destroy)(T*)>
struct Destroy {
  void operator()(T* object) const { destroy(object); }
};
template <typename T, void (*destroy)(T*)>
using Owned = std::unique_ptr<T, Destroy<T, destroy>>;

using Input = Owned<hb_subset_input_t, hb_subset_input_destroy>;
using Plan = Owned<hb_subset_plan_t, hb_subset_plan_destroy>;
using SubsetFace = Owned<hb_face_t, hb_face_destroy>;
using Blob = Owned<hb_blob_t, hb_blob_destroy>;

/// Everything that only a shaper, a font menu or a rasteriser's hinting reads. Dropping the layout tables also
/// keeps HarfBuzz from adding every glyph they could lead to.
constexpr hb_tag_t kDropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'o', 'r', 'x'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('L', 'T', 'S', 'H'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'O', 'R', 'G'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
    HB_TAG('S', 'V', 'G', ' '), HB_TAG('F', 'F', 'T', 'M')};

/// The table of the face behind `user`, unless the subset does without: hb-subset reads a whole cmap before it drops
/// it.
hb_blob_t* needed_table(hb_face_t*, hb_tag_t tag, void* user) {
  if (std::find(std::begin(kDropped), std::end(kDropped), tag) != std::end(kDropped)) return hb_blob_get_empty();
  return hb_face_reference_table(static_cast<hb_face_t*>(user), tag);
}

void pin_axes(hb_face_t* face, hb_subset_input_t* input) {
  hb_ot_var_axis_info_t axes[32];
  unsigned count = 32;
  hb_ot_var_get_axis_infos(face, 0, &count, axes);
  for (unsigned i = 0; i < count; ++i) hb_subset_input_pin_axis_to_default(input, face, axes[i].tag);
}

}  // namespace

Subset subset(const font::Face& face, const std::vector<std::uint32_t>& glyphs) {
  const bool cff = face.outlines() == font::Outlines::Cff;
  // What hb-subset makes of CFF outlines depends on the characters that they stand for.
  const SubsetFace needed(cff ? hb_face_reference(face.hb_face())
                              : hb_face_create_for_tables(needed_table, face.hb_face(), nullptr));
  hb_face_t* source = needed.get();
  const Input input(hb_subset_input_create_or_fail());
  if (!input) throw Failure("out of memory");
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : kDropped) hb_set_add(drop, tag);
  hb_set_t* keep = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t glyph : glyphs) hb_set_add(keep, glyph);
  if (hb_ot_var_has_data(source)) pin_axes(source, input.get());

  const Plan plan(hb_subset_plan_create_or_fail(source, input.get()));
  if (!plan) throw Failure("HarfBuzz cannot subset this font");
  const SubsetFace made(hb_subset_plan_execute_or_fail(plan.get()));
  if (!made) throw Failure("HarfBuzz cannot subset this font");

  Subset result;
  const Blob blob(cff ? hb_face_reference_table(made.get(), HB_TAG('C', 'F', 'F', ' '))
                      : hb_face_reference_blob(made.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  if (size == 0) throw Failure(cff ? "a font without a CFF table" : "HarfBuzz made an empty font");
  result.data.assign(data, size);

  const hb_map_t* map = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  result.glyphs.reserve(glyphs.size());
  for (const std::uint32_t glyph : glyphs) {
    const hb_codepoint_t id = hb_map_get(map, glyph);
    if (id == HB_MAP_VALUE_INVALID || id > 0xFFFF) throw Failure("a glyph that its font does not have");
    result.glyphs.push_back(static_cast<std::uint16_t>(id));
  }
  return result;
}

}  // namespace broadside::pdf
