// SPDX-License-Identifier: MIT
// Which face draws a user-perceived character. Comes in: the styled face, the bytes of one grapheme cluster and the
// language. Goes out: the first face that has all of it: the styled one, one of the library, one of the machine.
#pragma once

#include <string_view>

#include "font/library.h"

namespace broadside::font {

/// Characters that have no shape of their own (Default_Ignorable_Code_Point): soft hyphens, joiners, marks of
/// direction.
bool is_invisible(char32_t c);

/// Whether the face has a glyph for every character of the cluster that needs one. Joiners, variation selectors, skin
/// tones and other invisible characters need none; a letter with a mark also passes as their composed form.
bool covers(const Face& face, std::string_view cluster);

/// `styled` if it covers the cluster; else the covering face of the library that is nearest to it in slant, then in
/// having serifs, then in weight; else the machine's, by the table of families.h for the first character that needs a
/// glyph; kNoFace if none does. `language` is BCP 47. The machine's fonts are asked only in the third case.
FaceId fallback(const Library& library, FaceId styled, std::string_view cluster, std::string_view language = {});

}  // namespace broadside::font
