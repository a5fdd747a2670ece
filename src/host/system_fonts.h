// SPDX-License-Identifier: MIT
// The fonts of the machine, asked for only when no shipped font has a character. Comes in: a character and the style
// around it; goes out: a font file. Does not open the file and knows nothing of shaping.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace broadside::host {

/// What the text around the character looks like.
struct FontWish {
  char32_t character = 0;
  int weight = 400;  ///< 100 … 900
  bool italic = false;
  bool monospace = false;
  bool serif = true;
  std::string language;  ///< BCP 47, or empty; decides between the Han styles
};

struct FontFile {
  std::string path;
  unsigned index = 0;  ///< of the face in a collection
  bool operator==(const FontFile&) const = default;
};

/// Asked by font/fallback. An interface, so that tests see a fixed set of fonts.
class SystemFonts {
 public:
  virtual ~SystemFonts() = default;
  /// The best font that has the character, or nothing.
  virtual std::optional<FontFile> find(const FontWish& wish) = 0;
};

/// The machine's fonts through fontconfig. Constructing it is free; the first find() starts fontconfig (about 5 ms).
/// Only scalable fonts whose files may be embedded by format (TrueType, CFF) are returned.
class FontconfigFonts final : public SystemFonts {
 public:
  FontconfigFonts() = default;
  ~FontconfigFonts() override;
  FontconfigFonts(const FontconfigFonts&) = delete;
  FontconfigFonts& operator=(const FontconfigFonts&) = delete;
  std::optional<FontFile> find(const FontWish& wish) override;
  /// Whether fontconfig was started; a test proves that resume.yaml does not need it.
  [[nodiscard]] bool started() const { return config_ != nullptr; }

 private:
  void* config_ = nullptr;  ///< FcConfig*; the library's types stay in the .cpp
};

/// A fixed answer for each character, for tests.
class FixedFonts final : public SystemFonts {
 public:
  explicit FixedFonts(std::map<char32_t, FontFile> answers = {}) : answers_(std::move(answers)) {}
  std::optional<FontFile> find(const FontWish& wish) override {
    asked_.push_back(wish.character);
    const auto found = answers_.find(wish.character);
    return found == answers_.end() ? std::nullopt : std::optional(found->second);
  }
  /// The characters asked for so far, in order.
  [[nodiscard]] const std::vector<char32_t>& asked() const { return asked_; }

 private:
  std::map<char32_t, FontFile> answers_;
  std::vector<char32_t> asked_;
};

}  // namespace broadside::host
