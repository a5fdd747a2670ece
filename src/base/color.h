// SPDX-License-Identifier: MIT
// An opaque sRGB colour and its notation "#rgb" or "#rrggbb".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace broadside {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0;
  constexpr bool operator==(const Color&) const = default;
};

/// Reads "#rgb" or "#rrggbb" in either case; anything else is nullopt.
std::optional<Color> parse_color(std::string_view text);
/// "#rrggbb", lower case.
std::string to_string(Color color);
/// WCAG 2 contrast ratio, 1 (none) to 21 (black on white).
double contrast_ratio(Color a, Color b);

}  // namespace broadside
