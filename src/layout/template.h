// SPDX-License-Identifier: MIT
// Text templates: "{title|strong|link:url}[, {organization}]" → pieces. Comes in: a scalar of a layout file and the
// fields that may stand in it. Parsed once; shared by every step of the ladder.
#pragma once

#include <span>
#include <vector>

#include "layout/reader.h"

namespace broadside::layout {

/// Reports each mistake (unbalanced brackets, unknown fields, styles and links, a part that would always vanish) and
/// returns what could be read. `where` names the block in messages.
std::vector<Piece> parse_template(Reading& reading, const yaml::Node& node, std::span<const FieldInfo> fields,
                                  std::string_view where);

}  // namespace broadside::layout
