// SPDX-License-Identifier: MIT
// The fonts that a user keeps beside a résumé, in fonts/. Comes in: the résumé's folder, which is not trusted. Goes
// out: faces in a library, and warnings about files that are none.
#pragma once

#include <string>

#include "diag/diagnostic.h"
#include "font/library.h"

namespace broadside::font {

/// Whether there is any file that add_fonts_beside() would look at. Costs no more than listing the folder.
bool has_fonts_beside(const std::string& folder);

/// Adds the faces of the .ttf, .otf and .ttc files in `folder`/fonts and in the folders one level below that, in order
/// of path, under the path rules of host::read_below. Bytes may be hostile. A file that is no font, leads elsewhere or
/// may not be embedded is a warning ("font-unusable"); more than 32 MiB in one file, 128 MiB in all, or 200 files, is
/// an error ("font-cap"). Returns the number of faces added.
std::size_t add_fonts_beside(Library& library, const std::string& folder, Diagnostics& diagnostics);

}  // namespace broadside::font
