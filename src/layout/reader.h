// SPDX-License-Identifier: MIT
// What all parts of the layout reader share: the Spec being built, the names declared so far, and MapReader, which
// reads the values of one map by its table of keys (schema.h) and reports what is wrong with them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "layout/amount.h"
#include "layout/schema.h"
#include "layout/spec.h"
#include "yaml/node.h"

namespace broadside::layout {

/// One entry of `fonts`.
struct FontChoice {
  std::string family;
  std::string mono;
  int weight = 400;
  int bold = 700;
  std::string features;
  std::optional<double> protrusion, expansion;
  std::vector<Hang> hangs;
};

struct Reading {
  Spec& spec;
  Diagnostics& diagnostics;
  std::vector<std::string> overridden;  ///< paths set from outside
  std::map<std::string, Color> colors;
  std::map<std::string, FontChoice> fonts;
  std::map<std::string, StyleId> style_ids;
  std::map<std::string, std::vector<std::size_t>> slots;  ///< what a dial may move, by path

  /// New slot that a dial can find at `path`, or cannot (empty path).
  std::size_t add_slot(Amount amount, const std::string& path = {});
  /// A slot's value goes to `target`.
  void write(std::size_t slot, std::function<Length&(Layout&)> target, bool spaced = false, bool negated = false);
  /// A name of `kind` ("style", "colour" …) is not among `known`: error layout-unknown-<code>.
  void unknown_name(const char* code, std::string_view kind, std::string_view name, Span span,
                    const std::vector<std::string>& known);
};

template <class Value>
std::vector<std::string> names_of(const std::map<std::string, Value>& map) {
  std::vector<std::string> result;
  for (const auto& [name, value] : map) result.push_back(name);
  return result;
}

/// The values of one map. Unknown and repeated keys are reported on construction; a getter reports a value of the wrong
/// form and then returns nullopt, as it does for a key that is absent.
class MapReader {
 public:
  /// `path` names the map in messages and is the front of the paths of its slots. A null node is an empty map.
  MapReader(Reading& reading, const yaml::Node& node, const Keys& keys, std::string path);

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Span span() const { return node_.span; }
  /// The value of a key; null if absent. A key without a value is reported once, as a null would be.
  const yaml::Node* node(std::string_view key) const;

  std::optional<Amount> amount(std::string_view key) const;     ///< Length, Leading, Factor
  std::optional<std::size_t> slot(std::string_view key) const;  ///< the same, as a slot that dials can find
  std::optional<Dimension> dimension(std::string_view key, std::optional<std::size_t>& slot) const;
  std::optional<int> whole(std::string_view key) const;
  std::optional<bool> flag(std::string_view key) const;
  std::optional<std::string> text(std::string_view key) const;
  std::optional<std::vector<std::string>> texts(std::string_view key) const;
  std::optional<int> word(std::string_view key) const;  ///< index into Key::words
  std::optional<Color> color(std::string_view key) const;
  std::optional<std::string> features(std::string_view key) const;
  std::optional<StyleId> style(std::string_view key) const;
  /// Reads a Length slot into `target`.
  void length(std::string_view key, std::function<Length&(Layout&)> target, bool spaced = false) const;

  /// Error about the value of a key, at `where` or the value.
  void wrong(std::string_view key, const yaml::Node& where, const std::string& message,
             const std::string& hint = {}) const;

 private:
  const Key& key(std::string_view name) const;
  const yaml::Node* scalar(std::string_view key, const char* wanted) const;
  bool within(const Key& key, Amount amount, const yaml::Node& node) const;

  Reading& reading_;
  const yaml::Node& node_;
  const Keys& keys_;
  std::string path_;
};

/// "#0a6", or a name: of `colors`, or black or white.
std::optional<Color> read_color(Reading& reading, const yaml::Node& node, const std::string& path);

// The parts of the file, in the order in which they are read.
void read_colors(Reading& reading, const yaml::Node* node);
void read_fonts(Reading& reading, const yaml::Node* node);
void read_styles(Reading& reading, const yaml::Node* node);
void read_page(Reading& reading, const yaml::Node* node);
void read_flows(Reading& reading, const yaml::Node* node);
void read_boxes(Reading& reading, const yaml::Node* node);
void read_blocks(Reading& reading, const yaml::Node* node);
/// `common` is the value of `blocks`, which the flows' own blocks are completed from.
void read_flow_blocks(Reading& reading, const yaml::Node* node, const yaml::Node* common);
void read_running(Reading& reading, const yaml::Node* node);
void read_fit(Reading& reading, const yaml::Node* node);

}  // namespace broadside::layout
