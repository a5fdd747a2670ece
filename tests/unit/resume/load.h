// SPDX-License-Identifier: MIT
// YAML text → Resume with what was reported, for tests.
#pragma once

#include <optional>
#include <string>

#include "diag/report.h"
#include "resume/read.h"
#include "yaml/parse.h"

namespace broadside::resume {

struct Loaded {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<Resume> resume;

  [[nodiscard]] std::string report() const { return render_text(diagnostics, sources); }
};

inline Loaded load(const std::string& text, const std::string& name = "resume.yaml") {
  Loaded out;
  const auto id = out.sources.add(name, text);
  if (const auto root = yaml::parse(out.sources, id, out.diagnostics)) {
    out.resume = read(*root, out.sources, out.diagnostics);
  }
  return out;
}

}  // namespace broadside::resume
