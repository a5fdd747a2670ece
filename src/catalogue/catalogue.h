// SPDX-License-Identifier: MIT
// What there is to choose from, for people and their editors: layouts, fonts, the schemas of both files. Comes in:
// trusted folders; goes out: values and text. Compiles nothing.
#pragma once

#include <string>
#include <vector>

namespace broadside::catalogue {

struct Layout {
  std::string name;         ///< as `layout:` and --layout take it: "classic", or "./mine.yaml" beside the résumé
  std::string description;  ///< its own line about itself; empty if it has none
};

/// The layouts of a folder by name: NAME.yaml is NAME. A file that is no layout is left out.
std::vector<Layout> layouts_in(const std::string& folder);

struct Style {
  int weight = 400;
  bool italic = false;
  bool operator==(const Style&) const = default;
};

struct Family {
  std::string name;
  std::vector<Style> styles;  ///< by weight, upright first
};

/// The families of the font files in a folder and in the folders one level below it, by name. Files that are no usable
/// fonts are left out.
std::vector<Family> families_in(const std::string& folder);

/// The families of fonts/ beside a résumé, under the path rules: `folder` is the résumé's own.
std::vector<Family> families_beside(const std::string& folder);

/// JSON Schema, draft 2020-12, of resume.yaml and of a layout file.
std::string resume_schema();
std::string layout_schema();

}  // namespace broadside::catalogue
