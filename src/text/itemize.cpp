// SPDX-License-Identifier: MIT
// Span × bidi × script first; then the run is shaped in the styled face, and only if that left holes is it cut by
// faces. Asking the character map for every letter beforehand would cost as much as shaping. See itemize.h.
#include "text/itemize.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "font/fallback.h"
#include "text/opportunities.h"
#include "unicode/bidi.h"
#include "unicode/breaks.h"

namespace broadside::text {
namespace {

/// Cursive scripts, and those of India whose letters hang from one line.
bool is_joined(unicode::ScriptTag script) {
  constexpr auto tag = unicode::script_tag;
  for (const unicode::ScriptTag one :
       {tag('A', 'r', 'a', 'b'), tag('S', 'y', 'r', 'c'), tag('N', 'k', 'o', 'o'), tag('M', 'o', 'n', 'g'),
        tag('D', 'e', 'v', 'a'), tag('B', 'e', 'n', 'g'), tag('G', 'u', 'r', 'u'), tag('T', 'i', 'b', 't')}) {
    if (script == one) return true;
  }
  return false;
}

class Itemizer {
 public:
  Itemizer(ShapedText& out, std::span<const TextStyle> styles, const font::Library& fonts, Shaper& shaper,
           std::string_view language, Diagnostics& diagnostics)
      : out_(out),
        styles_(styles),
        fonts_(fonts),
        shaper_(shaper),
        language_(language),
        diagnostics_(diagnostics),
        faces_(styles.size()) {}

  std::vector<ShapedRun> run(Direction direction, const std::vector<Borrowed>& borrowed) {
    const unicode::BaseDirection base = direction == Direction::LeftToRight   ? unicode::BaseDirection::LeftToRight
                                        : direction == Direction::RightToLeft ? unicode::BaseDirection::RightToLeft
                                                                              : unicode::BaseDirection::Auto;
    const unicode::BidiParagraph bidi = unicode::bidi_runs(out_.text, base);
    const std::vector<unicode::ScriptRun> scripts = unicode::script_runs(out_.text);
    out_.base_level = bidi.base_level;
    std::size_t b = 0, s = 0, q = 0;
    for (std::uint32_t span = 0; span < out_.spans.size(); ++span) {
      for (std::uint32_t at = out_.spans[span].begin; at < out_.spans[span].end;) {
        while (bidi.runs[b].end <= at) ++b;
        while (scripts[s].end <= at) ++s;
        std::uint32_t end = std::min({out_.spans[span].end, bidi.runs[b].end, scripts[s].end});
        while (q < borrowed.size() && borrowed[q].end <= at) ++q;
        const bool borrows = q < borrowed.size() && borrowed[q].begin <= at;
        if (q < borrowed.size()) end = std::min(end, borrows ? borrowed[q].end : borrowed[q].begin);
        end = cut_run(at, end);
        if (!borrows || !add_borrowed({at, end, 0, unicode::kHan}, borrowed[q].from, span, bidi.runs[b].level)) {
          add_run({at, end, 0, scripts[s].script}, span, bidi.runs[b].level);
        }
        at = end;
      }
    }
    for (const Missing& missing : missing_) warn(missing);
    return std::move(runs_);
  }

 private:
  /// Line ends have no glyphs: each is a run of its own. A shaper looks past invisible signs for what stands behind
  /// them, from each one anew: of a long row of them the rest is a run of its own, which changes no glyph.
  [[nodiscard]] std::uint32_t cut_run(std::uint32_t at, std::uint32_t end) const {
    constexpr int kMostInvisible = 64;
    int invisible = 0;
    for (std::uint32_t i = at; i < end;) {
      const auto byte = static_cast<unsigned char>(out_.text[i]);
      if (byte > '\r' && byte < 0x80) {
        invisible = 0;
        ++i;
        continue;
      }
      const Decoded c = decode_utf8_lossy(out_.text, i);
      if (is_line_end(c.code_point)) return i > at ? i : i + c.size;
      invisible = font::is_invisible(c.code_point) ? invisible + 1 : 0;
      if (invisible > kMostInvisible) return i;
      i += c.size;
    }
    return end;
  }

  [[nodiscard]] std::uint32_t look_of(std::uint32_t span, font::FaceId face, std::uint8_t level,
                                      unicode::ScriptTag script) {
    Look look;
    look.span = span;
    look.face = face;
    look.level = level;
    look.joined = is_joined(script);
    if (const font::Face* found = fonts_.find(face)) {
      look.units_per_em = static_cast<std::uint16_t>(found->metrics().units_per_em);
    }
    for (std::size_t i = out_.looks.size(); i-- > 0;) {
      if (out_.looks[i] == look) return static_cast<std::uint32_t>(i);
      if (out_.looks[i].span != span) break;
    }
    out_.looks.push_back(look);
    return static_cast<std::uint32_t>(out_.looks.size() - 1);
  }

  [[nodiscard]] font::FaceId styled_face(std::uint32_t span) {
    std::pair<bool, font::FaceId>& face = faces_[out_.spans[span].style];
    if (!face.first) {
      const FontSpec& spec = styles_[out_.spans[span].style].font;
      face = {true, fonts_.match(spec.family, spec.weight, spec.italic)};
      // An unknown family is the caller's error to report; text still appears in some face.
      if (face.second == font::kNoFace && fonts_.size() > 0) face.second = font::fallback(fonts_, font::kNoFace, "a");
    }
    return face.second;
  }

  /// A sign in the face that draws the character at byte `from` in this style. False if that face has no such sign.
  bool add_borrowed(const TextRun& run, std::uint32_t from, std::uint32_t span, std::uint8_t level) {
    const std::string_view text = out_.text;
    const std::string_view ideograph = text.substr(from, decode_utf8_lossy(text, from).size);
    const font::FaceId id = font::fallback(fonts_, styled_face(span), ideograph, language_);
    const font::Face* face = fonts_.find(id);
    if (face == nullptr || !font::covers(*face, text.substr(run.begin, run.end - run.begin))) return false;
    add_part(run, span, level, id);
    return true;
  }

  void add_run(TextRun run, std::uint32_t span, std::uint8_t level) {
    const font::FaceId styled = styled_face(span);
    run.look = look_of(span, styled, level, run.script);
    ShapedRun shaped{run, {}};
    if (is_line_end(decode_utf8_lossy(out_.text, run.begin).code_point)) {
      shaped.clusters.push_back({run.begin, run.end, {}, true});
      runs_.push_back(std::move(shaped));
      return;
    }
    const std::size_t first = out_.glyphs.size();
    if (styled != font::kNoFace) {
      shaper_.shape(run, run.begin, run.end, shaped.clusters);
      const bool complete = std::none_of(out_.glyphs.begin() + static_cast<std::ptrdiff_t>(first), out_.glyphs.end(),
                                         [](const UnitGlyph& glyph) { return glyph.id == 0; });
      if (complete) {
        runs_.push_back(std::move(shaped));
        return;
      }
      out_.glyphs.resize(first);
    }
    cut_by_face(run, span, level, styled);
  }

  void cut_by_face(const TextRun& run, std::uint32_t span, std::uint8_t level, font::FaceId styled) {
    const std::string_view text = std::string_view(out_.text).substr(run.begin, run.end - run.begin);
    TextRun part = run;
    part.end = part.begin;
    font::FaceId face = styled;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : unicode::grapheme_ends(text)) {
      const std::string_view cluster = text.substr(begin, end - begin);
      const font::FaceId wanted = font::fallback(fonts_, styled, cluster, language_);
      if (wanted == font::kNoFace) note_missing(cluster, out_.spans[span].source);
      // A missing cluster is a run of its own: one box each.
      if (wanted != face || wanted == font::kNoFace) {
        add_part(part, span, level, face);
        part.begin = run.begin + begin;
        face = wanted;
      }
      part.end = run.begin + end;
      begin = end;
    }
    add_part(part, span, level, face);
  }

  void add_part(TextRun part, std::uint32_t span, std::uint8_t level, font::FaceId face) {
    if (part.begin >= part.end) return;
    part.look = look_of(span, face, level, part.script);
    ShapedRun shaped{part, {}};
    shaper_.shape(part, part.begin, part.end, shaped.clusters);
    runs_.push_back(std::move(shaped));
  }

  /// What one text of the file lacks: one warning, however many characters it is.
  struct Missing {
    Span source;
    std::vector<std::string> clusters;
  };

  void note_missing(std::string_view cluster, Span source) {
    if (missing_.empty() || missing_.back().source != source) missing_.push_back({source, {}});
    std::vector<std::string>& known = missing_.back().clusters;
    if (std::find(known.begin(), known.end(), cluster) == known.end()) known.emplace_back(cluster);
  }

  void warn(const Missing& missing) {
    constexpr std::size_t kShown = 6;
    const std::size_t count = missing.clusters.size();
    std::string message = count == 1 ? "no font has the character " : "no font has the characters ";
    for (std::size_t i = 0; i < count && i < kShown; ++i) {
      std::array<char, 16> code{};
      const Decoded c = decode_utf8_lossy(missing.clusters[i], 0);
      std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(c.code_point));
      message += (i == 0 ? "\u201C" : ", \u201C") + missing.clusters[i] + "\u201D (" + code.data() + ")";
    }
    if (count > kShown) message += " and " + std::to_string(count - kShown) + " more";
    diagnostics_.warning("text-missing-glyph", missing.source, message,
                         std::string(count == 1 ? "a box is printed in its place; add a font that has it"
                                                : "boxes are printed in their place; add a font that has them") +
                             " to the folder 'fonts' beside the résumé, or write it in another way");
  }

  ShapedText& out_;
  std::span<const TextStyle> styles_;
  const font::Library& fonts_;
  Shaper& shaper_;
  std::string_view language_;
  Diagnostics& diagnostics_;
  std::vector<std::pair<bool, font::FaceId>> faces_;  // by style
  std::vector<ShapedRun> runs_;
  std::vector<Missing> missing_;  // in the order of the text
};

}  // namespace

std::vector<ShapedRun> itemize(ShapedText& out, const StyledText& text, const std::vector<Borrowed>& borrowed,
                               std::span<const TextStyle> styles, const font::Library& fonts, Shaper& shaper,
                               Diagnostics& diagnostics) {
  return Itemizer(out, styles, fonts, shaper, text.language, diagnostics).run(text.direction, borrowed);
}

}  // namespace broadside::text
