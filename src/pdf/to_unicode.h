// SPDX-License-Identifier: MIT
// Codes of a font → a ToUnicode CMap (ISO 32000-1, 9.10.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::pdf {

struct CodeText {
  std::uint16_t code = 0;
  std::string_view text;  ///< UTF-8
};

/// `codes` ascend. U+0000, U+FEFF and U+FFFE, which ISO 14289-1 (7.21.7) forbids, become U+FFFD.
std::string to_unicode_cmap(const std::vector<CodeText>& codes);

}  // namespace broadside::pdf
