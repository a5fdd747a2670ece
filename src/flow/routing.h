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

  /// The sections that a part of a flow pours, without those that an earlier part took. A part `sections` without
  /// conditions leaves to other parts what they name; one with titles follows them, every other the order of the
  /// résumé. Conditional parts next to each other are poured together, so that they keep that order too: `at` is moved
  /// behind the last of them.
  std::vector<const resume::Section*> take(const std::vector<layout::Part>& parts, std::size_t& at);
  /// Whether any part has taken it so far.
  [[nodiscard]] bool taken(const resume::Section& section) const;

 private:
  std::vector<const resume::Section*> take(const layout::Part& wanted);
  const resume::Resume& resume_;
  const layout::Layout& layout_;
  std::vector<const resume::Section*> taken_;
};

}  // namespace broadside::flow
