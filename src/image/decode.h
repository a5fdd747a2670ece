// SPDX-License-Identifier: MIT
// Bytes of a PNG or JPEG file → an upright Image. Comes in: bytes that nobody has looked at. Goes out: pixels, or an
// error at the place that names the file. Reads no file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "image/image.h"

namespace broadside::image {

/// Most pixels of a file; beyond it is an error that names the cap.
inline constexpr std::uint64_t kMostPixels = 40'000'000;

/// A page's width at 300 dpi: more pixels on the longer side are never needed.
inline constexpr std::uint32_t kPageSide = 2480;

/// Pictures longer than `most_side` pixels are reduced to it. `name` and `span` are what messages call the file and
/// where they point. Errors: image-empty, image-format, image-cap, image-broken. Colour profiles are not applied: RGB
/// is taken for sRGB, CMYK converted by its plain complement. O(pixels); at most 240 MB while it runs.
std::optional<Image> decode(std::string_view bytes, std::uint32_t most_side, const std::string& name, Span span,
                            Diagnostics& diagnostics);

}  // namespace broadside::image
