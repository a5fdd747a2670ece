// SPDX-License-Identifier: MIT
// One paragraph of 100,000 characters, justified with hyphenation, protrusion and expansion: shaped once, then broken
// again at another size as the ladder does.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "support/paths.h"
#include "text/paragraph.h"

namespace {

using namespace broadside;

const font::Library& fonts() {
  static const font::Library* library = [] {
    auto* made = new font::Library;
    made->add_folder(test::source_dir() + "/fonts");
    return made;
  }();
  return *library;
}

std::vector<text::TextStyle> styles(double size) {
  text::TextStyle style;
  style.font.family = "Source Serif 4";
  style.size = Length::from_pt(size);
  return {style};
}

text::StyledText long_text() {
  const std::string sentence =
      "Designed and implemented a distributed training framework for large language models, improving throughput by "
      "up to 700% on 1,024 accelerators; ";
  text::StyledText made;
  made.hyphenate = true;
  while (made.text.size() < 100'000) made.text += sentence;
  text::StyledSpan span;
  span.end = static_cast<std::uint32_t>(made.text.size());
  made.spans.push_back(span);
  return made;
}

text::Hyphenator& hyphenator() {
  static text::Hyphenator shared([](const std::string& name) {
    std::ifstream file(test::source_dir() + "/hyphenation/" + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  });
  return shared;
}

void shape_long_paragraph(benchmark::State& state) {
  const text::StyledText given = long_text();
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(text::shape(given, styles(10), fonts(), diagnostics, &hyphenator()));
  }
}
BENCHMARK(shape_long_paragraph);

void break_long_paragraph(benchmark::State& state, text::Align align) {
  Diagnostics diagnostics;
  const auto shaped = text::shape(long_text(), styles(10), fonts(), diagnostics, &hyphenator());
  text::ParagraphStyle style;
  style.align = align;
  style.hyphenate = align == text::Align::Justify;
  style.protrusion = 1;
  style.expansion = 0.02;
  double size = 9.5;
  for (auto _ : state) {
    size = size == 9.5 ? 10 : 9.5;
    benchmark::DoNotOptimize(text::break_lines(*shaped, styles(size), Length::from_pt(480), style));
  }
}
void break_long_justified(benchmark::State& state) { break_long_paragraph(state, text::Align::Justify); }
BENCHMARK(break_long_justified);
void break_long_ragged(benchmark::State& state) { break_long_paragraph(state, text::Align::Left); }
BENCHMARK(break_long_ragged);

}  // namespace
