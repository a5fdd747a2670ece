// SPDX-License-Identifier: MIT
// Which face draws a user-perceived character. Comes in: the styled face and the bytes of one grapheme cluster.
// Goes out: the first face that has all of it. Only the library's faces are asked; system fonts get there by
// Library::add when the caller adds them.
#pragma once

#include <string_view>

#include "font/library.h"

namespace broadside::font {

/// Whether the face has a glyph for every character of the cluster that needs one. Joiners, variation selectors
/// and other invisible characters need none; a letter with a mark also passes as their composed form.
bool covers(const Face& face, std::string_view cluster);

/// `styled` if it covers the cluster; else the first covering face of the library among those of the same slant
/// and nearest weight, then of any; kNoFace if none does.
FaceId fallback(const Library& library, FaceId styled, std::string_view cluster);

}  // namespace broadside::font
