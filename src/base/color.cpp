// SPDX-License-Identifier: MIT
// Colours: notation and contrast.
#include "base/color.h"

#include <array>
#include <cmath>

namespace broadside {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Relative luminance as WCAG 2.2 defines it (with its threshold of 0.04045, the sRGB standard's).
double luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
  if ((text.size() != 4 && text.size() != 7) || text[0] != '#') return std::nullopt;
  const std::size_t digits = text.size() == 4 ? 1 : 2;
  std::array<std::uint8_t, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = hex_digit(text[1 + i * digits]);
    const int low = hex_digit(text[i * digits + digits]);
    if (high < 0 || low < 0) return std::nullopt;
    channels[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Color{channels[0], channels[1], channels[2]};
}

std::string to_string(Color color) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out = "#";
  for (const unsigned channel : {color.r, color.g, color.b}) {
    out += kDigits[channel >> 4];
    out += kDigits[channel & 15u];
  }
  return out;
}

double contrast_ratio(Color a, Color b) {
  const double first = luminance(a), second = luminance(b);
  const double light = std::fmax(first, second), dark = std::fmin(first, second);
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace broadside
