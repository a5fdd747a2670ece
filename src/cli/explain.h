// SPDX-License-Identifier: MIT
// What `explain` tells. Comes in: documents with their fit reports. Goes out: text for people, or JSON as
// docs/explain.md describes it. Prints nothing.
#pragma once

#include <string>
#include <vector>

#include "compile.h"

namespace broadside::cli {

/// The documents of one résumé.
struct Explained {
  std::string file;
  std::vector<Document> documents;
};

/// Lines of at most 100 columns.
std::string explain_text(const Explained& explained, const Sources& sources);
/// One object, indented, with a line end.
std::string explain_json(const std::vector<Explained>& all, const Sources& sources);

}  // namespace broadside::cli
