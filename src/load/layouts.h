// SPDX-License-Identifier: MIT
// The layout that a variant is set in. Comes in: names and settings of the résumé, the variant and the command line.
// Goes out: a layout as written, read once for all variants that share it. Knows nothing of pages.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/source.h"
#include "layout/read.h"
#include "resume/resume.h"

namespace broadside::load {

/// What the command line says; it wins over the variant, and the variant over the résumé.
struct LayoutWish {
  std::string name;                         ///< a shipped layout or a file; empty = what the résumé says
  std::vector<layout::Override> overrides;  ///< after those of the résumé and the variant
};

class Layouts {
 public:
  /// `shipped`: folder of the layouts that are named without a path. `beside`: folder of the résumé; a file that the
  /// résumé names lies in it or below. What the command line names is trusted.
  Layouts(std::string shipped, std::string beside) : shipped_(std::move(shipped)), beside_(std::move(beside)) {}

  /// Null, with errors (layout-not-found, those of yaml::parse and layout::read), if there is none. `sources` receives
  /// the files that were read.
  std::shared_ptr<const layout::Spec> read(const resume::Resume& resume, const resume::Variant& variant,
                                           const LayoutWish& wish, Sources& sources, Diagnostics& diagnostics);

 private:
  std::string shipped_;
  std::string beside_;
  std::map<std::string, std::shared_ptr<const layout::Spec>> known_;  ///< by name and overrides
};

}  // namespace broadside::load
