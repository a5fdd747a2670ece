// SPDX-License-Identifier: MIT
#include "resume/foreign.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace broadside::resume {
namespace {

constexpr std::string_view kHead[] = {
    "the person:    'basics' becomes 'person'; in it, 'image' becomes 'photo: {path, alt}'",
    "the person:    name, email, phone, location and social_networks go into 'person', "
    "the last as 'profiles'; 'headline' becomes 'label'",
    "the person:    'content.basics' becomes 'person', 'headline' in it 'label', and "
    "'content.profiles' goes into it"};

struct Format {
  std::string_view name;
  std::string_view key;     ///< that tells it, at the top
  std::string_view inside;  ///< and below that, or empty
  std::string_view person, sections, entries, look;
};

constexpr Format kFormats[] = {
    {"JSON Resume", "basics", "", kHead[0],
     "the sections:  'work', 'education', 'projects' … become items of one list: "
     "'sections: [{title: Work, entries: […]}]'; 'skills' and 'languages' have 'keywords' in place of 'entries'",
     "the entries:   'position' becomes 'title', 'name' and 'institution' become 'organization', 'startDate' 'start' "
     "and "
     "'endDate' 'end'; without 'end' an entry shows its start only, so write 'end: present'",
     ""},
    {"RenderCV", "cv", "", kHead[1],
     "the sections:  'cv.sections' becomes a list: 'sections: [{title: Experience, entries: […]}]'",
     "the entries:   'company' and 'institution' become 'organization', 'position' and 'degree' 'title', 'start_date' "
     "'start', 'end_date' 'end'",
     "the look:      'design.theme' becomes 'layout: classic'; 'locale' is one word, such as en-US"},
    {"YAMLResume", "content", "basics", kHead[2],
     "the sections:  'content.work', 'content.education' … become items of one list: "
     "'sections: [{title: Work, entries: […]}]'; 'skills' and 'languages' have 'keywords' in place of 'entries'",
     "the entries:   'position' and 'degree' become 'title', 'name' and 'institution' 'organization', 'startDate' "
     "'start', "
     "'endDate' 'end'; the points of a 'summary' become a list 'highlights'",
     "the look:      'layouts' becomes 'layout: classic'; 'locale' is one word, such as en-US"},
};

// Lists that stand at the top of a JSON Resume without `basics`.
constexpr std::string_view kJsonResumeLists[] = {"work",         "volunteer", "education", "awards",    "certificates",
                                                 "publications", "skills",    "languages", "interests", "projects"};

const yaml::Node* key_of(const yaml::Node& map, std::string_view name) {
  for (const yaml::Pair& pair : map.pairs) {
    if (pair.key.scalar == name) return &pair.key;
  }
  return nullptr;
}

}  // namespace

bool reject_foreign(const yaml::Node& root, Diagnostics& diagnostics) {
  // With a key of ours at the top it is a file of ours with a mistake in it.
  if (!root.is_map() || root.find("person") != nullptr || root.find("sections") != nullptr) return false;
  const Format* found = nullptr;
  const yaml::Node* place = nullptr;
  for (const Format& format : kFormats) {
    const yaml::Node* value = root.find(format.key);
    if (value == nullptr || !value->is_map()) continue;
    if (!format.inside.empty() && value->find(format.inside) == nullptr) continue;
    found = &format;
    place = key_of(root, format.key);
    break;
  }
  if (found == nullptr) {
    const auto lists =
        std::count_if(std::begin(kJsonResumeLists), std::end(kJsonResumeLists), [&](std::string_view key) {
          const yaml::Node* value = root.find(key);
          return value != nullptr && value->is_sequence();
        });
    if (lists < 2) return false;
    found = &kFormats[0];
    place = &root.pairs.front().key;
  }
  Diagnostic& error = diagnostics.error(
      "resume-foreign", place->span,
      "this is a résumé in the format of " + std::string(found->name) + "; Broadside has a format of its own",
      "docs/resume-format.md shows it whole; your words go over like this:");
  for (const std::string_view hint : {found->person, found->sections, found->entries, found->look}) {
    if (!hint.empty()) error.hints.push_back({std::string(hint), {}});
  }
  return true;
}

}  // namespace broadside::resume
