// SPDX-License-Identifier: MIT
#include "fit/fit.h"

#include <algorithm>
#include <utility>

#include "fit/items.h"
#include "fit/knapsack.h"
#include "flow/compose.h"
#include "flow/flow.h"
#include "layout/tighten.h"

namespace broadside::fit {
namespace {

// How often a choice whose heights fit, but whose page breaks waste too much room, is replaced by the next one.
constexpr int kMostRetries = 400;

// One step of the ladder, measured.
struct Step {
  int number = 0;
  int price = 0;
  std::vector<Heights> heights;
  std::vector<Length> capacity;  // by flow: all its boxes on all its pages together
  std::optional<knapsack::Choice> choice;
  [[nodiscard]] int objective() const { return choice->value - price; }
};

class Fitter {
 public:
  Fitter(const resume::Resume& resume, const resume::Variant& variant, const layout::Spec& spec,
         flow::Typesetter& typesetter, Diagnostics& diagnostics)
      : resume_(resume), variant_(variant), spec_(spec), typesetter_(typesetter), diagnostics_(diagnostics) {}

  std::optional<Fitted> fit();

 private:
  [[nodiscard]] Step measure_step(int number) const;
  [[nodiscard]] knapsack::Table table(const Step& step) const;
  [[nodiscard]] bool fits_pages(const Step& step) const;
  void report_conflict(const Step& tightest) const;
  [[nodiscard]] resume::Choice choice_of(const knapsack::Choice& chosen) const;
  [[nodiscard]] Report report(const Step& step, std::uint64_t states) const;

  const resume::Resume& resume_;
  const resume::Variant& variant_;
  const layout::Spec& spec_;
  flow::Typesetter& typesetter_;
  Diagnostics& diagnostics_;
  flow::Composition composition_;
  std::vector<Item> items_;
};

Step Fitter::measure_step(int number) const {
  Step step;
  step.number = number;
  const flow::Setting setting(layout::tighten(spec_, number), typesetter_.fonts());
  const std::vector<int>& prices = setting.layout().fit.price;
  if (static_cast<std::size_t>(number) < prices.size()) step.price = prices[static_cast<std::size_t>(number)];
  step.heights = measure(items_, composition_, setting);
  for (const flow::FlowContent& content : composition_.flows) {
    Length sum;
    for (const Length frame :
         flow::flow_capacity(composition_, setting, content.flow, static_cast<std::size_t>(*variant_.pages))) {
      sum += frame;
    }
    step.capacity.push_back(sum);
  }
  return step;
}

knapsack::Table Fitter::table(const Step& step) const {
  std::vector<knapsack::Item> out;
  out.reserve(items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& from = items_[i];
    const Heights& heights = step.heights[i];
    knapsack::Item& item = out.emplace_back();
    item.parent = from.parent;
    item.flow = static_cast<int>(from.flow);
    item.kind = static_cast<int>(from.part->kind);
    item.before = heights.before;
    item.between = heights.between;
    item.full = {heights.full, from.value};
    if (from.has_short()) item.brief = knapsack::Form{heights.short_form, from.short_value};
    if (from.id == 0) {
      item.pin = knapsack::Pin::Fixed;
    } else if (from.part->meta.keep == resume::Keep::Always) {
      item.pin = knapsack::Pin::Always;
    }
    item.at_least = from.part->meta.at_least.value_or(from.least);
    item.heading = from.heading;
    item.hollow = from.part->rows.empty();
  }
  return knapsack::Table(std::move(out), step.capacity);
}

resume::Choice Fitter::choice_of(const knapsack::Choice& chosen) const {
  resume::Choice out;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].id == 0) continue;
    switch (chosen.shown[i]) {
      case knapsack::Shown::Full:
        break;
      case knapsack::Shown::Short:
        out.set(items_[i].id, resume::Show::Short);
        break;
      case knapsack::Shown::Hidden:
        out.set(items_[i].id, resume::Show::Hidden);
        break;
    }
  }
  return out;
}

// Sums of heights know nothing of page breaks; the real flow does.
bool Fitter::fits_pages(const Step& step) const {
  const resume::Resume shown = resume::select(resume_, variant_, choice_of(*step.choice));
  const flow::Setting setting(layout::tighten(spec_, step.number), typesetter_.fonts());
  Diagnostics ignored;  // compile() composes the same once more, and reports
  const flow::Composition composition =
      flow::compose(shown, setting.layout(), typesetter_, flow::ShortForms::Leave, ignored);
  return !flow::paginate(composition, setting, static_cast<std::size_t>(*variant_.pages)).overfull;
}

void Fitter::report_conflict(const Step& tightest) const {
  const knapsack::Conflict conflict = table(tightest).conflict();
  Length missing;
  for (std::size_t i = 0; i < conflict.least.size(); ++i) {
    if (conflict.least[i]) missing = max(missing, *conflict.least[i] - tightest.capacity[i]);
  }
  const std::string points = std::to_string((missing.raw + Length::kUnitsPerPoint - 1) / Length::kUnitsPerPoint);
  const std::string pages = *variant_.pages == 1 ? "1 page" : std::to_string(*variant_.pages) + " pages";
  Diagnostic& error = diagnostics_.error("fit-pins", variant_.span,
                                         "what must be shown does not fit the variant '" + variant_.name + "' (" +
                                             pages + "): " + points + " pt are missing at the tightest setting");
  if (conflict.hopeless || conflict.release.empty()) {
    error.hints.push_back({"give the variant more pages, or the layout larger boxes", {}});
    return;
  }
  error.hints.push_back({"the shortest list to release (change `keep: always`, or lower `at-least`):", {}});
  for (const std::size_t index : conflict.release) {
    error.hints.push_back({items_[index].path, items_[index].part->meta.span});
  }
}

// Height of an item with all it holds, and the gap above it.
Length whole_height(const std::vector<Item>& items, const std::vector<Heights>& heights, std::size_t index) {
  const auto parent_of = [&items](std::size_t i) { return items[i].parent; };
  const auto gap = [&](std::size_t i) {
    for (std::size_t previous = i; previous-- > 0;) {
      if (static_cast<int>(previous) == parent_of(i)) break;
      if (parent_of(previous) == parent_of(i)) {
        return items[previous].part->kind == items[i].part->kind ? heights[i].between : heights[i].before;
      }
    }
    return heights[i].before;
  };
  Length sum = gap(index) + heights[index].full;
  // What is below it follows it, up to the first item that is not.
  for (std::size_t i = index + 1; i < items.size() && parent_of(i) >= static_cast<int>(index); ++i) {
    sum += gap(i) + heights[i].full;
  }
  return sum;
}

Report Fitter::report(const Step& step, std::uint64_t states) const {
  const knapsack::Choice& chosen = *step.choice;
  Report out;
  out.pages = *variant_.pages;
  out.step = step.number;
  out.steps = layout::steps(spec_);
  out.value = chosen.value;
  out.total = total_value(items_);
  out.price = step.price;
  for (const Length height : chosen.height) out.used += height;
  for (const Length capacity : step.capacity) out.capacity += capacity;
  out.states = states;
  out.exact = chosen.exact;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    const knapsack::Shown shown = chosen.shown[i];
    if (shown == knapsack::Shown::Full) continue;
    if (item.parent >= 0 && chosen.shown[static_cast<std::size_t>(item.parent)] != knapsack::Shown::Full) continue;
    Left& left = out.left.emplace_back();
    left.id = item.id;
    left.show = shown == knapsack::Shown::Short ? resume::Show::Short : resume::Show::Hidden;
    left.what = item.path;
    left.priority = item.part->meta.priority;
    left.height = whole_height(items_, step.heights, i);
    left.span = item.part->meta.span;
    left.value = item.value;
    for (std::size_t j = i + 1; j < items_.size() && items_[j].parent >= static_cast<int>(i); ++j) {
      left.value += items_[j].value;
    }
    if (shown == knapsack::Shown::Short) {
      left.value -= item.short_value;
      left.height -= step.heights[i].short_form;
    }
  }
  return out;
}

std::optional<Fitted> Fitter::fit() {
  const resume::Resume all = resume::select(resume_, variant_, {});
  {
    const layout::Layout loosest = layout::tighten(spec_, 0);
    composition_ = flow::compose(all, loosest, typesetter_, flow::ShortForms::Compose, diagnostics_);
  }
  items_ = items(composition_);
  const int total = total_value(items_);

  std::vector<Step> steps;
  std::uint64_t states = 0;
  int best = -1'000'000;
  for (int number = 0; number <= layout::steps(spec_); ++number) {
    Step step = measure_step(number);
    // Prices never fall along the ladder: once even showing everything could not be worth more, no step can.
    if (best >= total - step.price) break;
    const knapsack::Table solved = table(step);
    step.choice = solved.choose();
    states += solved.states();
    if (step.choice) best = std::max(best, step.objective());
    steps.push_back(std::move(step));
  }

  for (int retry = 0; retry < kMostRetries; ++retry) {
    Step* chosen = nullptr;
    for (Step& step : steps) {
      if (step.choice && (chosen == nullptr || step.objective() > chosen->objective())) chosen = &step;
    }
    if (chosen == nullptr) break;
    if (fits_pages(*chosen)) return Fitted{choice_of(*chosen->choice), report(*chosen, states)};
    // The page breaks waste room: the next choice is a little lower.
    std::vector<Length> less = chosen->choice->height;
    for (Length& height : less) height = max(height - Length::from_raw(1), Length{});
    chosen->choice = table(*chosen).choose(less);
  }
  report_conflict(steps.back());
  return std::nullopt;
}

}  // namespace

std::optional<Fitted> fit(const resume::Resume& resume, const resume::Variant& variant, const layout::Spec& spec,
                          flow::Typesetter& typesetter, Diagnostics& diagnostics) {
  return Fitter(resume, variant, spec, typesetter, diagnostics).fit();
}

}  // namespace broadside::fit
