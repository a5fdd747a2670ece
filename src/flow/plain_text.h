// SPDX-License-Identifier: MIT
// The words of a part, as they were typed. Comes in: a composed part. Goes out: text without any look, for searching.
#pragma once

#include <string>

#include "flow/composition.h"

namespace broadside::flow {

/// The text of a part's own rows and of its children that cannot be chosen (a section's text); one line a cell.
std::string plain_text(const Part& part);

}  // namespace broadside::flow
