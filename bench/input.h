// SPDX-License-Identifier: MIT
// What all benchmarks measure: resume.yaml and the classic layout, each stage's input made once by the stages before
// it. A mistake in the input ends the program: a benchmark of an error would look fast.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "diag/report.h"
#include "fit/fit.h"
#include "flow/compose.h"
#include "flow/flow.h"
#include "font/library.h"
#include "host/read_file.h"
#include "layout/read.h"
#include "layout/tighten.h"
#include "resume/read.h"
#include "resume/select.h"
#include "support/paths.h"
#include "yaml/parse.h"

namespace broadside::bench {

/// The sources, parsed and read.
struct Input {
  Sources sources;
  Diagnostics diagnostics;
  std::uint32_t resume_source = 0;
  std::uint32_t layout_source = 0;
  yaml::Node resume_node;
  yaml::Node layout_node;
  resume::Resume resume;
  std::shared_ptr<const layout::Spec> spec;
  font::Library fonts;

  Input() {
    resume_source = add("resume.yaml");
    layout_source = add("layouts/classic.yaml");
    resume_node = need(yaml::parse(sources, resume_source, diagnostics));
    layout_node = need(yaml::parse(sources, layout_source, diagnostics));
    resume = need(resume::read(resume_node, sources, diagnostics));
    spec = layout::read(layout_node, "classic", {}, diagnostics);
    if (!spec) stop();
    fonts.add_folder(test::source_dir() + "/fonts");
  }

  [[nodiscard]] const resume::Variant& variant(const std::string& name) const {
    for (const resume::Variant& one : resume.variants)
      if (one.name == name) return one;
    std::fprintf(stderr, "no variant %s\n", name.c_str());
    std::exit(1);
  }

  template <typename Value>
  Value need(std::optional<Value> value) {
    if (!value) stop();
    return std::move(*value);
  }

 private:
  std::uint32_t add(const std::string& path) {
    const host::FileRead file = host::read_trusted(test::source_dir() + "/" + path, host::kInputCap);
    if (!file.ok()) {
      std::fprintf(stderr, "%s %s\n", path.c_str(), host::describe(file.problem, host::kInputCap).c_str());
      std::exit(1);
    }
    return sources.add(path, file.bytes);
  }

  [[noreturn]] void stop() const {
    std::fputs(render_text(diagnostics, sources).c_str(), stderr);
    std::exit(1);
  }
};

/// Made at the first use and shared.
inline Input& input() {
  static Input shared;
  return shared;
}

}  // namespace broadside::bench
