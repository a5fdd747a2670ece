// SPDX-License-Identifier: MIT
#include "support/paths.h"

namespace broadside::test {

const std::string& source_dir() {
  static const std::string folder = SOURCE_DIR;
  return folder;
}

const std::string& binary_dir() {
  static const std::string folder = BINARY_DIR;
  return folder;
}

}  // namespace broadside::test
