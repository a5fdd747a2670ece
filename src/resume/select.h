// SPDX-License-Identifier: MIT
// Resume × Variant × Choice → Resume: what a variant shows. Redaction comes first, so that nothing
// later can see what is redacted. Pure; the ids stay.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "resume/resume.h"

namespace broadside::resume {

enum class Show : std::uint8_t { Full, Short, Hidden };

/// What is shown of each node, by NodeId; ids beyond the end are shown in full.
struct Choice {
  std::vector<Show> show;
  [[nodiscard]] Show of(NodeId id) const { return id < show.size() ? show[id] : Show::Full; }
  void set(NodeId id, Show value) {
    if (id >= show.size()) show.resize(id + 1, Show::Full);
    show[id] = value;
  }
};

/// Applies the variant's own rules (redact, include, exclude, notes; `keep: never` where it has a page limit) and then
/// the choice. `include` names sections, of which only those stay, and tags: then a thing with tags needs one of them,
/// and a thing without tags stays with its parent. `exclude` and `redact` drop whatever they name.
/// `order` moves sections to the top; `locale` replaces the résumé's.
/// Sections and groups that are left without the children they had are dropped with their headings; an entry stays
/// with its title.
/// A node shown in `Short` has its short wording in place of its text and no children.
Resume select(const Resume& resume, const Variant& variant, const Choice& choice = {});

/// The words by which a variant's include, exclude and redact can name something: titles of sections and groups, tags,
/// networks, and the parts of the person. In lower case, sorted.
std::set<std::string> rule_words(const Resume& resume);
/// A word as rule_words() has it.
std::string folded_word(std::string_view word);

/// The same thing in its short wording, as select() shows it: the wording in place of the text (of an entry: in place
/// of the summary; its title, organization, place and date stay), without children, keywords and further
/// short wording.
Highlight shortened(const Highlight& highlight);
KeywordLine shortened(const KeywordLine& line);
Publication shortened(const Publication& publication);
Entry shortened(const Entry& entry);

}  // namespace broadside::resume
