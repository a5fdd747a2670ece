// SPDX-License-Identifier: MIT
#include "base/json_schema.h"

namespace broadside {

void JsonSchemaWriter::begin(std::string_view title) {
  json_.begin_object();
  json_.key("$schema").value("https://json-schema.org/draft/2020-12/schema");
  json_.key("title").value(title);
}

void JsonSchemaWriter::types(std::initializer_list<std::string_view> names) {
  json_.key("type").begin_array();
  for (const std::string_view name : names) json_.value(name);
  json_.end_array();
}

void JsonSchemaWriter::type(std::string_view name, bool or_null) {
  if (or_null) {
    types({name, "null"});
  } else {
    json_.key("type").value(name);
  }
}

void JsonSchemaWriter::text(bool or_null) {
  if (or_null) {
    types({"string", "number", "boolean", "null"});
  } else {
    types({"string", "number", "boolean"});
  }
}

void JsonSchemaWriter::reference(const std::string& definition) { json_.key("$ref").value("#/$defs/" + definition); }

void JsonSchemaWriter::reference_object(const std::string& definition) {
  json_.begin_object();
  reference(definition);
  json_.end_object();
}

void JsonSchemaWriter::null_object() { json_.begin_object().key("type").value("null").end_object(); }

void JsonSchemaWriter::closed_object() {
  type("object");
  json_.key("additionalProperties").value(false);
}

}  // namespace broadside
