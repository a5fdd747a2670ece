// SPDX-License-Identifier: MIT
// The colour space of every file: an sRGB profile made here, so that no foreign file is embedded.
#pragma once

#include <string>

namespace broadside::pdf {

/// An ICC version 2 display profile (matrix and tone curves) of IEC 61966-2-1 sRGB, about 1 KB.
std::string srgb_profile();

}  // namespace broadside::pdf
