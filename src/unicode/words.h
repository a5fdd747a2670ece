// SPDX-License-Identifier: MIT
// The few words that Broadside itself prints, by language. Comes in: a word and a locale. Goes out: the word.
// A résumé overrides them with `labels:`.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadside::unicode {

enum class BuiltIn : std::uint8_t {
  Present,    ///< end of a date range that goes on
  Page,       ///< "Page 2 of 3"
  Of,         ///< the word between the two numbers
  Continued,  ///< after a heading repeated on the next page
  Email,      ///< labels of contacts
  Phone,
  Website,
  Location,
  Summary,       ///< heading of the summary
  ListSeparator  ///< between keywords, authors: ", " or "、"
};
inline constexpr int kBuiltIns = 10;

/// The word in the locale's language; English where the table has no such language. `zh-Hant`, `zh-TW` and
/// `zh-HK` have their own column.
std::string_view built_in(BuiltIn word, std::string_view locale);

/// The key by which `labels:` names it: "present", "page", "of", "continued", …
std::string_view label_key(BuiltIn word);

}  // namespace broadside::unicode
