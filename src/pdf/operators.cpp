// SPDX-License-Identifier: MIT
// Numbers and colours of content streams. Comes in: integers. Goes out: text appended to a stream.
#include "pdf/operators.h"

#include <array>

namespace broadside::pdf {

void append_decimal(std::int64_t value, int digits, std::string& out) {
  static constexpr std::array<std::uint64_t, 6> kPowers{1, 10, 100, 1000, 10000, 100000};
  const std::uint64_t power = kPowers.at(static_cast<std::size_t>(digits));
  const std::uint64_t magnitude =
      value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
  if (value < 0) out += '-';
  const std::uint64_t whole = magnitude / power;
  std::uint64_t part = magnitude % power;
  if (whole != 0 || part == 0) out += std::to_string(whole);
  if (part == 0) return;
  out += '.';
  for (std::uint64_t place = power / 10; part != 0; place /= 10) {
    out += static_cast<char>('0' + part / place);
    part %= place;
  }
}

void append_color(Color color, bool stroke, std::string& out) {
  const auto component = [&out](std::uint8_t value) {
    append_decimal((value * 10000 + 127) / 255, 4, out);
    out += ' ';
  };
  if (color.r == color.g && color.g == color.b) {
    component(color.r);
    out += stroke ? "G\n" : "g\n";
    return;
  }
  component(color.r);
  component(color.g);
  component(color.b);
  out += stroke ? "RG\n" : "rg\n";
}

}  // namespace broadside::pdf
