// SPDX-License-Identifier: MIT
// See outline_forms.h.
#include "pdf/outline_forms.h"

#include <cmath>

#include "pdf/operators.h"

namespace broadside::pdf {

namespace {

constexpr int kEm = 100;  // units of a form

}  // namespace

void OutlineForms::draw(font::FaceId id, const font::Face& face, std::uint32_t glyph, const OutlinePlace& place,
                        std::string& out) {
  if (!on_) {
    append_outline(face, glyph, place, out);
    return;
  }
  const auto [known, added] = forms_.try_emplace({id, glyph});
  Form& form = known->second;
  if (added) {
    form.number = forms_.size() - 1;
    append_outline(face, glyph, {{}, {}, Length::from_pt(kEm), 1.0}, form.path);
  }
  if (form.path.empty()) return;
  constexpr int kDigits = 5;
  constexpr double kUnit = 1e5 / kEm;
  out += "q ";
  append_decimal(std::llround(place.size.pt() * place.expansion * kUnit), kDigits, out);
  out += " 0 0 ";
  append_decimal(std::llround(place.size.pt() * kUnit), kDigits, out);
  out += ' ';
  append_decimal(millipoints(place.x), 3, out);
  out += ' ';
  append_decimal(millipoints(place.y), 3, out);
  out += " cm /M" + std::to_string(form.number) + " Do Q\n";
}

void OutlineForms::list_resources(Objects& objects, Deflater& deflater, Dict xobjects) const {
  constexpr int kFar = 10 * kEm;  // no outline is cut
  for (const auto& [glyph, form] : forms_) {
    if (form.path.empty()) continue;
    Dict object = deflater.stream(objects, form.path);
    object.name("Type", "XObject").name("Subtype", "Form");
    object.array("BBox").number(-kFar).number(-kFar).number(kFar).number(kFar);
    static_cast<void>(object.dict("Resources"));
    xobjects.refer(("M" + std::to_string(form.number)).c_str(), object);
  }
}

}  // namespace broadside::pdf
