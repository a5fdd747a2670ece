// SPDX-License-Identifier: MIT
#include "flow/composition.h"

#include "text/paragraph.h"

namespace broadside::flow {
namespace {

void add(const std::vector<Part>& parts, Extent& sum) {
  for (const Part& part : parts) {
    for (const RowContent& row : part.rows) {
      for (const CellContent& cell : row.cells) {
        sum.bytes += text::byte_count(*cell.text);
        sum.pieces += text::piece_count(*cell.text);
      }
    }
    add(part.children, sum);
    add(part.short_form, sum);
  }
}

}  // namespace

Extent extent(const Composition& composition) {
  Extent sum;
  for (const FlowContent& flow : composition.flows) add(flow.parts, sum);
  return sum;
}

}  // namespace broadside::flow
