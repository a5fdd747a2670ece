// SPDX-License-Identifier: MIT
#include "flow/routing.h"

#include <algorithm>

#include "resume/topics.h"
#include "unicode/letter_case.h"

namespace broadside::flow {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool same_title(const std::string& a, const std::string& b) {
  return a == b || unicode::to_lower(a, "en") == unicode::to_lower(b, "en");
}

// By a tag that names a topic, or by a title all parts of which do.
bool about(const std::vector<std::string>& topics, const resume::Section& section) {
  for (const std::string& tag : section.meta.tags) {
    if (holds(topics, unicode::to_lower(tag, "en"))) return true;
  }
  const std::vector<std::string_view> found = resume::topics_of(section.title.text);
  return !found.empty() && std::all_of(found.begin(), found.end(),
                                       [&topics](std::string_view topic) { return holds(topics, std::string(topic)); });
}

bool wants(const layout::Part& part, const resume::Section& section) {
  if (!part.kinds.empty() && !holds(part.kinds, section.kind)) return false;
  if (part.longest > 0 && section.longest > static_cast<std::size_t>(part.longest)) return false;
  if (!part.topics.empty() && !about(part.topics, section)) return false;
  if (part.tags.empty()) return true;
  return std::any_of(section.meta.tags.begin(), section.meta.tags.end(),
                     [&part](const std::string& tag) { return holds(part.tags, tag); });
}

}  // namespace

bool Routing::taken(const resume::Section& section) const {
  return std::find(taken_.begin(), taken_.end(), &section) != taken_.end();
}

std::vector<const resume::Section*> Routing::take(const std::vector<layout::Part>& parts, std::size_t& at) {
  using layout::Part;
  std::vector<const resume::Section*> out;
  const auto mixes = [](const Part& part) {
    return part.kind == Part::Kind::Sections && part.conditional() && part.titles.empty();
  };
  do {
    const std::vector<const resume::Section*> more = take(parts[at]);
    out.insert(out.end(), more.begin(), more.end());
    ++at;
  } while (at < parts.size() && mixes(parts[at - 1]) && mixes(parts[at]));
  if (mixes(parts[at - 1])) std::sort(out.begin(), out.end());  // all stand in one vector, in the order of the file
  return out;
}

std::vector<const resume::Section*> Routing::take(const layout::Part& wanted) {
  std::vector<const resume::Section*> out;
  const auto take = [&](const resume::Section& candidate) {
    if (taken(candidate)) return;
    taken_.push_back(&candidate);
    out.push_back(&candidate);
  };
  if (wanted.titles.empty()) {
    // Sections that another flow names by their title are left to it.
    for (const resume::Section& candidate : resume_.sections) {
      bool named = false;
      for (const layout::Flow& flow : layout_.flows) {
        for (const layout::Part& other : flow.parts) {
          if (&other == &wanted) continue;
          const bool by_title = std::any_of(other.titles.begin(), other.titles.end(), [&](const std::string& title) {
            return same_title(title, candidate.title.text);
          });
          if (other.kind != layout::Part::Kind::Sections || !other.conditional()) continue;
          if (by_title || (other.titles.empty() && wants(other, candidate))) named = true;
        }
      }
      if (wants(wanted, candidate) && (wanted.conditional() || !named)) take(candidate);
    }
    return out;
  }
  for (const std::string& title : wanted.titles) {
    for (const resume::Section& candidate : resume_.sections) {
      if (same_title(title, candidate.title.text)) take(candidate);
    }
  }
  return out;
}

}  // namespace broadside::flow
