// SPDX-License-Identifier: MIT
// As in extent.cpp: but for white space the value's characters stand in the source, in the same order.
#include "yaml/join_lines.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "base/wide.h"

namespace broadside::yaml {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_markup(char c) { return c == '*' || c == '`'; }
bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool wide_before(std::string_view text, std::size_t at) {
  while (at > 0 && is_markup(text[at - 1])) --at;
  if (at == 0) return false;
  --at;
  while (at > 0 && continues(text[at])) --at;
  return is_wide(decode_utf8_lossy(text, at).code_point);
}

bool wide_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && is_markup(text[at])) ++at;
  return at < text.size() && is_wide(decode_utf8_lossy(text, at).code_point);
}

}  // namespace

void join_wide_lines(std::string& value, std::string_view source) {
  constexpr unsigned char kFirstWide = 0xE2;  // of all wide characters' first bytes
  if (source.find('\n') == std::string_view::npos) return;
  if (std::none_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) >= kFirstWide; })) {
    return;
  }
  std::size_t from = 0;
  if (source.front() == '"' || source.front() == '\'') {
    from = 1;
  } else if (source.front() == '|' || source.front() == '>') {
    from = source.find('\n');
  }
  std::string joined;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (!is_space(value[i])) {
      while (from < source.size() && is_space(source[from])) ++from;
      if (from >= source.size() || source[from] != value[i]) return;  // an escape: leave the text as it is
      ++from;
      joined += value[i];
      continue;
    }
    const bool single = i > 0 && !is_space(value[i - 1]) && i + 1 < value.size() && !is_space(value[i + 1]);
    std::size_t end = from;
    while (end < source.size() && is_space(source[end])) ++end;
    const bool line_end = std::count(source.begin() + static_cast<std::ptrdiff_t>(from),
                                     source.begin() + static_cast<std::ptrdiff_t>(end), '\n') == 1;
    if (!(single && line_end && wide_before(value, i) && wide_behind(value, i + 1))) joined += value[i];
  }
  value = std::move(joined);
}

}  // namespace broadside::yaml
