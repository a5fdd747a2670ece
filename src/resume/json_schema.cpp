// SPDX-License-Identifier: MIT
// One definition a mapping, one property a field.
#include "resume/json_schema.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/json_schema.h"
#include "resume/fields.h"
#include "unicode/words.h"

namespace broadside::resume {
namespace {

// Of Python's re and of ECMAScript alike. Months and days are checked one by one: no schema knows leap years.
constexpr std::string_view kPoint = "(18|19|20|21)[0-9][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";
constexpr std::string_view kUrl = "^([Hh][Tt][Tt][Pp][Ss]?://[^/ ]|[Mm][Aa][Ii][Ll][Tt][Oo]:.*@|[Tt][Ee][Ll]:.*[0-9])";
constexpr std::string_view kDoi = "10\\.[0-9]+.*/";
constexpr std::string_view kFileName = "^[^./\\\\:][^/\\\\:]*$";

/// "an entry" → "entry".
std::string definition_name(Mapping mapping) {
  const std::string name(name_of(mapping));
  const std::size_t blank = name.find(' ');
  return blank == std::string::npos ? name : name.substr(blank + 1);
}

class SchemaWriter : private JsonSchemaWriter {
 public:
  std::string write() {
    begin("Broadside résumé");
    body(Mapping::Root);
    json_.key("$defs").begin_object();
    for (int i = 1; i < kMappings; ++i) {
      const auto mapping = static_cast<Mapping>(i);
      json_.key(definition_name(mapping)).begin_object();
      body(mapping);
      json_.end_object();
    }
    json_.key("setting").begin_object();
    types({"string", "number", "boolean", "object"});
    json_.key("additionalProperties").begin_object();
    reference("setting");
    json_.end_object().end_object();
    json_.end_object().end_object();
    return json_.text() + "\n";
  }

 private:
  void body(Mapping mapping) {
    closed_object();
    json_.key("required").begin_array();
    for (const Field& field : fields_of(mapping)) {
      if (field.required) json_.value(field.name);
    }
    json_.end_array();
    if (mapping == Mapping::Entry) needs_one_of({"title", "organization"});
    if (mapping == Mapping::Position) needs_one_of({"title"});
    json_.key("properties").begin_object();
    for (const Field& field : fields_of(mapping)) {
      json_.key(field.name).begin_object();
      json_.key("description").value(field.help);
      value(field, !field.required);  // a key with nothing behind it counts as absent
      json_.end_object();
    }
    json_.end_object();
  }

  /// What the reader asks for beyond the table: one of these keys.
  void needs_one_of(std::initializer_list<std::string_view> names) {
    json_.key("anyOf").begin_array();
    for (const std::string_view name : names)
      json_.begin_object().key("required").begin_array().value(name).end_array().end_object();
    json_.end_array();
  }

  void list_of(Mapping mapping) {
    json_.key("items").begin_object();
    reference(definition_name(mapping));
    json_.end_object();
  }

  void any_of_begin(bool or_null) {
    json_.key("anyOf").begin_array();
    if (or_null) null_object();
  }
  void any_of_end() { json_.end_array(); }

  void alternative_map(Mapping mapping) { reference_object(definition_name(mapping)); }
  void alternative_text() {
    json_.begin_object();
    text(false);
    json_.end_object();
  }

  void value(const Field& field, bool or_null) {
    switch (field.shape) {
      case Shape::Text:
        if (field.key == Key::Output) json_.key("pattern").value(kFileName);
        if (field.required && (field.key == Key::Name || field.key == Key::Alt)) json_.key("pattern").value("\\S");
        if (field.key == Key::Doi) json_.key("pattern").value(kDoi);
        text(or_null);
        return;
      case Shape::Markdown:
        text(or_null);
        return;
      case Shape::Integer:
        type("integer", or_null);
        json_.key("minimum").value(field.least).key("maximum").value(field.most);
        return;
      case Shape::Boolean:
        type("boolean", or_null);
        return;
      case Shape::Word:
        words(field.words, or_null);
        return;
      case Shape::DatePoint:
        date("^" + std::string(kPoint) + "$", or_null);
        return;
      case Shape::DateEnd:
        date("^(" + std::string(kPoint) + "|[Pp][Rr][Ee][Ss][Ee][Nn][Tt])$", or_null);
        return;
      case Shape::Date:
        // Digits and hyphens alone must be a date; anything else is free text.
        date("^(" + std::string(kPoint) + ")$|[^0-9-]", or_null);
        return;
      case Shape::Url:
        type("string", or_null);
        json_.key("pattern").value(kUrl);
        return;
      case Shape::Texts:
        if (or_null) {
          types({"string", "number", "boolean", "array", "null"});
        } else {
          types({"string", "number", "boolean", "array"});
        }
        json_.key("items").begin_object();
        text(true);
        json_.end_object();
        return;
      case Shape::Map:
        if (!or_null) return reference(definition_name(field.of));
        any_of_begin(true);
        alternative_map(field.of);
        any_of_end();
        return;
      case Shape::Maps:
        type("array", or_null);
        list_of(field.of);
        return;
      case Shape::TextOrMap:
        any_of_begin(or_null);
        alternative_text();
        alternative_map(field.of);
        any_of_end();
        return;
      case Shape::Items:
        items(field, or_null);
        return;
      case Shape::NamedMaps:
        type("object", or_null);
        json_.key("propertyNames").begin_object().key("pattern").value(kFileName).end_object();
        json_.key("additionalProperties").begin_object();
        any_of_begin(true);
        alternative_map(field.of);
        any_of_end();
        json_.end_object();
        return;
      case Shape::Words:
        labels(or_null);
        return;
      case Shape::Settings:
        type("object", or_null);
        json_.key("additionalProperties").begin_object();
        reference("setting");
        json_.end_object();
        return;
    }
  }

  void words(std::string_view all, bool or_null) {
    json_.key("enum").begin_array();
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = std::min(all.find(' ', begin), all.size());
      json_.value(all.substr(begin, end - begin));
      begin = end + 1;
    }
    if (or_null) json_.null();
    json_.end_array();
  }

  /// A bare year is a number to YAML; the pattern looks at texts, the limits at numbers.
  void date(const std::string& pattern, bool or_null) {
    if (or_null) {
      types({"string", "integer", "null"});
    } else {
      types({"string", "integer"});
    }
    json_.key("minimum").value(1800).key("maximum").value(2199);
    json_.key("pattern").value(pattern);
  }

  void items(const Field& field, bool or_null) {
    any_of_begin(or_null);
    alternative_text();
    alternative_map(field.of);
    json_.begin_object();
    json_.key("type").value("array");
    json_.key("items").begin_object();
    any_of_begin(true);
    alternative_text();
    alternative_map(field.of);
    any_of_end();
    json_.end_object();
    json_.end_object();
    any_of_end();
  }

  void labels(bool or_null) {
    type("object", or_null);
    json_.key("additionalProperties").value(false);
    json_.key("properties").begin_object();
    for (int i = 0; i < unicode::kBuiltIns; ++i) {
      const auto word = static_cast<unicode::BuiltIn>(i);
      json_.key(unicode::label_key(word)).begin_object();
      json_.key("description")
          .value("in place of the built-in word, in English \"" + std::string(unicode::built_in(word, "en")) + "\"");
      text(false);
      json_.end_object();
    }
    json_.end_object();
  }
};

}  // namespace

std::string json_schema() { return SchemaWriter().write(); }

}  // namespace broadside::resume
