// SPDX-License-Identifier: MIT
// fontconfig's only home. Comes in: FontWish; goes out: FontFiles. Its types and its caches stay here. fontconfig only
// tells what there is; its own matching depends on how the machine is configured, so the choice is made here.
#include "host/system_fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <tuple>

namespace broadside::host {
namespace {

constexpr std::size_t kMostAnswers = 8;

using Config = std::unique_ptr<FcConfig, void (*)(FcConfig*)>;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// FC_FONTFORMAT values whose outlines can be embedded; Type 1 and bitmap fonts cannot.
bool embeddable_format(FcPattern* pattern) {
  FcChar8* format = nullptr;
  if (FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch) return false;
  const std::string_view name(reinterpret_cast<const char*>(format));
  return name == "TrueType" || name == "CFF";
}

bool is_true(FcPattern* pattern, const char* property) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, property, 0, &value) == FcResultMatch && value == FcTrue;
}

/// One face of the machine. The character set belongs to the configuration.
struct Known {
  std::vector<std::string> families;  // in lower case; the first one ranks it among strangers
  FontFile file;
  int weight = 400;
  bool italic = false;
  const FcCharSet* characters = nullptr;
};

/// False for what cannot be embedded, or not as what it looks like: bitmaps; layers of colour, whose plain outlines are
/// often empty; the whole of a variable font (fontconfig lists its instances too).
bool read(FcPattern* pattern, Known& known) {
  if (!embeddable_format(pattern) || is_true(pattern, FC_COLOR) || is_true(pattern, FC_VARIABLE)) return false;
  if (!is_true(pattern, FC_SCALABLE)) return false;
  FcChar8* path = nullptr;
  FcCharSet* characters = nullptr;
  if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) return false;
  if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) != FcResultMatch) return false;
  int index = 0;
  if (FcPatternGetInteger(pattern, FC_INDEX, 0, &index) != FcResultMatch) index = 0;
  // The upper half holds the number of a variable font's instance.
  known.file = {reinterpret_cast<const char*>(path), static_cast<unsigned>(index) & 0xffffU};
  known.characters = characters;
  FcChar8* family = nullptr;
  for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &family) == FcResultMatch; ++i) {
    known.families.push_back(lower(reinterpret_cast<const char*>(family)));
  }
  if (known.families.empty()) return false;
  int value = 0;
  if (FcPatternGetInteger(pattern, FC_WEIGHT, 0, &value) == FcResultMatch) known.weight = FcWeightToOpenType(value);
  known.italic = FcPatternGetInteger(pattern, FC_SLANT, 0, &value) == FcResultMatch && value != FC_SLANT_ROMAN;
  return true;
}

}  // namespace

struct FontconfigFonts::Impl {
  Config config{nullptr, FcConfigDestroy};
  bool started = false;
  std::vector<Known> known;

  void start() {
    started = true;
    // A configuration of our own: the library's shared one could be changed by other code of the process.
    config.reset(FcInitLoadConfigAndFonts());
    if (!config) return;
    for (const FcSetName set : {FcSetSystem, FcSetApplication}) {
      const FcFontSet* fonts = FcConfigGetFonts(config.get(), set);
      for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
        Known one;
        if (read(fonts->fonts[i], one)) known.push_back(std::move(one));
      }
    }
  }
};

FontconfigFonts::FontconfigFonts() : impl_(std::make_unique<Impl>()) {}
FontconfigFonts::~FontconfigFonts() = default;
bool FontconfigFonts::started() const { return impl_->started; }

std::vector<FontFile> FontconfigFonts::find(const FontWish& wish) {
  if (!impl_->started) impl_->start();
  std::vector<std::string> wanted;
  wanted.reserve(wish.families.size());
  for (const std::string& family : wish.families) wanted.push_back(lower(family));

  // Place of the family, slant, weight, name and path: the least is best.
  using Rank = std::tuple<std::size_t, bool, int, std::string_view, std::string_view, unsigned>;
  std::vector<std::pair<Rank, const Known*>> ranked;
  for (const Known& one : impl_->known) {
    if (FcCharSetHasChar(one.characters, wish.character) != FcTrue) continue;
    std::size_t place = wanted.size();
    for (const std::string& family : one.families) {
      const auto at = std::find(wanted.begin(), wanted.end(), family);
      place = std::min(place, static_cast<std::size_t>(at - wanted.begin()));
    }
    ranked.push_back({{place, one.italic != wish.italic, std::abs(one.weight - wish.weight), one.families.front(),
                       one.file.path, one.file.index},
                      &one});
  }
  const std::size_t count = std::min(ranked.size(), kMostAnswers);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end(),
                    [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<FontFile> files;
  for (std::size_t i = 0; i < count; ++i) files.push_back(ranked[i].second->file);
  return files;
}

}  // namespace broadside::host
