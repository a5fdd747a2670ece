// SPDX-License-Identifier: MIT
// Glyph runs → text objects (BT … ET). Comes in: runs with their font codes. Goes out: operators appended to the
// page's content. Keeps the text state, so that only what changes is written. Knows no tags.
#pragma once

#include <cstdint>
#include <string>

#include "display/display_list.h"
#include "pdf/fonts.h"
#include "pdf/outline_forms.h"

namespace broadside::pdf {

struct PlannedRun;

class TextOperators {
 public:
  /// Appends to `out`, which outlives this; one object for each page.
  TextOperators(const FontSet& fonts, OutlineForms& forms, Length page_height, std::string& out)
      : fonts_(fonts), forms_(forms), page_height_(page_height), out_(out) {}

  void show(const display::DrawGlyphs& command, const PlannedRun& plan);
  /// Closes the text object if one is open.
  void end();
  /// The fill colour is shared by text and shapes.
  void fill_color(Color color);

 private:
  /// Where the run's glyphs stand, in the text space of the run.
  struct Run {
    const display::DrawGlyphs& command;
    const PlannedRun& plan;
    std::int64_t size = 0;       ///< as written: 1/10000 pt
    std::int64_t expansion = 0;  ///< as written: 1/10000
    Length base;                 ///< distance from the run's origin at which the text line matrix stands
    std::int64_t pen = 0;        ///< PDF's own position after the last glyph, from `base`: 1/1000 em
  };

  void begin();
  void place(Run& run, Length from_origin);
  void glyph(Run& run, std::size_t index, Length from_origin);
  void box(const Run& run, std::size_t index, Length from_origin);
  /// The text of a glyph that is no text, as wide as that, so that no reader sees a gap. What follows is to be placed.
  void blank(const Run& run, std::size_t index, Length from_origin);
  void select_font(const FontCode& code, std::int64_t size);
  /// The glyphs of the run that stand for no character, as paths behind the text.
  void outlines(const Run& run);
  void actual_text(std::string_view text);
  void flush_string();

  const FontSet& fonts_;
  OutlineForms& forms_;
  Length page_height_;
  std::string& out_;

  bool open_ = false;
  std::string shown_;       // operand of the TJ being gathered, without brackets
  bool in_string_ = false;  // `shown_` ends inside <…>
  bool adjusted_ = false;   // `shown_` holds numbers: TJ, else Tj
  int resource_ = -1;       // the font and size set on this page
  std::int64_t size_ = 0;
  std::int64_t rise_ = 0;    // 1/1000 pt
  std::int64_t line_x_ = 0;  // the text line matrix inside the open text object, 1/1000 pt
  std::int64_t line_y_ = 0;
  std::int64_t line_expansion_ = 0;  // 0: no matrix set yet in this text object
  Color fill_;                       // black, as on every new page
};

}  // namespace broadside::pdf
