// SPDX-License-Identifier: MIT
// The optimal breaker: one forward sweep a pass over the legal breaks, keeping the active ones (the breaks from which
// a line may still start). See break_items.h; section numbers are those of "TeX: The Program".
#include "text/break_items.h"

#include <algorithm>
#include <array>
#include <limits>

namespace broadside::text {
namespace {

constexpr std::int32_t kInfinitelyBad = 10000;
/// Larger than any sum of demerits, so that it means "none yet".
constexpr std::int64_t kAwful = std::int64_t{1} << 60;

enum Fitness : std::uint8_t { kVeryLoose, kLoose, kDecent, kTight };
constexpr int kClasses = 4;

/// Sums of what stands between the start of the paragraph and some point.
struct Totals {
  std::int64_t width = 0, stretch = 0, shrink = 0;
  std::int64_t elastic = 0;  ///< of width, what expansion may change
};

/// A break that was once active, for tracing the result back.
struct Passive {
  std::uint32_t item = 0;
  std::int32_t before = -1;
};

/// A break from which lines may start (§819).
struct Active {
  Totals start;  ///< after the items that vanish at the break
  std::int64_t demerits = 0;
  std::int32_t passive = -1;  ///< −1: the start of the paragraph
  std::uint32_t line = 0;     ///< lines that end at or before it
  Fitness fitness = kDecent;
  bool hyphenated = false;
};

class Breaker {
 public:
  Breaker(std::span<const BreakItem> items, std::int64_t measure, const BreakParameters& parameters)
      : items_(items), measure_(measure), parameters_(parameters) {
    constexpr std::size_t kMostWordsOfALine = 32;  // seldom more
    active_.reserve(2 * kMostWordsOfALine);
    passive_.reserve(2 * kMostWordsOfALine);
    created_.reserve(kClasses);
    before_.resize(items.size() + 1);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const BreakItem& item = items[i];
      Totals next = before_[i];
      if (item.kind != ItemKind::Penalty) next.width += item.width;
      if (item.elastic) next.elastic += item.width;
      if (item.kind == ItemKind::Glue) {
        next.stretch += item.stretch;
        next.shrink += item.shrink;
      }
      before_[i + 1] = next;
    }
  }

  ItemBreaks run() {
    const bool third = parameters_.emergency_stretch > 0;
    if (parameters_.pretolerance >= 0 && pass(1, parameters_.pretolerance, 0, false)) return result(1);
    if (pass(2, parameters_.tolerance, 0, !third)) return result(2);
    pass(3, parameters_.tolerance, parameters_.emergency_stretch, true);
    return result(3);
  }

 private:
  struct Best {
    std::array<std::int64_t, kClasses> demerits;
    std::array<std::int32_t, kClasses> passive{};
    std::array<std::uint32_t, kClasses> line{};
    std::int64_t least = kAwful;
    Best() { demerits.fill(kAwful); }
  };

  /// One sweep. True if it ended in a break sequence that satisfies the looseness or need not.
  bool pass(int number, std::int32_t threshold, std::int64_t emergency, bool final_pass) {
    threshold_ = std::min(threshold, kInfinitelyBad);
    background_ = parameters_.right_stretch + emergency;
    final_pass_ = final_pass;
    active_.assign(1, Active{});
    active_.front().start.width = parameters_.first_hang;
    passive_.clear();
    bool after_solid = false;  // the item before is a box or a discretionary
    const std::size_t size = items_.size();
    for (std::size_t i = 0; i < size && !active_.empty(); ++i) {
      const BreakItem& item = items_[i];
      switch (item.kind) {
        case ItemKind::Box:
          after_solid = true;
          break;
        case ItemKind::Glue:
          if (after_solid && i + 1 < size) try_break(i, 0, false);
          after_solid = false;
          break;
        case ItemKind::Penalty:
          if (item.penalty < kForbidden) try_break(i, std::max(item.penalty, kForced), false);
          after_solid = false;
          break;
        case ItemKind::Discretionary:
          if (!item.hyphenation || number > 1) try_break(i, item.penalty, true);
          after_solid = true;
          break;
      }
    }
    if (active_.empty()) return false;
    try_break(size, kForced, true);
    return !active_.empty() && choose(final_pass);
  }

  /// Width of what a line that ends at item i holds up to there.
  [[nodiscard]] Totals totals_at(std::size_t i) const {
    Totals totals = before_[i];
    if (i == items_.size()) {
      if (i > 0 && items_[i - 1].kind == ItemKind::Glue) totals = before_[i - 1];
    } else if (items_[i].kind == ItemKind::Discretionary) {
      totals.width += items_[i].pre;
      if (items_[i].elastic) totals.elastic += items_[i].pre;
    }
    if (!parameters_.hangs.empty()) totals.width -= parameters_.hangs[i].right;
    return totals;
  }

  /// Where the line after a break at item i starts (§837, §840).
  [[nodiscard]] Totals start_after(std::size_t i) const {
    if (i == items_.size()) return before_[i];
    std::int64_t post = 0;
    std::size_t next = i;
    if (items_[i].kind == ItemKind::Discretionary) {
      post = items_[i].post;
      ++next;
    }
    if (post == 0) {
      while (next < items_.size() && (items_[next].kind == ItemKind::Glue || items_[next].kind == ItemKind::Penalty)) {
        ++next;
      }
    }
    Totals start = before_[next];
    start.width -= post;
    if (items_[i].elastic) start.elastic -= post;
    if (!parameters_.hangs.empty()) start.width += parameters_.hangs[i].left;
    return start;
  }

  /// §829–§855: weighs the lines from every active break to item i.
  void try_break(std::size_t i, std::int32_t penalty, bool hyphenated) {
    const Totals here = totals_at(i);
    const bool forced = penalty <= kForced;
    // With a looseness wanted, breaks that end different numbers of lines are kept apart (§835).
    const bool by_line = parameters_.looseness != 0;
    Best best;
    std::size_t kept = 0;
    const std::size_t count = active_.size();
    created_.clear();
    for (std::size_t r = 0; r < count; ++r) {
      const Active& from = active_[r];
      if (by_line && r > 0 && from.line != active_line_) {
        if (best.least < kAwful) create(best, i, hyphenated);
        best = Best{};
      }
      active_line_ = from.line;

      const std::int64_t shortfall = measure_ - (here.width - from.start.width);
      std::int32_t bad = 0;
      Fitness fitness = kDecent;
      rate(relieved(shortfall, here.elastic - from.start.elastic), background_ + here.stretch - from.start.stretch,
           here.shrink - from.start.shrink, i == items_.size(), bad, fitness);

      bool artificial = false;
      bool stays = true;
      if (bad > kInfinitelyBad || forced) {
        stays = false;
        // The last resort (§854): nothing else is left, so this line is taken as it is, for nothing.
        if (final_pass_ && best.least >= kAwful && r + 1 == count && kept == 0 && created_.empty()) {
          artificial = true;
        } else if (bad > threshold_) {
          continue;
        }
      }
      if (stays) {
        if (kept != r) active_[kept] = from;
        ++kept;
        if (bad > threshold_) continue;
      }
      const std::int64_t demerits =
          from.demerits + line_demerits(from, i, bad, fitness, penalty, hyphenated, artificial, measure_ - shortfall);
      // "<=" keeps the later of two equal ones (§855).
      if (demerits <= best.demerits[fitness]) {
        best.demerits[fitness] = demerits;
        best.passive[fitness] = from.passive;
        best.line[fitness] = from.line + 1;
        best.least = std::min(best.least, demerits);
      }
    }
    active_.resize(kept);
    if (best.least < kAwful) create(best, i, hyphenated);
    if (created_.empty()) return;
    if (by_line) {
      // Old breaks of fewer lines come first; new ones stand before old ones of the same number of lines.
      std::vector<Active> merged;
      merged.reserve(active_.size() + created_.size());
      std::merge(created_.begin(), created_.end(), active_.begin(), active_.end(), std::back_inserter(merged),
                 [](const Active& a, const Active& b) { return a.line < b.line; });
      active_.swap(merged);
    } else {
      active_.insert(active_.end(), created_.begin(), created_.end());
    }
  }

  /// What is left of a shortfall (or excess) when the glyphs have given what they can.
  [[nodiscard]] std::int64_t relieved(std::int64_t shortfall, std::int64_t elastic) const {
    if (parameters_.expansion == 0) return shortfall;
    const std::int64_t reach = elastic * parameters_.expansion / 1000;
    return shortfall > 0 ? std::max<std::int64_t>(0, shortfall - reach) : std::min<std::int64_t>(0, shortfall + reach);
  }

  /// §851–§853.
  static void rate(std::int64_t shortfall, std::int64_t stretch, std::int64_t shrink, bool last, std::int32_t& bad,
                   Fitness& fitness) {
    if (shortfall > 0) {
      if (last) return;  // \parfillskip stretches without end: badness 0, decent
      if (shortfall > 7230584 && stretch < 1663497) {
        bad = kInfinitelyBad;
        fitness = kVeryLoose;
        return;
      }
      bad = badness(shortfall, stretch);
      fitness = bad <= 12 ? kDecent : bad <= 99 ? kLoose : kVeryLoose;
      return;
    }
    bad = -shortfall > shrink ? kInfinitelyBad + 1 : badness(-shortfall, shrink);
    fitness = bad > 12 ? kTight : kDecent;
  }

  /// §859.
  [[nodiscard]] std::int64_t line_demerits(const Active& from, std::size_t i, std::int32_t bad, Fitness fitness,
                                           std::int32_t penalty, bool hyphenated, bool artificial,
                                           std::int64_t width) const {
    if (artificial) return 0;
    const bool last = i == items_.size();
    std::int64_t demerits = parameters_.line_penalty + bad;
    demerits = demerits >= 10000 || demerits <= -10000 ? 100000000 : demerits * demerits;
    if (penalty > 0) {
      demerits += static_cast<std::int64_t>(penalty) * penalty;
    } else if (penalty > kForced) {
      demerits -= static_cast<std::int64_t>(penalty) * penalty;
    }
    if (hyphenated && from.hyphenated) {
      demerits += last ? parameters_.final_hyphen_demerits : parameters_.double_hyphen_demerits;
    }
    if (fitness > from.fitness + 1 || from.fitness > fitness + 1) demerits += parameters_.adj_demerits;
    if (last && from.passive >= 0 && width < parameters_.runt_width) {
      const double missing =
          static_cast<double>(parameters_.runt_width - width) / static_cast<double>(parameters_.runt_width);
      demerits += parameters_.runt_demerits +
                  static_cast<std::int64_t>(static_cast<double>(parameters_.runt_slope) * missing * missing);
    }
    return demerits;
  }

  /// §836, §845: new active breaks, one a class, unless another class is better by more than adj_demerits.
  void create(const Best& best, std::size_t i, bool hyphenated) {
    const std::int64_t limit = best.least + std::abs(static_cast<std::int64_t>(parameters_.adj_demerits));
    const Totals start = start_after(i);
    for (int c = 0; c < kClasses; ++c) {
      const auto k = static_cast<std::size_t>(c);
      if (best.demerits[k] >= kAwful || best.demerits[k] > limit) continue;
      Active fresh;
      fresh.start = start;
      fresh.demerits = best.demerits[k];
      fresh.passive = static_cast<std::int32_t>(passive_.size());
      fresh.line = best.line[k];
      fresh.fitness = static_cast<Fitness>(c);
      fresh.hyphenated = hyphenated;
      passive_.push_back({static_cast<std::uint32_t>(i), best.passive[k]});
      created_.push_back(fresh);
    }
  }

  /// §874, §875: the first of the least, then the one nearest to the looseness. False if that asks for another pass.
  bool choose(bool final_pass) {
    const Active* chosen = &active_.front();
    for (const Active& candidate : active_) {
      if (candidate.demerits < chosen->demerits) chosen = &candidate;
    }
    std::int64_t reached = 0;
    if (parameters_.looseness != 0) {
      const std::int64_t wanted = parameters_.looseness;
      const std::int64_t best_line = chosen->line;
      for (const Active& candidate : active_) {
        const std::int64_t difference = candidate.line - best_line;
        if ((difference < reached && wanted <= difference) || (difference > reached && wanted >= difference)) {
          chosen = &candidate;
          reached = difference;
        } else if (difference == reached && candidate.demerits < chosen->demerits) {
          chosen = &candidate;
        }
      }
    }
    chosen_ = *chosen;
    return reached == parameters_.looseness || final_pass;
  }

  ItemBreaks result(int pass) const {
    ItemBreaks breaks;
    breaks.pass = pass;
    breaks.demerits = chosen_.demerits;
    for (std::int32_t at = chosen_.passive; at >= 0; at = passive_[static_cast<std::size_t>(at)].before) {
      breaks.ends.push_back(passive_[static_cast<std::size_t>(at)].item);
    }
    std::reverse(breaks.ends.begin(), breaks.ends.end());
    Totals start;
    start.width = parameters_.first_hang;
    for (const std::uint32_t end : breaks.ends) {
      const Totals here = totals_at(end);
      const std::int64_t excess = relieved(measure_ - (here.width - start.width), here.elastic - start.elastic);
      if (-excess > here.shrink - start.shrink) breaks.overfull = true;
      start = start_after(end);
    }
    return breaks;
  }

  std::span<const BreakItem> items_;
  std::int64_t measure_;
  BreakParameters parameters_;
  std::vector<Totals> before_;  ///< before_[i]: sums of items 0 … i − 1
  std::vector<Active> active_, created_;
  std::vector<Passive> passive_;
  Active chosen_;
  std::uint32_t active_line_ = 0;
  std::int32_t threshold_ = 0;
  std::int64_t background_ = 0;
  bool final_pass_ = false;
};

}  // namespace

std::int32_t badness(std::int64_t t, std::int64_t s) {
  if (t == 0) return 0;
  if (s <= 0) return kInfinitelyBad;
  std::int64_t q = t;
  if (t <= 7230584) {
    if (t * 297 >= 1291 * s)
      return kInfinitelyBad;  // as below, without the division: most lines tried are far too short
    q = t * 297 / s;          // 297³ ≈ 100 · 2¹⁸
  } else if (s >= 1663497) {
    q = t / (s / 297);
  }
  if (q > 1290) return kInfinitelyBad;  // 1290³ < 2³¹
  return static_cast<std::int32_t>((q * q * q + (1 << 17)) >> 18);
}

ItemBreaks break_items(std::span<const BreakItem> items, std::int64_t measure, const BreakParameters& parameters) {
  return Breaker(items, measure, parameters).run();
}

}  // namespace broadside::text
