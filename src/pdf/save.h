// SPDX-License-Identifier: MIT
// Objects → the bytes of the file. libharu's own writer knows neither object streams nor cross-reference streams, so
// this one writes the file from libharu's object list.
#pragma once

#include <string>

#include "pdf/deflate.h"
#include "pdf/haru.h"

namespace broadside::pdf {

/// PDF 1.7. Without `object_streams`: plain objects and a classic cross-reference table. The file identifier is an
/// MD5 hash of everything before it. Throws Failure.
std::string save(Objects& objects, const Dict& catalog, const Dict& info, Deflater& deflater, bool object_streams);

}  // namespace broadside::pdf
