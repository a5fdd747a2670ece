// SPDX-License-Identifier: MIT
// BCP 47 language tags. Comes in: "zh-Hant-TW". Goes out: ICU's own notation, or the parts of the tag.
// Never the locale of the process.
#pragma once

#include <string>
#include <string_view>

namespace broadside::unicode {

/// ICU's name of a locale ("zh_Hant_TW"); the root locale "root" for an empty or malformed tag, because ICU
/// would otherwise fall back to the locale of the process.
std::string icu_locale(std::string_view tag);

/// The language subtag in lower case: "zh" for "zh-Hant-TW"; empty if there is none.
std::string language_of(std::string_view tag);

/// Whether ICU can read it as a well-formed BCP 47 tag whose language it knows ("en-GB" yes, "english" no).
bool is_known_locale(std::string_view tag);

/// Whether its script is written from right to left (Arabic, Hebrew …).
bool is_right_to_left(std::string_view tag);

}  // namespace broadside::unicode
