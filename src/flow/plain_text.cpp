// SPDX-License-Identifier: MIT
#include "flow/plain_text.h"

#include "text/shaped_text.h"

namespace broadside::flow {

std::string plain_text(const Part& part) {
  std::string out;
  for (const RowContent& row : part.rows) {
    for (const CellContent& cell : row.cells) out += cell.text->text + "\n";
  }
  for (const Part& child : part.children) {
    if (child.node == 0) out += plain_text(child);
  }
  return out;
}

}  // namespace broadside::flow
