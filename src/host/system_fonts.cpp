// SPDX-License-Identifier: MIT
// fontconfig's only home. Comes in: FontWish; goes out: FontFile. Its types and its caches stay here.
#include "host/system_fonts.h"

#include <fontconfig/fontconfig.h>

#include <memory>
#include <string_view>

namespace broadside::host {
namespace {

using Pattern = std::unique_ptr<FcPattern, void (*)(FcPattern*)>;
using CharSet = std::unique_ptr<FcCharSet, void (*)(FcCharSet*)>;
using FontSet = std::unique_ptr<FcFontSet, void (*)(FcFontSet*)>;

/// FC_FONTFORMAT values whose outlines can be embedded; Type 1 and bitmap fonts cannot.
bool embeddable_format(FcPattern* pattern) {
  FcChar8* format = nullptr;
  if (FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch) return false;
  const std::string_view name(reinterpret_cast<const char*>(format));
  return name == "TrueType" || name == "CFF";
}

/// A face whose pictures are bitmaps or layers of colour; its plain outlines are often empty.
bool colored(FcPattern* pattern) {
  FcBool color = FcFalse;
  return FcPatternGetBool(pattern, FC_COLOR, 0, &color) == FcResultMatch && color == FcTrue;
}

/// fontconfig lists every instance of a variable font and the whole font; only true files with one outline are safe.
bool variable(FcPattern* pattern) {
  FcBool is_variable = FcFalse;
  return FcPatternGetBool(pattern, FC_VARIABLE, 0, &is_variable) == FcResultMatch && is_variable == FcTrue;
}

}  // namespace

FontconfigFonts::~FontconfigFonts() {
  if (config_ != nullptr) FcConfigDestroy(static_cast<FcConfig*>(config_));
}

std::optional<FontFile> FontconfigFonts::find(const FontWish& wish) {
  // A configuration of our own: the library's shared one could be changed by other code of the process.
  if (config_ == nullptr) config_ = FcInitLoadConfigAndFonts();
  auto* config = static_cast<FcConfig*>(config_);
  if (config == nullptr) return std::nullopt;

  const CharSet characters(FcCharSetCreate(), FcCharSetDestroy);
  FcCharSetAddChar(characters.get(), wish.character);
  const Pattern pattern(FcPatternCreate(), FcPatternDestroy);
  const char* family = wish.monospace ? "monospace" : wish.serif ? "serif" : "sans-serif";
  FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  FcPatternAddCharSet(pattern.get(), FC_CHARSET, characters.get());
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  FcPatternAddInteger(pattern.get(), FC_SLANT, wish.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, FcWeightFromOpenType(wish.weight));
  if (!wish.language.empty())
    FcPatternAddString(pattern.get(), FC_LANG, reinterpret_cast<const FcChar8*>(wish.language.c_str()));
  FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());

  FcResult result = FcResultNoMatch;
  const FontSet sorted(FcFontSort(config, pattern.get(), FcTrue, nullptr, &result), FcFontSetDestroy);
  if (!sorted) return std::nullopt;
  for (int i = 0; i < sorted->nfont; ++i) {
    FcPattern* font = sorted->fonts[i];
    FcCharSet* covered = nullptr;
    if (FcPatternGetCharSet(font, FC_CHARSET, 0, &covered) != FcResultMatch) continue;
    if (FcCharSetHasChar(covered, wish.character) != FcTrue) continue;
    if (!embeddable_format(font) || colored(font) || variable(font)) continue;
    FcChar8* file = nullptr;
    if (FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch) continue;
    int index = 0;
    if (FcPatternGetInteger(font, FC_INDEX, 0, &index) != FcResultMatch) index = 0;
    // The upper half holds the number of a variable font's instance.
    return FontFile{reinterpret_cast<const char*>(file), static_cast<unsigned>(index) & 0xffffU};
  }
  return std::nullopt;
}

}  // namespace broadside::host
