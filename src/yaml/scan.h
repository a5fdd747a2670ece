// SPDX-License-Identifier: MIT
// A reading of the bytes before libyaml sees them. YAML has rules that surprise people who only want to
// write text; each such trap is named here, with the corrected line. Knows YAML's surface (lines, columns,
// quotes, brackets), not its tree.
#pragma once

#include <cstddef>
#include <vector>

#include "diag/diagnostic.h"
#include "yaml/parse.h"

namespace broadside::yaml {

/// Appends what it finds; false if one of them is an error, so that parsing makes no sense. `tabs` receives the offsets
/// of tabs that YAML allows and libyaml does not: after a dash, and in lines without text.
bool scan(const Source& source, std::uint32_t id, Diagnostics& diagnostics, const Limits& limits,
          std::vector<std::size_t>& tabs);

}  // namespace broadside::yaml
