// SPDX-License-Identifier: MIT
// The pictures of a document → image XObjects (ISO 32000-1, 8.9.5). Comes in: a DisplayList. Goes out: one object for
// each picture that is drawn, however often. Knows no pages.
#pragma once

#include <cstdint>
#include <vector>

#include "display/display_list.h"
#include "pdf/haru.h"

namespace broadside::pdf {

class ImageSet {
 public:
  /// Reduces each picture to what its largest place on paper needs, and makes its objects.
  ImageSet(Objects& objects, const display::DisplayList& list);

  [[nodiscard]] bool empty() const { return used_.empty(); }
  /// Enters every picture under its name of content.cpp: "I" and its number in the list.
  void list_resources(Dict xobjects) const;

 private:
  struct Used {
    std::uint32_t number = 0;
    Dict object;
  };
  std::vector<Used> used_;  // by number
};

}  // namespace broadside::pdf
