// SPDX-License-Identifier: MIT
// Résumés in the formats of other tools: told by their keys at the top, and said so once instead of key by key. Comes
// in: the root of a YAML or JSON file. Goes out: one error that tells how their words map to ours.
#pragma once

#include "diag/diagnostic.h"
#include "yaml/node.h"

namespace broadside::resume {

/// True, with an error, if this is a file of JSON Resume, RenderCV or YAMLResume rather than one of ours.
bool reject_foreign(const yaml::Node& root, Diagnostics& diagnostics);

}  // namespace broadside::resume
