// SPDX-License-Identifier: MIT
// A picture in memory. Comes from image/decode.h; goes to image/print.h, by way of the display list. Knows no file and
// no page.
#pragma once

#include <cstdint>
#include <string>

namespace broadside::image {

/// Pixels as a person sees them: upright, from the top left corner, 8 bits a sample, sRGB.
struct Image {
  std::uint32_t width = 0;    ///< pixels, at least 1
  std::uint32_t height = 0;   ///< pixels, at least 1
  int channels = 3;           ///< 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha (not premultiplied)
  std::string pixels;         ///< width × height × channels bytes, rows without padding
  bool photographic = false;  ///< came from a JPEG: may be compressed with loss again
  /// The JPEG file itself, without its metadata, where a PDF reader shows it just as `pixels`; else empty.
  std::string jpeg;

  [[nodiscard]] bool has_alpha() const { return channels % 2 == 0; }
};

}  // namespace broadside::image
