// SPDX-License-Identifier: MIT
// A picture at the size it has on paper → what a PDF stores of it. Comes in: an Image and the rectangle's size. Goes
// out: samples or a JPEG, with what a filter needs to know of them. Knows no PDF objects.
#pragma once

#include <cstdint>
#include <string>

#include "base/geometry.h"
#include "image/image.h"

namespace broadside::image {

/// What print needs: more pixels a inch than this cannot be seen.
inline constexpr int kPrintDpi = 300;

struct Printable {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  int colors = 3;  ///< 1 grey, 3 RGB
  bool jpeg = false;
  /// A JPEG file, or rows of samples, each behind the PNG filter that predicts it best (PNG, clause 9), not deflated.
  std::string data;
  std::string alpha;  ///< rows filtered as those of `data`; empty = opaque
};

/// Pictures of more than 1.5 × kPrintDpi at this size are reduced to kPrintDpi; others stay as they are, because
/// reducing by less only blurs. JPEGs stay JPEGs: the file itself, or compressed anew.
Printable for_print(const Image& image, Size placed);

}  // namespace broadside::image
