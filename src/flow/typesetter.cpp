// SPDX-License-Identifier: MIT
#include "flow/typesetter.h"

#include <cstdint>
#include <set>
#include <utility>

namespace broadside::flow {
namespace {

/// Bytes of text that stay shaped for the next variant: 80 pages. What is more is shaped again where it is wanted
/// again, so that it does not stay in memory while the file is written.
constexpr std::size_t kMostKept = 300'000;

// A text may have a span for every letter, so a number takes its four bytes.
void add_number(std::string& key, std::uint32_t number) {
  for (int i = 0; i < 4; ++i) key.push_back(static_cast<char>(number >> (8 * i) & 0xFFU));
}

// Everything that shape() reads, and the places that its warnings name. Style ids are part of the result, so they
// are part of the key; of the style itself only the font counts.
std::string cache_key(const text::StyledText& text, const StyleTable& styles) {
  std::string key;
  key.reserve(text.text.size() + 24 * text.spans.size() + 64);
  key = text.text;
  key.push_back('\0');
  key.append(text.language);
  key.push_back('\0');
  add_number(key, static_cast<std::uint32_t>(text.direction));
  add_number(key, text.hyphenate ? 1 : 0);
  add_number(key, static_cast<std::uint32_t>(text.spans.size()));
  std::set<text::StyleId> fonts;
  for (const text::StyledSpan& span : text.spans) {
    add_number(key, span.begin);
    add_number(key, span.style);
    add_number(key, static_cast<std::uint32_t>(span.link + 1));
    add_number(key, span.source.begin);
    add_number(key, (span.together ? 1U : 0U) | (span.separator ? 2U : 0U));
    if (!fonts.insert(span.style).second) continue;
    const text::FontSpec& font = styles[span.style].font;
    key.append(font.family);
    key.push_back('\0');
    add_number(key, static_cast<std::uint32_t>(font.weight));
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
  Shaped shaped = entry.used.lock();
  if (!shaped) {
    entry.diagnostics = Diagnostics{};
    shaped = text::shape(text, styles, fonts_, entry.diagnostics, hyphenator_, &words_);
    entry.used = shaped;
    if (kept_ + text.text.size() <= kMostKept) {
      kept_ += text.text.size();
      entry.kept = shaped;
    }
  }
  diagnostics.append(entry.diagnostics);
  return shaped;
}

}  // namespace broadside::flow
