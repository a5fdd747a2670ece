// SPDX-License-Identifier: MIT
// Upper and lower case by the rules of a language (Turkish ı and İ, Greek accents, ß to SS). UTF-8 in and out.
#pragma once

#include <string>
#include <string_view>

namespace broadside::unicode {

/// `locale` is BCP 47. ASCII text of languages without rules of their own for ASCII is answered without ICU.
std::string to_upper(std::string_view text, std::string_view locale);
std::string to_lower(std::string_view text, std::string_view locale);

/// Letters and the marks that combine with them.
bool is_letter(char32_t c);
/// Marks that combine with the letter before them: accents, vowel signs, variation selectors.
bool is_mark(char32_t c);
/// Capital and title-case letters.
bool is_upper(char32_t c);

}  // namespace broadside::unicode
