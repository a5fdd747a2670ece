// SPDX-License-Identifier: MIT
// The notation of numbers in a layout file: "12pt", "4mm", "1.2em", "30%", "1.3". Text in, Amount out; no diagnostics.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/spec.h"

namespace broadside::layout {

/// Reads a number with pt, mm, cm, in, em, % or no unit at all (Factor); absolute units come out in points. Never
/// looks at the locale. Nullopt for anything else, and beyond ±1e6.
std::optional<Amount> parse_amount(std::string_view text);

/// "9.4pt", "1.2em": for messages; shortest notation of the number.
std::string to_string(Amount amount);

/// A whole number without sign or unit; nullopt for anything else.
std::optional<int> parse_whole(std::string_view text);

/// OpenType features as HarfBuzz reads them: "smcp", "-liga", "ss01=2", separated by commas; spaces are dropped.
std::optional<std::string> parse_features(std::string_view text);

}  // namespace broadside::layout
