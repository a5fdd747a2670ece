// SPDX-License-Identifier: MIT
// Text with inline marks, as read from the inline Markdown of summaries, texts, highlights and
// `short` wordings. Plain fields (titles, names …) are RichText without marks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/source.h"

namespace broadside::resume {

/// Bits of Mark::flags.
enum MarkFlag : std::uint8_t { kBold = 1, kItalic = 2, kCode = 4 };

/// Bytes [begin, end) of the text carry these flags and, if `link` is not -1, that link.
/// Marks are sorted, do not overlap and are merged where equal; bytes without a mark are plain.
struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t flags = 0;
  std::int32_t link = -1;
  bool operator==(const Mark&) const = default;
};

struct RichText {
  std::string text;  ///< UTF-8, line breaks already turned into spaces
  std::vector<Mark> marks;
  std::vector<std::string> links;  ///< checked URLs: http, https, mailto, tel
  Span span;                       ///< the scalar in the YAML

  [[nodiscard]] bool empty() const { return text.empty(); }
};

}  // namespace broadside::resume
