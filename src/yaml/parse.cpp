// SPDX-License-Identifier: MIT
// The two steps of reading YAML: scan the bytes, then build the nodes.
#include "yaml/parse.h"

#include "yaml/build.h"
#include "yaml/scan.h"

namespace broadside::yaml {

std::optional<Node> parse(const Sources& sources, std::uint32_t source, Diagnostics& diagnostics,
                          const Limits& limits) {
  const Source* found = sources.find(source);
  if (found == nullptr) return std::nullopt;
  std::vector<std::size_t> tabs;
  if (!scan(*found, source, diagnostics, limits, tabs)) return std::nullopt;
  return build(*found, source, tabs, diagnostics, limits);
}

}  // namespace broadside::yaml
