// SPDX-License-Identifier: MIT
// The walk that lists all texts.
#include "resume/strings.h"

namespace broadside::resume {
namespace {

class Lister {
 public:
  void add(const RichText& text) { add(text.text); }
  void add(const std::string& text) {
    if (!text.empty()) out_.push_back(text);
  }

  void highlights(const std::vector<Highlight>& list) {
    for (const Highlight& highlight : list) {
      add(highlight.text);
      highlights(highlight.highlights);
    }
  }

  void keywords(const KeywordLine& line) {
    add(line.name);
    for (const RichText& word : line.keywords) add(word);
  }

  void entry(const Entry& entry) {
    for (const RichText* text : {&entry.title, &entry.organization, &entry.department, &entry.location}) add(*text);
    add(entry.date.text);
    for (const KeywordLine& line : entry.keywords) {
      if (line.name.empty()) keywords(line);
    }
    add(entry.summary);
    for (const Entry& position : entry.positions) this->entry(position);
    highlights(entry.highlights);
    for (const KeywordLine& line : entry.keywords) {
      if (!line.name.empty()) keywords(line);
    }
  }

  void section(const Section& section) {
    add(section.title);
    add(section.text);
    for (const Group& group : section.groups) {
      add(group.title);
      for (const Entry& child : group.entries) entry(child);
    }
    for (const Entry& child : section.entries) entry(child);
    highlights(section.highlights);
    for (const KeywordLine& line : section.keywords) keywords(line);
    for (const Publication& publication : section.publications) {
      add(publication.title);
      for (const RichText& author : publication.authors) add(author);
      add(publication.venue);
      add(publication.date.text);
      add(publication.doi);
    }
  }

  std::vector<std::string> take() { return std::move(out_); }

 private:
  std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> all_strings(const Resume& resume) {
  Lister lister;
  lister.add(resume.person.name);
  lister.add(resume.person.label);
  for (const Contact& contact : resume.person.contacts) lister.add(contact.text);
  lister.add(resume.person.summary);
  for (const Section& section : resume.sections) lister.section(section);
  return lister.take();
}

}  // namespace broadside::resume
