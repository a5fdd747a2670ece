// SPDX-License-Identifier: MIT
#include "yaml/disguise.h"

#include "base/utf8.h"

namespace broadside::yaml {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to, std::size_t begin = 0) {
  for (std::size_t i = text.find(from, begin); i != std::string::npos; i = text.find(from, i + to.size())) {
    text.replace(i, from.size(), to);
  }
}

// The length of the character at `at` if it is one of those; else 0.
std::size_t refused(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  if (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9)) return 3;
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF && at > 0) return 3;
  if (byte(0) == 0xEF && byte(1) == 0xBF && (byte(2) == 0xBE || byte(2) == 0xBF)) return 3;
  return 0;
}

}  // namespace

Disguise::Disguise(std::string_view text, const std::vector<std::size_t>& tabs) {
  for (const char lead : {'\xC2', '\xE2', '\xEF'}) {
    for (std::size_t i = text.find(lead); i != std::string_view::npos; i = text.find(lead, i + 1)) {
      if (const std::size_t size = refused(text, i); size > 0) hide(text.substr(i, size), text);
    }
  }
  if (masks_.empty() && tabs.empty()) return;
  worn_ = text;
  for (const std::size_t tab : tabs) worn_[tab] = ' ';
  const std::size_t begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  for (const auto& [character, mask] : masks_) replace_all(worn_, character, mask, begin);
}

void Disguise::hide(std::string_view character, std::string_view text) {
  for (const auto& mask : masks_) {
    if (mask.first == character) return;
  }
  // Of the same length and nowhere else in the text: out of NKo, or for private use.
  const char32_t first = character.size() == 2 ? 0x7C0 : 0xE000;
  for (char32_t c = first; c < first + 0x40; ++c) {
    std::string mask;
    append_utf8(mask, c);
    bool free = text.find(mask) == std::string_view::npos;
    for (const auto& other : masks_) free = free && other.second != mask;
    if (!free) continue;
    masks_.emplace_back(character, std::move(mask));
    return;
  }
}

void Disguise::take_off(std::string& value) const {
  for (const auto& [character, mask] : masks_) replace_all(value, mask, character);
}

}  // namespace broadside::yaml
