// SPDX-License-Identifier: MIT
// Breaks → positioned glyphs: what each line holds, spaces set to the measure, runs in visual order. See paragraph.h.
#include <algorithm>
#include <string_view>

#include "text/break_items.h"
#include "text/margins.h"
#include "text/measure.h"
#include "text/paragraph.h"
#include "text/shaped_text.h"
#include "unicode/bidi.h"

namespace broadside::text {
namespace {

/// Justified lines whose spaces would have to grow by more than this many times their stretch (to over three times
/// their width) are left at their natural width: rivers are worse than a short line.
constexpr std::int64_t kMostStretch = 5;
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

/// Glyphs of one look that stand together on a line.
struct Element {
  std::uint32_t look = 0;
  GlyphRange glyphs;
  std::uint32_t begin = 0, end = 0;  ///< bytes it stands for
  std::int64_t stretch = 0, shrink = 0;
  std::int64_t space = 0;  ///< width of glue that has no glyph
  std::int64_t extra = 0;  ///< added to its last glyph by justification
  bool trailing = false;   ///< space at the break: drawn without width
  bool line_end = false;   ///< a forced line end, which the text layer reads as a space
};

class LineBuilder {
 public:
  LineBuilder(const ShapedText& text, std::span<const TextStyle> styles, Length measure, const ParagraphStyle& style)
      : text_(text), styles_(styles), measurer_(text, styles), measure_(measure), style_(style) {}

  std::vector<Line> build(const Breaks& breaks) {
    std::vector<Line> lines;
    lines.reserve(breaks.ends.size());
    std::uint32_t next = 0, cut = 0;  // where the line starts
    GlyphRange post;
    std::uint32_t post_item = 0;
    for (std::size_t i = 0; i < breaks.ends.size(); ++i) {
      const std::uint32_t end = std::min(breaks.ends[i], static_cast<std::uint32_t>(text_.items.size()));
      const std::uint32_t end_cut = breaks.cuts.empty() ? 0 : breaks.cuts[i];
      elements_.clear();
      if (!post.empty()) add(text_.items[post_item], post);
      post = {};
      for (std::uint32_t k = next; k < end; ++k) {
        if (text_.items[k].kind != ItemKind::Penalty) add(text_.items[k], text_.items[k].glyphs);
        if (k == next && cut != 0) keep(elements_.back(), cut, 0xffffffff);
      }
      bool last = end == text_.items.size();
      next = end;
      if (end_cut != 0) {
        add(text_.items[end], text_.items[end].glyphs);
        keep(elements_.back(), cut != 0 && breaks.ends[i - 1] == end ? cut : 0, end_cut);
      } else if (!last) {
        const Item& item = text_.items[end];
        ++next;
        if (item.kind == ItemKind::Discretionary) {
          if (!item.pre.empty()) add(item, item.pre);
          post = item.post;
          post_item = end;
        } else {
          last = item.kind == ItemKind::Penalty && item.penalty == kForced;
          if (!item.glyphs.empty()) {
            add(item, item.glyphs);
            elements_.back().line_end = last;
          }
          // What vanishes at a break; a forced one keeps what the next line was given on purpose.
          if (!last) skip(next);
        }
        if (item.kind == ItemKind::Discretionary && post.empty()) skip(next);
      }
      cut = end_cut;
      ends_text_ = i + 1 == breaks.ends.size();
      lines.push_back(set(last));
    }
    return lines;
  }

 private:
  static bool vanishes(const Item& item) {
    return item.kind == ItemKind::Glue || (item.kind == ItemKind::Penalty && item.penalty != kForced);
  }

  /// What vanishes at a break before item `next`. Spaces keep their glyphs, a separator and what follows it do not.
  void skip(std::uint32_t& next) {
    bool printed = true;
    for (; next < text_.items.size() && vanishes(text_.items[next]); ++next) {
      const Item& item = text_.items[next];
      printed = printed && !item.separator;
      if (printed && !item.glyphs.empty()) add(item, item.glyphs);
    }
  }

  void add(const Item& item, GlyphRange glyphs) {
    Element element;
    element.look = item.look;
    element.glyphs = glyphs;
    element.begin = item.begin;
    element.end = item.end;
    if (item.kind == ItemKind::Glue) {
      const BreakItem glue = measurer_.item(static_cast<std::size_t>(&item - text_.items.data()), false);
      element.stretch = glue.stretch;
      element.shrink = glue.shrink;
      if (glyphs.empty()) element.space = glue.width;
    }
    elements_.push_back(element);
  }

  /// One line from elements_.
  Line set(bool last) {
    // Breaks that print nothing, and what a cut at the edge of an item leaves empty.
    std::erase_if(elements_, [](const Element& element) { return element.glyphs.empty() && element.stretch == 0; });
    // Spaces at the end (and the mark of a forced line end) keep their glyph for text extraction, not their width.
    for (std::size_t i = elements_.size(); i-- > 0;) {
      Element& element = elements_[i];
      if (element.stretch == 0 && element.shrink == 0 && !element.line_end && !element.glyphs.empty()) break;
      element.trailing = true;
    }
    std::int64_t natural = 0, stretch = 0, shrink = 0, elastic = 0;
    for (const Element& element : elements_) {
      if (element.trailing) continue;
      const std::int64_t width = measurer_.width(element.glyphs, element.look);
      natural += width + element.space;
      stretch += element.stretch;
      shrink += element.shrink;
      if (stretches(element)) elastic += width;
    }
    expansion_ = 0;
    find_hangs();
    if (style_.align == Align::Justify) {
      std::int64_t room = measure_.raw - natural + left_hang_ + right_hang_;
      expand(room, elastic, stretch, last);
      justify(room, stretch, shrink, last);
    } else if (style_.align == Align::Left && style_.protrusion > 0 && text_.base_level == 0) {
      left_hang_ += ragged_hang();
    }
    return place();
  }

  /// Whether expansion changes it: words, not spaces, which justification sets.
  [[nodiscard]] bool stretches(const Element& element) const {
    return element.stretch == 0 && measurer_.elastic(element.look);
  }

  [[nodiscard]] std::int64_t first_hang() const {
    for (const Element& element : elements_) {
      if (!element.glyphs.empty()) return hang_left(text_, measurer_, element.glyphs, element.look);
    }
    return 0;
  }

  /// Out of the even edge of ragged text: quotes, dashes, brackets and capitals. Figures and signs stay, for they begin
  /// what stands in columns. The breaker need not know: the line only moves.
  [[nodiscard]] std::int64_t ragged_hang() const {
    for (const Element& element : elements_) {
      if (element.glyphs.empty()) continue;
      const UnitGlyph& glyph = text_.glyphs[element.glyphs.begin];
      const char first = glyph.begin < text_.text.size() ? text_.text[glyph.begin] : ' ';
      if ((first >= '0' && first <= '9') || std::string_view("+~*%@").find(first) != std::string_view::npos) return 0;
      break;
    }
    return static_cast<std::int64_t>(static_cast<double>(first_hang()) * style_.protrusion);
  }

  /// How far the line hangs out on both sides.
  void find_hangs() {
    left_hang_ = right_hang_ = 0;
    const double share = style_.align == Align::Justify ? std::max(0.0, style_.protrusion) : 0;
    if ((share <= 0 && !text_.has_blanks) || text_.base_level != 0) return;
    const auto scaled = [share](std::int64_t length) {
      return static_cast<std::int64_t>(static_cast<double>(length) * share);
    };
    for (std::size_t i = elements_.size(); i-- > 0;) {
      const Element& element = elements_[i];
      if (element.trailing || element.glyphs.empty()) continue;
      right_hang_ = scaled(hang_right(text_, measurer_, element.glyphs, element.look)) +
                    blank_right(text_, measurer_, element.glyphs, element.look);
      break;
    }
    for (const Element& element : elements_) {
      if (element.glyphs.empty()) continue;
      left_hang_ = scaled(hang_left(text_, measurer_, element.glyphs, element.look)) +
                   blank_left(text_, measurer_, element.glyphs, element.look);
      break;
    }
  }

  /// Widens or narrows the glyphs as far as they go, in thousandths, and leaves the rest of `room` to the spaces. Of a
  /// line whose spaces will not be stretched either (see justify) the glyphs keep their shape.
  void expand(std::int64_t& room, std::int64_t elastic, std::int64_t stretch, bool last) {
    const std::int32_t most = thousandths(style_.expansion);
    if (most == 0 || elastic <= 0 || (room > 0 && (last || room > kMostStretch * stretch))) return;
    expansion_ = static_cast<std::int32_t>(std::clamp<std::int64_t>(room * 1000 / elastic, -most, most));
    if (expansion_ == 0) return;
    for (const Element& element : elements_) {
      if (element.trailing || !stretches(element)) continue;
      for (std::uint32_t g = element.glyphs.begin; g < element.glyphs.end; ++g) {
        const std::int64_t advance = measurer_.advance(text_.glyphs[g], element.look);
        room -= expanded(advance) - advance;
      }
    }
  }

  [[nodiscard]] std::int64_t expanded(std::int64_t length) const { return length + length * expansion_ / 1000; }

  /// Narrows an element to its clusters that begin in bytes [first, last). Clusters ascend, or descend in
  /// right-to-left text, so both ends are found by halving.
  void keep(Element& element, std::uint32_t first, std::uint32_t last) const {
    const auto begin = text_.glyphs.begin() + element.glyphs.begin, end = text_.glyphs.begin() + element.glyphs.end;
    const bool backwards = (text_.looks[element.look].level & 1U) != 0;
    const auto before = [&](std::uint32_t byte) {
      return std::partition_point(begin, end, [&](const UnitGlyph& g) { return (g.begin < byte) != backwards; }) -
             text_.glyphs.begin();
    };
    const auto from = before(backwards ? last : first), to = before(backwards ? first : last);
    element.glyphs = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
  }

  /// Deals `room` out over the spaces in proportion to their stretch or shrink, to the last unit.
  void justify(std::int64_t room, std::int64_t stretch, std::int64_t shrink, bool last) {
    const bool widen = room > 0;
    if (room == 0 || (widen && (last || room > kMostStretch * stretch))) return;
    const std::int64_t total = widen ? stretch : shrink;
    if (total <= 0) return;
    if (!widen) room = std::max(room, -shrink);
    std::int64_t seen = 0, given = 0;
    Element* before = nullptr;
    for (Element& element : elements_) {
      if (element.trailing) continue;
      seen += widen ? element.stretch : element.shrink;
      // In doubles the product cannot overflow; the last one is seen == total, so nothing is lost.
      const auto due =
          static_cast<std::int64_t>(static_cast<double>(room) * static_cast<double>(seen) / static_cast<double>(total));
      const std::int64_t share = (seen == total ? room : due) - given;
      given += share;
      // Glue between ideographs has no glyph of its own: it widens the one before it.
      (element.glyphs.empty() && before != nullptr ? *before : element).extra += share;
      if (!element.glyphs.empty()) before = &element;
    }
  }

  /// A piece of the line that becomes one GlyphRun: elements [begin, end) in logical order.
  struct Group {
    std::size_t begin = 0, end = 0;
    std::uint8_t level = 0;
  };

  [[nodiscard]] std::uint8_t level_of(const Element& element) const {
    // Rule L1 of UAX #9: spaces at the end of a line have the paragraph's level.
    return element.trailing ? text_.base_level : text_.looks[element.look].level;
  }

  /// Glue without a glyph widens the one before it.
  void spread_spaces() {
    Element* before = nullptr;
    for (Element& element : elements_) {
      if (element.space != 0 && before != nullptr && !element.trailing) before->extra += element.space;
      if (!element.glyphs.empty()) before = &element;
    }
  }

  Line place() {
    spread_spaces();
    std::vector<Group> groups;
    std::vector<std::uint8_t> levels;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].glyphs.empty()) continue;
      const bool joins = !groups.empty() && elements_[i].look == elements_[groups.back().begin].look &&
                         level_of(elements_[i]) == groups.back().level && !stands_alone(elements_[i]);
      if (joins) {
        groups.back().end = i + 1;
      } else {
        groups.push_back({i, i + 1, level_of(elements_[i])});
        levels.push_back(groups.back().level);
      }
    }
    Line line;
    line.runs.reserve(groups.size());
    for (const std::uint32_t index : unicode::visual_order(levels)) {
      line.runs.push_back(make_run(groups[index]));
      line.runs.back().x = line.width;
      line.width += line.runs.back().run.width();
    }
    Length shift = Length::from_raw(-left_hang_);
    if (style_.align == Align::Right) shift = measure_ - line.width + Length::from_raw(right_hang_);
    // What is left at its natural width begins where the reader begins.
    if (style_.align == Align::Justify && text_.base_level != 0) shift = measure_ - line.width;
    if (style_.align == Align::Center) shift = (measure_ - line.width + Length::from_raw(right_hang_ - left_hang_)) / 2;
    for (LineRun& run : line.runs) run.x += shift;
    return line;
  }

  /// Boxes for missing characters stand each in a run of their own.
  [[nodiscard]] bool stands_alone(const Element& element) const {
    return text_.looks[element.look].face == font::kNoFace;
  }

  LineRun make_run(const Group& group) {
    const Element& first = elements_[group.begin];
    const Look& look = text_.looks[first.look];
    const StyledSpan& span = text_.spans[look.span];
    LineRun result;
    result.span = span;
    font::GlyphRun& run = result.run;
    run.face = look.face;
    run.size = measurer_.size(first.look);
    run.color = styles_[span.style].color;
    run.right_to_left = (look.level & 1U) != 0;
    run.span = span.source;
    if (measurer_.elastic(first.look)) run.expansion = 1.0 + expansion_ / 1000.0;

    std::uint32_t begin = 0xffffffff, end = 0;
    for (std::size_t i = group.begin; i < group.end; ++i) {
      if (elements_[i].glyphs.empty()) continue;
      // The outermost clusters of an element are at its ends.
      const GlyphRange glyphs = elements_[i].glyphs;
      for (const UnitGlyph* glyph : {&text_.glyphs[glyphs.begin], &text_.glyphs[glyphs.end - 1]}) {
        begin = std::min(begin, glyph->begin);
        end = std::max(end, glyph->end);
      }
    }
    if (begin > end) begin = end = first.begin;
    result.text_begin = begin;
    run.text.assign(text_.text, begin, end - begin);
    // The text layer reads a forced line end as a space.
    const Element& last = elements_[group.end - 1];
    if (last.line_end) run.text.replace(last.begin - begin, last.end - last.begin, " ");

    // The hyphen of a divided word stands for a soft hyphen, which is what a word copied out should hold there.
    if (text_.glyphs[last.glyphs.end - 1].begin == text_.glyphs[last.glyphs.end - 1].end) run.text += kSoftHyphen;
    run.ends_at_hyphen = !ends_text_ && group.end == elements_.size() && run.text.ends_with('-');
    std::size_t count = 0;
    for (std::size_t i = group.begin; i < group.end; ++i) count += elements_[i].glyphs.end - elements_[i].glyphs.begin;
    run.glyphs.reserve(count);
    for (std::size_t n = 0; n < group.end - group.begin; ++n) {
      const Element& element = elements_[run.right_to_left ? group.end - 1 - n : group.begin + n];
      append(element, begin, run);
    }
    return result;
  }

  void append(const Element& element, std::uint32_t text_begin, font::GlyphRun& run) const {
    for (std::uint32_t g = element.glyphs.begin; g < element.glyphs.end; ++g) {
      const UnitGlyph& from = text_.glyphs[g];
      font::Glyph glyph;
      glyph.id = from.id;
      const bool wider = stretches(element);
      const std::int64_t advance = measurer_.advance(from, element.look);
      if (!element.trailing) glyph.advance = Length::from_raw(wider ? expanded(advance) : advance);
      const std::int64_t dx = measurer_.distance(from.dx, element.look);
      glyph.dx = Length::from_raw(wider ? expanded(dx) : dx);
      glyph.dy = Length::from_raw(measurer_.distance(from.dy, element.look));
      glyph.begin = from.begin - text_begin;
      glyph.end = element.line_end ? glyph.begin + 1 : from.end - text_begin;
      if (from.begin == from.end) glyph.end += static_cast<std::uint32_t>(kSoftHyphen.size());
      run.glyphs.push_back(glyph);
    }
    if (element.extra != 0 && !run.glyphs.empty()) run.glyphs.back().advance += Length::from_raw(element.extra);
  }

  const ShapedText& text_;
  std::span<const TextStyle> styles_;
  Measurer measurer_;
  Length measure_;
  ParagraphStyle style_;
  std::vector<Element> elements_;
  std::int32_t expansion_ = 0;                   ///< of the line, thousandths
  std::int64_t left_hang_ = 0, right_hang_ = 0;  ///< of the line
  bool ends_text_ = false;                       ///< the line is the last
};

}  // namespace

std::vector<Line> build_lines(const ShapedText& text, const Breaks& breaks, std::span<const TextStyle> styles,
                              Length measure, const ParagraphStyle& style) {
  return LineBuilder(text, styles, measure, style).build(breaks);
}

}  // namespace broadside::text
