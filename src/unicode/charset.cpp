// SPDX-License-Identifier: MIT
// ICU's converters. See charset.h.
#include "unicode/charset.h"

#include <unicode/ucnv.h>

namespace broadside::unicode {

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& charset) {
  std::string result(bytes.size() * 3 + 1, '\0');  // no eight-bit character takes more than three bytes
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_convert("UTF-8", charset.c_str(), result.data(), static_cast<std::int32_t>(result.size()), bytes.data(),
                   static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) return std::nullopt;
  result.resize(static_cast<std::size_t>(size));
  return result;
}

}  // namespace broadside::unicode
