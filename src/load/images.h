// SPDX-License-Identifier: MIT
// The pictures that a résumé names. Comes in: a résumé and its folder. Goes out: decoded pictures, and their numbers
// and sizes in the résumé. Knows nothing of where they are drawn.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "image/image.h"
#include "resume/resume.h"

namespace broadside::load {

using Images = std::vector<std::shared_ptr<const image::Image>>;

/// Reads each file once, below `folder`, and writes its number in the list and its size (pixels) into the résumé. A
/// file that cannot be used is an error at its place (image-not-found, image-cap, and those of image::decode) and an
/// empty picture. All pictures together hold 20 megapixels at most.
Images images(const std::string& folder, resume::Resume& resume, Diagnostics& diagnostics);

}  // namespace broadside::load
