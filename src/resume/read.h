// SPDX-License-Identifier: MIT
// yaml::Node → Resume, all errors at once, by the tables of fields in fields.h.
#pragma once

#include <optional>

#include "diag/diagnostic.h"
#include "resume/resume.h"
#include "yaml/node.h"

namespace broadside::resume {

/// On errors appends them and returns nullopt; warnings leave a résumé.
std::optional<Resume> read(const yaml::Node& root, const Sources& sources, Diagnostics& diagnostics);

}  // namespace broadside::resume
