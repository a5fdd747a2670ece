// SPDX-License-Identifier: MIT
// Résumé × layout → Composition: which part goes into which flow, which template sets it, what each cell says. Comes
// in: a selected Resume and a Layout at any step (only ids and texts are read). Goes out: shaped texts in a tree.
#pragma once

#include "flow/composition.h"
#include "resume/resume.h"

namespace broadside::flow {

enum class ShortForms : std::uint8_t { Leave, Compose };

/// `short_forms`: also compose the short wording of whatever has one, which the fit measures.
Composition compose(const resume::Resume& resume, const layout::Layout& layout, Typesetter& typesetter,
                    ShortForms short_forms, Diagnostics& diagnostics);

}  // namespace broadside::flow
