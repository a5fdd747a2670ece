// SPDX-License-Identifier: MIT
// What `--help` and `--version` print. Texts only.
#pragma once

#include <string>

namespace broadside::cli {

/// The help of a command ("build", "fonts" …) or, for an empty topic, of the program. Lines of at most 80
/// columns, ending in a line end.
std::string help_text(const std::string& topic);
/// "broadside 0.1.0\n"
std::string version_text();

}  // namespace broadside::cli
