// SPDX-License-Identifier: MIT
// From YAML text to a display list, for tests of the later rooms: the steps of the spine without files and without a
// PDF.
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

#include "flow/compose.h"
#include "flow/flow.h"
#include "layout/tighten.h"
#include "resume/read.h"
#include "support/paths.h"
#include "yaml/parse.h"

namespace broadside::test {

inline std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Pipeline {
  Pipeline() { fonts.add_folder(test::source_dir() + "/fonts"); }

  std::optional<resume::Resume> read_resume(const std::string& text) {
    const auto node = yaml::parse(sources, sources.add("resume.yaml", text), diagnostics);
    return node ? resume::read(*node, sources, diagnostics) : std::nullopt;
  }
  std::shared_ptr<const layout::Spec> read_layout(const std::string& text) {
    const auto node = yaml::parse(sources, sources.add("layout.yaml", text), diagnostics);
    return node ? layout::read(*node, "layout", {}, diagnostics) : nullptr;
  }
  /// layouts/classic.yaml on paper of A4's width and this height in points; 0 = A4.
  std::shared_ptr<const layout::Spec> classic(int height = 0) {
    std::string text = slurp(test::source_dir() + "/layouts/classic.yaml");
    const std::string paper = "size: A4";
    if (height > 0) {
      text.replace(text.find(paper), paper.size(), "size: {width: 210mm, height: " + std::to_string(height) + "pt}");
    }
    return read_layout(text);
  }
  display::DisplayList lay_out(const resume::Resume& resume, const layout::Spec& spec, int step = 0) {
    const flow::Setting setting(layout::tighten(spec, step), fonts);
    const flow::Composition composition =
        flow::compose(resume, setting.layout(), typesetter, flow::ShortForms::Leave, diagnostics);
    const flow::Pages pages = flow::paginate(composition, setting, 500);
    return flow::place(composition, setting, pages, flow::Stretch::No);
  }

  Sources sources;
  Diagnostics diagnostics;
  font::Library fonts;
  flow::Typesetter typesetter{fonts};
};

}  // namespace broadside::test
