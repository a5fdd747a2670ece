// SPDX-License-Identifier: MIT
// Shapes every text of a run once. Comes in: StyledText. Goes out: shared ShapedText; the same text in the same
// fonts, in another variant or at another step, is the same object, as long as there is room to keep it.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "flow/styles.h"
#include "text/word_cache.h"

namespace broadside::flow {

using Shaped = std::shared_ptr<const text::ShapedText>;

class Typesetter {
 public:
  /// Without a hyphenator no word is divided.
  explicit Typesetter(const font::Library& fonts, text::Hyphenator* hyphenator = nullptr)
      : fonts_(fonts), hyphenator_(hyphenator) {}

  /// Never null. Missing glyphs are reported each time, also for a text that was shaped before.
  Shaped shape(const text::StyledText& text, const StyleTable& styles, Diagnostics& diagnostics);

  [[nodiscard]] const font::Library& fonts() const { return fonts_; }

 private:
  struct Entry {
    std::weak_ptr<const text::ShapedText> used;
    Shaped kept;  ///< the same, or null
    Diagnostics diagnostics;
  };
  const font::Library& fonts_;
  text::Hyphenator* hyphenator_;
  std::size_t kept_ = 0;  ///< bytes of text
  text::WordCache words_;
  std::unordered_map<std::string, Entry> cache_;  // looked up only, never walked: its order cannot show
};

}  // namespace broadside::flow
