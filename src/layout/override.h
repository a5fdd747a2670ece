// SPDX-License-Identifier: MIT
// `--set styles.body.size=11pt` → a changed Node tree, before the layout is read, so that an override is checked like
// any other value. Knows the tables of keys, not what the values mean.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "layout/read.h"
#include "yaml/node.h"

namespace broadside::layout {

/// `page.size={width: 100mm, height: 200mm}` as one change a value; any other change is given back as it is.
std::vector<Override> spread(const Override& change);

/// Sets one value in the tree. Maps that the file leaves out are made; names (of styles, colours, fonts) and list items
/// (by their `name` or their number, from 1) must exist. Otherwise error layout-unknown-path with the nearest path.
bool apply_override(yaml::Node& root, const Override& override_, Diagnostics& diagnostics);

/// Every path that an override of this file may name.
std::vector<std::string> override_paths(const yaml::Node& root);

}  // namespace broadside::layout
