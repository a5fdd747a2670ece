// SPDX-License-Identifier: MIT
// Glyph outline → "m", "l", "c", "h", "f", by HarfBuzz's draw functions. Quadratic curves reach us as cubic ones.
#include "pdf/outline_path.h"

#include <hb.h>

#include <cmath>
#include <memory>

#include "pdf/operators.h"

namespace broadside::pdf {

namespace {

struct Pen {
  std::string& out;
  double x, y;              // 1/1000 pt
  double scale_x, scale_y;  // 1/1000 pt for each font unit

  void point(float px, float py) {
    append_decimal(std::llround(x + static_cast<double>(px) * scale_x), 3, out);
    out += ' ';
    append_decimal(std::llround(y + static_cast<double>(py) * scale_y), 3, out);
    out += ' ';
  }
};

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  Pen& pen = *static_cast<Pen*>(data);
  pen.point(x, y);
  pen.out += "m\n";
}
void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  Pen& pen = *static_cast<Pen*>(data);
  pen.point(x, y);
  pen.out += "l\n";
}
void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
              void*) {
  Pen& pen = *static_cast<Pen*>(data);
  pen.point(x1, y1);
  pen.point(x2, y2);
  pen.point(x, y);
  pen.out += "c\n";
}
void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { static_cast<Pen*>(data)->out += "h\n"; }

}  // namespace

void append_outline(const font::Face& face, std::uint32_t glyph, const OutlinePlace& place, std::string& out) {
  const std::unique_ptr<hb_draw_funcs_t, decltype(&hb_draw_funcs_destroy)> functions(hb_draw_funcs_create(),
                                                                                     hb_draw_funcs_destroy);
  hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions.get(), close_path, nullptr, nullptr);
  const double scale = place.size.pt() * 1000 / face.metrics().units_per_em;
  const std::size_t before = out.size();
  Pen pen{out, place.x.pt() * 1000, place.y.pt() * 1000, scale * place.expansion, scale};
  hb_font_get_glyph_shape(face.hb_font(), glyph, functions.get(), &pen);
  if (out.size() != before) out += "f\n";
}

}  // namespace broadside::pdf
