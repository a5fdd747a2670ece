// SPDX-License-Identifier: MIT
// The fit of long résumés: 50, 500 and 2,000 optional bullets, worth 1 … 100 each, by a fixed seed.
#include <benchmark/benchmark.h>

#include <random>

#include "bench/input.h"
#include "fit/knapsack.h"

namespace broadside::bench {
namespace {

using fit::knapsack::Choice;
using fit::knapsack::Form;
using fit::knapsack::Item;
using fit::knapsack::Table;

Length points(int pt, std::mt19937& random) {
  return Length::from_pt(pt) + Length::from_raw(static_cast<std::int64_t>(random() % 4096));
}

/// Sections of eight entries of five bullets; every fourth bullet has a short wording.
std::vector<Item> long_resume(std::int64_t bullets) {
  std::mt19937 random(1);
  std::vector<Item> items;
  int section = -1, entry = -1;
  for (std::int64_t i = 0; i < bullets; ++i) {
    const auto add = [&](int parent, int kind, int height, int value) {
      Item& item = items.emplace_back();
      item.parent = parent;
      item.kind = kind;
      item.before = item.between = Length::from_pt(2);
      item.full = {points(height, random), value};
      return static_cast<int>(items.size()) - 1;
    };
    if (i % 40 == 0) {
      section = add(-1, 0, 18, 0);
      items.back().heading = true;
    }
    if (i % 5 == 0) entry = add(section, 1, 13, 1);
    add(entry, 2, 13 * static_cast<int>(1 + random() % 3), 1 + static_cast<int>(random() % 100));
    if (random() % 4 == 0) items.back().brief = Form{points(13, random), items.back().full.value * 3 / 4};
  }
  return items;
}

/// One step of the ladder: what a page of A4 shows of it. `exact` is 1 if the choice is proven.
void choose_one_page(benchmark::State& state) {
  const std::vector<Item> items = long_resume(state.range(0));
  bool exact = true;
  std::uint64_t states = 0;
  for (auto _ : state) {
    const std::optional<Choice> choice = Table(items, {Length::from_pt(760)}).choose();
    exact = choice && choice->exact;
    states = choice ? choice->states : 0;
  }
  state.counters["exact"] = exact ? 1 : 0;
  state.counters["states"] = static_cast<double>(states);
}
BENCHMARK(choose_one_page)->Arg(50)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

/// The same as a file, from the résumé read to the choice over the whole ladder; texts are shaped before.
void fit_long_resume(benchmark::State& state) {
  std::mt19937 random(2);
  std::string text = "person: {name: Ada}\nsections:\n";
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    if (i % 40 == 0) text += "  - title: Section " + std::to_string(i) + "\n    entries:\n";
    if (i % 5 == 0) text += "      - title: Entry " + std::to_string(i) + "\n        highlights:\n";
    text += "          - {priority: " + std::to_string(1 + random() % 5) + ", text: Did";
    for (auto words = 5 + random() % 40; words > 0; --words) text += " thing" + std::to_string(random() % 100);
    text += "}\n";
  }
  Input& in = input();
  const auto root = yaml::parse(in.sources, in.sources.add("long.yaml", text), in.diagnostics);
  const auto resume = root ? resume::read(*root, in.sources, in.diagnostics) : std::nullopt;
  if (!resume) return state.SkipWithError("the long résumé is wrong");
  flow::Typesetter typesetter(in.fonts);
  resume::Variant variant = in.variant("one-page");
  bool exact = true;
  for (auto _ : state) {
    const auto fitted = fit::fit(*resume, variant, *in.spec, typesetter, in.diagnostics);
    exact = fitted && fitted->report.exact;
  }
  state.counters["exact"] = exact ? 1 : 0;
}
BENCHMARK(fit_long_resume)->Arg(50)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace broadside::bench
