// SPDX-License-Identifier: MIT
// The table over Google's Noto families, of which Debian's fonts-noto-core and fonts-noto-cjk have all, and Symbola for
// what is no letter. See families.h.
#include "font/families.h"

#include "unicode/locale.h"
#include "unicode/script.h"

namespace broadside::font {
namespace {

using unicode::script_tag;
using unicode::ScriptTag;

struct ScriptName {
  ScriptTag script;
  const char* name;  ///< "Noto Serif X", "Noto Sans X"
};

// The scripts that living languages are written with and that Noto draws in a family of their own.
constexpr ScriptName kScripts[] = {
    {script_tag('A', 'r', 'm', 'n'), "Armenian"},  {script_tag('B', 'e', 'n', 'g'), "Bengali"},
    {script_tag('C', 'h', 'e', 'r'), "Cherokee"},  {script_tag('D', 'e', 'v', 'a'), "Devanagari"},
    {script_tag('E', 't', 'h', 'i'), "Ethiopic"},  {script_tag('G', 'e', 'o', 'r'), "Georgian"},
    {script_tag('G', 'u', 'j', 'r'), "Gujarati"},  {script_tag('G', 'u', 'r', 'u'), "Gurmukhi"},
    {script_tag('H', 'e', 'b', 'r'), "Hebrew"},    {script_tag('K', 'h', 'm', 'r'), "Khmer"},
    {script_tag('K', 'n', 'd', 'a'), "Kannada"},   {script_tag('L', 'a', 'o', 'o'), "Lao"},
    {script_tag('M', 'l', 'y', 'm'), "Malayalam"}, {script_tag('M', 'o', 'n', 'g'), "Mongolian"},
    {script_tag('M', 'y', 'm', 'r'), "Myanmar"},   {script_tag('N', 'k', 'o', 'o'), "NKo"},
    {script_tag('O', 'r', 'y', 'a'), "Oriya"},     {script_tag('S', 'i', 'n', 'h'), "Sinhala"},
    {script_tag('S', 'y', 'r', 'c'), "Syriac"},    {script_tag('T', 'a', 'm', 'l'), "Tamil"},
    {script_tag('T', 'e', 'l', 'u'), "Telugu"},    {script_tag('T', 'f', 'n', 'g'), "Tifinagh"},
    {script_tag('T', 'h', 'a', 'a'), "Thaana"},    {script_tag('T', 'h', 'a', 'i'), "Thai"},
    {script_tag('T', 'i', 'b', 't'), "Tibetan"},   {script_tag('Y', 'i', 'i', 'i'), "Yi"},
};

bool has_subtag(std::string_view tag, std::string_view wanted) {
  for (std::size_t begin = tag.find('-'); begin != std::string_view::npos; begin = tag.find('-', begin + 1)) {
    const std::string_view rest = tag.substr(begin + 1);
    if (rest.substr(0, rest.find('-')) == wanted) return true;
  }
  return false;
}

/// The suffix of Noto's CJK families: the shapes of ideographs that a language expects.
const char* cjk_style(ScriptTag script, std::string_view tag) {
  const std::string language = unicode::language_of(tag);
  if (language == "ja") return "JP";
  if (language == "ko") return "KR";
  if (language == "zh" || language == "yue") {
    if (has_subtag(tag, "HK") || has_subtag(tag, "MO") || language == "yue") return "HK";
    return has_subtag(tag, "TW") || has_subtag(tag, "Hant") ? "TC" : "SC";
  }
  if (script == script_tag('H', 'i', 'r', 'a') || script == script_tag('K', 'a', 'n', 'a')) return "JP";
  if (script == script_tag('H', 'a', 'n', 'g')) return "KR";
  return script == script_tag('B', 'o', 'p', 'o') ? "TC" : "SC";
}

/// What belongs to no single East Asian script: signs, the middle dot and the long vowel of kana, enclosed and squared
/// letters, vertical and full-width forms.
bool is_cjk_common(char32_t c) {
  return (c >= 0x2E80 && c <= 0x33FF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF);
}

bool is_cjk(ScriptTag script) {
  return script == unicode::kHan || script == script_tag('H', 'i', 'r', 'a') ||
         script == script_tag('K', 'a', 'n', 'a') || script == script_tag('H', 'a', 'n', 'g') ||
         script == script_tag('B', 'o', 'p', 'o');
}

}  // namespace

std::vector<std::string> families_for(char32_t character, std::string_view language, bool serif) {
  const ScriptTag script = unicode::script_of(character);
  const std::string first = serif ? "Noto Serif" : "Noto Sans", second = serif ? "Noto Sans" : "Noto Serif";
  const auto both = [&](const std::string& name) { return std::vector{first + " " + name, second + " " + name}; };
  if (is_cjk(script) || is_cjk_common(character)) {
    return both(std::string("CJK ") + cjk_style(script, language));
  }
  if (script == script_tag('A', 'r', 'a', 'b')) {
    return serif ? std::vector<std::string>{"Noto Naskh Arabic", "Noto Sans Arabic"}
                 : std::vector<std::string>{"Noto Sans Arabic", "Noto Naskh Arabic"};
  }
  for (const ScriptName& one : kScripts) {
    if (one.script == script) return both(one.name);
  }
  if (script != unicode::kCommon) return {first, second};
  // Pictures: of the outline fonts only Symbola has most. Other signs: first the text faces, which have what stands in
  // running text.
  const bool picture = character >= 0x1F000 || character == 0x2764;
  if (picture) return {"Noto Emoji", "Symbola", "Noto Sans Symbols2", "Noto Sans Symbols"};
  return {first, second, "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math", "Symbola"};
}

}  // namespace broadside::font
