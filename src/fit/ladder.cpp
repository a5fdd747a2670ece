// SPDX-License-Identifier: MIT
// One exact search a step, until no further step can be worth more. Implements ladder.h.
#include "fit/ladder.h"

#include <algorithm>
#include <utility>

#include "flow/compose.h"
#include "layout/tighten.h"

namespace broadside::fit {
namespace {

// How often a choice whose heights fit, but whose page breaks waste too much room, is replaced by the next one.
constexpr int kMostRetries = 400;

// What the flow's frames hold, with the gaps as wide as flow::place draws them.
Length filled_height(const flow::Setting& setting, const flow::Pages& pages) {
  const double most = setting.layout().fit.stretch_gaps;
  Length sum;
  for (const flow::FlowPages& flow : pages.flows) {
    for (std::size_t frame = 0; frame < flow.breaks.frames.size(); ++frame) {
      sum += flow::fill_of(flow.list, flow.breaks.frames[frame]).spread(flow.heights[frame], most);
    }
  }
  return sum;
}

}  // namespace

Ladder::Ladder(const resume::Resume& resume, const resume::Variant& variant, const layout::Spec& spec,
               flow::Typesetter& typesetter, Diagnostics& diagnostics)
    : resume_(resume), variant_(variant), spec_(spec), typesetter_(typesetter) {
  const resume::Resume all = resume::select(resume_, variant_, {});
  composition_ = flow::compose(all, layout::tighten(spec_, 0), typesetter_, flow::ShortForms::Compose, diagnostics);
  items_ = fit::items(composition_);
  measured_.resize(static_cast<std::size_t>(steps()) + 1);
}

int Ladder::steps() const { return layout::steps(spec_); }

int Ladder::tightest() {
  int last = steps();
  while (last > 0 && step(last).too_small) --last;
  return last;
}

const Step& Ladder::step(int number) {
  std::optional<Step>& known = measured_[static_cast<std::size_t>(number)];
  if (known) return *known;
  Step& step = known.emplace();
  step.number = number;
  const flow::Setting setting(layout::tighten(spec_, number), typesetter_.fonts());
  const std::vector<int>& prices = setting.layout().fit.price;
  if (static_cast<std::size_t>(number) < prices.size()) step.price = prices[static_cast<std::size_t>(number)];
  if (variant_.min_size && number > 0) {
    step.too_small = layout::smaller(setting.layout(), layout::tighten(spec_, 0), *variant_.min_size);
  }
  step.heights = measure(items_, composition_, setting);
  flow::Capacities room = flow::capacities(composition_, setting, static_cast<std::size_t>(*variant_.pages));
  step.capacity = std::move(room.heights);
  step.estimated = room.estimated;
  return step;
}

knapsack::Table Ladder::table(const Step& step, const Demand& demand) const {
  std::vector<knapsack::Item> out;
  out.reserve(items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& from = items_[i];
    const Heights& heights = step.heights[i];
    const bool demanded = static_cast<int>(i) == demand.show;
    knapsack::Item& item = out.emplace_back();
    item.parent = from.parent;
    item.flow = static_cast<int>(from.flow);
    item.kind = static_cast<int>(from.part->kind);
    item.before = heights.before;
    item.between = heights.between;
    item.full = {heights.full, from.value};
    if (from.has_short() && !(demanded && demand.in_full)) {
      item.brief = knapsack::Form{heights.short_form, from.short_value};
    }
    if (from.id == 0) {
      item.pin = knapsack::Pin::Fixed;
    } else if (demanded || from.part->meta.keep == resume::Keep::Always) {
      item.pin = knapsack::Pin::Always;
    }
    item.at_least = from.part->meta.at_least.value_or(from.least);
    item.heading = from.heading;
    item.hollow = from.part->rows.empty();
  }
  return knapsack::Table(std::move(out), step.capacity);
}

resume::Choice Ladder::choice_of(const std::vector<knapsack::Shown>& shown) const {
  resume::Choice out;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].id == 0 || shown[i] == knapsack::Shown::Full) continue;
    out.set(items_[i].id, shown[i] == knapsack::Shown::Short ? resume::Show::Short : resume::Show::Hidden);
  }
  return out;
}

// Sums of heights know nothing of page breaks; the real flow does. None if it does not go onto the pages.
std::optional<Length> Ladder::fill(const Solution& solution) const {
  const resume::Resume shown = resume::select(resume_, variant_, choice_of(solution.choice.shown));
  const flow::Setting setting(layout::tighten(spec_, solution.step), typesetter_.fonts());
  Diagnostics ignored;  // compile() composes the same once more, and reports
  const flow::Composition composition =
      flow::compose(shown, setting.layout(), typesetter_, flow::ShortForms::Leave, ignored);
  const flow::Pages pages = flow::paginate(composition, setting, static_cast<std::size_t>(*variant_.pages));
  if (pages.overfull) return std::nullopt;
  return filled_height(setting, pages);
}

Answer Ladder::solve(const Demand& demand) {
  const int total = total_value(items_);
  Answer answer;
  std::vector<Solution> found;
  int best = -1'000'000;
  answer.bound = best;
  for (int number = demand.first_step; number <= steps(); ++number) {
    Tried& tried = answer.tried.emplace_back();
    tried.step = number;
    const Step& at = step(number);
    tried.price = at.price;
    if (at.too_small) {
      tried.outcome = Tried::Outcome::TooSmall;
      continue;
    }
    tried.bound = total;
    // Prices never fall along the ladder: once even showing everything could not be worth more, no step can.
    if (best >= total - at.price) {
      tried.outcome = Tried::Outcome::Skipped;
      Tried skipped = tried;  // a copy: `tried` is lost as the list grows
      while (skipped.step++ < steps()) answer.tried.push_back(skipped);
      break;
    }
    const knapsack::Table solved = table(at, demand);
    std::optional<knapsack::Choice> choice = solved.choose();
    answer.states += solved.states();
    if (!choice) {
      tried.outcome = Tried::Outcome::PinsDoNotFit;
      continue;
    }
    tried.value = choice->value;
    // Where the room itself is an estimate, nothing but everything bounds what it could hold.
    tried.bound = at.estimated ? total : choice->bound;
    answer.bound = std::max(answer.bound, tried.bound - at.price);
    found.push_back({number, at.price, std::move(*choice), {}});
    best = std::max(best, found.back().objective());
  }

  std::optional<knapsack::Table> again;  // of the step that is tried again
  int again_step = -1;
  for (int retry = 0; retry < kMostRetries && !found.empty(); ++retry) {
    const auto chosen = std::max_element(found.begin(), found.end(), [](const Solution& a, const Solution& b) {
      return a.objective() < b.objective();  // the first of equal ones: the looser step
    });
    if (const std::optional<Length> filled = fill(*chosen)) {
      chosen->filled = *filled;
      answer.best = std::move(*chosen);
      return answer;
    }
    // The page breaks waste room: the next choice is a little lower.
    std::vector<Length> less = chosen->choice.height;
    for (Length& height : less) height = max(height - Length::from_raw(1), Length{});
    if (again_step != chosen->step) again.emplace(table(step(chosen->step), demand));
    again_step = chosen->step;
    if (std::optional<knapsack::Choice> next = again->choose(less)) {
      chosen->choice = std::move(*next);
    } else {
      found.erase(chosen);
    }
  }
  return answer;
}

}  // namespace broadside::fit
