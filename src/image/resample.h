// SPDX-License-Identifier: MIT
// Pixels → fewer pixels, or pixels turned. All in integers, so the same on every machine.
#pragma once

#include <cstdint>

#include "image/image.h"

namespace broadside::image {

/// Reduces to `width` × `height`, each at least 1 and at most the picture's: the mean of the area that each new pixel
/// covers, in the picture's own (gamma-coded) values, colours weighted by their alpha. O(pixels).
Image reduced(const Image& image, std::uint32_t width, std::uint32_t height);

/// Reduces, if need be, to at most `width` × `height`, keeping the ratio of the sides to the nearest pixel.
Image fit_into(const Image& image, std::uint32_t width, std::uint32_t height);

/// Applies an Exif orientation, 1 … 8 (Exif 2.32, tag 0x0112): what is stored becomes what is seen.
Image turned(const Image& image, int orientation);

/// The same picture without its alpha, if that says nothing.
Image drop_opaque_alpha(Image image);

}  // namespace broadside::image
