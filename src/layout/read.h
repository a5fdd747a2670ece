// SPDX-License-Identifier: MIT
// yaml::Node → Spec: a layout file as written, checked, with its overrides applied. A Spec becomes a Layout at a
// step of tightness (tighten.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "layout/layout.h"
#include "yaml/node.h"

namespace broadside::layout {

/// A layout as written: sizes in their own units, styles that inherit, dials with two ends. Opaque outside layout/.
struct Spec;

/// One override: "colors.accent" = "#0a6", "page.size" = "letter", "fit.steps" = "0".
struct Override {
  std::string path;
  std::string value;
  Span span;  ///< detached for the command line
};

/// Null, with errors appended, if the file or an override is wrong. All errors of one file in one run.
std::shared_ptr<const Spec> read(const yaml::Node& root, const std::string& name,
                                 const std::vector<Override>& overrides, Diagnostics& diagnostics);

}  // namespace broadside::layout
