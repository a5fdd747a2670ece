// SPDX-License-Identifier: MIT
// `fit` → dials on the slots that the rest of the file has made, and the price of each step.
#include <algorithm>
#include <tuple>

#include "layout/reader.h"
#include "layout/suggestion.h"

namespace broadside::layout {

namespace {

/// By default the whole ladder costs as much as two highlights of priority 3.
constexpr double kDefaultPrice = 6;

bool was_set(const Reading& reading, const std::string& path) {
  const auto begins = [](const std::string& text, const std::string& front) {
    return text == front || text.starts_with(front + ".");
  };
  return std::any_of(reading.overridden.begin(), reading.overridden.end(),
                     [&](const std::string& set) { return begins(set, path) || begins(path, set); });
}

/// The two steps of `over`; nullopt after reporting.
std::optional<std::pair<int, int>> read_range(const MapReader& map, int steps, bool steps_set) {
  const yaml::Node* node = map.node("over");
  if (node == nullptr) return std::pair(0, steps);
  std::optional<int> first, last;
  if (node->is_sequence() && node->items.size() == 2 && node->items[0].is_scalar() && node->items[1].is_scalar()) {
    first = parse_whole(node->items[0].scalar);
    last = parse_whole(node->items[1].scalar);
  }
  if (!first || !last || *first < 0 || *last <= *first) {
    map.wrong("over", *node, "needs two rising steps", "write  over: [0, " + std::to_string(std::max(steps, 1)) + "]");
    return std::nullopt;
  }
  // With fewer steps set from outside, the ladder simply ends earlier.
  if (*last > steps && !steps_set) {
    map.wrong("over", *node, "ends behind the last step, " + std::to_string(steps),
              "raise `fit.steps` or lower the range");
    return std::nullopt;
  }
  return std::pair(*first, *last);
}

class DialReader {
 public:
  DialReader(Reading& reading, const MapReader& map, int index) : reading_(reading), map_(map), index_(index) {}

  void read() {
    const yaml::Node* set = map_.node("set");
    const yaml::Node* to = map_.node("to");
    if (set == nullptr || to == nullptr) {
      map_.wrong(set == nullptr ? "set" : "to", node_or_here(set), "is missing",
                 "write  {set: styles.body.size, to: 9.4pt}");
      return;
    }
    const std::optional<Amount> tight = value("to", *to);
    const yaml::Node* from = map_.node("from");
    const std::optional<Amount> loose = from == nullptr ? std::nullopt : value("from", *from);
    const std::optional<std::vector<std::string>> paths = map_.texts("set");
    if (!paths || !tight || (from != nullptr && !loose)) return;
    for (std::size_t i = 0; i < paths->size(); ++i)
      one((*paths)[i], set->is_sequence() ? set->items[i] : *set, *tight, loose, *to);
  }

 private:
  [[nodiscard]] const yaml::Node& node_or_here(const yaml::Node* node) {
    here_.span = map_.span();
    return node == nullptr ? here_ : *node;
  }

  std::optional<Amount> value(std::string_view key, const yaml::Node& node) {
    std::optional<Amount> amount = node.is_scalar() ? parse_amount(node.scalar) : std::nullopt;
    if (!amount || amount->number < 0)
      map_.wrong(key, node, "needs a length or a factor", "write it in the unit of what it moves, such as 9.4pt");
    return !amount || amount->number < 0 ? std::nullopt : amount;
  }

  void one(const std::string& path, const yaml::Node& where, Amount tight, const std::optional<Amount>& loose,
           const yaml::Node& to) {
    const auto found = reading_.slots.find(path);
    if (found == reading_.slots.end()) {
      std::string hint = suggestion(path, names_of(reading_.slots));
      if (!hint.starts_with("did")) hint = "a dial moves a length that the file gives, such as styles.body.size";
      reading_.diagnostics.error("layout-unknown-path", where.span, "no dial can move `" + path + "`", hint);
      return;
    }
    const bool overridden = was_set(reading_, path);
    for (std::size_t index : found->second) {
      Slot& slot = reading_.spec.slots[index];
      if (slot.dial >= 0 && slot.dial != index_) {
        reading_.diagnostics.error("layout-dial", where.span, "two dials move `" + path + "`", "keep one of them");
        return;
      }
      if (loose && !overridden) {
        if (loose->unit != slot.amount.unit) {
          map_.wrong("from", *map_.node("from"), "is in another unit than `" + path + "`",
                     "write it like " + to_string(slot.amount));
          return;
        }
        slot.amount = *loose;
      }
      if (tight.number == 0 && tight.unit != slot.amount.unit) tight.unit = slot.amount.unit;
      if (tight.unit != slot.amount.unit && !overridden) {
        map_.wrong("to", to, "is in another unit than `" + path + "`", "write it like " + to_string(slot.amount));
        return;
      }
      // A value set from outside in another unit, or tighter than the tight end, is kept as it was asked for.
      if (overridden && (tight.unit != slot.amount.unit || tight.number >= slot.amount.number)) continue;
      if (tight.number > slot.amount.number) {
        reading_.diagnostics.error(
            "layout-dial", to.span,
            "`" + path + "` would grow: " + to_string(tight) + " is looser than " + to_string(slot.amount),
            "a dial moves from loose to tight: give `to` a smaller value");
        return;
      }
      slot.tight = tight.number;
      slot.dial = index_;
    }
  }

  Reading& reading_;
  const MapReader& map_;
  int index_;
  yaml::Node here_;
};

}  // namespace

void read_fit(Reading& reading, const yaml::Node* node) {
  const yaml::Node nothing;
  Spec& spec = reading.spec;
  Fit& fit = spec.base.fit;
  const MapReader map(reading, node == nullptr ? nothing : *node, kFitKeys, "fit");
  const yaml::Node* dials = map.node("dials");
  const bool any = dials != nullptr && dials->is_sequence() && !dials->items.empty();
  if (dials != nullptr && !dials->is_sequence()) map.wrong("dials", *dials, "needs a list");
  constexpr int kDefaultSteps = 10;
  fit.steps = map.whole("steps").value_or(kDefaultSteps);
  if (!any) fit.steps = 0;
  if (const std::optional<Amount> stretch = map.amount("stretch-gaps")) fit.stretch_gaps = stretch->number;
  bool priced = false;
  for (std::size_t i = 0; any && i < dials->items.size(); ++i) {
    const MapReader dial(reading, dials->items[i], kDialKeys, "fit.dials." + std::to_string(i + 1));
    Dial read{0, std::max(fit.steps, 1), -1};
    if (const auto range = read_range(dial, fit.steps, was_set(reading, "fit.steps")))
      std::tie(read.first, read.last) = *range;
    if (const std::optional<Amount> price = dial.amount("price")) {
      read.price = price->number;
      priced = true;
    }
    spec.dials.push_back(read);
    DialReader(reading, dial, static_cast<int>(i)).read();
  }
  // Either the author prices dials (those without a price are free), or all share the default.
  for (Dial& dial : spec.dials)
    if (dial.price < 0) dial.price = priced ? 0 : kDefaultPrice / static_cast<double>(spec.dials.size());
}

}  // namespace broadside::layout
