// SPDX-License-Identifier: MIT
// Script itemization (UAX #24). Comes in: UTF-8. Goes out: runs of one script as ISO 15924 tags.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadside::unicode {

/// Four letters packed big end first: 'L','a','t','n'.
using ScriptTag = std::uint32_t;

constexpr ScriptTag script_tag(char a, char b, char c, char d) {
  return (static_cast<ScriptTag>(a) << 24) | (static_cast<ScriptTag>(b) << 16) | (static_cast<ScriptTag>(c) << 8) |
         static_cast<ScriptTag>(d);
}
inline constexpr ScriptTag kLatin = script_tag('L', 'a', 't', 'n');
inline constexpr ScriptTag kCommon = script_tag('Z', 'y', 'y', 'y');

inline constexpr ScriptTag kHan = script_tag('H', 'a', 'n', 'i');

/// Of one character, by itself; kCommon for signs that all scripts use.
ScriptTag script_of(char32_t c);

struct ScriptRun {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  ScriptTag script = kCommon;
  bool operator==(const ScriptRun&) const = default;
};

/// Runs that cover the text. Digits, spaces, punctuation and combining marks take the script before them (at the
/// start of the text the first one after them), closing brackets that of their opening ones; text that has
/// nothing else is Latin.
std::vector<ScriptRun> script_runs(std::string_view text);

}  // namespace broadside::unicode
