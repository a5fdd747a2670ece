// SPDX-License-Identifier: MIT
// Glyph runs → TJ. Positions are integers: the pen is followed in thousandths of an em exactly as a viewer computes
// it from the declared widths, so rounding never adds up along a line.
#include "pdf/text_operators.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "pdf/content.h"
#include "pdf/operators.h"
#include "pdf/outline_path.h"
#include "pdf/utf16.h"

namespace broadside::pdf {

namespace {

constexpr std::int64_t kUnit = 10000;  // of sizes and expansions

/// The blank in the place of glyph `index`, or null.
const PlannedRun::Blank* blank_of(const PlannedRun& plan, std::size_t index) {
  const auto found = std::lower_bound(plan.blanks.begin(), plan.blanks.end(), index,
                                      [](const PlannedRun::Blank& blank, std::size_t i) { return blank.index < i; });
  return found != plan.blanks.end() && found->index == index ? &*found : nullptr;
}

bool has_blank(const PlannedRun& plan, std::size_t index) { return blank_of(plan, index) != nullptr; }

}  // namespace

void TextOperators::fill_color(Color color) {
  if (color == fill_) return;
  flush_string();
  append_color(color, false, out_);
  fill_ = color;
}

void TextOperators::begin() {
  if (open_) return;
  out_ += "BT\n";
  open_ = true;
  line_expansion_ = 0;
}

void TextOperators::end() {
  if (!open_) return;
  flush_string();
  out_ += "ET\n";
  open_ = false;
}

void TextOperators::flush_string() {
  if (shown_.empty()) return;
  if (in_string_) shown_ += '>';
  if (adjusted_) {
    out_ += '[' + shown_ + "] TJ\n";
  } else {
    out_ += shown_ + " Tj\n";
  }
  shown_.clear();
  in_string_ = adjusted_ = false;
}

void TextOperators::place(Run& run, Length from_origin) {
  flush_string();
  begin();
  const std::int64_t x = millipoints(run.command.origin.x + from_origin);
  const std::int64_t y = millipoints(page_height_ - run.command.origin.y);
  if (line_expansion_ == kUnit && run.expansion == kUnit) {
    append_decimal(x - line_x_, 3, out_);
    out_ += ' ';
    append_decimal(y - line_y_, 3, out_);
    out_ += " Td\n";
  } else {
    append_decimal(run.expansion, 4, out_);
    out_ += " 0 0 1 ";
    append_decimal(x, 3, out_);
    out_ += ' ';
    append_decimal(y, 3, out_);
    out_ += " Tm\n";
  }
  line_x_ = x;
  line_y_ = y;
  line_expansion_ = run.expansion;
  run.base = from_origin;
  run.pen = 0;
}

void TextOperators::actual_text(std::string_view text) {
  flush_string();
  out_ += "/Span <</ActualText <" + to_hex(to_utf16be_with_mark(text)) + ">>> BDC\n";
}

void TextOperators::select_font(const FontCode& code, std::int64_t size) {
  if (code.resource == resource_ && size == size_) return;
  flush_string();
  out_ += '/' + fonts_.resource_name(code.resource) + ' ';
  append_decimal(size, 4, out_);
  out_ += " Tf\n";
  resource_ = code.resource;
  size_ = size;
}

void TextOperators::blank(const Run& run, std::size_t index, Length from_origin) {
  const PlannedRun::Blank* found = blank_of(run.plan, index);
  if (found == nullptr) return;
  const FontCode& code = fonts_.code(found->face, found->pair);
  const Length advance = run.command.run.glyphs[index].advance;
  Run stretched = run;
  if (code.width > 0) {
    const double natural = static_cast<double>(run.size) / kUnit * code.width / 1000;
    const std::int64_t wanted = std::max<std::int64_t>(kUnit / 100, std::llround(advance.pt() / natural * kUnit));
    constexpr std::int64_t kUnseen = kUnit / 50;
    if (std::abs(wanted - run.expansion) > kUnseen) stretched.expansion = wanted;
  }
  place(stretched, from_origin);
  select_font(code, run.size);
  const char bytes[2] = {static_cast<char>(code.code >> 8U), static_cast<char>(code.code & 0xFFU)};
  shown_ = '<' + to_hex({bytes, 2});
  in_string_ = true;
}

void TextOperators::glyph(Run& run, std::size_t index, Length from_origin) {
  const font::Glyph& glyph = run.command.run.glyphs[index];
  const FontCode& code = fonts_.code(run.command.run.face, run.plan.pairs[index]);
  select_font(code, run.size);
  if (const std::int64_t rise = millipoints(glyph.dy); rise != rise_) {
    flush_string();
    append_decimal(rise, 3, out_);
    out_ += " Ts\n";
    rise_ = rise;
  }
  // Thousandths of an em from the line matrix; in text space, that is before size and expansion are applied.
  const auto distance = static_cast<double>((from_origin + glyph.dx - run.base).raw);
  const double em = static_cast<double>(run.size) * static_cast<double>(run.expansion) / (kUnit * kUnit);
  const auto wanted = static_cast<std::int64_t>(std::llround(distance * 1000 / Length::kUnitsPerPoint / em));
  if (const std::int64_t back = run.pen - wanted; back != 0) {
    if (in_string_) shown_ += '>';
    in_string_ = false;
    append_decimal(back, 0, shown_);
    adjusted_ = true;
    run.pen = wanted;
  }
  if (!in_string_) shown_ += '<';
  in_string_ = true;
  const char bytes[2] = {static_cast<char>(code.code >> 8U), static_cast<char>(code.code & 0xFFU)};
  append_hex({bytes, 2}, shown_);
  run.pen += code.width;
}

void TextOperators::box(const Run& run, std::size_t index, Length from_origin) {
  // A frame as high as a capital and as wide as the advance; figures in em, chosen by eye.
  const Length size = run.command.run.size;
  const font::Glyph& glyph = run.command.run.glyphs[index];
  const Length advance = glyph.advance > Length{} ? glyph.advance : size / 2;
  const Length stroke = max(size / 20, Length::from_raw(1));
  const Length side = advance / 12;
  const Rect outer{run.command.origin.x + from_origin + glyph.dx + side, Length{}, advance - 2 * side, size * 7 / 10};
  const Length bottom = page_height_ - run.command.origin.y + glyph.dy;
  const auto rectangle = [this](Length x, Length y, Length width, Length height) {
    for (const Length value : {x, y, width, height}) {
      append_decimal(millipoints(value), 3, out_);
      out_ += ' ';
    }
    out_ += "re\n";
  };
  rectangle(outer.x, bottom, outer.width, outer.height);
  rectangle(outer.x + stroke, bottom + stroke, outer.width - 2 * stroke, outer.height - 2 * stroke);
  out_ += "f*\n";
}

void TextOperators::show(const display::DrawGlyphs& command, const PlannedRun& plan) {
  const std::vector<font::Glyph>& glyphs = command.run.glyphs;
  if (glyphs.empty()) return;
  Run run{command,
          plan,
          Length::ratio(command.run.size.raw, kUnit, Length::kUnitsPerPoint).raw,
          std::llround(command.run.expansion * kUnit),
          Length{},
          0};
  fill_color(command.run.color);

  Length pen;
  bool placed = false;
  bool silent = false;
  bool paths = false;  // the open ActualText holds a path, so it lies outside the text object
  auto actual = plan.actual.begin();
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const bool starts = actual != plan.actual.end() && actual->first == i;
    const bool boxed = plan.pairs[i] == PlannedRun::kBox;
    if (starts) {
      paths = false;
      for (std::uint32_t k = actual->first; k < actual->last; ++k) {
        paths |= plan.pairs[k] == PlannedRun::kBox || has_blank(plan, k);
      }
    }
    if (boxed || (starts && paths)) {
      end();
      placed = false;
    } else if (!placed && starts) {
      place(run, pen);
      placed = true;
    }
    if (starts) actual_text(actual->text);
    if (boxed) {
      blank(run, i, pen);
      end();
      box(run, i, pen);
    } else if (plan.pairs[i] == PlannedRun::kOutline) {
      silent = true;
      if (has_blank(plan, i)) {
        blank(run, i, pen);
        placed = false;
      }
    } else {
      if (!placed) place(run, pen);
      placed = true;
      glyph(run, i, pen);
    }
    pen += glyphs[i].advance;
    if (actual != plan.actual.end() && actual->last == i + 1) {
      if (paths) {
        end();
        placed = false;
      }
      flush_string();
      out_ += "EMC\n";
      ++actual;
    }
  }
  flush_string();
  if (silent) outlines(run);
}

void TextOperators::outlines(const Run& run) {
  end();
  const font::GlyphRun& text = run.command.run;
  Length pen;
  for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
    const font::Glyph& glyph = text.glyphs[i];
    if (run.plan.pairs[i] == PlannedRun::kOutline) {
      const OutlinePlace place{run.command.origin.x + pen + glyph.dx, page_height_ - run.command.origin.y + glyph.dy,
                               text.size, text.expansion};
      forms_.draw(text.face, fonts_.face(text.face), glyph.id, place, out_);
    }
    pen += glyph.advance;
  }
}

}  // namespace broadside::pdf
