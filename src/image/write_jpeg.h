// SPDX-License-Identifier: MIT
// Pixels → a baseline JPEG file, through libjpeg-turbo.
#pragma once

#include <string>

#include "image/image.h"

namespace broadside::image {

/// Empty if libjpeg refuses. The picture has no alpha. The same pixels give the same bytes.
std::string write_jpeg(const Image& image);

}  // namespace broadside::image
