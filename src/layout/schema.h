// SPDX-License-Identifier: MIT
// The tables of keys of a layout file: what may stand where, its limits and its meaning. They drive reading, "did you
// mean", the paths of overrides and dials, and docs/layout-format.md. Knows no YAML and no diagnostics.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout/layout.h"

namespace broadside::layout {

/// What the value of a key looks like.
enum class Form : std::uint8_t {
  Length,     ///< "12pt", "4mm", "1.2em"
  Dimension,  ///< a length, "30%", rest, content
  Leading,    ///< a factor of the size, or a length
  Factor,     ///< a bare number
  Whole,      ///< a whole number
  Flag,       ///< true or false
  Text,       ///< any text
  Word,       ///< one of Key::words
  Texts,      ///< a list of texts
  Template,   ///< text with {fields} and [brackets]
  Color,      ///< "#rrggbb" or a name from `colors`
  Features,   ///< OpenType features, "tnum,lnum"
  Name,       ///< a name declared elsewhere in the file
  Range,      ///< two whole numbers: [from, to]
  Map,        ///< a map with the keys `inside`
  Names,      ///< a map of freely chosen names, each with a map `inside`
  List        ///< a list of maps `inside`
};

struct Keys;

struct Key {
  std::string_view name;
  Form form = Form::Text;
  std::string_view says;  ///< one line for the documentation
  double min = 0;         ///< of lengths in pt or em, of factors and whole numbers
  double max = std::numeric_limits<double>::max();
  std::span<const std::string_view> words = {};
  const Keys* inside = nullptr;
  /// A Map or List that may also be written as one value: the key inside that takes it; "*" = all of them.
  std::string_view shorthand = {};
};

/// The keys of one kind of map.
struct Keys {
  std::string_view title;
  std::span<const Key> keys;

  [[nodiscard]] const Key* find(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> names() const;
};

extern const Keys kLayoutKeys, kPageKeys, kPaperKeys, kMarginKeys, kTextKeys, kFontKeys, kHangKeys, kStyleKeys,
    kBoxesKeys, kAfterKeys, kBoxKeys, kPartKeys, kBlocksKeys, kBlockKeys, kPictureKeys, kRuleKeys, kRowKeys, kCellKeys,
    kRunningKeys, kFitKeys, kDialKeys;

/// Every table, outermost first, each once.
std::vector<const Keys*> all_keys();

struct FieldInfo {
  std::string_view name;
  std::string_view says;
};

/// The fields that a block's templates may name.
std::span<const FieldInfo> fields_of(BlockKind kind);
/// The fields of running text.
std::span<const FieldInfo> running_fields();
/// "masthead", "summary" … as in the file.
std::string_view name_of(BlockKind kind);

struct Paper {
  std::string_view name;
  double width_pt, height_pt;
};
/// Paper sizes by name, portrait.
std::span<const Paper> papers();
/// By name, ASCII case ignored; null if there is none.
const Paper* find_paper(std::string_view name);

/// The tables of keys and of fields in Markdown: the reference part of docs/layout-format.md.
std::string reference_markdown();

}  // namespace broadside::layout
