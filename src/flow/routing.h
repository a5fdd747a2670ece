// SPDX-License-Identifier: MIT
// Which flow takes which section. Comes in: a résumé and a layout's flows, asked part by part in their order. Goes out:
// sections, each to one part only. Knows no text and no measure.
#pragma once

#include <vector>

#include "layout/layout.h"
#include "resume/resume.h"

namespace broadside::flow {

class Routing {
 public:
  Routing(const resume::Resume& resume, const layout::Layout& layout) : resume_(resume), layout_(layout) {}

  /// The sections that this part pours, in its order, without those that an earlier part took. A part `sections`
  /// without conditions leaves to other parts what they name.
  std::vector<const resume::Section*> take(const layout::Part& wanted);
  /// Whether any part has taken it so far.
  [[nodiscard]] bool taken(const resume::Section& section) const;

 private:
  const resume::Resume& resume_;
  const layout::Layout& layout_;
  std::vector<const resume::Section*> taken_;
};

}  // namespace broadside::flow
