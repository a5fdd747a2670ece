// SPDX-License-Identifier: MIT
// How time grows with a résumé: one compiler for each run, in one process, from YAML to PDF. `per_entry` is what to
// look at: linear is the same in every row.
#include <benchmark/benchmark.h>

#include "bench/input.h"
#include "compile.h"
#include "support/hostile.h"
#include "support/paths.h"

namespace broadside::bench {
namespace {

/// One cold build of a résumé; empty if it is refused.
std::vector<Document> compile_once(const std::string& text, const std::string& variant) {
  Environment environment;
  environment.layouts_folder = test::source_dir() + "/layouts";
  environment.fonts_folder = test::source_dir() + "/fonts";
  Compiler compiler(environment);
  Sources sources;
  Diagnostics diagnostics;
  Request request;
  request.source = sources.add("resume.yaml", text);
  request.folder = test::source_dir();
  request.variants = {variant};
  return compiler.compile(request, Want::Build, sources, diagnostics);
}

void compile_text(benchmark::State& state, const std::string& text, const std::string& variant) {
  int pages = 0;
  for (auto _ : state) {
    const std::vector<Document> documents = compile_once(text, variant);
    if (documents.size() != 1) {
      state.SkipWithError("the résumé does not compile");
      return;
    }
    pages = documents[0].pages;
  }
  state.counters["pages"] = pages;
}

std::string entries(std::int64_t count) {
  std::string text = "person: {name: Ada Lovelace}\nsections:\n  - title: Experience\n    entries:\n";
  for (std::int64_t i = 0; i < count; ++i) {
    text += "      - {title: Analyst " + std::to_string(i) +
            ", organization: Analytical Engine, start: 1842-10, end: 1843-09, highlights: [\"Wrote the **first** "
            "program, " +
            "number " + std::to_string(i) + ", and its notes\"]}\n";
  }
  return text;
}

void compile_entries(benchmark::State& state, const std::string& variant) {
  compile_text(state, entries(state.range(0)), variant);
  state.counters["per_entry"] = benchmark::Counter(
      static_cast<double>(state.range(0)), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void entries_full(benchmark::State& state) { compile_entries(state, "full"); }
BENCHMARK(entries_full)->Arg(100)->Arg(1000)->Arg(1600)->Unit(benchmark::kMillisecond);

void entries_one_page(benchmark::State& state) { compile_entries(state, "one-page"); }
BENCHMARK(entries_one_page)->Arg(100)->Arg(1000)->Arg(1600)->Unit(benchmark::kMillisecond);

/// Pages that begin with a break: what a page costs.
void pages(benchmark::State& state) {
  std::string text = "person: {name: A}\nsections:\n";
  for (std::int64_t i = 0; i < state.range(0); ++i) text += "  - {title: Page, break: before, text: One of many}\n";
  compile_text(state, text, "full");
}
BENCHMARK(pages)->Arg(50)->Arg(499)->Unit(benchmark::kMillisecond);

/// The worst that fits into the caps: a file or an error, in at most two seconds.
void hostile(benchmark::State& state, const std::string& text, const std::string& variant) {
  for (auto _ : state) benchmark::DoNotOptimize(compile_once(text, variant));
}

[[maybe_unused]] const bool kHostile = [] {
  for (const test::Hostile& one : test::hostile()) {
    for (const char* variant : {"full", "one-page"}) {
      benchmark::RegisterBenchmark(("hostile/" + one.name + '/' + variant).c_str(), hostile, one.text(), variant)
          ->Iterations(1)
          ->Unit(benchmark::kMillisecond);
    }
  }
  return true;
}();

}  // namespace
}  // namespace broadside::bench
