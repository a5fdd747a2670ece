// SPDX-License-Identifier: MIT
#include "flow/routing.h"

#include <algorithm>

#include "unicode/letter_case.h"

namespace broadside::flow {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool same_title(const std::string& a, const std::string& b) {
  return a == b || unicode::to_lower(a, "en") == unicode::to_lower(b, "en");
}

bool wants(const layout::Part& part, const resume::Section& section) {
  if (!part.kinds.empty() && !holds(part.kinds, section.kind)) return false;
  if (part.tags.empty()) return true;
  return std::any_of(section.meta.tags.begin(), section.meta.tags.end(),
                     [&part](const std::string& tag) { return holds(part.tags, tag); });
}

}  // namespace

bool Routing::taken(const resume::Section& section) const {
  return std::find(taken_.begin(), taken_.end(), &section) != taken_.end();
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
          const bool picks = !other.titles.empty() || !other.kinds.empty() || !other.tags.empty();
          const bool by_title = std::any_of(other.titles.begin(), other.titles.end(), [&](const std::string& title) {
            return same_title(title, candidate.title.text);
          });
          if (picks && (by_title || (other.titles.empty() && wants(other, candidate)))) named = true;
        }
      }
      const bool all = wanted.kinds.empty() && wanted.tags.empty();
      if (wants(wanted, candidate) && (!all || !named)) take(candidate);
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
