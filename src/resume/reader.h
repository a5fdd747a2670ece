// SPDX-License-Identifier: MIT
// What all the read_*.cpp share: a map checked against its table of fields, and the values of fields as texts,
// numbers, dates and links, each with its diagnostics. Knows the shapes of fields, not what a résumé is.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "resume/fields.h"
#include "resume/resume.h"
#include "yaml/node.h"

namespace broadside::resume {

class Reader {
 public:
  Reader(const Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  Resume read_root(const yaml::Node& root);

 private:
  using Node = yaml::Node;
  struct Given {
    const Field* field;
    const Node* key;
    const Node* value;
  };

  /// One paragraph of a résumé never comes near; beyond it a damaged file would only cost time. Bytes.
  static constexpr std::size_t kLongestText = 100'000;
  /// Of one without Markdown: a title, a place, a date.
  static constexpr std::size_t kLongestLine = 10'000;
  /// Each is compared with all tags and titles there are.
  static constexpr std::size_t kMostGuesses = 20;
  /// Stands on every page.
  static constexpr std::size_t kLongestName = 1'000;

  // reader.cpp: maps and plain values.
  /// The known keys of a map that have a value of the right kind, in the order of the file. Everything else
  /// (unknown, missing, of the wrong kind) is reported here.
  std::vector<Given> fields(const Node& map, Mapping mapping);
  bool kind_fits(const Field& field, const Node& value);
  /// Whether an unknown key is the rest of an unquoted text with a comma in it; that is then reported.
  bool comma_in_value(const Node& key, Mapping mapping, const Node& map);
  /// Reports it and returns the known key it most likely stands for, or an empty text.
  std::string_view unknown_key(const Node& key, Mapping mapping, const Node& map);
  /// An error unless the node is a map; says what stands there instead.
  bool expect_map(const Node& node, Mapping mapping);
  std::vector<RichText> texts(const Node& node);
  std::vector<std::string> words(const Node& node);
  int integer(const Node& node, const Field& field, int fallback);
  bool boolean(const Node& node);
  Link url(const Node& node);
  [[nodiscard]] std::string_view source_of(const Node& node) const;
  /// The items of a list, or the one value that stands for a list of one.
  static std::vector<const Node*> items(const Node& node);

  // read_text.cpp: texts within their limits.
  RichText text(const Node& node, std::size_t limit = kLongestLine);
  RichText markdown(const Node& node);
  void too_long(const Node& node, std::size_t limit);
  /// Refuses a text in which marks are piled up without end.
  void check_marks(RichText& text);

  // read_parts.cpp: what sections and persons share.
  Meta begin_meta(const Node& node);
  bool read_meta(const Given& given, Meta& meta);
  std::optional<PartialDate> date_point(const Node& node);
  Date date(const Node& node);
  void date_end(const Node& node, Date& date);
  /// Ties `date`, `start` and `end` together and checks their order.
  Date finish_dates(const Node* whole, const Node* start, const Node* end);
  std::optional<Image> image(const Node& node);

  // read_person.cpp
  Person person(const Node& node);
  void summary(const Node& node, Person& person);
  void contacts(const Node& node, ContactKind kind, Person& person);
  Contact contact(const Node& node, ContactKind kind);
  Contact profile(const Node& node);
  void derive_link(Contact& contact, const Node& node);

  // read_sections.cpp
  Section section(const Node& node);
  Group group(const Node& node);
  Entry entry(const Node& node, Mapping mapping);
  Highlight highlight(const Node& node);
  std::vector<Highlight> highlights(const Node& node);
  std::vector<KeywordLine> keyword_lines(const Node& node);
  KeywordLine keyword_line(const Node& node);
  std::vector<RichText> keywords(const Node& node);
  Publication publication(const Node& node);

  // read.cpp
  void variants(const Node& node, Resume& resume);
  Variant variant(const Node& key, const Node& node);
  /// Warns of words in include, exclude and redact that name nothing.
  void check_rule_words(const Node& variant, const std::set<std::string>& known);
  LayoutChoice layout(const Node& node);
  void settings(const Node& node, const std::string& prefix, std::vector<Setting>& out);
  void labels(const Node& node, Resume& resume);
  std::string locale(const Node& node);
  std::optional<Length> min_size(const Node& node);
  /// A variant's file name with its placeholders replaced.
  static std::string output(const Variant& variant, const Person& person);

  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::size_t guesses_ = 0;  ///< at what words of the variants' rules mean
  NodeId last_id_ = 0;
};

}  // namespace broadside::resume
