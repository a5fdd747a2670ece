// SPDX-License-Identifier: MIT
// What a JPEG file says around its pixels. Comes in: bytes, trusted in nothing. Goes out: the orientation, or the file
// without what is private. Decodes nothing.
#pragma once

#include <string>
#include <string_view>

namespace broadside::image {

/// Orientation 1 … 8 of an APP1 segment's contents ("Exif\0\0", then a TIFF header; Exif 2.32, 4.5 and 4.6). 1 if it
/// says nothing or cannot be read.
int exif_orientation(std::string_view segment);

/// The file with those segments only that its pixels need: without comments, Exif (the place where a photo was taken),
/// profiles and whatever follows the picture. Empty if the segments cannot be followed (ITU T.81, annex B).
std::string without_metadata(std::string_view file);

}  // namespace broadside::image
