// SPDX-License-Identifier: MIT
// Which families of the machine suit a character. Comes in: a character, the language of the text, and whether the face
// around it has serifs. Goes out: family names, best first. A table, so that the same characters get the same fonts
// wherever these are installed; knows no files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadside::font {

/// `language` is BCP 47: it decides between the Chinese (zh-Hans, zh-Hant, zh-HK), Japanese and Korean shapes of
/// ideographs; for other languages, and none, kana are Japanese, hangul Korean, and ideographs simplified Chinese.
std::vector<std::string> families_for(char32_t character, std::string_view language, bool serif);

}  // namespace broadside::font
