// SPDX-License-Identifier: MIT
#include <optional>

#include "diag/report.h"
#include "resume/read.h"
#include "resume/select.h"
#include "targets.h"
#include "yaml/parse.h"

namespace broadside::fuzz {

void yaml(std::string_view bytes) {
  Sources sources;
  Diagnostics diagnostics;
  const auto root = yaml::parse(sources, sources.add("resume.yaml", std::string(bytes)), diagnostics);
  require(root.has_value() || diagnostics.has_errors(), "no nodes and no reason");
  if (root) {
    const auto resume = resume::read(*root, sources, diagnostics);
    require(resume.has_value() || diagnostics.has_errors(), "no résumé and no reason");
    for (std::size_t i = 0; resume && i < resume->variants.size(); ++i) resume::select(*resume, resume->variants[i]);
  }
  const std::string text = render_text(diagnostics, sources);
  require(text.empty() == diagnostics.empty(), "the diagnostics say nothing");
  render_json(diagnostics, sources);
}

}  // namespace broadside::fuzz
