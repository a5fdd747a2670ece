// SPDX-License-Identifier: MIT
#include "text/word_cache.h"

#include <algorithm>

namespace broadside::text {
namespace {

// Far more than a résumé has; what a preview sees typed in a day stays below, too.
constexpr std::size_t kMostWords = 20'000;

}  // namespace

std::optional<std::span<const Sign>> Words::find(std::string_view word) const {
  const auto found = ranges_.find(word);
  if (found == ranges_.end()) return std::nullopt;
  return std::span(signs_).subspan(found->second.begin, found->second.count);
}

void Words::keep(std::string_view word, std::span<const Sign> signs, std::uint32_t begin) {
  if (ranges_.size() >= kMostWords) return;
  ranges_.emplace(word, Range{static_cast<std::uint32_t>(signs_.size()), static_cast<std::uint32_t>(signs.size())});
  for (Sign sign : signs) {
    sign.cluster -= begin;
    signs_.push_back(sign);
  }
}

Words& WordCache::words(font::FaceId face, std::string_view language, std::string_view features) {
  for (const std::unique_ptr<Group>& group : groups_) {
    if (group->face == face && group->language == language && group->features == features) return group->words;
  }
  Group& fresh = *groups_.emplace_back(std::make_unique<Group>());
  fresh.face = face;
  fresh.language = language;
  fresh.features = features;
  return fresh.words;
}

bool is_plain_latin(std::string_view text) {
  const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned first = byte(i), second = byte(i + 1), third = byte(i + 2);
    if (first >= 0x20 && first <= 0x7E) continue;
    if ((first == 0xC2 && second >= 0xA1 && second != 0xAD) || (first >= 0xC3 && first <= 0xCA)) {
      ++i;  // U+00A1 … U+02BF without the soft hyphen
    } else if (first == 0xE2 && second == 0x80 && third >= 0x90 && third <= 0xA6) {
      i += 2;  // U+2010 … U+2026: dashes, quotation marks, bullets
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace broadside::text
