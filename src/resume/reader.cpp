// SPDX-License-Identifier: MIT
// Maps against the table of fields, and plain values.
#include "resume/reader.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/nearest.h"
#include "resume/link.h"
#include "resume/markdown.h"

namespace broadside::resume {
namespace {

constexpr std::size_t kHugeMap = 200;

std::string_view kind_name(const yaml::Node& node) {
  switch (node.kind) {
    case yaml::Kind::Null:
      return "nothing";
    case yaml::Kind::Scalar:
      return "a text";
    case yaml::Kind::Sequence:
      return "a list";
    case yaml::Kind::Map:
      return "a map of keys";
  }
  return "nothing";
}

std::string expected(const Field& field) {
  switch (field.shape) {
    case Shape::Text:
    case Shape::Markdown:
      return "a text";
    case Shape::Integer:
      return "a whole number";
    case Shape::Boolean:
      return "true or false";
    case Shape::Word: {
      std::string words(field.words);
      std::replace(words.begin(), words.end(), ' ', '|');
      const std::size_t bar = words.rfind('|');
      return bar == std::string::npos ? words : words.replace(bar, 1, " or ");
    }
    case Shape::DatePoint:
    case Shape::DateEnd:
    case Shape::Date:
      return "a date";
    case Shape::Url:
      return "a web address";
    case Shape::Texts:
      return "a text or a list of texts";
    case Shape::Map:
      return "a map of keys";
    case Shape::Maps:
      return "a list, each item beginning with '- '";
    case Shape::TextOrMap:
      return "a text or a map of keys";
    case Shape::Items:
      return "a text or a list";
    case Shape::NamedMaps:
    case Shape::Words:
    case Shape::Settings:
      return "a map of names";
  }
  return "a text";
}

// Words from other formats and from habit, and what they are called here.
struct Synonym {
  std::string_view word, key;
};
constexpr Synonym kSynonyms[] = {
    {"company", "organization"},
    {"institution", "organization"},
    {"employer", "organization"},
    {"school", "organization"},
    {"university", "organization"},
    {"issuer", "organization"},
    {"position", "title"},
    {"role", "title"},
    {"degree", "title"},
    {"heading", "title"},
    {"headline", "label"},
    {"startDate", "start"},
    {"start_date", "start"},
    {"from", "start"},
    {"endDate", "end"},
    {"end_date", "end"},
    {"to", "end"},
    {"releaseDate", "date"},
    {"bullets", "highlights"},
    {"points", "highlights"},
    {"details", "highlights"},
    {"description", "summary"},
    {"content", "text"},
    {"website", "url"},
    {"link", "url"},
    {"href", "url"},
    {"basics", "person"},
    {"cv", "person"},
    {"social", "profiles"},
    {"social_networks", "profiles"},
    {"image", "photo"},
    {"publisher", "venue"},
    {"journal", "venue"},
    {"skills", "keywords"},
    {"items", "entries"},
    {"theme", "layout"},
    {"at_least", "at-least"},
    {"work", "sections"},
    {"education", "sections"},
    {"design", "layout"},
    {"language", "locale"},
    {"telephone", "phone"},
    {"mail", "email"},
    {"address", "location"},
    {"city", "location"},
    {"user", "username"},
    {"name", "title"},
    {"title", "name"},
};

std::string known_keys(Mapping mapping) {
  std::string out;
  for (const Field& field : fields_of(mapping)) {
    if (!out.empty()) out += ", ";
    out += field.name;
  }
  return out;
}

}  // namespace

std::string_view Reader::source_of(const Node& node) const {
  const Source* source = sources_.find(node.span.source);
  return source == nullptr ? std::string_view()
                           : source->text().substr(node.span.begin, node.span.end - node.span.begin);
}

std::vector<const yaml::Node*> Reader::items(const Node& node) {
  std::vector<const Node*> out;
  if (!node.is_sequence()) return {&node};
  for (const Node& item : node.items) out.push_back(&item);
  return out;
}

bool Reader::expect_map(const Node& node, Mapping mapping) {
  if (node.is_map()) return true;
  std::string hint = "write its keys below each other, each as 'key: value'";
  if (node.is_scalar()) {
    const std::size_t colon = node.scalar.find(':');
    if (colon != std::string::npos && find_field(mapping, node.scalar.substr(0, colon)) != nullptr) {
      hint = "put a space after the colon: " + node.scalar.substr(0, colon) + ": …";
    } else if (find_field(mapping, "title") != nullptr) {
      hint = "give it a key: 'title: " + node.scalar.substr(0, node.scalar.find('\n')) + "'";
    }
  }
  diagnostics_.error("resume-type", node.span,
                     std::string(name_of(mapping)) + " must be a map of keys, not " + std::string(kind_name(node)),
                     hint);
  return false;
}

// "{title: Director, Research, location: Here}": between braces a comma ends a value, so the words behind it look like
// keys without one. Of several in a row the first is told of.
bool Reader::comma_in_value(const Node& key, Mapping mapping, const Node& map) {
  const Source* source = sources_.find(map.span.source);
  if (map.pairs.size() > kHugeMap || source == nullptr || source->text().substr(map.span.begin, 1) != "{") return false;
  const auto torn = [mapping](const yaml::Pair& pair) {
    return pair.value.is_null() && pair.value.scalar.empty() && find_field(mapping, pair.key.scalar) == nullptr;
  };
  const auto at =
      std::find_if(map.pairs.begin(), map.pairs.end(), [&key](const yaml::Pair& pair) { return &pair.key == &key; });
  auto first = at;
  while (first != map.pairs.begin() && torn(*std::prev(first))) --first;
  if (at == map.pairs.end() || !torn(*at) || first == map.pairs.begin()) return false;
  const yaml::Pair& before = *std::prev(first);
  if (!before.value.is_scalar() || before.value.quoted) return false;
  if (first != at) return true;
  const auto end = std::find_if_not(at, map.pairs.end(), torn);
  const std::uint32_t begin = before.value.span.begin, last = std::prev(end)->key.span.end;
  if (last <= begin) return false;
  const std::uint32_t number = source->locate(begin).line;
  std::string line(source->line(number));
  const std::size_t from = begin - source->line_start(number), size = last - begin;
  std::string hint = "put the text in quotes";
  if (from + size <= line.size()) {  // on one line
    const char* quote = line.find('"', from) == std::string::npos ? "\"" : "'";
    line.insert(from + size, quote);
    line.insert(from, quote);
    hint += ":\n" + line;
  }
  diagnostics_.error("resume-unknown-key", key.span, "inside { } a comma ends the value of '" + before.key.scalar + "'",
                     hint);
  return true;
}

std::string_view Reader::unknown_key(const Node& key, Mapping mapping, const Node& map) {
  if (comma_in_value(key, mapping, map)) return {};
  const std::string& word = key.scalar;
  std::vector<std::string_view> candidates;
  for (const Field& field : fields_of(mapping)) {
    // A key that is there already is no candidate; in a huge map looking that up is not worth its time.
    if (map.pairs.size() > kHugeMap || map.find(field.name) == nullptr) candidates.push_back(field.name);
  }
  std::string hint;
  std::string_view meant;
  for (const Synonym& synonym : kSynonyms) {
    if (meant.empty() && synonym.word == word && find_field(mapping, synonym.key) != nullptr) {
      meant = synonym.key;
      hint = "this is called '" + std::string(meant) + "' here";
    }
  }
  if (meant.empty()) {
    meant = nearest(word, candidates);
    if (!meant.empty()) hint = "did you mean '" + std::string(meant) + "'?";
  }
  if (meant.empty() && mapping == Mapping::KeywordLine && map.pairs.size() == 1 && map.pairs[0].value.is_scalar()) {
    // "- English: native": what is meant is plain, and that the line has no keywords need not be told as well.
    meant = "keywords";
    hint = "write {name: " + word + ", keywords: " + map.pairs[0].value.scalar + "}";
  }
  if (hint.empty() && word.find(' ') != std::string::npos && find_field(mapping, "text") != nullptr) {
    hint = "if this is one text with a colon in it, put it in quotes";
  }
  for (int i = 0; i < kMappings && hint.empty(); ++i) {
    const auto other = static_cast<Mapping>(i);
    if (other == Mapping::Summary || other == Mapping::Contact || other == Mapping::Layout) continue;
    if (find_field(other, word) != nullptr) {
      hint = "'" + word + "' belongs " +
             (other == Mapping::Root ? "at the top level" : "in " + std::string(name_of(other)));
    }
  }
  if (hint.empty()) hint = "known here: " + known_keys(mapping);
  diagnostics_.error("resume-unknown-key", key.span, "unknown key '" + word + "' in " + std::string(name_of(mapping)),
                     hint);
  return meant;
}

bool Reader::kind_fits(const Field& field, const Node& value) {
  const bool scalar = value.is_scalar(), list = value.is_sequence(), map = value.is_map();
  bool fits = false;
  switch (field.shape) {
    case Shape::Text:
    case Shape::Markdown:
    case Shape::Integer:
    case Shape::Boolean:
    case Shape::Word:
    case Shape::DatePoint:
    case Shape::DateEnd:
    case Shape::Date:
    case Shape::Url:
      fits = scalar;
      break;
    case Shape::Texts:
      fits = scalar || list;
      break;
    case Shape::Map:
    case Shape::NamedMaps:
    case Shape::Words:
    case Shape::Settings:
      fits = map;
      break;
    case Shape::Maps:
      fits = list;
      break;
    case Shape::TextOrMap:
      fits = scalar || map;
      break;
    case Shape::Items:
      fits = scalar || list || map;
      break;
  }
  if (fits) return true;
  std::string hint;
  const bool text = field.shape == Shape::Text || field.shape == Shape::Markdown;
  if (text && map && value.pairs.size() == 1) {
    hint = "if this is one text with a colon in it, put it in quotes";
  } else if (field.shape == Shape::Maps && map) {
    hint = "begin each item with '- '";
  } else if (field.shape == Shape::NamedMaps && list) {
    hint = "leave the '- ' out: each begins with a name of your choice, such as 'short: {pages: 2}'";
  } else if (text && list && value.items.size() == 1) {
    hint = "write the text without brackets or '- '";
  }
  diagnostics_.error(
      "resume-type", value.span,
      "'" + std::string(field.name) + "' must be " + expected(field) + ", not " + std::string(kind_name(value)), hint);
  return false;
}

std::vector<Reader::Given> Reader::fields(const Node& map, Mapping mapping) {
  std::vector<Given> given;
  std::vector<std::string_view> meant;  // by misspelt keys: they are not missing as well
  if (!expect_map(map, mapping)) return given;
  for (const yaml::Pair& pair : map.pairs) {
    const Field* field = find_field(mapping, pair.key.scalar);
    if (field == nullptr) {
      meant.push_back(unknown_key(pair.key, mapping, map));
    } else if (pair.value.is_null()) {
      if (!pair.value.scalar.empty()) {
        diagnostics_.warning("resume-null", pair.value.span,
                             "YAML reads '" + pair.value.scalar + "' as no value at all",
                             "put it in quotes if it is text: \"" + pair.value.scalar + "\"");
      } else if (field->required) {
        diagnostics_.error("resume-missing", pair.key.span, "'" + std::string(field->name) + "' has no value",
                           std::string(name_of(mapping)) + " needs it: " + std::string(field->help));
      }
    } else if (kind_fits(*field, pair.value)) {
      given.push_back({field, &pair.key, &pair.value});
    }
  }
  for (const Field& field : fields_of(mapping)) {
    if (!field.required || map.find(field.name) != nullptr) continue;
    if (std::find(meant.begin(), meant.end(), field.name) != meant.end()) continue;
    // The caret goes to the first key: the whole map would underline half the file.
    const Span place = map.pairs.empty() ? map.span : map.pairs.front().key.span;
    diagnostics_.error("resume-missing", place,
                       std::string(name_of(mapping)) + " needs '" + std::string(field.name) + "'",
                       "add '" + std::string(field.name) + ": …' (" + std::string(field.help) + ")");
  }
  return given;
}

std::vector<RichText> Reader::texts(const Node& node) {
  std::vector<RichText> out;
  for (const Node* item : items(node)) {
    if (item->is_scalar()) {
      out.push_back(text(*item));
    } else {
      diagnostics_.error("resume-type", item->span, "expected a text here, not " + std::string(kind_name(*item)),
                         item->is_map() ? "if this is one text with a colon in it, put it in quotes" : "");
    }
  }
  return out;
}

std::vector<std::string> Reader::words(const Node& node) {
  std::vector<std::string> out;
  for (const RichText& word : texts(node)) {
    if (!word.empty()) out.push_back(word.text);
  }
  return out;
}

int Reader::integer(const Node& node, const Field& field, int fallback) {
  int number = 0;
  const char* end = node.scalar.data() + node.scalar.size();
  const auto result = std::from_chars(node.scalar.data(), end, number);
  if (result.ec == std::errc() && result.ptr == end && number >= field.least && number <= field.most) return number;
  const std::string range = field.least == field.most ? std::to_string(field.least)
                                                      : "a whole number from " + std::to_string(field.least) + " to " +
                                                            std::to_string(field.most);
  diagnostics_.error("resume-value", node.span,
                     "'" + std::string(field.name) + "' must be " + range + ", not '" + node.scalar + "'",
                     field.least == field.most ? "write '" + std::string(field.name) + ": " + range + "'" : "");
  return fallback;
}

bool Reader::boolean(const Node& node) {
  if (node.scalar == "true" || node.scalar == "false") return node.scalar == "true";
  diagnostics_.error("resume-value", node.span, "expected true or false, not '" + node.scalar + "'",
                     node.scalar == "yes" || node.scalar == "on" || node.scalar == "True"    ? "write true"
                     : node.scalar == "no" || node.scalar == "off" || node.scalar == "False" ? "write false"
                                                                                             : "");
  return false;
}

Link Reader::url(const Node& node) {
  Link link;
  link.span = node.span;
  if (node.scalar.size() > kLongestText) {
    too_long(node, kLongestText);
    return link;
  }
  const CheckedUrl checked = check_url(plain_text(node.scalar).text);
  if (checked.problem.empty()) {
    link.url = checked.url;
  } else {
    diagnostics_.error("resume-link", node.span, checked.problem, checked.hint);
  }
  return link;
}

}  // namespace broadside::resume
