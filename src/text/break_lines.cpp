// SPDX-License-Identifier: MIT
// One measure, one table of sizes → where the lines end. Cuts the items at forced line ends, measures them, makes sure
// that no unbreakable stretch is wider than the measure, and asks the breaker. See paragraph.h.
#include <algorithm>

#include "text/break_items.h"
#include "text/margins.h"
#include "text/measure.h"
#include "text/paragraph.h"
#include "text/shaped_text.h"

namespace broadside::text {
namespace {

/// How short another line of a ragged paragraph may become so that its last one is no runt: a share of the measure, and
/// in a narrow measure at least this much by the ragged model (badness 100 · 2.15³ or so, 4.3 em where two em are a
/// stretch of one). Two lines of which the second is a runt hold less than four thirds of a measure; evened out, the
/// first is at most a third short, and some of a word more, since words don't end where one likes.
constexpr double kEvenShare = 0.4;
constexpr std::int32_t kEvenBadness = 1000;
constexpr double kEvenRatio = 2.15;
/// Beyond that, what a runt may cost to avoid. The flat part equals a line 4.3 em short. The slope makes the worst
/// runts, one short word, worth a ragged line 10 em short: a two-line bullet with an even rag reads better than a full
/// line over one word.
constexpr std::int64_t kRuntDemerits = 1'000'000;
constexpr std::int64_t kRuntSlope = 200'000'000;
/// More than all lines of any paragraph together can cost.
constexpr std::int64_t kNeverRunt = std::int64_t{1} << 50;

/// In ragged text a break after a typed hyphen is worth a line 7.4 em shorter (100 · 3.7³): it opens no gaps to keep
/// "state-of-the-art" whole, and only whole does a search of the extracted text find it.
constexpr std::int32_t kRaggedHyphen = 5000;

/// Longer paragraphs fill pages, where nobody minds the last line. To weigh it takes time in the square of the lines.
constexpr std::size_t kMostLinesWithoutRunt = 100;

constexpr std::int32_t kAnyBadness = 10000;
constexpr std::int64_t kLastResortStretch = 8;

/// Where in ShapedText an item of a (possibly cut) list stands.
struct Place {
  std::uint32_t item = 0;
  std::uint32_t cut = 0;  ///< byte, 0 = the item itself
};

/// The items between two forced line ends.
class Segment {
 public:
  Segment(const ShapedText& text, const Measurer& measurer, const ParagraphStyle& style, std::size_t begin,
          std::size_t end)
      : text_(text), measurer_(measurer), begin_(begin), end_(end) {
    if (style.align == Align::Justify && text.base_level == 0) protrusion_ = style.protrusion;
    justified_ = style.align == Align::Justify;
    // Spaces at the end of a line count for nothing.
    solid_end_ = end;
    while (solid_end_ > begin && (text.items[solid_end_ - 1].kind == ItemKind::Glue ||
                                  text.items[solid_end_ - 1].kind == ItemKind::Penalty)) {
      --solid_end_;
    }
    items_.reserve(solid_end_ - begin);
    for (std::size_t i = begin; i < solid_end_; ++i) {
      items_.push_back(measurer.item(i, !justified_));
      if (items_.back().hyphenation && !style.hyphenate) {
        items_.back().kind = ItemKind::Box;
        items_.back().pre = items_.back().post = 0;
      }
      const std::uint32_t byte = text.items[i].begin;
      if (!justified_ && items_.back().kind == ItemKind::Discretionary && byte > 0 && text.text[byte - 1] == '-') {
        items_.back().penalty = std::max(items_.back().penalty, kRaggedHyphen);
      }
      if (items_.back().kind != ItemKind::Penalty) width_ += items_.back().width;
    }
  }

  void break_at(std::int64_t measure, const BreakParameters& given, bool avoid_runts, Breaks& out) {
    if (width_ <= measure) {
      // One line costs line_penalty²; more lines cost at least as much each, so this is the optimum.
      out.demerits += static_cast<double>(given.line_penalty) * given.line_penalty;
      add_line(out, {static_cast<std::uint32_t>(end_), 0});
      return;
    }
    cut_what_is_too_wide(measure);
    if (!places_.empty()) out.overfull = true;
    BreakParameters parameters = given;
    if ((protrusion_ > 0 || text_.has_blanks) && places_.empty()) {
      find_hangs();
      parameters.hangs = hangs_;
      parameters.first_hang = first_hang_;
    }
    ItemBreaks breaks = break_items(items_, measure, parameters);
    avoid_runts = avoid_runts && breaks.ends.size() <= kMostLinesWithoutRunt;
    if (breaks.overfull) {
      // Rather a line as short as it likes than one that leaves the box. All badness is the same beyond the tolerance;
      // with more stretch the formula still tells a short line from a shorter one. Where a full line cannot be had
      // anyway, none is weighed against the last.
      parameters.tolerance = kAnyBadness;
      parameters.right_stretch *= kLastResortStretch;
      breaks = break_items(items_, measure, parameters);
      out.overfull = out.overfull || breaks.overfull;
      avoid_runts = avoid_runts && !justified_ && !breaks.overfull;
      if (avoid_runts && is_runt(breaks, measure)) breaks = evened(std::move(breaks), measure, given);
    } else if (avoid_runts && is_runt(breaks, measure)) {
      breaks = without_runt(std::move(breaks), measure, parameters);
    }
    out.demerits += static_cast<double>(breaks.demerits);
    for (std::size_t i = 0; i < breaks.ends.size(); ++i) {
      const std::uint32_t end = breaks.ends[i];
      if (i + 1 == breaks.ends.size()) {
        add_line(out, {static_cast<std::uint32_t>(end_), 0});
      } else if (places_.empty()) {
        add_line(out, {static_cast<std::uint32_t>(begin_) + end, 0});
      } else {
        add_line(out, places_[end]);
      }
    }
  }

 private:
  static void add_line(Breaks& out, Place place) {
    if (place.cut != 0 && out.cuts.empty()) out.cuts.resize(out.ends.size(), 0);
    out.ends.push_back(place.item);
    if (!out.cuts.empty() || place.cut != 0) out.cuts.push_back(place.cut);
  }

  [[nodiscard]] bool is_runt(const ItemBreaks& breaks, std::int64_t measure) const {
    return breaks.ends.size() > 1 && last_width(breaks) < measure / 3;
  }

  /// The breaks of a better last line, if any are within the tolerance, with no line more and no worse pass; else the
  /// same again. In justified text the tolerance is that of the passes, if need be of the one with hyphenation; in
  /// ragged text no other line may be more than kEvenShare of the measure short, and beyond that the last line is
  /// weighed against the others.
  [[nodiscard]] ItemBreaks without_runt(ItemBreaks breaks, std::int64_t measure, BreakParameters parameters) const {
    if (!justified_) {
      breaks = evened(std::move(breaks), measure, parameters);
      if (!is_runt(breaks, measure)) return breaks;
    }
    parameters.runt_width = measure / 3;
    parameters.runt_demerits = justified_ ? kNeverRunt : kRuntDemerits;
    parameters.runt_slope = kRuntSlope;
    breaks = no_longer(std::move(breaks), measure, parameters);
    if (breaks.pass == 1 && is_runt(breaks, measure)) {
      parameters.pretolerance = -1;
      breaks = no_longer(std::move(breaks), measure, parameters);
    }
    return breaks;
  }

  /// The breaks of ragged text whose last line is no runt and whose others are no more than kEvenShare of the measure
  /// short, if there are any; else the same again.
  [[nodiscard]] ItemBreaks evened(ItemBreaks breaks, std::int64_t measure, BreakParameters parameters) const {
    const double even_stretch = static_cast<double>(measure) * kEvenShare / kEvenRatio;
    parameters.right_stretch = std::max(parameters.right_stretch, static_cast<std::int64_t>(even_stretch));
    parameters.tolerance = kEvenBadness;
    parameters.runt_width = measure / 3;
    parameters.runt_demerits = kNeverRunt;
    parameters.runt_slope = kRuntSlope;
    return no_longer(std::move(breaks), measure, parameters);
  }

  /// What the breaker makes with these parameters, unless that has more lines, or needs a worse pass.
  [[nodiscard]] ItemBreaks no_longer(ItemBreaks breaks, std::int64_t measure, BreakParameters parameters) const {
    ItemBreaks other = break_items(items_, measure, parameters);
    if (other.ends.size() > breaks.ends.size()) {  // the best of as many lines as before
      parameters.looseness =
          static_cast<std::int32_t>(breaks.ends.size()) - static_cast<std::int32_t>(other.ends.size());
      other = break_items(items_, measure, parameters);
    }
    const int most = std::max(breaks.pass, parameters.pretolerance < 0 ? 2 : 1);
    const bool better = other.ends.size() <= breaks.ends.size() && other.pass <= most && !other.overfull;
    if (better) breaks = std::move(other);
    return breaks;
  }

  [[nodiscard]] std::int64_t last_width(const ItemBreaks& breaks) const {
    std::size_t from = breaks.ends[breaks.ends.size() - 2];
    std::int64_t width = 0;
    if (items_[from].kind == ItemKind::Discretionary) width += items_[from++].post;
    while (from < items_.size() && (items_[from].kind == ItemKind::Glue || items_[from].kind == ItemKind::Penalty)) {
      ++from;
    }
    for (; from < items_.size(); ++from) {
      if (items_[from].kind != ItemKind::Penalty) width += items_[from].width;
    }
    return width;
  }

  /// What hangs out of the lines to both sides of every item. Where a break prints nothing of its own, its neighbours
  /// that print stand at the edges.
  void find_hangs() {
    const auto left = [&](std::size_t i, GlyphRange glyphs) {
      const std::uint32_t look = text_.items[begin_ + i].look;
      return scaled(hang_left(text_, measurer_, glyphs, look)) + blank_left(text_, measurer_, glyphs, look);
    };
    const auto right = [&](std::size_t i, GlyphRange glyphs) {
      const std::uint32_t look = text_.items[begin_ + i].look;
      return scaled(hang_right(text_, measurer_, glyphs, look)) + blank_right(text_, measurer_, glyphs, look);
    };
    const auto prints = [](const BreakItem& item) {
      return item.kind == ItemKind::Box || item.kind == ItemKind::Discretionary;
    };
    hangs_.assign(items_.size() + 1, {});
    std::int64_t hang = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& from = text_.items[begin_ + i];
      const bool own = items_[i].kind == ItemKind::Discretionary && !from.pre.empty();
      hangs_[i].right = own ? right(i, from.pre) : hang;
      if (prints(items_[i]) && !from.glyphs.empty()) hang = right(i, from.glyphs);
    }
    hangs_[items_.size()].right = hang;
    hang = 0;
    for (std::size_t i = items_.size(); i-- > 0;) {
      const Item& from = text_.items[begin_ + i];
      const bool own = items_[i].kind == ItemKind::Discretionary && !from.post.empty();
      hangs_[i].left = own ? left(i, from.post) : hang;
      if (prints(items_[i]) && !from.glyphs.empty()) hang = left(i, from.glyphs);
    }
    first_hang_ = hang;
  }

  [[nodiscard]] std::int64_t scaled(std::int64_t hang) const {
    return static_cast<std::int64_t>(static_cast<double>(hang) * protrusion_);
  }

  /// Puts break points between the clusters of stretches without any that are wider than the measure: first fit
  /// from the start of a line. places_ stays empty if there are none.
  void cut_what_is_too_wide(std::int64_t measure) {
    std::int64_t stretch = 0;
    bool too_wide = false, solid = false;
    for (BreakItem& item : items_) {
      // Alternatives that do not fit are none.
      if (item.kind == ItemKind::Discretionary && std::max({item.pre, item.post, item.width}) > measure) {
        item.kind = ItemKind::Box;
        item.pre = item.post = 0;
      }
      const std::int64_t width = std::max(item.width, item.pre);
      const bool legal = (item.kind == ItemKind::Glue && solid) || item.kind == ItemKind::Discretionary ||
                         (item.kind == ItemKind::Penalty && item.penalty < kForbidden);
      too_wide = too_wide || (item.kind != ItemKind::Glue && stretch + width > measure);
      stretch = legal ? std::max<std::int64_t>(0, item.post) : stretch + width;
      solid = item.kind == ItemKind::Box || item.kind == ItemKind::Discretionary;
    }
    if (!too_wide) return;

    std::vector<BreakItem> cut;
    cut.reserve(items_.size() + items_.size() / 8);
    stretch = 0;
    solid = false;
    const auto put = [&](const BreakItem& item, Place place) {
      cut.push_back(item);
      places_.push_back(place);
    };
    BreakItem seam;
    seam.kind = ItemKind::Penalty;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const BreakItem& item = items_[i];
      const Item& from = text_.items[begin_ + i];
      const auto index = static_cast<std::uint32_t>(begin_ + i);
      const std::int64_t width = std::max(item.width, item.pre);
      const bool legal = (item.kind == ItemKind::Glue && solid) || item.kind == ItemKind::Discretionary ||
                         (item.kind == ItemKind::Penalty && item.penalty < kForbidden);
      if (item.kind == ItemKind::Box && stretch + width > measure) {
        cut_box(from, index, measure, stretch, seam, put);
      } else {
        if (item.kind == ItemKind::Discretionary && stretch > 0 && stretch + width > measure) {
          put(seam, {index, from.begin});
        }
        put(item, {index, 0});
        stretch = legal ? std::max<std::int64_t>(0, item.post) : stretch + width;
      }
      solid = item.kind == ItemKind::Box || item.kind == ItemKind::Discretionary;
    }
    items_.swap(cut);
  }

  /// After a sign that joins the parts of an address, and before its @; not before a mere "com" at `end`.
  [[nodiscard]] bool reads_well(std::uint32_t byte, std::uint32_t end) const {
    constexpr std::string_view kAfter = "/.-_?&=#:";
    constexpr std::uint32_t kShortest = 5;
    if (byte == 0 || (text_.text[byte - 1] == '.' && end - byte < kShortest)) return false;
    return text_.text[byte] == '@' || kAfter.find(text_.text[byte - 1]) != std::string_view::npos;
  }

  template <typename Put>
  void cut_box(const Item& from, std::uint32_t index, std::int64_t measure, std::int64_t& stretch,
               const BreakItem& seam, const Put& put) {
    // Clusters in the order of the text: in right-to-left boxes the glyphs stand the other way round.
    const bool backwards = (text_.looks[from.look].level & 1U) != 0;
    BreakItem part;
    const std::uint32_t count = from.glyphs.end - from.glyphs.begin;
    // The last place so far where an address reads well in two, and how much stands before it.
    std::uint32_t good = 0;
    std::int64_t good_part = 0, good_stretch = 0;
    bool good_hyphen = false;
    for (std::uint32_t n = 0; n < count;) {
      const auto glyph_at = [&](std::uint32_t k) -> const UnitGlyph& {
        return text_.glyphs[backwards ? from.glyphs.end - 1 - k : from.glyphs.begin + k];
      };
      std::uint32_t byte = glyph_at(n).begin;
      // After a hyphen, which may be taken for that of a divided word, only where nothing better is near.
      const bool hyphen = byte > 0 && text_.text[byte - 1] == '-';
      const bool better = good > 0 && !good_hyphen && good_stretch > measure / 3;
      if (n > good && part.width > 0 && !(hyphen && better) && reads_well(byte, from.end)) {
        good = n;
        good_hyphen = hyphen;
        good_part = part.width;
        good_stretch = stretch;
      }
      const std::uint32_t first = n;
      std::int64_t width = 0;
      for (; n < count && glyph_at(n).begin == byte; ++n) width += measurer_.advance(glyph_at(n), from.look);
      if (stretch > 0 && stretch + width > measure) {
        if (good > 0 && good < first && good_stretch > measure / 3) {
          n = good;
          byte = glyph_at(n).begin;
          part.width = good_part;
          width = 0;
        }
        good = 0;
        if (part.width > 0) put(part, {index, 0});
        // A cut at the very start of the box is a break before it, which byte 0 could not tell from no cut.
        put(seam, {index, byte});
        part.width = 0;
        stretch = 0;
      }
      part.width += width;
      stretch += width;
    }
    if (part.width > 0) put(part, {index, 0});
  }

  const ShapedText& text_;
  const Measurer& measurer_;
  std::size_t begin_, end_, solid_end_ = 0;
  std::vector<BreakItem> items_;
  std::vector<Place> places_;  ///< of items_, if something was cut
  std::int64_t width_ = 0;
  bool justified_ = false;
  double protrusion_ = 0;
  std::vector<Hang> hangs_;  ///< of items_ and the end
  std::int64_t first_hang_ = 0;
};

/// Calls visit(begin, end) for the items of every segment; `end` is its forced break or the number of items.
template <typename Visit>
void each_segment(const ShapedText& text, const Visit& visit) {
  const std::size_t count = text.items.size();
  std::size_t begin = 0;
  if (text.has_forced_breaks) {
    for (std::size_t i = 0; i < count; ++i) {
      if (text.items[i].kind != ItemKind::Penalty || text.items[i].penalty != kForced) continue;
      visit(begin, i);
      begin = i + 1;
    }
    if (begin == count) return;  // a line end that stands last ends the last line
  }
  visit(begin, count);
}

/// Whether the text fits on one line whatever its glyphs are rounded to. Most texts of a résumé do.
bool surely_fits(const ShapedText& text, std::span<const TextStyle> styles, Length measure) {
  if (text.has_forced_breaks) return false;
  double most = 0;
  for (std::size_t i = 0; i < text.looks.size(); ++i) {
    const Look& look = text.looks[i];
    const TextStyle& style = styles[text.spans[look.span].style];
    const double spacing = std::max(0.0, style.letter_spacing) * static_cast<double>(style.size.raw);
    const double scaled = static_cast<double>(text.extents[i].units) * static_cast<double>(style.size.raw);
    most += scaled / look.units_per_em + static_cast<double>(text.extents[i].glyphs) * (spacing + 2);
  }
  return most < static_cast<double>(measure.raw);
}

std::int64_t em_share(Length em, double share) { return std::max<std::int64_t>(0, scale(em, share).raw); }

}  // namespace

Breaks break_lines(const ShapedText& text, std::span<const TextStyle> styles, Length measure,
                   const ParagraphStyle& style) {
  if (surely_fits(text, styles, measure)) {
    Breaks breaks;
    breaks.demerits = static_cast<double>(BreakParameters{}.line_penalty) * BreakParameters{}.line_penalty;
    breaks.ends.push_back(static_cast<std::uint32_t>(text.items.size()));
    return breaks;
  }
  if (const Breaks* known = text.memo.find(text.spans, styles, measure, style)) return *known;
  const Measurer measurer(text, styles);
  const bool ragged = style.align != Align::Justify;
  const Length em = em_of(text, styles);
  BreakParameters parameters;
  if (ragged) {
    // All that the formula can weigh is allowed; only lines more than 9 em short are beyond it.
    parameters.pretolerance = -1;
    parameters.tolerance = kAnyBadness - 1;
    parameters.right_stretch = em_share(em, style.ragged_stretch);
  } else {
    parameters.pretolerance = static_cast<std::int32_t>(style.pretolerance);
    parameters.tolerance = static_cast<std::int32_t>(style.tolerance);
    parameters.emergency_stretch = em_share(em, style.emergency_stretch);
    parameters.expansion = thousandths(style.expansion);
  }
  Breaks breaks;
  const std::int64_t width = std::max<std::int64_t>(0, measure.raw);
  each_segment(text, [&](std::size_t begin, std::size_t end) {
    Segment segment(text, measurer, style, begin, end);
    segment.break_at(width, parameters, style.avoid_runts, breaks);
  });
  text.memo.keep(text.spans, styles, measure, style, breaks);
  return breaks;
}

std::vector<Span> broken_words(const ShapedText& text, const Breaks& breaks) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < breaks.cuts.size(); ++i) {
    if (breaks.cuts[i] == 0) continue;
    const StyledSpan& span = text.spans[text.looks[text.items[breaks.ends[i]].look].span];
    const Span& place = span.source;
    if (span.together) continue;
    if (out.empty() || out.back() != place) out.push_back(place);
  }
  return out;
}

Length natural_width(const ShapedText& text, std::span<const TextStyle> styles) {
  const Measurer measurer(text, styles);
  std::int64_t widest = 0;
  each_segment(text, [&](std::size_t begin, std::size_t end) {
    std::int64_t width = 0, solid = 0;  // a line's last spaces count for nothing
    for (std::size_t i = begin; i < end; ++i) {
      const Item& item = text.items[i];
      if (item.kind == ItemKind::Penalty) continue;
      const bool gap = item.kind == ItemKind::Glue && item.glyphs.empty();
      width += gap ? measurer.distance(item.space, item.look) : measurer.width(item.glyphs, item.look);
      if (item.kind != ItemKind::Glue) solid = width;
    }
    widest = std::max(widest, solid);
  });
  return Length::from_raw(widest);
}

}  // namespace broadside::text
