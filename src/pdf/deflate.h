// SPDX-License-Identifier: MIT
// Bytes → the same bytes for PDF's FlateDecode filter, alone or as a stream object.
#pragma once

#include <string>
#include <string_view>

#include "pdf/haru.h"

namespace broadside::pdf {

/// zlib format (RFC 1950). Throws std::bad_alloc only.
std::string deflate(std::string_view bytes);

/// A new stream object holding the bytes, deflated unless `compress` is off.
Dict make_stream(Objects& objects, std::string_view bytes, bool compress);

}  // namespace broadside::pdf
