// SPDX-License-Identifier: MIT
// Walks tables of keys and Node tree side by side along a path. Implements override.h.
#include "layout/override.h"

#include <array>
#include <charconv>
#include <optional>

#include "layout/schema.h"
#include "layout/suggestion.h"
#include "yaml/parse.h"

namespace broadside::layout {

namespace {

yaml::Node make_scalar(std::string text, Span span) {
  yaml::Node node;
  node.kind = yaml::Kind::Scalar;
  node.scalar = std::move(text);
  node.span = span;
  return node;
}

yaml::Node* find(yaml::Node& map, std::string_view key) {
  for (yaml::Pair& pair : map.pairs)
    if (pair.key.scalar == key) return &pair.value;
  return nullptr;
}

yaml::Node& find_or_add(yaml::Node& map, std::string_view key, Span span) {
  if (yaml::Node* found = find(map, key)) return *found;
  map.pairs.push_back({make_scalar(std::string(key), span), {}});
  map.pairs.back().value.span = span;
  return map.pairs.back().value;
}

/// The item of a list called `name` by its `name` key, or by its number from 1; null if there is none.
yaml::Node* item_of(yaml::Node& list, std::string_view name) {
  for (yaml::Node& item : list.items)
    if (const yaml::Node* own = item.is_map() ? item.find("name") : nullptr; own != nullptr && own->scalar == name)
      return &item;
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  return whole && number >= 1 && number <= list.items.size() ? &list.items[number - 1] : nullptr;
}

std::string points(double length) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), length);
  return std::string(digits.data(), end.ptr) + "pt";
}

/// A paper's name, or none for the default one, as the map of its width and height.
void write_out_paper(yaml::Node& node) {
  const Paper* paper = node.is_null() ? papers().data() : find_paper(node.scalar);
  if (node.is_map() || paper == nullptr) return;
  const Span span = node.span;
  node = {};
  node.kind = yaml::Kind::Map;
  node.span = span;
  node.pairs.push_back({make_scalar("width", span), make_scalar(points(paper->width_pt), span)});
  node.pairs.push_back({make_scalar("height", span), make_scalar(points(paper->height_pt), span)});
}

/// Before going below a value written in short ("margins: 18mm", "size: A4"), writes it out as the map it stands for.
void write_out(yaml::Node& node, const Key& key) {
  if (key.inside == &kPaperKeys) write_out_paper(node);
  if (!node.is_scalar() || key.shorthand.empty() || key.inside == nullptr) return;
  const yaml::Node value = node;
  node = {};
  node.kind = yaml::Kind::Map;
  node.span = value.span;
  for (const Key& inner : key.inside->keys)
    if (key.shorthand == "*" || key.shorthand == inner.name)
      node.pairs.push_back({make_scalar(std::string(inner.name), value.span), value});
}

/// What a path may lead through at one place: a map with known keys, a map of free names, a list, or a value.
struct Place {
  const Keys* keys = nullptr;
  const Key* key = nullptr;  ///< Names and List; for a value the key itself
};

Place place_of(const Key& key) {
  if (key.form == Form::Map) return {key.inside, &key};
  return {nullptr, &key};
}

/// Can this key be written as one value?
bool takes_value(const Key& key) {
  switch (key.form) {
    case Form::Map:
      return !key.shorthand.empty() || key.inside == &kPaperKeys;
    case Form::Names:
    case Form::List:
      return !key.shorthand.empty();
    case Form::Range:
      return false;
    default:
      return true;
  }
}

bool set(yaml::Node& node, const Place& place, std::string_view rest, const Override& change);

bool set_below(yaml::Node& node, const Key& key, std::string_view rest, const Override& change) {
  if (rest.empty()) {
    if (!takes_value(key)) return false;
    node = make_scalar(change.value, change.span);
    // One value for all four sides is written out, so that the dials of single sides still find what they move.
    if (key.shorthand == "*") write_out(node, key);
    return true;
  }
  write_out(node, key);
  return set(node, place_of(key), rest, change);
}

bool set(yaml::Node& node, const Place& place, std::string_view rest, const Override& change) {
  const std::size_t dot = rest.find('.');
  const std::string_view head = rest.substr(0, dot);
  const std::string_view tail = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  if (head.empty() || (dot != std::string_view::npos && tail.empty())) return false;
  if (place.keys != nullptr) {
    const Key* key = place.keys->find(head);
    if (key == nullptr || (!node.is_map() && !node.is_null())) return false;
    if (tail.empty() && !takes_value(*key)) return false;
    node.kind = yaml::Kind::Map;
    return set_below(find_or_add(node, head, change.span), *key, tail, change);
  }
  if (place.key->form == Form::List) {
    yaml::Node* item = node.is_sequence() ? item_of(node, head) : nullptr;
    return item != nullptr && !tail.empty() && set(*item, {place.key->inside, nullptr}, tail, change);
  }
  if (place.key->form != Form::Names) return false;
  yaml::Node* named = find(node, head);
  const bool body = named == nullptr && place.key->inside == &kStyleKeys && head == "body";
  if (body && (node.is_map() || node.is_null())) {  // exists without being written
    node.kind = yaml::Kind::Map;
    named = &find_or_add(node, head, change.span);
  }
  if (named == nullptr) return false;
  if (place.key->inside == nullptr) {  // colours: the value itself
    if (!tail.empty()) return false;
    *named = make_scalar(change.value, change.span);
    return true;
  }
  return !tail.empty() && set(*named, {place.key->inside, nullptr}, tail, change);
}

void list_keys(const yaml::Node* node, const Keys& keys, const std::string& front, std::vector<std::string>& out) {
  for (const Key& key : keys.keys) {
    const std::string path = front + std::string(key.name);
    const yaml::Node* value = node != nullptr && node->is_map() ? node->find(key.name) : nullptr;
    if (takes_value(key)) out.push_back(path);
    if (key.form == Form::Map) {
      list_keys(value, *key.inside, path + ".", out);
    } else if (key.form == Form::Names && value != nullptr) {
      for (const yaml::Pair& pair : value->pairs) {
        const std::string name = path + "." + pair.key.scalar;
        if (key.inside == nullptr)
          out.push_back(name);
        else if (pair.value.is_map())
          list_keys(&pair.value, *key.inside, name + ".", out);
      }
    } else if (key.form == Form::List && value != nullptr) {
      for (std::size_t i = 0; i < value->items.size(); ++i) {
        const yaml::Node* own = value->items[i].is_map() ? value->items[i].find("name") : nullptr;
        list_keys(&value->items[i], *key.inside,
                  path + "." + (own != nullptr ? own->scalar : std::to_string(i + 1)) + ".", out);
      }
    }
  }
}

/// False if a key has nothing behind it: "{title}" is a template, no map.
bool spread_map(const yaml::Node& map, const Override& change, const std::string& path, std::vector<Override>& out) {
  for (const yaml::Pair& pair : map.pairs) {
    const std::string below = path + "." + pair.key.scalar;
    if (pair.value.is_map()) {
      if (!spread_map(pair.value, change, below, out)) return false;
    } else if (pair.value.is_scalar()) {
      out.push_back({below, pair.value.scalar, change.span});
    } else {
      return false;
    }
  }
  return true;
}

/// The nearest path, where a whole last part ("margins", "body.size") counts more than a few like letters.
std::string nearest_path(const std::string& path, const std::vector<std::string>& known) {
  for (const std::string& candidate : known)
    if (candidate.ends_with("." + path)) return candidate;
  return nearest_name(path, known);
}

}  // namespace

std::vector<Override> spread(const Override& change) {
  const std::size_t first = change.value.find_first_not_of(' ');
  if (first == std::string::npos || change.value[first] != '{') return {change};
  Sources sources;
  Diagnostics unread;  // what is no map is told of as a value
  const std::uint32_t id = sources.add("", change.value);
  const std::optional<yaml::Node> read = yaml::parse(sources, id, unread);
  if (!read || !read->is_map() || read->pairs.empty()) return {change};
  std::vector<Override> out;
  return spread_map(*read, change, change.path, out) ? out : std::vector<Override>{change};
}

bool apply_override(yaml::Node& root, const Override& change, Diagnostics& diagnostics) {
  yaml::Node copy = root;
  if (set(copy, {&kLayoutKeys, nullptr}, change.path, change)) {
    root = std::move(copy);
    return true;
  }
  const std::vector<std::string> known = override_paths(root);
  const std::string near = nearest_path(change.path, known);
  std::string hint;
  std::string below;
  for (const std::string& path : known)
    if (path.starts_with(change.path + ".") && path.find('.', change.path.size() + 1) == std::string::npos)
      below += (below.empty() ? "" : ", ") + path.substr(change.path.size() + 1);
  if (!below.empty())
    hint = "add one of " + below + " to the path";
  else if (!near.empty())
    hint = "did you mean `" + near + "`?";
  else
    hint = "paths look like colors.accent, page.size, styles.body.size, blocks.entry.before";
  diagnostics.error("layout-unknown-path", change.span, "the layout has no setting `" + change.path + "`", hint);
  return false;
}

std::vector<std::string> override_paths(const yaml::Node& root) {
  std::vector<std::string> paths;
  list_keys(&root, kLayoutKeys, "", paths);
  return paths;
}

}  // namespace broadside::layout
