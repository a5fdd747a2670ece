// SPDX-License-Identifier: MIT
// Selecting: one walk that drops what the variant hides and shortens what the choice shortens.
#include "resume/select.h"

#include <algorithm>
#include <set>

#include "unicode/letter_case.h"

namespace broadside::resume {
namespace {

std::string folded(std::string_view text) { return folded_word(text); }

using Words = std::set<std::string>;

Words fold_all(const std::vector<std::string>& words) {
  Words out;
  for (const std::string& word : words) out.insert(folded(word));
  return out;
}

/// The words of a variant's rules, sorted into what they mean.
struct Rules {
  Words redact, exclude, include_titles, include_tags;
  bool drop_never = false;
  bool one_page = false;
  bool notes = false;

  Rules(const Resume& resume, const Variant& variant)
      // `keep` is about room on the page; without a page limit everything has room.
      : redact(fold_all(variant.redact)),
        exclude(fold_all(variant.exclude)),
        drop_never(variant.pages.has_value()),
        one_page(variant.pages == 1),
        notes(variant.notes) {
    Words titles;
    if (!variant.include.empty()) {
      for (const Section& section : resume.sections) titles.insert(folded(section.title.text));
    }
    for (const std::string& word : fold_all(variant.include)) {
      (titles.contains(word) ? include_titles : include_tags).insert(word);
    }
  }

  [[nodiscard]] bool hides(const Meta& meta) const {
    if (drop_never && meta.keep == Keep::Never) return true;
    if (meta.tags.empty() || (redact.empty() && exclude.empty() && include_tags.empty())) return false;
    bool included = include_tags.empty();
    for (const std::string& tag : meta.tags) {
      const std::string word = folded(tag);
      if (redact.contains(word) || exclude.contains(word)) return true;
      included = included || include_tags.contains(word);
    }
    return !included;
  }

  [[nodiscard]] bool hides_title(const RichText& title, bool section) const {
    if (redact.empty() && exclude.empty() && include_titles.empty()) return false;
    const std::string word = folded(title.text);
    if (redact.contains(word) || exclude.contains(word)) return true;
    return section && !include_titles.empty() && !include_titles.contains(word);
  }

  /// A part of the person by one of its names.
  [[nodiscard]] bool names(std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) {
      return redact.contains(std::string(word)) || exclude.contains(std::string(word));
    });
  }
};

class Selector {
 public:
  Selector(const Rules& rules, const Choice& choice) : rules_(rules), choice_(choice) {}

  void person(Person& person) const {
    if (rules_.names({"photo"})) person.photo.reset();
    if (rules_.names({"label"})) person.label = {};
    const bool no_summary = rules_.names({"summary"}) || hidden(person.summary_meta);
    if (no_summary) person.summary = person.summary_short = {};
    if (show(person.summary_meta) == Show::Short && !person.summary_short.empty()) {
      person.summary = person.summary_short;
    }
    tidy(person.summary_meta);
    std::erase_if(person.contacts, [this](const Contact& contact) {
      return hidden(contact.meta) || hides_kind(contact) ||
             (!contact.network.empty() && rules_.names({folded(contact.network)}));
    });
    for (Contact& contact : person.contacts) tidy(contact.meta);
  }

  void sections(std::vector<Section>& list) const {
    std::erase_if(list, [this](Section& section) {
      if (hidden(section.meta) || rules_.hides_title(section.title, true)) return true;
      tidy(section.meta);
      const bool had = has_children(section);
      groups(section.groups);
      entries(section.entries);
      highlights(section.highlights);
      keyword_lines(section.keywords);
      publications(section.publications);
      return had && !has_children(section);
    });
  }

 private:
  [[nodiscard]] Show show(const Meta& meta) const { return meta.id == 0 ? Show::Full : choice_.of(meta.id); }
  [[nodiscard]] bool hidden(const Meta& meta) const { return rules_.hides(meta) || show(meta) == Show::Hidden; }
  void tidy(Meta& meta) const {
    if (!rules_.notes) meta.note = {};
    if (rules_.one_page && meta.break_wish == BreakWish::Before) meta.break_wish = BreakWish::Auto;
  }

  [[nodiscard]] bool hides_kind(const Contact& contact) const {
    switch (contact.kind) {
      case ContactKind::Location:
        return rules_.names({"location"});
      case ContactKind::Email:
        return rules_.names({"email"});
      case ContactKind::Phone:
        return rules_.names({"phone"});
      case ContactKind::Url:
        return rules_.names({"url"});
      case ContactKind::Profile:
        return rules_.names({"profiles", "profile"});
    }
    return false;
  }

  static bool has_children(const Section& section) {
    return !(section.groups.empty() && section.entries.empty() && section.highlights.empty() &&
             section.keywords.empty() && section.publications.empty());
  }

  void groups(std::vector<Group>& list) const {
    std::erase_if(list, [this](Group& group) {
      if (hidden(group.meta) || rules_.hides_title(group.title, false)) return true;
      tidy(group.meta);
      const bool had = !group.entries.empty();
      entries(group.entries);
      return had && group.entries.empty();
    });
  }

  // An entry says something by its title alone, so it stays when all its bullets go.
  void entries(std::vector<Entry>& list) const {
    std::erase_if(list, [this](const Entry& entry) { return hidden(entry.meta); });
    for (Entry& entry : list) {
      if (show(entry.meta) == Show::Short && !entry.short_text.empty()) entry = shortened(entry);
      tidy(entry.meta);
      highlights(entry.highlights);
      keyword_lines(entry.keywords);
      entries(entry.positions);
    }
  }

  void highlights(std::vector<Highlight>& list) const {
    std::erase_if(list, [this](const Highlight& highlight) { return hidden(highlight.meta); });
    for (Highlight& highlight : list) {
      if (show(highlight.meta) == Show::Short && !highlight.short_text.empty()) highlight = shortened(highlight);
      tidy(highlight.meta);
      highlights(highlight.highlights);
    }
  }

  void keyword_lines(std::vector<KeywordLine>& list) const {
    std::erase_if(list, [this](const KeywordLine& line) { return hidden(line.meta); });
    for (KeywordLine& line : list) {
      if (show(line.meta) == Show::Short && !line.short_text.empty()) line = shortened(line);
      tidy(line.meta);
    }
  }

  void publications(std::vector<Publication>& list) const {
    std::erase_if(list, [this](const Publication& publication) { return hidden(publication.meta); });
    for (Publication& publication : list) {
      if (show(publication.meta) == Show::Short && !publication.short_text.empty()) {
        publication = shortened(publication);
      }
      tidy(publication.meta);
    }
  }

  const Rules& rules_;
  const Choice& choice_;
};

/// Gathers the tags of everything.
class WordCollector {
 public:
  explicit WordCollector(Words& out) : out_(out) {}
  void add(std::string_view word) {
    if (!word.empty()) out_.insert(folded(word));
  }
  void tags(const Meta& meta) {
    for (const std::string& tag : meta.tags) add(tag);
  }
  void highlights(const std::vector<Highlight>& list) {
    for (const Highlight& highlight : list) {
      tags(highlight.meta);
      highlights(highlight.highlights);
    }
  }
  void keywords(const std::vector<KeywordLine>& list) {
    for (const KeywordLine& line : list) tags(line.meta);
  }
  void entries(const std::vector<Entry>& list) {
    for (const Entry& entry : list) {
      tags(entry.meta);
      highlights(entry.highlights);
      keywords(entry.keywords);
      entries(entry.positions);
    }
  }

 private:
  Words& out_;
};

}  // namespace

std::string folded_word(std::string_view word) { return unicode::to_lower(word, "en"); }

std::set<std::string> rule_words(const Resume& resume) {
  Words out = {"email", "phone", "location", "url", "profile", "profiles", "photo", "summary", "label"};
  WordCollector words(out);
  words.tags(resume.person.summary_meta);
  for (const Contact& contact : resume.person.contacts) {
    words.tags(contact.meta);
    words.add(contact.network);
  }
  for (const Section& section : resume.sections) {
    words.tags(section.meta);
    words.add(section.title.text);
    for (const Group& group : section.groups) {
      words.tags(group.meta);
      words.add(group.title.text);
      words.entries(group.entries);
    }
    words.entries(section.entries);
    words.highlights(section.highlights);
    words.keywords(section.keywords);
    for (const Publication& publication : section.publications) words.tags(publication.meta);
  }
  return out;
}

Highlight shortened(const Highlight& highlight) {
  Highlight out = highlight;
  out.text = highlight.short_text;
  out.short_text = {};
  out.highlights.clear();
  return out;
}

KeywordLine shortened(const KeywordLine& line) {
  KeywordLine out = line;
  out.keywords = {line.short_text};
  out.short_text = {};
  return out;
}

Publication shortened(const Publication& publication) {
  Publication out = publication;
  out.title = publication.short_text;
  out.short_text = {};
  out.authors.clear();
  out.venue = {};
  out.date = {};
  out.doi.clear();
  return out;
}

Entry shortened(const Entry& entry) {
  Entry out = entry;
  out.short_text = {};
  out.summary = entry.short_text;
  out.highlights.clear();
  out.keywords.clear();
  out.positions.clear();
  out.image.reset();
  return out;
}

namespace {

/// Sections of these titles come first, in this order; the others follow as they were.
void put_first(const std::vector<std::string>& titles, std::vector<Section>& sections) {
  if (titles.empty()) return;
  std::vector<std::string> folded_titles;
  for (const std::string& title : titles) folded_titles.push_back(folded(title));
  const auto place = [&folded_titles](const Section& section) {
    return std::find(folded_titles.begin(), folded_titles.end(), folded(section.title.text)) - folded_titles.begin();
  };
  std::stable_sort(sections.begin(), sections.end(),
                   [&place](const Section& a, const Section& b) { return place(a) < place(b); });
}

}  // namespace

Resume select(const Resume& resume, const Variant& variant, const Choice& choice) {
  Resume out = resume;
  const Rules rules(resume, variant);
  const Selector selector(rules, choice);
  selector.person(out.person);
  selector.sections(out.sections);
  put_first(variant.order, out.sections);
  if (!variant.locale.empty()) out.locale = variant.locale;
  return out;
}

}  // namespace broadside::resume
