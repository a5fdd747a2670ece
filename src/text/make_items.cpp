// SPDX-License-Identifier: MIT
// Words are shaped by themselves: a run is shaped as a whole, and HarfBuzz says where a cut would have changed
// nothing; only words at whose edges it would (kerning with the space) are shaped again. See make_items.h.
#include "text/make_items.h"

#include <algorithm>

#include "base/utf8.h"

namespace broadside::text {
namespace {

bool is_plain_space(const std::string& text, const Cluster& cluster) {
  return cluster.end - cluster.begin == 1 && (text[cluster.begin] == ' ' || text[cluster.begin] == '\t');
}

bool is_no_break_space(const std::string& text, const Cluster& cluster) {
  return cluster.end - cluster.begin == 2 && text[cluster.begin] == '\xC2' && text[cluster.begin + 1] == '\xA0';
}

class ItemMaker {
 public:
  ItemMaker(ShapedText& out, const std::vector<Opportunity>& opportunities, const font::Library& fonts, Shaper& shaper)
      : out_(out), opportunities_(opportunities), fonts_(fonts), shaper_(shaper) {}

  void run(std::vector<ShapedRun>& runs) {
    for (ShapedRun& run : runs) {
      run_ = &run.run;
      right_to_left_ = (out_.looks[run.run.look].level & 1U) != 0;
      std::vector<Cluster>& clusters = run.clusters;
      for (std::size_t i = 0; i < clusters.size();) {
        if (clusters[i].glyphs.empty()) {
          add_line_end(clusters[i]);
          ++i;
        } else if (is_plain_space(out_.text, clusters[i])) {
          add_space(clusters[i]);
          ++i;
        } else if (is_no_break_space(out_.text, clusters[i])) {
          add_penalty(kForbidden, clusters[i].begin);
          add_glue(clusters[i]);
          ++i;
        } else {
          std::size_t end = i + 1;
          while (end < clusters.size() && !is_plain_space(out_.text, clusters[end]) &&
                 !is_no_break_space(out_.text, clusters[end])) {
            ++end;
          }
          add_word(clusters, i, end);
          i = end;
        }
      }
    }
    resolve_spaces();
    release_separators();
  }

 private:
  Item& add(ItemKind kind, std::uint32_t begin, std::uint32_t end) {
    Item item;
    item.kind = kind;
    item.look = run_->look;
    item.begin = begin;
    item.end = end;
    out_.items.push_back(item);
    return out_.items.back();
  }

  void add_penalty(std::int32_t penalty, std::uint32_t at) { add(ItemKind::Penalty, at, at).penalty = penalty; }
  void add_glue(const Cluster& cluster) { add(ItemKind::Glue, cluster.begin, cluster.end); }

  void add_line_end(const Cluster& cluster) {
    // CR LF is one line end; one that ends the text ends nothing more.
    const bool after_cr = cluster.begin > 0 && out_.text[cluster.begin - 1] == '\r' && out_.text[cluster.begin] == '\n';
    if (after_cr && !out_.items.empty() && out_.items.back().penalty == kForced) {
      out_.items.back().end = cluster.end;
    } else {
      add(ItemKind::Penalty, cluster.begin, cluster.end).penalty = kForced;
      out_.has_forced_breaks = true;
    }
  }

  /// The opportunity at a byte, or null. Calls come in ascending order.
  const Opportunity* opportunity_at(std::uint32_t offset) {
    while (next_ < opportunities_.size() && opportunities_[next_].offset < offset) ++next_;
    const bool found = next_ < opportunities_.size() && opportunities_[next_].offset == offset;
    return found ? &opportunities_[next_] : nullptr;
  }

  void add_space(const Cluster& cluster) {
    // Only the first of several spaces can be broken at; UAX #14 tells of the last one.
    if (out_.items.empty() || out_.items.back().kind != ItemKind::Glue) {
      std::uint32_t end = cluster.end;
      while (end < out_.text.size() && (out_.text[end] == ' ' || out_.text[end] == '\t')) ++end;
      if (opportunity_at(end) == nullptr) add_penalty(kForbidden, cluster.begin);
    }
    add_glue(cluster);
  }

  void add_word(std::vector<Cluster>& clusters, std::size_t begin, std::size_t end) {
    const bool whole = clusters[begin].safe && (end == clusters.size() || clusters[end].safe);
    if (whole) {
      emit_word(clusters, begin, end);
      return;
    }
    std::vector<Cluster> again;
    shaper_.shape(*run_, clusters[begin].begin, clusters[end - 1].end, again);
    emit_word(again, 0, again.size());
  }

  [[nodiscard]] GlyphRange glyphs_of(const std::vector<Cluster>& clusters, std::size_t begin, std::size_t end) const {
    if (begin == end) return {};
    const Cluster& left = right_to_left_ ? clusters[end - 1] : clusters[begin];
    const Cluster& right = right_to_left_ ? clusters[begin] : clusters[end - 1];
    return {left.glyphs.begin, right.glyphs.end};
  }

  void add_box(const std::vector<Cluster>& clusters, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    add(ItemKind::Box, clusters[begin].begin, clusters[end - 1].end).glyphs = glyphs_of(clusters, begin, end);
  }

  /// Shapes bytes [begin, end) alone, with a hyphen for a soft hyphen at their end (written), or behind them.
  GlyphRange shape_alone(std::uint32_t begin, std::uint32_t end, bool hyphen, bool written = true) {
    scratch_.clear();
    if (hyphen) {
      const GlyphRange soft{written ? end - 2 : end, end};  // U+00AD is two bytes
      shaper_.shape(*run_, begin, soft.begin, scratch_, &soft);
    } else if (begin < end) {
      shaper_.shape(*run_, begin, end, scratch_);
    }
    return glyphs_of(scratch_, 0, scratch_.size());
  }

  /// A break that changes no glyph.
  void add_plain_break(const Opportunity& opportunity) {
    switch (opportunity.kind) {
      case BreakKind::Explicit: {
        add(ItemKind::Discretionary, opportunity.offset, opportunity.offset).penalty = opportunity.penalty;
        break;
      }
      case BreakKind::Ideograph:
        add(ItemKind::Glue, opportunity.offset, opportunity.offset);
        break;
      case BreakKind::Space:
      case BreakKind::Slash:
      case BreakKind::Address:
      case BreakKind::SoftHyphen:
      case BreakKind::Hyphenation:
      case BreakKind::Dictionary:
        add_penalty(opportunity.penalty, opportunity.offset);
        break;
    }
  }

  /// Emits clusters [begin, end) of one word with the opportunities in it. Where a cut at an opportunity would change
  /// glyphs, a discretionary holds all three forms of what lies between the nearest safe cuts on both sides.
  void emit_word(const std::vector<Cluster>& clusters, std::size_t begin, std::size_t end) {
    const std::uint32_t word_end = clusters[end - 1].end;
    std::size_t done = begin;
    const auto byte_of = [&](std::size_t index) { return index < end ? clusters[index].begin : word_end; };
    static_cast<void>(opportunity_at(clusters[begin].begin + 1));
    std::size_t k = begin;
    while (next_ < opportunities_.size() && opportunities_[next_].offset <= word_end) {
      const Opportunity opportunity = opportunities_[next_];
      if (opportunity.offset == word_end && opportunity.kind == BreakKind::Space) break;
      ++next_;
      while (k < end && clusters[k].begin < opportunity.offset) ++k;
      const bool inserted = opportunity.kind == BreakKind::Hyphenation;
      const bool hyphen = opportunity.kind == BreakKind::SoftHyphen || inserted;
      const bool boundary = byte_of(k) == opportunity.offset;
      if (boundary && (k == end || clusters[k].safe) && !hyphen) {
        add_box(clusters, done, k);
        add_plain_break(opportunity);
        done = k;
        continue;
      }
      // The nearest safe cuts: `left` at or before the break (before it, if a hyphen will be kerned), `right` at or
      // after it.
      std::size_t left = boundary && !hyphen ? k : k - 1;
      while (left > done && !clusters[left].safe) --left;
      std::size_t right = k;
      while (right < end && !clusters[right].safe) ++right;
      // Opportunities that lie inside the same unsafe stretch cannot each have their own alternatives. Of points of
      // hyphenation those that come later are given up, so that the word keeps its kerning.
      while (next_falls_before(byte_of(right)) && opportunities_[next_].kind == BreakKind::Hyphenation) ++next_;
      if (inserted && next_falls_before(byte_of(right))) continue;
      if (next_falls_before(byte_of(right))) {
        add_box(clusters, done, left);
        right = emit_chain(clusters, left, right, end, opportunity);
      } else {
        add_box(clusters, done, left);
        const std::uint32_t from = byte_of(left), to = byte_of(right);
        const GlyphRange pre = shape_alone(from, opportunity.offset, hyphen, !inserted);
        const GlyphRange post = shape_alone(opportunity.offset, to, false);
        Item& item = add(ItemKind::Discretionary, from, to);
        item.penalty = opportunity.penalty;
        item.hyphenation = inserted;
        item.glyphs = glyphs_of(clusters, left, right);
        item.pre = pre;
        item.post = post;
      }
      done = right;
      k = std::max(k, right);
    }
    add_box(clusters, done, end);
  }

  /// Whether the next opportunity needs something of what lies before `end` for its own alternatives.
  [[nodiscard]] bool next_falls_before(std::uint32_t end) const {
    if (next_ == opportunities_.size()) return false;
    const Opportunity& opportunity = opportunities_[next_];
    const bool hyphen = opportunity.kind == BreakKind::SoftHyphen || opportunity.kind == BreakKind::Hyphenation;
    return opportunity.offset < end || (opportunity.offset == end && hyphen);
  }

  /// Parts between opportunities that kerning chains together are each shaped alone: the break costs a kern, but
  /// every one stays possible, in linear time. Returns the cluster at which the chain ends.
  std::size_t emit_chain(const std::vector<Cluster>& clusters, std::size_t left, std::size_t right, std::size_t end,
                         Opportunity opportunity) {
    const std::uint32_t word_end = clusters[end - 1].end;
    const auto byte_of = [&](std::size_t index) { return index < end ? clusters[index].begin : word_end; };
    std::uint32_t from = byte_of(left);
    for (;;) {
      emit_part(from, opportunity.offset, opportunity.kind == BreakKind::SoftHyphen, opportunity.penalty);
      if (opportunity.kind != BreakKind::SoftHyphen) add_plain_break(opportunity);
      from = opportunity.offset;
      while (right < end && (clusters[right].begin < from || !clusters[right].safe)) ++right;
      while (next_falls_before(byte_of(right)) && opportunities_[next_].kind == BreakKind::Hyphenation) ++next_;
      if (!next_falls_before(byte_of(right))) break;
      opportunity = opportunities_[next_++];
    }
    emit_part(from, byte_of(right), false, 0);
    return right;
  }

  void emit_part(std::uint32_t from, std::uint32_t to, bool hyphen, std::int32_t penalty) {
    const GlyphRange glyphs = shape_alone(from, to, false);
    if (!glyphs.empty() && !hyphen) add(ItemKind::Box, from, to).glyphs = glyphs;
    if (!hyphen) return;
    const GlyphRange pre = shape_alone(from, to, true);
    Item& item = add(ItemKind::Discretionary, from, to);
    item.penalty = penalty;
    item.glyphs = glyphs;
    item.pre = pre;
  }

  [[nodiscard]] static bool prints(const Item& item) {
    return item.kind == ItemKind::Box || item.kind == ItemKind::Discretionary;
  }

  /// Whether a space at this level may join the run of another item: same direction, and a face that has a space.
  [[nodiscard]] bool can_host(const Item& item, std::uint8_t level) const {
    if (!prints(item) || (item.glyphs.empty() && item.pre.empty())) return false;
    const Look& look = out_.looks[item.look];
    if (look.level != level) return false;
    const font::Face* face = fonts_.find(look.face);
    return face != nullptr && face->glyph(' ') != 0;
  }

  /// Gives every space (and line end) the look of the word before it, else of the word after it, so that it is printed
  /// in one string with a word, and its glyph.
  void resolve_spaces() {
    std::vector<Item>& items = out_.items;
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t before = kNone, after = 0;  // nearest items that print, not across a line end
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (prints(items[i])) before = i;
      const bool line_end = items[i].kind == ItemKind::Penalty && items[i].penalty == kForced;
      if ((items[i].kind != ItemKind::Glue && !line_end) || items[i].begin == items[i].end) continue;
      const std::uint8_t level = out_.looks[items[i].look].level;
      after = std::max(after, i + 1);
      while (after < items.size() && !prints(items[after]) && items[after].penalty != kForced) ++after;
      const bool left = before != kNone && can_host(items[before], level);
      const bool right = !line_end && after < items.size() && can_host(items[after], level);
      // The space of a monospaced face is too wide beside a word of another.
      const auto fits = [&](std::size_t at) { return out_.looks[items[at].look].elastic; };
      if (left && !(right && !fits(before) && fits(after))) {
        items[i].look = items[before].look;
      } else if (right) {
        items[i].look = items[after].look;
      }
      if (line_end) before = kNone;
      const font::Face* face = fonts_.find(out_.looks[items[i].look].face);
      const std::uint32_t glyph = face != nullptr ? face->glyph(' ') : 0;
      if (glyph == 0) continue;
      const auto at = static_cast<std::uint32_t>(out_.glyphs.size());
      out_.glyphs.push_back({glyph, face->advance(glyph), 0, 0, items[i].begin, items[i].end, true});
      items[i].glyphs = {at, at + 1};
    }
  }

  /// What stands between two things becomes glue: it is gone at a break, like the spaces beside it.
  void release_separators() {
    bool follows = false;  // something to separate from
    for (auto item = out_.items.rbegin(); item != out_.items.rend(); ++item) {
      const bool separator = out_.spans[out_.looks[item->look].span].separator;
      if (separator && follows && item->kind == ItemKind::Box) {
        item->kind = ItemKind::Glue;
        item->separator = true;
      }
      follows = (follows || prints(*item)) && item->penalty != kForced;
    }
  }

  ShapedText& out_;
  const std::vector<Opportunity>& opportunities_;
  const font::Library& fonts_;
  Shaper& shaper_;
  const TextRun* run_ = nullptr;
  bool right_to_left_ = false;
  std::size_t next_ = 0;
  std::vector<Cluster> scratch_;
};

}  // namespace

void make_items(ShapedText& out, std::vector<ShapedRun>& runs, const std::vector<Opportunity>& opportunities,
                const font::Library& fonts, Shaper& shaper) {
  ItemMaker(out, opportunities, fonts, shaper).run(runs);
}

}  // namespace broadside::text
