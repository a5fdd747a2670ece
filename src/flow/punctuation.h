// SPDX-License-Identifier: MIT
// What a layout sets between the parts of a text (", ", ": ") in the signs of the résumé's language. Comes in: a
// literal of a template. Goes out: the same for Arabic script ("، ") or with the full-width signs of Chinese and
// Japanese. What the author wrote is never touched.
#pragma once

#include <string>
#include <string_view>

namespace broadside::flow {

/// `between_items` is for the separator of a list, which Chinese sets as "、".
std::string localized(std::string_view literal, std::string_view language, bool between_items);

/// Text that an author wrote, ready for a document that is set from right to left: marks of direction keep "C++", "C#"
/// and ".NET" whole, and a text without a single letter from right to left becomes an island that runs from left to
/// right. `always` is for what is no words (a phone number); else only texts with letters become islands. The marks are
/// not drawn and not read.
std::string for_right_to_left(std::string_view text);
bool is_island(std::string_view text, bool always);

inline constexpr std::string_view kIslandBegin = "\u2066";  // LEFT-TO-RIGHT ISOLATE
inline constexpr std::string_view kIslandEnd = "\u2069";    // POP DIRECTIONAL ISOLATE

}  // namespace broadside::flow
