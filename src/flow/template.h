// SPDX-License-Identifier: MIT
// A cell's text template filled with fields: "{title|strong}[, {organization}]" → StyledText. Comes in: parsed pieces
// and the fields of one thing. Goes out: characters with styles and links, not yet shaped.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/styles.h"
#include "resume/rich_text.h"

namespace broadside::flow {

/// One text of a field, with the target it leads to (or none).
struct FieldItem {
  resume::RichText text;
  std::string url;
};

/// A field: one text, or a list with something between its items.
struct FieldValue {
  std::vector<FieldItem> items;
  std::string separator;
  bool together = false;  ///< an item is not broken over two lines (contacts)
};

/// The fields of one thing, by name. A handful: looked up by walking. Copies share the values, for one list may have
/// thousands of items and a copy for each.
class Fields {
 public:
  /// Empty texts are not added.
  void add(std::string_view name, const resume::RichText& text);
  void add_list(std::string_view name, FieldValue value);
  /// One item of a list in its place.
  void narrow(std::string_view name, std::size_t item);
  void add_link(std::string_view name, std::string url) { links_.emplace_back(name, std::move(url)); }
  /// Null if the field is absent or empty.
  [[nodiscard]] const FieldValue* find(std::string_view name) const;
  /// The target that `{…|link:name}` means, or null.
  [[nodiscard]] const std::string* link(std::string_view name) const;

 private:
  std::vector<std::pair<std::string_view, std::shared_ptr<const FieldValue>>> values_;
  std::vector<std::pair<std::string_view, std::string>> links_;
};

/// Collects characters with their styles.
class StyledTextBuilder {
 public:
  StyledTextBuilder(const layout::Layout& layout, const std::string& language);

  /// Of the layout, in the signs of the language; `between_items`: the separator of a list.
  void literal(std::string_view text, layout::StyleId style, bool between_items = false);
  /// `url` links the whole text, apart from links it has itself; empty = none.
  void rich(const resume::RichText& typed, layout::StyleId style, const std::string& url = {}, bool together = false);
  [[nodiscard]] bool empty() const { return text_.text.empty(); }
  /// Nothing but spaces so far.
  [[nodiscard]] bool blank() const { return text_.text.find_first_not_of(' ') == std::string::npos; }
  text::StyledText take() { return std::move(text_); }

 private:
  enum class Kind : std::uint8_t { Plain, Together, Separator };
  void append(std::string_view text, layout::StyleId style, unsigned flags, const std::string* url, Span source,
              Kind kind);

  const layout::Layout& layout_;
  bool right_to_left_;  ///< the document
  text::StyledText text_;
  std::map<std::string, std::int32_t> links_;  ///< of text_, by their targets
};

/// Whether a block's rows name this field.
bool prints(const layout::Block& block, std::string_view field);

/// The fields for each item of the first list of several that the template prints; empty if it prints none.
std::vector<Fields> one_each(const std::vector<layout::Piece>& pieces, const Fields& fields);

/// Nullopt if none of the template's fields has a value (a template of literals alone is text).
std::optional<text::StyledText> fill(const std::vector<layout::Piece>& pieces, layout::StyleId style,
                                     const Fields& fields, const layout::Layout& layout, const std::string& language);

}  // namespace broadside::flow
