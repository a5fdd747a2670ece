// SPDX-License-Identifier: MIT
// Where a line of print may end: UAX #14 refined by the habits of typesetters. Comes in: text and language. Goes
// out: byte offsets with what a break there costs. Knows no fonts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadside::text {

enum class BreakKind : std::uint8_t {
  Space,       ///< after spaces: free
  Explicit,    ///< after a hyphen or a dash: TeX's \exhyphenpenalty
  Slash,       ///< after a slash between words of four or more letters: the same, but not hyphenated
  Address,     ///< inside a URL or e-mail address: only if nothing else helps
  SoftHyphen,  ///< at U+00AD, which then prints a hyphen
  Ideograph,   ///< between ideographs: free, and may stretch
  Dictionary,  ///< between words of a script without spaces (Thai …): free
  Hyphenation  ///< inside a word: prints a hyphen that is not in the text
};

struct Opportunity {
  std::uint32_t offset = 0;  ///< the line may end before this byte
  BreakKind kind = BreakKind::Space;
  std::int32_t penalty = 0;
};

/// In ascending order; none at the start, at the end or at forced line breaks.
std::vector<Opportunity> find_opportunities(std::string_view text, std::string_view language);

/// Adds the points of a Hyphenator, at a penalty of plain TeX's \hyphenpenalty. Both lists ascend.
void add_hyphenation(const std::vector<std::uint32_t>& points, std::vector<Opportunity>& opportunities);

/// "https://…", "www.…", "name@host.tld", "host.tld/path".
bool is_address(std::string_view word);
/// Between words that have nothing to do with each other: space, tab, line ends in ASCII.
bool is_separator(char c);

/// Whether the character ends a line by force: LF, VT, FF, CR, NEL, U+2028, U+2029.
bool is_line_end(char32_t c);

}  // namespace broadside::text
