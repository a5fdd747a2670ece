// SPDX-License-Identifier: MIT
// Where the files that come with the program lie: layouts/ and fonts/. Comes in: an override of the caller; goes out:
// two folders. Does not read what is in them.
#pragma once

#include <string>

namespace broadside::host {

struct Shipped {
  std::string layouts;
  std::string fonts;
  std::string hyphenation;  ///< beside them; need not exist
};

/// Looks for a folder that holds both `layouts` and `fonts`, in this order: `override_folder` if not empty (then only
/// there); the folder above the executable's (a build in `build/` of the source tree); `../share/broadside` from
/// the executable's folder (installed); `fallback` (the source tree the program was built from). Both paths are empty
/// if there is none.
Shipped find_shipped(const std::string& override_folder, const std::string& fallback);

/// The same search for a known executable; for tests.
Shipped find_shipped_from(const std::string& executable, const std::string& override_folder,
                          const std::string& fallback);

/// Full path of the running program, or empty where /proc is missing.
std::string executable_path();

}  // namespace broadside::host
