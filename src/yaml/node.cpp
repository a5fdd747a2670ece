// SPDX-License-Identifier: MIT
// Looking up a key.
#include "yaml/node.h"

namespace broadside::yaml {

const Node* Node::find(std::string_view key) const {
  for (const Pair& pair : pairs) {
    if (pair.key.scalar == key) return &pair.value;
  }
  return nullptr;
}

}  // namespace broadside::yaml
