// SPDX-License-Identifier: MIT
#include "fit/fit.h"

#include <algorithm>
#include <utility>

#include "fit/explain.h"
#include "fit/ladder.h"
#include "fit/terms.h"

namespace broadside::fit {
namespace {

/// Some hundred pages to choose from. Each step of the ladder breaks all of it into lines.
constexpr std::size_t kMostText = 450'000;

void report_conflict(Ladder& ladder, const resume::Variant& variant, Diagnostics& diagnostics) {
  const Step& tightest = ladder.step(ladder.tightest(), ladder.fewest_contacts());
  const knapsack::Table table = ladder.table(tightest, {});
  const std::string pages = *variant.pages == 1 ? "1 page" : std::to_string(*variant.pages) + " pages";
  // The heights would fit, but what has to stay together leaves holes at the page breaks.
  if (table.choose()) {
    diagnostics.error("fit-pins", variant.span,
                      "what must be shown does not fit the variant '" + variant.name + "' (" + pages +
                          "): page breaks leave too little room even at the tightest setting",
                      "give the variant more pages, take away `break: avoid` or `break: before`, or pin less");
    return;
  }
  const knapsack::Conflict conflict = table.conflict();
  Length missing;
  for (std::size_t i = 0; i < conflict.least.size(); ++i) {
    if (conflict.least[i]) missing = max(missing, *conflict.least[i] - tightest.capacity[i]);
  }
  const std::string points = std::to_string((missing.raw + Length::kUnitsPerPoint - 1) / Length::kUnitsPerPoint);
  Diagnostic& error = diagnostics.error("fit-pins", variant.span,
                                        "what must be shown does not fit the variant '" + variant.name + "' (" + pages +
                                            "): " + points + " pt are missing at the tightest setting");
  if (conflict.hopeless || conflict.release.empty()) {
    error.hints.push_back({"give the variant more pages, or the layout larger boxes", {}});
    return;
  }
  error.hints.push_back({"the shortest list to release (change `keep: always`, or lower `at-least`):", {}});
  for (const std::size_t index : conflict.release) {
    const Item& item = ladder.items()[index];
    error.hints.push_back({item.path, item.part->meta.span});
  }
}

// What is not shown in full, without what stands in something left out.
std::vector<Left> left_of(const std::vector<Item>& items, const Step& step, const knapsack::Choice& chosen) {
  std::vector<Left> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    const knapsack::Shown shown = chosen.shown[i];
    if (shown == knapsack::Shown::Full) continue;
    if (item.parent >= 0 && chosen.shown[static_cast<std::size_t>(item.parent)] != knapsack::Shown::Full) continue;
    Left& left = out.emplace_back();
    left.id = item.id;
    left.show = shown == knapsack::Shown::Short ? resume::Show::Short : resume::Show::Hidden;
    left.what = item.path;
    left.priority = item.part->meta.priority;
    left.height = whole_height(items, step.heights, i);
    left.span = item.part->meta.span;
    for (std::size_t j = i; j < end_of(items, i); ++j) left.value += items[j].value;
    if (shown == knapsack::Shown::Short) {
      left.value -= item.short_value;
      left.height -= step.heights[i].short_form;
    }
  }
  return out;
}

// The height is what the rest of the page would lose to it.
void add_contacts(Ladder& ladder, const Solution& best, std::vector<Left>& out) {
  const auto room = [&](std::size_t contacts) {
    const Step& step = ladder.step(best.step, contacts);
    Length sum;
    for (const Length capacity : step.capacity) sum += capacity;
    for (std::size_t i = 0; i < ladder.items().size(); ++i) {
      if (ladder.items()[i].id == 0) sum -= step.heights[i].full;
    }
    return sum;
  };
  for (std::size_t i = 0; i < ladder.contacts().size(); ++i) {
    if (ladder.has_contact(best.contacts, i)) continue;
    const Contact& contact = ladder.contacts()[i];
    Left& left = out.emplace_back();
    left.id = contact.id;
    left.what = contact.what;
    left.priority = contact.meta.priority;
    left.value = contact.value;
    left.span = contact.meta.span;
    left.height = max(room(best.contacts) - room(ladder.with_contact(best.contacts, i)), Length{});
  }
}

Report report_of(Ladder& ladder, const Answer& answer, int pages) {
  const Solution& best = *answer.best;
  const Step& step = ladder.step(best.step, best.contacts);
  Report out;
  out.pages = pages;
  out.step = best.step;
  out.steps = ladder.steps();
  out.value = best.value;
  out.total = ladder.total();
  out.price = best.price;
  out.bound = answer.bound;
  for (std::size_t i = 0; i < step.capacity.size(); ++i) {
    const std::string& name = ladder.composition().flows[i].flow;
    out.flows.push_back({name, best.choice.height[i], best.filled[i], step.capacity[i], true});
    out.used += best.choice.height[i];
    out.filled += best.filled[i];
    out.capacity += step.capacity[i];
  }
  for (std::size_t i = 0; i < ladder.items().size(); ++i) {
    if (best.choice.shown[i] != knapsack::Shown::Full) out.flows[ladder.items()[i].flow].whole = false;
  }
  out.states = answer.states;
  out.exact = answer.exact();
  out.tried = answer.tried;
  for (std::size_t i = 0; i < ladder.items().size(); ++i) {
    if (ladder.items()[i].id != 0 && best.choice.shown[i] == knapsack::Shown::Full) ++out.kept;
  }
  add_contacts(ladder, best, out.left);
  for (Left& left : left_of(ladder.items(), step, best.choice)) out.left.push_back(std::move(left));
  return out;
}

}  // namespace

std::optional<Fitted> fit(const resume::Resume& resume, const resume::Variant& variant, const layout::Spec& spec,
                          flow::Typesetter& typesetter, Diagnostics& diagnostics, const Options& options) {
  Ladder ladder(resume, variant, spec, typesetter, diagnostics);
  if (flow::extent(ladder.composition()).bytes > kMostText) {
    diagnostics.error("fit-too-much-text", variant.span,
                      "the variant '" + variant.name + "' is to choose its pages from more than " +
                          std::to_string(kMostText / 1000) + ",000 bytes of text",
                      "let it include fewer sections, or leave out `pages`");
    return std::nullopt;
  }
  std::optional<Posting> posting;
  if (!variant.focus.empty()) {
    for (const std::string& word : add_focus(ladder.items(), variant.focus, resume.locale)) {
      diagnostics.warning(
          "fit-focus", variant.span,
          "nothing that the variant '" + variant.name + "' could show carries the focus word '" + word + "'",
          "write it as it stands in a text, or give what it means a tag: tags: [" + word + "]");
    }
  }
  if (!options.posting.empty()) {
    posting.emplace(options.posting, ladder.items(), resume, resume.locale);
    posting->add_bonuses(ladder.items());
  }
  const Answer answer = ladder.solve();
  if (!answer.best) {
    report_conflict(ladder, variant, diagnostics);
    return std::nullopt;
  }
  Fitted out{ladder.choice_of(answer.best->choice.shown, answer.best->contacts),
             report_of(ladder, answer, *variant.pages)};
  if (posting) out.report.terms = posting->terms(ladder.items(), answer.best->choice.shown);
  if (options.explain) explain(ladder, answer, out.report);
  return out;
}

}  // namespace broadside::fit
