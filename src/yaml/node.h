// SPDX-License-Identifier: MIT
// A YAML document as plain values with spans. Comes in from yaml/parse.h; read by resume/ and layout/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/source.h"

namespace broadside::yaml {

enum class Kind : std::uint8_t { Null, Scalar, Sequence, Map };

struct Pair;

struct Node {
  Kind kind = Kind::Null;
  /// A scalar written in quotes is text even where it looks like a number.
  bool quoted = false;
  Span span;
  std::string scalar;
  std::vector<Node> items;
  std::vector<Pair> pairs;  ///< in the order of the file

  [[nodiscard]] bool is_null() const { return kind == Kind::Null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::Scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::Sequence; }
  [[nodiscard]] bool is_map() const { return kind == Kind::Map; }
  /// The value of a key of a map, or null.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Pair {
  Node key;
  Node value;
};

}  // namespace broadside::yaml
