// SPDX-License-Identifier: MIT
// A length on the page. Comes in: points, millimetres, font units. Goes out: the same, exactly
// repeatable on every machine. Knows nothing of what is measured.
#pragma once

#include <compare>
#include <cstdint>

namespace broadside {

/// A signed length in scaled points: 1/65536 of a PDF point, 1 pt = 1/72 inch.
/// Integers keep sums exact, so a predicted height equals the laid-out one to the last unit.
struct Length {
  std::int64_t raw = 0;

  static constexpr std::int64_t kUnitsPerPoint = 65536;

  static constexpr Length from_raw(std::int64_t units) { return Length{units}; }
  /// Rounds half away from zero.
  static constexpr Length from_pt(double pt) {
    const double scaled = pt * static_cast<double>(kUnitsPerPoint);
    return Length{static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5)};
  }
  static constexpr Length from_mm(double mm) { return from_pt(mm * 72.0 / 25.4); }

  /// value * numerator / denominator, rounded half away from zero; the denominator is positive.
  /// Used to scale font units (numerator = size, denominator = units per em).
  static constexpr Length ratio(std::int64_t value, std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t product = value * numerator;
    const std::int64_t half = denominator / 2;
    return Length{product < 0 ? -((-product + half) / denominator) : (product + half) / denominator};
  }

  [[nodiscard]] constexpr double pt() const { return static_cast<double>(raw) / static_cast<double>(kUnitsPerPoint); }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length& operator+=(Length other) {
    raw += other.raw;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    raw -= other.raw;
    return *this;
  }
};

constexpr Length operator+(Length a, Length b) { return Length{a.raw + b.raw}; }
constexpr Length operator-(Length a, Length b) { return Length{a.raw - b.raw}; }
constexpr Length operator-(Length a) { return Length{-a.raw}; }
constexpr Length operator*(Length a, std::int64_t n) { return Length{a.raw * n}; }
constexpr Length operator*(std::int64_t n, Length a) { return Length{a.raw * n}; }
constexpr Length operator/(Length a, std::int64_t n) { return Length{a.raw / n}; }

/// a * factor, rounded half away from zero.
constexpr Length scale(Length a, double factor) {
  const double scaled = static_cast<double>(a.raw) * factor;
  return Length{static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5)};
}

constexpr Length max(Length a, Length b) { return a < b ? b : a; }
constexpr Length min(Length a, Length b) { return b < a ? b : a; }

namespace literals {
constexpr Length operator""_pt(long double pt) { return Length::from_pt(static_cast<double>(pt)); }
constexpr Length operator""_pt(unsigned long long pt) { return Length::from_pt(static_cast<double>(pt)); }
constexpr Length operator""_mm(long double mm) { return Length::from_mm(static_cast<double>(mm)); }
constexpr Length operator""_mm(unsigned long long mm) { return Length::from_mm(static_cast<double>(mm)); }
}  // namespace literals

}  // namespace broadside
