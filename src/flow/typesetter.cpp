// SPDX-License-Identifier: MIT
#include "flow/typesetter.h"

#include <utility>

namespace broadside::flow {
namespace {

void add_number(std::string& key, std::uint64_t number) {
  key.append(std::to_string(number));
  key.push_back(',');
}

// Everything that shape() reads, and the places that its warnings name. Style ids are part of the result, so they
// are part of the key; of the style itself only the font counts.
std::string cache_key(const text::StyledText& text, const StyleTable& styles) {
  std::string key = text.text;
  key.push_back('\0');
  key.append(text.language);
  key.push_back('\0');
  add_number(key, static_cast<std::uint64_t>(text.direction));
  add_number(key, text.hyphenate ? 1 : 0);
  for (const text::StyledSpan& span : text.spans) {
    const text::FontSpec& font = styles[span.style].font;
    add_number(key, span.begin);
    add_number(key, span.style);
    add_number(key, static_cast<std::uint64_t>(std::int64_t{span.link} + 1));
    add_number(key, span.source.begin);
    add_number(key, (span.together ? 1U : 0U) | (span.separator ? 2U : 0U));
    key.append(font.family);
    add_number(key, static_cast<std::uint64_t>(font.weight));
    add_number(key, font.italic ? 1 : 0);
    key.append(font.features);
    key.push_back('\0');
  }
  for (const std::string& link : text.links) {
    key.append(link);
    key.push_back('\0');
  }
  return key;
}

}  // namespace

Shaped Typesetter::shape(const text::StyledText& text, const StyleTable& styles, Diagnostics& diagnostics) {
  auto [place, added] = cache_.try_emplace(cache_key(text, styles));
  Entry& entry = place->second;
  if (added) entry.shaped = text::shape(text, styles, fonts_, entry.diagnostics, hyphenator_);
  diagnostics.append(entry.diagnostics);
  return entry.shaped;
}

}  // namespace broadside::flow
