// SPDX-License-Identifier: MIT
// The layout format as a JSON Schema, for editors that complete and check YAML. Comes in: the tables of keys; goes out:
// text. Whether a style, a box or a flow of a name exists only the reader knows.
#pragma once

#include <string>

namespace broadside::layout {

/// Draft 2020-12, indented, ending in a line end; the same bytes at every call. Accepts every file that the reader
/// takes without errors, except whole numbers and factors in quotes.
std::string json_schema();

}  // namespace broadside::layout
