// SPDX-License-Identifier: MIT
// What `fonts`, `layouts` and `schema` print. Comes in: folders; goes out: text. Prints nothing.
#pragma once

#include <string>

namespace broadside::cli {

/// The JSON Schema of "resume" or "layout".
std::string schema_text(const std::string& what);
/// The families of `shipped`, then those of fonts/ in the folder `beside`, unless that is the same folder.
std::string fonts_text(const std::string& shipped, const std::string& beside);
/// The layouts of `shipped`, then those of layouts/ in the folder `beside`, unless that is the same folder.
std::string layouts_text(const std::string& shipped, const std::string& beside);

}  // namespace broadside::cli
