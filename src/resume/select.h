// SPDX-License-Identifier: MIT
// Resume × Variant × Choice → Resume: what a variant shows. Redaction comes first, so that nothing
// later can see what is redacted. Pure; the ids stay.
#pragma once

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

/// Applies the variant's own rules (redact, include, exclude, keep: never, notes) and then the choice.
/// Sections, groups and entries that are left without the children they had are dropped with their headings.
/// A node shown in `Short` has its short wording in place of its text and no children.
Resume select(const Resume& resume, const Variant& variant, const Choice& choice = {});

/// The same thing in its short wording, as select() shows it: the wording in place of the text (of an entry: in place
/// of the summary; its title, organization, place and date stay), without children and keywords.
Highlight shortened(const Highlight& highlight);
KeywordLine shortened(const KeywordLine& line);
Publication shortened(const Publication& publication);
Entry shortened(const Entry& entry);

}  // namespace broadside::resume
