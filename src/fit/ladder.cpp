// SPDX-License-Identifier: MIT
// One exact search a step, until no further step can be worth more. Implements ladder.h.
#include "fit/ladder.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "fit/fit.h"
#include "flow/compose.h"
#include "layout/tighten.h"

namespace broadside::fit {
namespace {

// How often a choice whose heights fit, but whose page breaks waste too much room, is replaced by the next one.
constexpr int kMostRetries = 400;
// So often by the very next one; after that by one that is lower by half of what did not fit.
constexpr int kNextRetries = 8;

// Contacts that may be left out: each set of them is solved by itself, 63 at most.
constexpr std::size_t kMostContacts = 6;

constexpr int kNothing = -1'000'000;  // worth of no page at all

// What the frames of each flow hold, with the gaps as wide as flow::place draws them.
std::vector<Length> filled_heights(const flow::Setting& setting, const flow::Pages& pages) {
  const double most = setting.layout().fit.stretch_gaps;
  std::vector<Length> out;
  for (const flow::FlowPages& flow : pages.flows) {
    Length& sum = out.emplace_back();
    for (std::size_t frame = 0; frame < flow.breaks.frames.size(); ++frame) {
      sum += flow::fill_of(flow.list, flow.breaks.frames[frame]).spread(flow.heights[frame], most);
    }
  }
  return out;
}

}  // namespace

Ladder::Ladder(const resume::Resume& resume, const resume::Variant& variant, const layout::Spec& spec,
               flow::Typesetter& typesetter, Diagnostics& diagnostics)
    : resume_(resume), variant_(variant), spec_(spec), typesetter_(typesetter) {
  list_contacts();
  compose(sets_.front(), diagnostics);
  items_ = sets_.front().items;
}

void Ladder::list_contacts() {
  const resume::Resume all = resume::select(resume_, variant_, {});
  std::vector<const resume::Contact*> optional;
  for (const resume::Contact& contact : all.person.contacts) {
    if (contact.meta.own_priority && contact.meta.keep != resume::Keep::Always) optional.push_back(&contact);
  }
  // Beyond the cap those of the highest priorities stay, at equal ones the first.
  while (optional.size() > kMostContacts) {
    optional.erase(std::max_element(optional.begin(), optional.end(), [](const auto* one, const auto* other) {
      return one->meta.priority < other->meta.priority;
    }));
  }
  for (const resume::Contact* contact : optional) {
    contacts_.push_back({contact->meta.id,
                         "Contacts > " + (contact->network.empty() ? "" : contact->network + " ") + contact->text.text,
                         contact->meta, value_of(contact->meta.priority)});
  }
  const std::size_t count = contacts_.size();
  const bool one_must_stay = count == all.person.contacts.size();
  for (std::size_t hidden = 0; hidden <= count - (one_must_stay && count > 0 ? 1 : 0); ++hidden) {
    for (std::size_t mask = 0; mask < std::size_t{1} << count; ++mask) {
      if (static_cast<std::size_t>(std::popcount(mask)) != hidden) continue;
      Set& set = sets_.emplace_back();
      for (std::size_t i = 0; i < count; ++i) {
        if ((mask >> i & 1) != 0) set.hidden.set(contacts_[count - 1 - i].id, resume::Show::Hidden);
      }
    }
  }
}

void Ladder::compose(Set& set, Diagnostics& diagnostics) {
  const resume::Resume shown = resume::select(resume_, variant_, set.hidden);
  set.composition =
      flow::compose(shown, layout::tighten(spec_, 0), typesetter_, flow::ShortForms::Compose, diagnostics);
  set.items = fit::items(*set.composition);
  set.measured.resize(static_cast<std::size_t>(steps()) + 1);
}

int Ladder::value_of_contacts(std::size_t contacts) const {
  int sum = 0;
  for (std::size_t i = 0; i < contacts_.size(); ++i) sum += has_contact(contacts, i) ? contacts_[i].value : 0;
  return sum;
}

std::size_t Ladder::with_contact(std::size_t contacts, std::size_t contact) const {
  for (std::size_t set = 0; set < sets_.size(); ++set) {
    bool same = has_contact(set, contact);
    for (std::size_t i = 0; i < contacts_.size(); ++i) {
      same = same && (i == contact || has_contact(set, i) == has_contact(contacts, i));
    }
    if (same) return set;
  }
  return 0;
}

int Ladder::total() const { return total_value(items_) + value_of_contacts(0); }

int Ladder::steps() const { return layout::steps(spec_); }

int Ladder::tightest() {
  int last = steps();
  while (last > 0 && step(last).too_small) --last;
  return last;
}

const Step& Ladder::step(int number, std::size_t contacts) {
  Set& set = sets_[contacts];
  if (!set.composition) {
    Diagnostics ignored;  // the same as of the first set
    compose(set, ignored);
  }
  std::optional<Step>& known = set.measured[static_cast<std::size_t>(number)];
  if (known) return *known;
  Step& step = known.emplace();
  step.number = number;
  const flow::Setting setting(layout::tighten(spec_, number), typesetter_.fonts());
  const std::vector<int>& prices = setting.layout().fit.price;
  if (static_cast<std::size_t>(number) < prices.size()) step.price = prices[static_cast<std::size_t>(number)];
  if (variant_.min_size && number > 0) {
    step.too_small = layout::smaller(setting.layout(), layout::tighten(spec_, 0), *variant_.min_size);
  }
  step.heights = measure(set.items, *set.composition, setting);
  flow::Capacities room = flow::capacities(*set.composition, setting, static_cast<std::size_t>(*variant_.pages));
  step.capacity = std::move(room.heights);
  for (std::size_t i = 0; i < step.capacity.size(); ++i) step.reach.push_back(step.capacity[i] + room.slack[i]);
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
  return knapsack::Table(std::move(out), step.reach);
}

resume::Choice Ladder::choice_of(const std::vector<knapsack::Shown>& shown, std::size_t contacts) const {
  resume::Choice out = sets_[contacts].hidden;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].id == 0 || shown[i] == knapsack::Shown::Full) continue;
    out.set(items_[i].id, shown[i] == knapsack::Shown::Short ? resume::Show::Short : resume::Show::Hidden);
  }
  return out;
}

// Sums of heights know nothing of page breaks; the real flow does.
Ladder::Poured Ladder::pour(const Solution& solution) const {
  const resume::Resume shown = resume::select(resume_, variant_, choice_of(solution.choice.shown, solution.contacts));
  const flow::Setting setting(layout::tighten(spec_, solution.step), typesetter_.fonts());
  Diagnostics ignored;  // compile() composes the same once more, and reports
  const flow::Composition composition =
      flow::compose(shown, setting.layout(), typesetter_, flow::ShortForms::Leave, ignored);
  const flow::Pages pages = flow::paginate(composition, setting, static_cast<std::size_t>(*variant_.pages));
  Poured out;
  out.fits = !pages.overfull;
  if (out.fits) out.filled = filled_heights(setting, pages);
  for (const flow::FlowPages& flow : pages.flows) {
    Length& beyond = out.beyond.emplace_back();
    if (!flow.breaks.overfull) continue;
    for (std::size_t frame = flow.most; frame < flow.breaks.frames.size(); ++frame) {
      beyond += flow::fill_of(flow.list, flow.breaks.frames[frame]).used;
    }
    beyond = max(beyond, Length::from_raw(1));
  }
  return out;
}

bool Ladder::dominated(std::size_t contacts, int number) {
  const Step& own = step(number, contacts);
  const auto has_all_of = [&](std::size_t more) {
    for (std::size_t i = 0; i < contacts_.size(); ++i) {
      if (has_contact(contacts, i) && !has_contact(more, i)) return false;
    }
    return true;
  };
  for (std::size_t more = 0; more < contacts; ++more) {
    if (!has_all_of(more) || !sets_[more].composition) continue;
    const Step& other = step(number, more);
    if (other.capacity == own.capacity && other.heights == own.heights) return true;
  }
  return false;
}

// All steps with one set of contacts. What each step is worth goes into `answer`, each best page into `found`.
void Ladder::solve(const Demand& demand, std::size_t contacts, Answer& answer, std::vector<Solution>& found) {
  const int worth = value_of_contacts(contacts);
  const int total = total_value(items_) + worth;
  const auto best = [&found] {
    int most = kNothing;
    for (const Solution& one : found) most = std::max(most, one.objective());
    return most;
  };
  for (int number = demand.first_step; number <= steps(); ++number) {
    Tried& tried = answer.tried[static_cast<std::size_t>(number - demand.first_step)];
    const Step& first = step(number);
    if (first.too_small) {
      tried.outcome = Tried::Outcome::TooSmall;
      tried.bound = 0;
      continue;
    }
    // Once even showing everything could not be worth more, or as much and fuller, the step is skipped. Prices never
    // fall along the ladder, so the later ones are skipped too.
    const bool all_shown = !found.empty() && found.front().value == this->total();
    if (best() > total - first.price || (best() == total - first.price && (all_shown || contacts > 0))) {
      if (tried.outcome == Tried::Outcome::Solved) tried.bound = std::max(tried.bound, total);
      continue;
    }
    if (contacts > 0 && dominated(contacts, number)) continue;
    const Step& at = step(number, contacts);
    const knapsack::Table solved = table(at, demand);
    std::optional<knapsack::Choice> choice = solved.choose();
    answer.states += solved.states();
    if (!choice) {
      if (tried.outcome != Tried::Outcome::Solved) tried.outcome = Tried::Outcome::PinsDoNotFit;
      continue;
    }
    Length used, room;
    for (const Length height : choice->height) used += height;
    for (const Length capacity : at.capacity) room += capacity;
    // Where the room itself is an estimate, nothing but everything bounds what it could hold.
    const int bound = at.estimated ? total : choice->bound + worth;
    tried.bound = tried.outcome == Tried::Outcome::Solved ? std::max(tried.bound, bound) : bound;
    tried.outcome = Tried::Outcome::Solved;
    Solution& solution = found.emplace_back();
    solution.contacts = contacts;
    solution.step = number;
    solution.price = at.price;
    solution.value = choice->value + worth;
    solution.full = room.raw > 0 ? static_cast<double>(used.raw) / static_cast<double>(room.raw) : 1.0;
    solution.choice = std::move(*choice);
    solution.room = at.reach;
    tried.value = std::max(tried.value, solution.value);
    answer.bound = std::max(answer.bound, bound - at.price);
  }
}

Answer Ladder::solve(const Demand& demand) {
  Answer answer;
  answer.bound = kNothing;
  const int everything = total();
  for (int number = demand.first_step; number <= steps(); ++number) {
    Tried& tried = answer.tried.emplace_back();
    tried.step = number;
    tried.price = step(number).price;
    tried.outcome = Tried::Outcome::Skipped;
    tried.bound = everything;
  }
  std::vector<Solution> found;
  for (std::size_t contacts = 0; contacts < sets_.size(); ++contacts) {
    if (demand.contact && !has_contact(contacts, *demand.contact)) continue;
    solve(demand, contacts, answer, found);
  }

  std::optional<knapsack::Table> again;  // of the page that is tried again
  std::pair<std::size_t, int> again_of{0, -1};
  for (int retry = 0; retry < kMostRetries && !found.empty(); ++retry) {
    const auto chosen = std::max_element(found.begin(), found.end(), [](const Solution& a, const Solution& b) {
      if (a.objective() != b.objective()) return a.objective() < b.objective();
      // With more contacts, then the fuller one, then the first: the looser step.
      return a.contacts != b.contacts ? a.contacts > b.contacts : a.full < b.full;
    });
    const Poured poured = pour(*chosen);
    if (poured.fits) {
      chosen->filled = poured.filled;
      answer.best = std::move(*chosen);
      return answer;
    }
    // The page breaks waste room: the next choice is a little lower, in the flows that do not fit.
    for (std::size_t i = 0; i < poured.beyond.size(); ++i) {
      if (poured.beyond[i] == Length{}) continue;
      const Length half = chosen->retries < kNextRetries ? Length{} : poured.beyond[i] / 2;
      const Length least = max(half, Length::from_raw(1));
      chosen->room[i] = max(min(chosen->room[i], chosen->choice.height[i]) - least, Length{});
    }
    ++chosen->retries;
    const std::pair page{chosen->contacts, chosen->step};
    if (again_of != page) again.emplace(table(step(chosen->step, chosen->contacts), demand));
    again_of = page;
    if (std::optional<knapsack::Choice> next = again->choose(chosen->room)) {
      chosen->value += next->value - chosen->choice.value;
      chosen->choice = std::move(*next);
    } else {
      found.erase(chosen);
    }
  }
  return answer;
}

}  // namespace broadside::fit
