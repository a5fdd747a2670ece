// SPDX-License-Identifier: MIT
// What a section is about, by its title: "Skills", "技能" and "Kenntnisse" are one topic. Comes in: a title in any of
// the languages that Broadside knows words of. Goes out: topics. Knows no layout; what is not in the table has no
// topic.
#pragma once

#include <string_view>
#include <vector>

namespace broadside::resume {

/// The names of all topics: "education", "skills" …
std::vector<std::string_view> all_topics();

/// The topics of a title, without case: one, or several for titles such as "Skills & Languages". Empty if any part of
/// the title is not one of the usual headings, so that nothing unforeseen is taken for something it is not.
std::vector<std::string_view> topics_of(std::string_view title);

}  // namespace broadside::resume
