// SPDX-License-Identifier: MIT
// Chinese and Japanese have no blanks, so the line end inside a folded text, which YAML turns into one, has to go.
#pragma once

#include <string>
#include <string_view>

namespace broadside::yaml {

/// Takes away the blank (or line end) of `value` that stands for one line end of `source`, the scalar as written, where
/// wide characters stand on both sides; asterisks and backticks of Markdown are looked through. Blanks that were typed
/// stay.
void join_wide_lines(std::string& value, std::string_view source);

}  // namespace broadside::yaml
