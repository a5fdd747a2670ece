// SPDX-License-Identifier: MIT
// What the two readers of files hand to decode.cpp. Private to image/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "image/decode.h"
#include "image/image.h"

namespace broadside::image {

enum class Fault : std::uint8_t {
  None,
  Broken,     ///< the bytes are no whole picture
  TooLarge,   ///< beyond kMostPixels
  TooComplex  ///< needs more memory or passes than a picture of that size should
};

/// A reader's answer: a picture, or a fault with the library's own words for it.
struct Read {
  Fault fault = Fault::None;
  std::string detail;
  Image image;
  int orientation = 1;  ///< of Exif: how `image` is to be turned
};

Read read_png(std::string_view bytes);
/// Long pictures are decoded at 1/2, 1/4 or 1/8 of their size, while the longer side keeps `most_side` pixels.
Read read_jpeg(std::string_view bytes, std::uint32_t most_side);

}  // namespace broadside::image
