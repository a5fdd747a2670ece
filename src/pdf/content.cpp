// SPDX-License-Identifier: MIT
// Drawing commands → operators. The page's origin moves from the top left to the bottom left here and nowhere else.
#include "pdf/content.h"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

#include "pdf/operators.h"
#include "pdf/outline_path.h"
#include "pdf/text_operators.h"

namespace broadside::pdf {

namespace {

using display::TagId;

/// What a marked-content sequence belongs to: a tag, or one of two kinds of artifact (ISO 32000-1, table 330).
enum class Mark : std::uint8_t { Tagged, Layout, Pagination };

class PageWriter {
 public:
  PageWriter(const display::Page& page, std::uint32_t number, const std::vector<const char*>& types,
             const FontSet& fonts, OutlineForms& forms, Content& content)
      : page_(page), number_(number), types_(types), content_(content), text_(fonts, forms, page.size.height, out_) {}

  void glyphs(const display::DrawGlyphs& command, const PlannedRun& plan) {
    open(command.tag, Mark::Pagination);
    text_.show(command, plan);
  }

  void operator()(const display::FillRect& command) {
    open_shape(command.tag);
    text_.fill_color(command.color);
    number(command.rect.x);
    number(page_.size.height - command.rect.bottom());
    number(command.rect.width);
    number(command.rect.height);
    out_ += "re f\n";
  }

  void operator()(const display::StrokeLine& command) {
    open_shape(command.tag);
    if (stroke_color_ != command.color) append_color(command.color, true, out_);
    stroke_color_ = command.color;
    if (stroke_width_ != command.width) {
      number(command.width);
      out_ += "w\n";
    }
    stroke_width_ = command.width;
    point(command.from, "m ");
    point(command.to, "l S\n");
  }

  void operator()(const display::FillPath& command) {
    open_shape(command.tag);
    text_.fill_color(command.color);
    for (const display::PathStep& step : command.steps) {
      switch (step.kind) {
        case display::PathStep::Kind::Move:
          point(step.to, "m\n");
          break;
        case display::PathStep::Kind::Line:
          point(step.to, "l\n");
          break;
        case display::PathStep::Kind::Curve:
          point(step.c1, "");
          point(step.c2, "");
          point(step.to, "c\n");
          break;
        case display::PathStep::Kind::Close:
          out_ += "h\n";
          break;
      }
    }
    out_ += "f\n";
  }

  void operator()(const display::DrawImage& command) {
    open_shape(command.tag);
    out_ += "q ";
    number(command.rect.width);
    out_ += "0 0 ";
    number(command.rect.height);
    number(command.rect.x);
    number(page_.size.height - command.rect.bottom());
    out_ += "cm /I";
    out_ += std::to_string(command.image);
    out_ += " Do Q\n";
  }

  void operator()(const display::LinkArea& command) { content_.pieces.push_back({command.tag, number_, -1, &command}); }

  std::string finish() {
    close();
    return std::move(out_);
  }

 private:
  void number(Length length) {
    append_decimal(millipoints(length), 3, out_);
    out_ += ' ';
  }
  void point(Point at, const char* then) {
    number(at.x);
    number(page_.size.height - at.y);
    out_ += then;
  }

  void open_shape(TagId tag) {
    text_.end();
    open(tag, Mark::Layout);
  }

  void open(TagId tag, Mark artifact) {
    const Mark mark = tag == display::kArtifact ? artifact : Mark::Tagged;
    if (open_ && tag_ == tag && mark_ == mark) return;
    close();
    if (mark == Mark::Tagged) {
      out_ += '/';
      out_ += types_.at(static_cast<std::size_t>(tag));
      out_ += " <</MCID " + std::to_string(next_mcid_) + ">> BDC\n";
      content_.pieces.push_back({tag, number_, next_mcid_++, nullptr});
    } else {
      out_ += mark == Mark::Layout ? "/Artifact <</Type /Layout>> BDC\n" : "/Artifact <</Type /Pagination>> BDC\n";
    }
    open_ = true;
    tag_ = tag;
    mark_ = mark;
  }

  void close() {
    text_.end();
    if (open_) out_ += "EMC\n";
    open_ = false;
  }

  const display::Page& page_;
  std::uint32_t number_;
  const std::vector<const char*>& types_;
  Content& content_;
  std::string out_;
  TextOperators text_;

  bool open_ = false;
  TagId tag_ = display::kArtifact;
  Mark mark_ = Mark::Tagged;
  std::int32_t next_mcid_ = 0;
  Color stroke_color_;  // black, as on every new page
  std::optional<Length> stroke_width_;
};

/// Some fonts draw joiners, for editors that show them.
bool has_ink(const font::Face& face, std::uint32_t glyph) {
  std::string path;
  append_outline(face, glyph, {{}, {}, Length::from_pt(1000), 1.0}, path);
  return !path.empty();
}

/// Of the face's spaces and other signs without ink the one that is nearest to a width; the face has at least U+0020.
std::uint32_t space_of(const font::Face& face, Length width, Length size) {
  std::uint32_t best = face.glyph(' ');
  Length best_distance = Length::from_raw(-1);
  for (const char32_t c :
       {U' ', U'\u2002', U'\u2003', U'\u3000', U'\u200B', U'\u200D', U'\u200C', U'\u200E', U'\uFEFF'}) {
    const std::uint32_t glyph = face.glyph(c);
    if (glyph == 0 || (c != ' ' && has_ink(face, glyph))) continue;
    const Length natural = Length::ratio(face.advance(glyph), size.raw, face.metrics().units_per_em);
    const Length distance = natural > width ? natural - width : width - natural;
    if (best_distance < Length{} || distance < best_distance) {
      best = glyph;
      best_distance = distance;
    }
  }
  return best;
}

/// A mark that the font moves over its letter ends somewhere before it, or stands higher than the line. Readers take
/// the way from there to the next letter for a space, or (from right to left) the mark for a line of its own; so it is
/// drawn as a path.
bool is_moved_mark(const font::GlyphRun& run, std::size_t index, const FontSet& fonts) {
  const font::Glyph& mark = run.glyphs[index];
  if (run.face == font::kNoFace || mark.advance != Length{} || mark.id == 0) return false;
  const font::Face& face = fonts.face(run.face);
  const Length end = mark.dx + Length::ratio(face.advance(mark.id), run.size.raw, face.metrics().units_per_em);
  const Length unseen = run.size / 25;
  const auto far = [unseen](Length way) { return way > unseen || way < Length{} - unseen; };
  return far(end) || (run.right_to_left && far(mark.dy));
}

/// From left to right the letter of a moved mark tells of it too. (From right to left readers turn the characters of
/// one glyph round; there a blank beside the letter does.)
void join_marks(const font::GlyphRun& run, const FontSet& fonts, RunText& text) {
  if (run.right_to_left) return;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const font::Glyph& mark = run.glyphs[i];
    std::string_view& own = text.glyphs[i];
    if (own.empty() || !is_moved_mark(run, i, fonts)) continue;
    const auto joins = [&](std::size_t j) {
      std::string_view& letter = text.glyphs[j];
      if (letter.empty() || letter.data() + letter.size() != own.data()) return;
      letter = {letter.data(), letter.size() + own.size()};
      own = {};
    };
    constexpr std::size_t kMost = 16;  // marks on one letter
    const std::size_t from = i > kMost ? i - kMost : 0, to = std::min(run.glyphs.size(), i + kMost);
    for (std::size_t j = i; j-- > from && !own.empty() && run.glyphs[j].begin == mark.begin;) joins(j);
    for (std::size_t j = i + 1; j < to && !own.empty() && run.glyphs[j].begin == mark.begin; ++j) joins(j);
  }
}

/// Whether a full-width sign is set on half its width. Shown as text it would overlap its neighbour by half an em,
/// which readers take for a new line; a fifth of an em is more than any kerning, and less than that half.
bool is_narrowed(const font::GlyphRun& run, std::size_t index, std::string_view text, const FontSet& fonts) {
  const font::Glyph& glyph = run.glyphs[index];
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0xE2) return false;  // no such sign below U+2000
  if (glyph.advance <= Length{} || glyph.advance * 5 > run.size * 4) return false;
  const font::Face& face = fonts.face(run.face);
  const Length natural = Length::ratio(face.advance(glyph.id), run.size.raw, face.metrics().units_per_em);
  return natural - glyph.advance > run.size / 5;
}

}  // namespace

std::vector<PlannedRun> plan_text(const display::DisplayList& list, FontSet& fonts) {
  std::vector<PlannedRun> result;
  for (const display::Page& page : list.pages) {
    for (const display::Command& command : page.commands) {
      const auto* glyphs = std::get_if<display::DrawGlyphs>(&command);
      if (glyphs == nullptr) continue;
      const font::GlyphRun& run = glyphs->run;
      RunText text = deal_text(run);
      join_marks(run, fonts, text);
      PlannedRun& plan = result.emplace_back();
      plan.actual = std::move(text.actual);
      plan.pairs.reserve(run.glyphs.size());
      for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const bool missing = run.face == font::kNoFace || run.glyphs[i].id == 0;
        if (missing ||
            (!text.glyphs[i].empty() && (is_narrowed(run, i, text.glyphs[i], fonts) || is_moved_mark(run, i, fonts)))) {
          plan.pairs.push_back(missing ? PlannedRun::kBox : PlannedRun::kOutline);
          const font::FaceId face = text.glyphs[i].empty() ? font::kNoFace : fonts.face_with_space(run.face);
          if (face == font::kNoFace) continue;
          const std::uint32_t space = space_of(fonts.face(face), run.glyphs[i].advance, run.size);
          plan.blanks.push_back({static_cast<std::uint32_t>(i), face, fonts.note(face, space, text.glyphs[i])});
        } else if (text.glyphs[i].empty()) {
          plan.pairs.push_back(PlannedRun::kOutline);
        } else {
          plan.pairs.push_back(fonts.note(run.face, run.glyphs[i].id, text.glyphs[i]));
        }
      }
    }
  }
  return result;
}

std::size_t count_outlines(const std::vector<PlannedRun>& runs) {
  std::size_t count = 0;
  for (const PlannedRun& run : runs) {
    count += static_cast<std::size_t>(std::count(run.pairs.begin(), run.pairs.end(), PlannedRun::kOutline));
  }
  return count;
}

Content write_content(const display::DisplayList& list, const std::vector<const char*>& types,
                      const std::vector<PlannedRun>& runs, const FontSet& fonts, OutlineForms& forms) {
  Content content;
  std::size_t next_run = 0;
  for (std::size_t i = 0; i < list.pages.size(); ++i) {
    PageWriter writer(list.pages[i], static_cast<std::uint32_t>(i), types, fonts, forms, content);
    for (const display::Command& command : list.pages[i].commands) {
      if (const auto* glyphs = std::get_if<display::DrawGlyphs>(&command)) {
        writer.glyphs(*glyphs, runs.at(next_run++));
      } else {
        std::visit(
            [&writer](const auto& shape) {
              if constexpr (!std::is_same_v<std::decay_t<decltype(shape)>, display::DrawGlyphs>) writer(shape);
            },
            command);
      }
    }
    content.pages.push_back(writer.finish());
  }
  return content;
}

}  // namespace broadside::pdf
