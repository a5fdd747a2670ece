// SPDX-License-Identifier: MIT
// The résumé format as a JSON Schema, for editors that complete and check YAML. Comes in: the table of fields; goes
// out: text. What a schema cannot say (which of two dates is earlier, whether a picture exists) only the reader knows.
#pragma once

#include <string>

namespace broadside::resume {

/// Draft 2020-12, indented, ending in a line end; the same bytes at every call. Accepts every file that the reader
/// takes without errors, except numbers in quotes ("3") where a number belongs.
std::string json_schema();

}  // namespace broadside::resume
