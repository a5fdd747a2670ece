// SPDX-License-Identifier: MIT
// The table of fields in words, for people: what docs/resume-format.md shows. A test holds the two equal.
#pragma once

#include <string>

#include "resume/fields.h"

namespace broadside::resume {

/// A Markdown table of a mapping's own keys: name, what it holds, help; required keys are marked. The keys that every
/// selectable thing may carry are left out.
std::string own_fields_as_markdown(Mapping mapping);

/// The table of those shared keys.
std::string shared_fields_as_markdown();

/// What a field holds, in a few words: "text", "list of entries", "1 to 5".
std::string shape_in_words(const Field& field);

}  // namespace broadside::resume
