// SPDX-License-Identifier: MIT
// The commands. Comes in: Options; goes out: files, lines on stdout and stderr, an exit code.
#pragma once

#include "cli/options.h"

namespace broadside::cli {

enum class ExitCode : int {
  Done = 0,         ///< warnings allowed
  WrongInput = 1,   ///< the résumé or the layout is wrong
  UsageOrFiles = 2  ///< the command line is wrong, or a file could not be read or written
};

ExitCode run(const Options& options);
/// Reports a wrong command line on stderr.
ExitCode refuse(const UsageError& error);

}  // namespace broadside::cli
