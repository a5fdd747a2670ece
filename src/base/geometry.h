// SPDX-License-Identifier: MIT
// Points, sizes and rectangles on a page. The origin is the top left corner, y grows downwards;
// only pdf/ turns this into PDF's own system.
#pragma once

#include "base/length.h"

namespace broadside {

struct Point {
  Length x, y;
  constexpr bool operator==(const Point&) const = default;
};

struct Size {
  Length width, height;
  constexpr bool operator==(const Size&) const = default;
};

struct Rect {
  Length x, y, width, height;

  [[nodiscard]] constexpr Length right() const { return x + width; }
  [[nodiscard]] constexpr Length bottom() const { return y + height; }
  [[nodiscard]] constexpr bool contains(const Rect& inner) const {
    return inner.x >= x && inner.y >= y && inner.right() <= right() && inner.bottom() <= bottom();
  }
  constexpr bool operator==(const Rect&) const = default;
};

struct Insets {
  Length top, right, bottom, left;
  constexpr bool operator==(const Insets&) const = default;
};

}  // namespace broadside
