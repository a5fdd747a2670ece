// SPDX-License-Identifier: MIT
// The résumé format as one table: every mapping, its keys, what they hold, and a line of help. It drives
// reading, "did you mean", and whatever describes the format to editors and people.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace broadside::resume {

enum class Mapping : std::uint8_t {
  Root,
  Person,
  Summary,
  Contact,
  Profile,
  Image,
  Section,
  Group,
  Entry,
  Position,
  Highlight,
  KeywordLine,
  Publication,
  Variant,
  Layout
};
inline constexpr int kMappings = 15;

enum class Key : std::uint8_t {
  Format,
  Locale,
  Person,
  Sections,
  Variants,
  Layout,
  Labels,
  AsOf,
  Name,
  Label,
  Summary,
  Email,
  Phone,
  Url,
  Location,
  Profiles,
  Photo,
  Text,
  Short,
  Network,
  Username,
  Path,
  Alt,
  Title,
  Entries,
  Groups,
  Highlights,
  Keywords,
  Publications,
  Organization,
  Department,
  Date,
  Start,
  End,
  Positions,
  Image,
  Authors,
  Venue,
  Doi,
  Pages,
  Set,
  Include,
  Exclude,
  Redact,
  Notes,
  Order,
  Focus,
  MinSize,
  Output,
  Use,
  Tags,
  Priority,
  Keep,
  AtLeast,
  Break,
  Note
};

/// What the value of a key looks like in YAML.
enum class Shape : std::uint8_t {
  Text,      ///< literal, one line
  Markdown,  ///< text with inline Markdown
  Integer,   ///< from `least` to `most`
  Boolean,
  Word,       ///< one of `words`
  DatePoint,  ///< 2024, 2024-08 or 2024-08-31
  DateEnd,    ///< the same, or present
  Date,       ///< a point, a range with "/", or free text
  Url,
  Texts,      ///< a text or a list of texts
  Map,        ///< a mapping `of`
  Maps,       ///< a list of mappings `of`
  TextOrMap,  ///< a text (the short form) or a mapping `of`
  Items,      ///< a text, a mapping `of`, or a list of both
  NamedMaps,  ///< names of the user's choice, each with a mapping `of`
  Words,      ///< names of the user's choice, each with a text
  Settings    ///< dotted names or nested maps, with texts at the ends
};

struct Field {
  Key key;
  std::string_view name;
  Shape shape;
  std::string_view help;
  Mapping of = Mapping::Root;  ///< Map, Maps, TextOrMap, Items, NamedMaps
  bool required = false;
  int least = 0, most = 0;      ///< Integer
  std::string_view words = {};  ///< Word: separated by blanks
};

/// The keys of a mapping in the order in which they are documented; the keys every selectable thing may carry
/// (tags, priority …) stand last.
std::span<const Field> fields_of(Mapping mapping);
/// "an entry", "the person" … for messages.
std::string_view name_of(Mapping mapping);
/// Null if the mapping has no such key.
const Field* find_field(Mapping mapping, std::string_view key);

}  // namespace broadside::resume
