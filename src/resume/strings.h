// SPDX-License-Identifier: MIT
// Every text of a résumé in reading order, for tests of what a PDF says and for search.
#pragma once

#include <string>
#include <vector>

#include "resume/resume.h"

namespace broadside::resume {

/// The texts a variant shows when it shows everything, marks removed: name, label, contacts, summary, then section by
/// section. Of an entry: title, organization, department, location, keywords without a name, summary, positions,
/// highlights, named keywords. Dates stand in it only where they are free text; `short` wordings, notes and links'
/// addresses do not. A layout may put the fields of one heading in another order.
std::vector<std::string> all_strings(const Resume& resume);

}  // namespace broadside::resume
