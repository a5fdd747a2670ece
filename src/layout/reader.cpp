// SPDX-License-Identifier: MIT
// Values of a map → numbers, words, colours, by the table of its keys. Implements reader.h; what the values mean for a
// page is the business of the read_*.cpp files.
#include "layout/reader.h"

#include <algorithm>
#include <cassert>

#include "layout/suggestion.h"

namespace broadside::layout {

namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string words_of(const Key& key) {
  std::string list;
  for (std::string_view word : key.words) list += (list.empty() ? "" : ", ") + std::string(word);
  return list;
}

}  // namespace

std::size_t Reading::add_slot(Amount amount, const std::string& path) {
  spec.slots.push_back({amount, 0, -1});
  if (!path.empty()) slots[path].push_back(spec.slots.size() - 1);
  return spec.slots.size() - 1;
}

void Reading::write(std::size_t slot, std::function<Length&(Layout&)> target, bool spaced, bool negated) {
  spec.writes.push_back({slot, std::move(target), spaced, negated});
}

void Reading::unknown_name(const char* code, std::string_view kind, std::string_view name, Span span,
                           const std::vector<std::string>& known) {
  diagnostics.error(code, span, "there is no " + std::string(kind) + " `" + std::string(name) + "`",
                    suggestion(name, known));
}

MapReader::MapReader(Reading& reading, const yaml::Node& node, const Keys& keys, std::string path)
    : reading_(reading), node_(node), keys_(keys), path_(std::move(path)) {
  if (node.is_null()) return;
  const std::string here = path_.empty() ? "the layout file" : "`" + path_ + "`";
  if (!node.is_map()) {
    reading.diagnostics.error("layout-type", node.span, here + " needs a map of keys", suggestion("", keys.names()));
    return;
  }
  for (std::size_t i = 0; i < node.pairs.size(); ++i) {
    const yaml::Node& name = node.pairs[i].key;
    if (keys.find(name.scalar) == nullptr) {
      reading.diagnostics.error("layout-unknown-key", name.span, "unknown key `" + name.scalar + "` in " + here,
                                suggestion(name.scalar, keys.names()));
      continue;
    }
    for (std::size_t j = 0; j < i; ++j)
      if (node.pairs[j].key.scalar == name.scalar)
        reading.diagnostics.error("layout-duplicate-key", name.span,
                                  "the key `" + name.scalar + "` stands twice in " + here, "keep one of them");
  }
}

const Key& MapReader::key(std::string_view name) const {
  const Key* found = keys_.find(name);
  assert(found != nullptr && "a key that is not in its table cannot be read");
  return *found;
}

const yaml::Node* MapReader::node(std::string_view name) const {
  key(name);
  if (!node_.is_map()) return nullptr;
  const yaml::Node* value = node_.find(name);
  if (value == nullptr || !value->is_null()) return value;
  const bool color = key(name).form == Form::Color;
  wrong(
      name, *value, "has no value",
      color ? "an unquoted # starts a comment: write the colour in quotes, \"#0a6\"" : "give it a value or remove it");
  return nullptr;
}

void MapReader::wrong(std::string_view name, const yaml::Node& where, const std::string& message,
                      const std::string& hint) const {
  const std::string full = path_.empty() ? std::string(name) : path_ + "." + std::string(name);
  reading_.diagnostics.error("layout-value", where.span, "`" + full + "` " + message, hint);
}

const yaml::Node* MapReader::scalar(std::string_view name, const char* wanted) const {
  const yaml::Node* value = node(name);
  if (value == nullptr || value->is_scalar()) return value;
  wrong(name, *value, std::string("needs ") + wanted);
  return nullptr;
}

bool MapReader::within(const Key& key, Amount amount, const yaml::Node& where) const {
  // Limits are written in points, or in em where a key only takes em. An em is taken as 10 pt here: the limits keep
  // typing errors and absurd pages out, they are no matter of taste.
  const double value = amount.unit == Unit::Em && key.max > 1 ? amount.number * 10 : amount.number;
  const double min = amount.unit == Unit::Percent ? key.min > 0 ? 1 : 0 : key.min;
  const double max = amount.unit == Unit::Percent ? 1000 : key.max;
  if (value >= min && value <= max) return true;
  wrong(key.name, where, "is out of range: " + quoted(where.scalar),
        value < min ? (key.min > 0 ? "it must be at least " + to_string({min, amount.unit}) : "it cannot be negative")
                    : "it can be at most " + to_string({max, amount.unit}));
  return false;
}

std::optional<Amount> MapReader::amount(std::string_view name) const {
  const Key& info = key(name);
  const bool factor = info.form == Form::Factor;
  const yaml::Node* value = scalar(name, factor ? "a number" : "a length such as 12pt or 4mm");
  if (value == nullptr) return std::nullopt;
  std::optional<Amount> read = parse_amount(value->scalar);
  if (factor) {
    if (!read || read->unit != Unit::Factor) {
      wrong(name, *value, "needs a plain number, not " + quoted(value->scalar));
      return std::nullopt;
    }
  } else if (!read) {
    wrong(name, *value, "needs a length, not " + quoted(value->scalar), "write 12pt, 4mm, 0.5in or 1.2em");
    return std::nullopt;
  } else if (info.form == Form::Length) {
    if (read->unit == Unit::Factor && read->number == 0) read->unit = Unit::Pt;
    if (read->unit == Unit::Factor) {
      wrong(name, *value, "needs a unit: " + quoted(value->scalar), "write " + value->scalar + "pt");
      return std::nullopt;
    }
    if (read->unit == Unit::Percent && name != "size") {
      wrong(name, *value, "takes no percent", "write it in pt, mm or em");
      return std::nullopt;
    }
  }
  if (!within(info, *read, *value)) return std::nullopt;
  return read;
}

std::optional<std::size_t> MapReader::slot(std::string_view name) const {
  const std::optional<Amount> read = amount(name);
  if (!read) return std::nullopt;
  return reading_.add_slot(*read, path_.empty() ? std::string(name) : path_ + "." + std::string(name));
}

void MapReader::length(std::string_view name, std::function<Length&(Layout&)> target, bool spaced) const {
  if (const std::optional<std::size_t> read = slot(name)) reading_.write(*read, std::move(target), spaced);
}

std::optional<Dimension> MapReader::dimension(std::string_view name, std::optional<std::size_t>& slot) const {
  slot.reset();
  const char* wanted = "a length, a percentage, rest or content";
  const yaml::Node* value = scalar(name, wanted);
  if (value == nullptr) return std::nullopt;
  if (value->scalar == "rest") return Dimension{Dimension::Kind::Rest, {}, 0};
  if (value->scalar == "content") return Dimension{Dimension::Kind::Content, {}, 0};
  std::optional<Amount> read = parse_amount(value->scalar);
  if (!read || (read->unit == Unit::Factor && read->number != 0)) {
    wrong(name, *value, std::string("needs ") + wanted + ", not " + quoted(value->scalar));
    return std::nullopt;
  }
  if (read->unit == Unit::Percent) {
    if (read->number < 0 || read->number > 100) {
      wrong(name, *value, "is out of range: " + quoted(value->scalar), "a percentage lies between 0% and 100%");
      return std::nullopt;
    }
    return Dimension{Dimension::Kind::Percent, {}, read->number};
  }
  if (read->unit == Unit::Factor) read->unit = Unit::Pt;
  if (!within(key(name), *read, *value)) return std::nullopt;
  slot = reading_.add_slot(*read, path_ + "." + std::string(name));
  return Dimension{Dimension::Kind::Fixed, {}, 0};
}

std::optional<int> MapReader::whole(std::string_view name) const {
  const Key& info = key(name);
  const yaml::Node* value = scalar(name, "a whole number");
  if (value == nullptr) return std::nullopt;
  const std::optional<int> read = parse_whole(value->scalar);
  if (info.min == info.max && (!read || *read != static_cast<int>(info.min))) {
    const std::string only = std::to_string(static_cast<int>(info.min));
    wrong(name, *value, "must be " + only + ", not " + quoted(value->scalar),
          "write `" + std::string(name) + ": " + only + "`");
    return std::nullopt;
  }
  if (!read || *read < info.min || *read > info.max) {
    wrong(name, *value, "needs a whole number, not " + quoted(value->scalar),
          "from " + std::to_string(static_cast<int>(info.min)) + " to " + std::to_string(static_cast<int>(info.max)));
    return std::nullopt;
  }
  return read;
}

std::optional<bool> MapReader::flag(std::string_view name) const {
  const yaml::Node* value = scalar(name, "true or false");
  if (value == nullptr) return std::nullopt;
  if (value->scalar == "true" || value->scalar == "yes") return true;
  if (value->scalar == "false" || value->scalar == "no") return false;
  wrong(name, *value, "needs true or false, not " + quoted(value->scalar));
  return std::nullopt;
}

std::optional<std::string> MapReader::text(std::string_view name) const {
  const yaml::Node* value = scalar(name, "a text");
  if (value == nullptr) return std::nullopt;
  return value->scalar;
}

std::optional<std::vector<std::string>> MapReader::texts(std::string_view name) const {
  const yaml::Node* value = node(name);
  if (value == nullptr) return std::nullopt;
  std::vector<std::string> result;
  if (value->is_scalar()) result.push_back(value->scalar);
  for (const yaml::Node& item : value->items) {
    if (!item.is_scalar()) {
      wrong(name, item, "needs a list of texts");
      return std::nullopt;
    }
    result.push_back(item.scalar);
  }
  if (value->is_map()) {
    wrong(name, *value, "needs a list of texts");
    return std::nullopt;
  }
  const Key& info = key(name);
  for (std::size_t i = 0; !info.words.empty() && i < result.size(); ++i)
    if (std::find(info.words.begin(), info.words.end(), result[i]) == info.words.end())
      wrong(name, value->is_scalar() ? *value : value->items[i], "knows no " + quoted(result[i]),
            "known here: " + words_of(info));
  return result;
}

std::optional<int> MapReader::word(std::string_view name) const {
  const Key& info = key(name);
  const yaml::Node* value = scalar(name, "a word");
  if (value == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < info.words.size(); ++i)
    if (info.words[i] == value->scalar) return static_cast<int>(i);
  wrong(name, *value, "knows no " + quoted(value->scalar), "known here: " + words_of(info));
  return std::nullopt;
}

std::optional<Color> MapReader::color(std::string_view name) const {
  const yaml::Node* value = node(name);
  if (value == nullptr) return std::nullopt;
  return read_color(reading_, *value, path_ + "." + std::string(name));
}

std::optional<std::string> MapReader::features(std::string_view name) const {
  const yaml::Node* value = scalar(name, "OpenType features");
  if (value == nullptr) return std::nullopt;
  std::optional<std::string> read = parse_features(value->scalar);
  if (!read)
    wrong(name, *value, "has no OpenType features in " + quoted(value->scalar),
          "write tags of four letters, separated by commas: tnum,lnum");
  return read;
}

std::optional<StyleId> MapReader::style(std::string_view name) const {
  const yaml::Node* value = scalar(name, "the name of a style");
  if (value == nullptr) return std::nullopt;
  const auto found = reading_.style_ids.find(value->scalar);
  if (found != reading_.style_ids.end()) return found->second;
  reading_.unknown_name("layout-unknown-style", "style", value->scalar, value->span, names_of(reading_.style_ids));
  return std::nullopt;
}

}  // namespace broadside::layout
