// SPDX-License-Identifier: MIT
// Where the sources and the build are. One small file knows, so that the tests themselves compile to the same bytes in
// every clone and a compiler cache serves them all.
#pragma once

#include <string>

namespace broadside::test {

/// The folder of the sources, without a slash at its end.
const std::string& source_dir();
/// The folder it is built in, without a slash at its end.
const std::string& binary_dir();

}  // namespace broadside::test
