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

// Plain and block scalars have no escapes and folding touches only white space, so the value's other characters
// stand in the source in the same order with nothing but white space between them.
std::size_t end_by_value(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t end = at;
  for (const char c : value) {
    if (is_space(c)) continue;
    at = skip_spaces(text, at);
    if (at >= text.size() || text[at] != c) break;
    end = ++at;
  }
  return end;
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

Extent scalar_extent(std::string_view text, std::size_t offset, std::string_view value) {
  offset = skip_properties(text, offset);
  if (offset >= text.size()) return {text.size(), text.size()};
  const char first = text[offset];
  if (first == '"' || first == '\'') {
    const Extent extent = quoted_extent(text, offset);
    return {offset, std::min(extent.end, text.size())};
  }
  if (first == '|' || first == '>') {
    const std::size_t header_end = std::min(text.find_first_of("\r\n", offset), text.size());
    return {offset, std::max(end_by_value(text, header_end, value), offset + 1)};
  }
  return {offset, end_by_value(text, offset, value)};
}

}  // namespace broadside::yaml
