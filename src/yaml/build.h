// SPDX-License-Identifier: MIT
// libyaml's events → Node, within the limits. Aliases are copied here, each copy counted before it is made,
// so that a small file cannot become a huge one. The only place that includes libyaml is build.cpp.
#pragma once

#include <optional>
#include <vector>

#include "yaml/parse.h"

namespace broadside::yaml {

/// Reads the one document of a source whose bytes the scan has passed; `tabs` are those that it wants read as spaces.
/// On an error appends it and returns nullopt; an empty document is a Null node.
std::optional<Node> build(const Source& source, std::uint32_t id, const std::vector<std::size_t>& tabs,
                          Diagnostics& diagnostics, const Limits& limits);

}  // namespace broadside::yaml
