// SPDX-License-Identifier: MIT
// One definition a table of keys, one property a key.
#include "layout/json_schema.h"

#include <limits>
#include <string>
#include <string_view>

#include "base/json_schema.h"
#include "layout/schema.h"

namespace broadside::layout {
namespace {

// What parse_amount() takes, of Python's re and of ECMAScript alike.
constexpr std::string_view kLength = "^\\s*([0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*(pt|mm|cm|in|em|%)\\s*$|^\\s*0(\\.0*)?\\s*$";
constexpr std::string_view kDimension =
    "^\\s*([0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*(pt|mm|cm|in|em|%)\\s*$|^\\s*0(\\.0*)?\\s*$|^(rest|content)$";
constexpr std::string_view kLeading = "^\\s*([0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*(pt|mm|cm|in|em|%)?\\s*$";
constexpr std::string_view kColor = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$|^[^#]";

/// "fonts.NAME" → "fonts.NAME", "a box" → "box".
std::string definition_name(const Keys& keys) {
  const std::string_view title = keys.title;
  const std::size_t blank = title.rfind(' ');
  return std::string(blank == std::string_view::npos ? title : title.substr(blank + 1));
}

class SchemaWriter : private JsonSchemaWriter {
 public:
  std::string write() {
    begin("Broadside layout");
    body(kLayoutKeys);
    json_.key("$defs").begin_object();
    for (const Keys* keys : all_keys()) {
      if (keys == &kLayoutKeys) continue;
      json_.key(definition_name(*keys)).begin_object();
      body(*keys);
      json_.end_object();
    }
    json_.end_object().end_object();
    return json_.text() + "\n";
  }

 private:
  using JsonSchemaWriter::reference;
  using JsonSchemaWriter::reference_object;
  void reference(const Keys& keys) { reference(definition_name(keys)); }
  void reference_object(const Keys& keys) { reference_object(definition_name(keys)); }

  void body(const Keys& keys) {
    closed_object();
    json_.key("properties").begin_object();
    for (const Key& key : keys.keys) {
      json_.key(key.name).begin_object();
      json_.key("description").value(key.says);
      value(key);
      json_.end_object();
    }
    json_.end_object();
  }

  void pattern(std::string_view expression) {
    types({"string", "number"});
    json_.key("pattern").value(expression);
  }

  void limits(const Key& key) {
    json_.key("minimum").value(key.min);
    if (key.max < std::numeric_limits<double>::max()) json_.key("maximum").value(key.max);
  }

  void words(const Key& key) {
    json_.key("enum").begin_array();
    for (const std::string_view word : key.words) json_.value(word);
    json_.end_array();
  }

  void value(const Key& key) {
    switch (key.form) {
      case Form::Length:
        // Without a unit only nought has a meaning.
        pattern(kLength);
        json_.key("minimum").value(0).key("maximum").value(0);
        return;
      case Form::Dimension:
        pattern(kDimension);
        json_.key("minimum").value(0).key("maximum").value(0);
        return;
      case Form::Leading:
        pattern(kLeading);
        limits(key);
        return;
      case Form::Factor:
        json_.key("type").value("number");
        limits(key);
        return;
      case Form::Whole:
        json_.key("type").value("integer");
        limits(key);
        return;
      case Form::Flag:
        json_.key("enum").begin_array().value(true).value(false).value("yes").value("no").end_array();
        return;
      case Form::Word:
        words(key);
        return;
      case Form::Texts:
        texts(key);
        return;
      case Form::Text:
      case Form::Template:
      case Form::Features:
      case Form::Name:
        text();
        return;
      case Form::Color:
        color();
        return;
      case Form::Range:
        json_.key("type").value("array");
        json_.key("items").begin_object().key("type").value("integer").end_object();
        json_.key("minItems").value(2).key("maxItems").value(2);
        return;
      case Form::Map:
        map(key);
        return;
      case Form::Names:
        names(key);
        return;
      case Form::List:
        list(key);
        return;
    }
  }

  void color() {
    json_.key("type").value("string");
    json_.key("pattern").value(kColor);
  }

  void texts(const Key& key) {
    json_.key("anyOf").begin_array();
    json_.begin_object();
    single_text(key);
    json_.end_object();
    json_.begin_object();
    json_.key("type").value("array");
    json_.key("items").begin_object();
    single_text(key);
    json_.end_object();
    json_.end_object();
    json_.end_array();
  }
  void single_text(const Key& key) {
    if (key.words.empty()) {
      text();
    } else {
      words(key);
    }
  }

  void map(const Key& key) {
    json_.key("anyOf").begin_array();
    reference_object(*key.inside);
    if (key.inside == &kPaperKeys) {
      paper_names();
    } else if (key.inside == &kBoxesKeys) {
      json_.begin_object();
      items(kBoxKeys);
      json_.end_object();
    } else if (key.inside == &kRuleKeys) {
      json_.begin_object().key("const").value("none").end_object();
    } else if (key.inside == &kBlockKeys) {
      null_object();  // the plain block
    }
    if (!key.shorthand.empty()) {
      json_.begin_object();
      value(key.shorthand == "*" ? key.inside->keys.front() : *key.inside->find(key.shorthand));
      json_.end_object();
    }
    json_.end_array();
  }

  /// As listed, for completion; and in any case of letters, as the reader takes them.
  void paper_names() {
    json_.begin_object().key("enum").begin_array();
    for (const Paper& paper : papers()) json_.value(paper.name);
    json_.end_array().end_object();
    std::string any_case = "^(";
    for (const Paper& paper : papers()) {
      if (any_case.size() > 2) any_case += '|';
      for (const char c : paper.name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const auto lower = static_cast<char>(c | 0x20), upper = static_cast<char>(c & ~0x20);
        any_case += letter ? std::string{'[', upper, lower, ']'} : std::string{c};
      }
    }
    json_.begin_object().key("type").value("string").key("pattern").value(any_case + ")$").end_object();
  }

  void names(const Key& key) {
    json_.key("type").value("object");
    json_.key("additionalProperties").begin_object();
    if (key.inside == nullptr) {
      color();
    } else if (key.inside == &kPartKeys) {
      json_.key("type").value("array");
      json_.key("minItems").value(1);
      json_.key("items").begin_object().key("anyOf").begin_array();
      text_part();
      reference_object(kPartKeys);
      json_.end_array().end_object();
    } else {
      json_.key("anyOf").begin_array();
      reference_object(*key.inside);
      null_object();
      json_.end_array();
    }
    json_.end_object();
  }
  void text_part() { json_.begin_object().key("type").value("string").end_object(); }

  void items(const Keys& inside) {
    json_.key("type").value("array");
    json_.key("items").begin_object();
    reference(inside);
    json_.end_object();
  }

  void list(const Key& key) {
    if (key.shorthand.empty()) return items(*key.inside);
    // One item may stand without the list, and one value for an item.
    json_.key("anyOf").begin_array();
    item_alternatives(key);
    json_.begin_object();
    json_.key("type").value("array");
    json_.key("items").begin_object().key("anyOf").begin_array();
    item_alternatives(key);
    json_.end_array().end_object();
    json_.end_object();
    json_.end_array();
  }
  void item_alternatives(const Key& key) {
    json_.begin_object();
    value(*key.inside->find(key.shorthand));
    json_.end_object();
    reference_object(*key.inside);
  }
};

}  // namespace

std::string json_schema() { return SchemaWriter().write(); }

}  // namespace broadside::layout
