// SPDX-License-Identifier: MIT
// Extents of scalars, from the source bytes.
#include "yaml/extent.h"

#include <algorithm>

namespace broadside::yaml {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

}  // namespace

std::size_t skip_properties(std::string_view text, std::size_t offset) {
  while (offset < text.size() && (text[offset] == '&' || text[offset] == '!')) {
    while (offset < text.size() && !is_space(text[offset])) ++offset;
    offset = skip_spaces(text, offset);
  }
  return std::min(offset, text.size());
}

Extent quoted_extent(std::string_view text, std::size_t offset) {
  const char quote = text[offset];
  for (std::size_t i = offset + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '\'' && i + 1 < text.size() && text[i + 1] == '\'') {
        ++i;  // a doubled quote stands for one
      } else {
        return {offset, i + 1};
      }
    }
  }
  return {offset, std::string_view::npos};
}

// Block scalars have no escapes and folding touches only white space, so the value's other characters stand in the
// source in the same order with nothing but white space between them.
std::size_t block_scalar_end(std::string_view text, std::size_t offset, std::string_view value) {
  std::size_t at = std::min(text.find_first_of("\r\n", offset), text.size());
  std::size_t end = std::min(offset + 1, text.size());
  for (const char c : value) {
    if (is_space(c)) continue;
    at = skip_spaces(text, at);
    if (at >= text.size() || text[at] != c) break;
    end = ++at;
  }
  return end;
}

}  // namespace broadside::yaml
