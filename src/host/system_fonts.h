// SPDX-License-Identifier: MIT
// The fonts of the machine, asked for only when no other font has a character. Comes in: a character, the families
// that are wanted for it, and the style around it; goes out: font files. Does not open them, knows nothing of shaping,
// and takes no advice from the machine's own preferences: the same fonts give the same answer everywhere.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace broadside::host {

/// What is wanted for a character.
struct FontWish {
  char32_t character = 0;
  int weight = 400;  ///< 100 … 900
  bool italic = false;
  std::vector<std::string> families;  ///< the best ones first; any other family comes after them
};

struct FontFile {
  std::string path;
  unsigned index = 0;  ///< of the face in a collection
  bool operator==(const FontFile&) const = default;
};

/// Asked by font/library. An interface, so that tests see a fixed set of fonts.
class SystemFonts {
 public:
  virtual ~SystemFonts() = default;
  /// Fonts that have the character, best first; a handful at most.
  virtual std::vector<FontFile> find(const FontWish& wish) = 0;
};

/// The machine's fonts through fontconfig. Constructing it is free; the first find() starts fontconfig (about 5 ms).
/// Only scalable fonts whose files may be embedded by format (TrueType, CFF) are returned, none of colour or bitmaps.
/// Not for several threads at once.
class FontconfigFonts final : public SystemFonts {
 public:
  FontconfigFonts();
  ~FontconfigFonts() override;
  FontconfigFonts(const FontconfigFonts&) = delete;
  FontconfigFonts& operator=(const FontconfigFonts&) = delete;
  /// Families in the order of the wish; inside one the slant, then the nearest weight; then, of all other families,
  /// the nearest slant and weight by name. Ties by path.
  std::vector<FontFile> find(const FontWish& wish) override;
  /// Whether fontconfig was started.
  [[nodiscard]] bool started() const;

 private:
  struct Impl;  // the library's types stay in the .cpp
  std::unique_ptr<Impl> impl_;
};

/// A fixed answer for each character, for tests.
class FixedFonts final : public SystemFonts {
 public:
  explicit FixedFonts(std::map<char32_t, FontFile> answers = {}) : answers_(std::move(answers)) {}
  std::vector<FontFile> find(const FontWish& wish) override {
    asked_.push_back(wish.character);
    const auto found = answers_.find(wish.character);
    return found == answers_.end() ? std::vector<FontFile>{} : std::vector<FontFile>{found->second};
  }
  /// The characters asked for so far, in order.
  [[nodiscard]] const std::vector<char32_t>& asked() const { return asked_; }

 private:
  std::map<char32_t, FontFile> answers_;
  std::vector<char32_t> asked_;
};

}  // namespace broadside::host
