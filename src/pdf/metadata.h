// SPDX-License-Identifier: MIT
// What the file says about itself. Comes in: title, author, language, a point in time. Goes out: the Info dictionary,
// an XMP packet that says the same, and the output intent.
#pragma once

#include <cstdint>
#include <string>

#include "display/display_list.h"
#include "pdf/deflate.h"
#include "pdf/haru.h"

namespace broadside::pdf {

struct MetadataOptions {
  std::int64_t timestamp = 0;  ///< seconds since 1970, UTC
  std::string producer;
};

Dict write_info(Objects& objects, const display::DocumentInfo& info, const MetadataOptions& options);
/// Never compressed, so that any program finds it.
Dict write_xmp(Objects& objects, const display::DocumentInfo& info, const MetadataOptions& options);
Dict write_output_intent(Objects& objects, Deflater& deflater);

/// Claims PDF/A-2a and PDF/UA-1; UTF-8. Characters that XML cannot hold are left out.
std::string xmp_packet(const display::DocumentInfo& info, const MetadataOptions& options);

}  // namespace broadside::pdf
