// SPDX-License-Identifier: MIT
// A reading of the bytes before yaml-cpp sees them. YAML has rules that surprise people who only want to
// write text; each such trap is named here, with the corrected line. Knows YAML's surface (lines, columns,
// quotes, brackets), not its tree.
#pragma once

#include "diag/diagnostic.h"
#include "yaml/parse.h"

namespace broadside::yaml {

/// Appends what it finds; false if one of them is an error, so that parsing makes no sense.
bool scan(const Source& source, std::uint32_t id, Diagnostics& diagnostics, const Limits& limits);

}  // namespace broadside::yaml
