// SPDX-License-Identifier: MIT
// yaml-cpp's events → Node, within the limits. Aliases are copied here, each copy counted before it is made,
// so that a small file cannot become a huge one. The only place that includes yaml-cpp is build.cpp.
#pragma once

#include <optional>

#include "yaml/parse.h"

namespace broadside::yaml {

/// Reads the first document of a source whose bytes the scan has passed. On an error appends it and returns
/// nullopt; an empty document is a Null node.
std::optional<Node> build(const Source& source, std::uint32_t id, Diagnostics& diagnostics, const Limits& limits);

}  // namespace broadside::yaml
