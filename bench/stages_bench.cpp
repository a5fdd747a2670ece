// SPDX-License-Identifier: MIT
// Each stage on resume.yaml, warm, in one process. peers.sh measures the cold whole.
#include <benchmark/benchmark.h>

#include "bench/input.h"
#include "compile.h"
#include "pdf/write.h"
#include "support/paths.h"

namespace broadside::bench {
namespace {

void parse_yaml(benchmark::State& state) {
  Input& in = input();
  for (auto _ : state) benchmark::DoNotOptimize(yaml::parse(in.sources, in.resume_source, in.diagnostics));
}
BENCHMARK(parse_yaml);

void parse_layout_yaml(benchmark::State& state) {
  Input& in = input();
  for (auto _ : state) benchmark::DoNotOptimize(yaml::parse(in.sources, in.layout_source, in.diagnostics));
}
BENCHMARK(parse_layout_yaml);

void read_resume(benchmark::State& state) {
  Input& in = input();
  for (auto _ : state) benchmark::DoNotOptimize(resume::read(in.resume_node, in.sources, in.diagnostics));
}
BENCHMARK(read_resume);

void read_layout(benchmark::State& state) {
  Input& in = input();
  for (auto _ : state) benchmark::DoNotOptimize(layout::read(in.layout_node, "classic", {}, in.diagnostics));
}
BENCHMARK(read_layout);

void tighten_layout(benchmark::State& state) {
  Input& in = input();
  int step = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(layout::tighten(*in.spec, step));
    step = step < layout::steps(*in.spec) ? step + 1 : 0;
  }
}
BENCHMARK(tighten_layout);

/// Opens the faces and shapes all texts: what a cold run pays.
void shape_cold(benchmark::State& state) {
  Input& in = input();
  const resume::Resume shown = resume::select(in.resume, in.variant("full"));
  const layout::Layout layout = layout::tighten(*in.spec, 0);
  for (auto _ : state) {
    font::Library fonts;
    fonts.add_folder(test::source_dir() + "/fonts");
    flow::Typesetter typesetter(fonts);
    benchmark::DoNotOptimize(flow::compose(shown, layout, typesetter, flow::ShortForms::Compose, in.diagnostics));
  }
}
BENCHMARK(shape_cold);

/// The full variant, composed once, for the stages behind.
struct Composed {
  flow::Typesetter typesetter{input().fonts};
  resume::Resume shown = resume::select(input().resume, input().variant("full"));
  flow::Setting setting{layout::tighten(*input().spec, 0), input().fonts};
  flow::Composition composition =
      flow::compose(shown, setting.layout(), typesetter, flow::ShortForms::Leave, input().diagnostics);
};

Composed& composed() {
  static Composed shared;
  return shared;
}

/// All texts are in the typesetter's cache.
void compose_warm(benchmark::State& state) {
  Composed& c = composed();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        flow::compose(c.shown, c.setting.layout(), c.typesetter, flow::ShortForms::Leave, input().diagnostics));
}
BENCHMARK(compose_warm);

/// Breaks every paragraph and the pages.
void break_and_paginate(benchmark::State& state) {
  Composed& c = composed();
  for (auto _ : state) benchmark::DoNotOptimize(flow::paginate(c.composition, c.setting, 500));
}
BENCHMARK(break_and_paginate);

/// Every paragraph broken into lines again at another size, as each step of the fit does; texts are shaped once.
/// `lines` and `paragraphs` tell how much that is.
void rebreak_resume(benchmark::State& state) {
  Composed& c = composed();
  const flow::Pages pages = flow::paginate(c.composition, c.setting, 500);
  const flow::Setting tight(layout::tighten(*input().spec, layout::steps(*input().spec)), input().fonts);
  std::vector<const flow::CellBox*> cells;
  for (const flow::FlowPages& flow : pages.flows) {
    for (const flow::SetRow& row : flow.list.rows) {
      for (const flow::CellBox& cell : row.box.cells) cells.push_back(&cell);
    }
  }
  bool other = false;
  std::int64_t round = 0;
  Length narrower;
  std::size_t lines = 0;
  for (auto _ : state) {
    other = !other;
    narrower = Length::from_raw(++round % 4096);  // a text remembers its last breaks: a new measure each time
    const flow::StyleTable& styles = (other ? tight : c.setting).styles();
    lines = 0;
    for (const flow::CellBox* cell : cells) {
      lines += text::break_lines(*cell->content->text, styles, cell->width - narrower, cell->paragraph).line_count();
    }
    benchmark::DoNotOptimize(lines);
  }
  state.counters["lines"] = static_cast<double>(lines);
  state.counters["paragraphs"] = static_cast<double>(cells.size());
}
BENCHMARK(rebreak_resume);

void place_pages(benchmark::State& state) {
  Composed& c = composed();
  const flow::Pages pages = flow::paginate(c.composition, c.setting, 500);
  for (auto _ : state) benchmark::DoNotOptimize(flow::place(c.composition, c.setting, pages, flow::Stretch::No));
}
BENCHMARK(place_pages);

/// The whole ladder with texts that are shaped and never yet broken; `per_step` is one step of it, breaking and
/// choosing.
void fit_one_page(benchmark::State& state) {
  Input& in = input();
  for (auto _ : state) {
    state.PauseTiming();
    flow::Typesetter shaped(in.fonts);
    benchmark::DoNotOptimize(
        flow::compose(in.resume, composed().setting.layout(), shaped, flow::ShortForms::Compose, in.diagnostics));
    state.ResumeTiming();
    benchmark::DoNotOptimize(fit::fit(in.resume, in.variant("one-page"), *in.spec, shaped, in.diagnostics));
  }
  state.counters["per_step"] = benchmark::Counter(
      layout::steps(*in.spec) + 1, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(fit_one_page);

void write_pdf(benchmark::State& state) {
  Composed& c = composed();
  const flow::Pages pages = flow::paginate(c.composition, c.setting, 500);
  const display::DisplayList list = flow::place(c.composition, c.setting, pages, flow::Stretch::No);
  std::size_t bytes = 0;
  for (auto _ : state) {
    const auto pdf = pdf::write(list, input().fonts, {}, input().diagnostics);
    bytes = pdf ? pdf->size() : 0;
  }
  state.counters["pdf_bytes"] = static_cast<double>(bytes);
}
BENCHMARK(write_pdf);

Environment environment() {
  Environment result;
  result.layouts_folder = test::source_dir() + "/layouts";
  result.fonts_folder = test::source_dir() + "/fonts";
  return result;
}

void compile_all(benchmark::State& state, bool keep_compiler) {
  Input& in = input();
  auto compiler = std::make_unique<Compiler>(environment());
  for (auto _ : state) {
    if (!keep_compiler) compiler = std::make_unique<Compiler>(environment());
    Sources sources;
    Diagnostics diagnostics;
    Request request;
    request.source = sources.add("resume.yaml", std::string(in.sources.find(in.resume_source)->text()));
    request.folder = test::source_dir();
    benchmark::DoNotOptimize(compiler->compile(request, Want::Build, sources, diagnostics));
  }
}

/// Both variants to PDFs with nothing kept from run to run.
void compile_fresh(benchmark::State& state) { compile_all(state, false); }
BENCHMARK(compile_fresh);

/// The same with fonts and shaped texts kept, as a preview does.
void compile_again(benchmark::State& state) { compile_all(state, true); }
BENCHMARK(compile_again);

}  // namespace
}  // namespace broadside::bench
