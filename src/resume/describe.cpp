// SPDX-License-Identifier: MIT
// Tables of fields as Markdown.
#include "resume/describe.h"

#include <string_view>

namespace broadside::resume {
namespace {

std::string plural(Mapping mapping) {
  switch (mapping) {
    case Mapping::Profile:
      return "profiles";
    case Mapping::Section:
      return "sections";
    case Mapping::Group:
      return "groups";
    case Mapping::Entry:
      return "entries";
    case Mapping::Position:
      return "positions";
    case Mapping::Highlight:
      return "highlights";
    case Mapping::KeywordLine:
      return "keyword lines";
    case Mapping::Publication:
      return "publications";
    case Mapping::Variant:
      return "variants";
    default:
      return std::string(name_of(mapping));
  }
}

bool shared(const Field& field) {
  return field.key == Key::Tags || field.key == Key::Priority || field.key == Key::Keep || field.key == Key::AtLeast ||
         field.key == Key::Break || field.key == Key::Note;
}

std::string row(const Field& field) {
  return "| `" + std::string(field.name) + "`" + (field.required ? " (required)" : "") + " | " + shape_in_words(field) +
         " | " + std::string(field.help) + " |\n";
}

constexpr std::string_view kHead = "| key | holds | meaning |\n|---|---|---|\n";

}  // namespace

std::string shape_in_words(const Field& field) {
  switch (field.shape) {
    case Shape::Text:
      return "text";
    case Shape::Markdown:
      return "Markdown";
    case Shape::Integer:
      return field.least == field.most ? std::to_string(field.least)
                                       : std::to_string(field.least) + " to " + std::to_string(field.most);
    case Shape::Boolean:
      return "`true` or `false`";
    case Shape::Word: {
      const std::size_t blank = field.words.find(' ');
      return "`" + std::string(field.words.substr(0, blank)) + "` or `" + std::string(field.words.substr(blank + 1)) +
             "`";
    }
    case Shape::DatePoint:
      return "date";
    case Shape::DateEnd:
      return "date or `present`";
    case Shape::Date:
      return "date, range or words";
    case Shape::Url:
      return "link";
    case Shape::Texts:
      return "text, or list of texts";
    case Shape::Map:
      return "map: " + std::string(name_of(field.of));
    case Shape::Maps:
      return "list of " + plural(field.of);
    case Shape::TextOrMap:
      return "text, or map";
    case Shape::Items:
      return field.of == Mapping::Contact ? "text, map, or list" : "list of texts or " + plural(field.of);
    case Shape::NamedMaps:
      return "map of " + plural(field.of) + " by name";
    case Shape::Words:
      return "map of texts";
    case Shape::Settings:
      return "map of settings";
  }
  return "text";
}

std::string own_fields_as_markdown(Mapping mapping) {
  std::string out(kHead);
  for (const Field& field : fields_of(mapping)) {
    if (!shared(field)) out += row(field);
  }
  return out;
}

std::string shared_fields_as_markdown() {
  std::string out(kHead);
  for (const Field& field : fields_of(Mapping::Entry)) {
    if (shared(field)) out += row(field);
  }
  return out;
}

}  // namespace broadside::resume
