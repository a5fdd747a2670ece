// SPDX-License-Identifier: MIT
// Bytes → Node. An own scan of the bytes runs first (UTF-8, tabs, quotes, ` #`) and names YAML's
// traps with the corrected line; then libyaml, whose types never leave this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace broadside::yaml {

struct Limits {
  std::size_t bytes = std::size_t{1} << 20;  ///< input file
  std::size_t depth = 64;                    ///< nesting
  std::size_t text_bytes = 2'000'000;        ///< scalars after alias expansion
  std::size_t nodes = 20'000;                ///< nodes after alias expansion
};

/// Parses one document. On errors appends them and returns nullopt; an empty document is a Null node.
std::optional<Node> parse(const Sources& sources, std::uint32_t source, Diagnostics& diagnostics,
                          const Limits& limits = {});

}  // namespace broadside::yaml
