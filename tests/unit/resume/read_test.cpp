// SPDX-License-Identifier: MIT
// Reading: what each field becomes, and that the table of fields and the reader agree.
#include "resume/read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resume/fields.h"
#include "resume/read_date.h"
#include "unit/resume/load.h"

namespace broadside::resume {
namespace {

Resume read_text(const std::string& text) {
  Loaded loaded = load(text);
  EXPECT_TRUE(loaded.resume) << loaded.report();
  return loaded.resume.value_or(Resume{});
}

Entry first_entry(const std::string& fields) {
  return read_text("person: {name: A}\nsections:\n  - title: T\n    entries:\n      - title: E\n        " + fields +
                   "\n")
      .sections.at(0)
      .entries.at(0);
}

TEST(Read, DefaultsOfAMinimalResume) {
  const Resume resume = read_text("person: {name: A}\n");
  EXPECT_EQ(resume.locale, "en-US");
  EXPECT_EQ(resume.layout.use, "classic");
  ASSERT_EQ(resume.variants.size(), 2U);
  EXPECT_EQ(resume.variants[0].name, "full");
  EXPECT_EQ(resume.variants[0].pages, std::nullopt);
  EXPECT_EQ(resume.variants[1].name, "one-page");
  EXPECT_EQ(resume.variants[1].pages, 1);
}

TEST(Read, TheTwoVariantsExistBesideOthers) {
  const Resume resume = read_text("person: {name: A}\nvariants:\n  one-page: {pages: 2}\n  mine: {}\n");
  ASSERT_EQ(resume.variants.size(), 3U);
  EXPECT_EQ(resume.variants[0].name, "full");
  EXPECT_EQ(resume.variants[1].name, "one-page");
  EXPECT_EQ(resume.variants[1].pages, 2);
  EXPECT_EQ(resume.variants[2].name, "mine");
}

TEST(Read, SettingsBecomeDottedPaths) {
  const Resume resume = read_text(
      "person: {name: A}\nlayout: {use: x, set: {colors: {accent: '#0b5', rule: red}, page.size: A4}}\n"
      "variants: {v: {layout: {set: {a: 1}}, set: {b: {c: 2}}}}\n");
  EXPECT_EQ(resume.layout.use, "x");
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  const auto pairs = [](const std::vector<Setting>& settings) {
    Pairs out;
    for (const Setting& one : settings) out.emplace_back(one.path, one.value);
    return out;
  };
  EXPECT_EQ(pairs(resume.layout.set), (Pairs{{"colors.accent", "#0b5"}, {"colors.rule", "red"}, {"page.size", "A4"}}));
  EXPECT_EQ(pairs(resume.variants.back().set), (Pairs{{"a", "1"}, {"b.c", "2"}}));
  // A wrong value is underlined where it stands.
  EXPECT_EQ(resume.layout.set[1].span, (Span{resume.layout.set[1].span.source, 72, 75}));
  EXPECT_EQ(resume.variants.back().layout, "");
}

TEST(Read, ContactsStandInTheOrderOfTheFile) {
  const Resume resume = read_text(
      "person:\n  profiles: [{network: GitHub, username: ada}]\n  name: A\n  url: https://a.example/\n"
      "  email: [x@a.example, {text: y@a.example, priority: 1, tags: [work]}]\n  phone: +1 (607) 555-0100\n"
      "  location: Ithaca, NY\n");
  const auto& contacts = resume.person.contacts;
  ASSERT_EQ(contacts.size(), 6U);
  EXPECT_EQ(contacts[0].network, "GitHub");
  EXPECT_EQ(contacts[0].url.url, "https://github.com/ada");
  EXPECT_EQ(contacts[1].text.text, "a.example");
  EXPECT_EQ(contacts[1].url.url, "https://a.example/");
  EXPECT_EQ(contacts[2].url.url, "mailto:x@a.example");
  EXPECT_EQ(contacts[3].meta.priority, 1);
  EXPECT_THAT(contacts[3].meta.tags, testing::ElementsAre("work"));
  EXPECT_EQ(contacts[4].url.url, "tel:+16075550100");
  EXPECT_EQ(contacts[5].kind, ContactKind::Location);
  EXPECT_TRUE(contacts[5].url.empty());
  for (std::size_t i = 0; i < contacts.size(); ++i) EXPECT_EQ(contacts[i].meta.id, i + 1);
}

TEST(Read, Dates) {
  EXPECT_EQ(first_entry("date: 2020-02-29").date.start, (PartialDate{2020, 2, 29}));
  EXPECT_EQ(first_entry("date: 2020").date.start, (PartialDate{2020, 0, 0}));
  const Date range = first_entry("date: 2019-11/2020-02").date;
  EXPECT_EQ(range.start, (PartialDate{2019, 11, 0}));
  EXPECT_EQ(range.end, (PartialDate{2020, 2, 0}));
  EXPECT_TRUE(first_entry("date: 2019/present").date.present);
  EXPECT_EQ(first_entry("date: Winter 2020/21").date.text, "Winter 2020/21");
  const Date open = first_entry("start: 2020\n        end: Present").date;
  EXPECT_TRUE(open.present);
  EXPECT_FALSE(open.end);
  EXPECT_TRUE(first_entry("url: https://a.example").date.empty());
}

TEST(Read, DatesCompareAsFarAsBothAreKnown) {
  EXPECT_TRUE(compare({2020, 0, 0}, {2020, 5, 0}) == 0);
  EXPECT_TRUE(compare({2020, 4, 0}, {2020, 5, 1}) < 0);
  EXPECT_TRUE(compare({2020, 5, 2}, {2020, 5, 1}) > 0);
  EXPECT_TRUE(compare({2021, 0, 0}, {2020, 5, 1}) > 0);
}

TEST(Read, KeywordsInAllTheirForms) {
  const auto words = [](const std::string& fields) {
    std::vector<std::string> out;
    for (const KeywordLine& line : first_entry(fields).keywords) {
      std::string all = line.name.text + ":";
      for (const RichText& word : line.keywords) all += " <" + word.text + ">";
      out.push_back(all);
    }
    return out;
  };
  using testing::ElementsAre;
  EXPECT_THAT(words("keywords: [C, Assembly]"), ElementsAre(": <C> <Assembly>"));
  EXPECT_THAT(words("keywords: C++ (STL, Boost), Python"), ElementsAre(": <C++ (STL, Boost)> <Python>"));
  EXPECT_THAT(words("keywords: [{name: L, keywords: 'a, b'}, c]"), ElementsAre("L: <a> <b>", ": <c>"));
}

TEST(Read, HighlightsNest) {
  const Entry entry = first_entry(
      "highlights:\n          - a **b**\n          - {text: c, short: d, highlights: [e, {text: f, priority: 5}]}");
  ASSERT_EQ(entry.highlights.size(), 2U);
  EXPECT_EQ(entry.highlights[0].text.text, "a b");
  EXPECT_EQ(entry.highlights[0].text.marks.size(), 1U);
  EXPECT_EQ(entry.highlights[1].short_text.text, "d");
  EXPECT_EQ(entry.highlights[1].highlights.at(1).meta.priority, 5);
  EXPECT_EQ(entry.highlights[1].highlights.at(1).meta.id, entry.meta.id + 4);
}

TEST(Read, SpansPointAtTheValue) {
  const std::string text = "person: {name: 'Ada L.'}\n";
  const Resume resume = read_text(text);
  EXPECT_EQ(text.substr(resume.person.name.span.begin, resume.person.name.span.end - resume.person.name.span.begin),
            "'Ada L.'");
}

TEST(Read, AnEnormousTextIsRefused) {
  const Loaded loaded = load("person: {name: A, summary: \"" + std::string(100'001, 'x') + "\"}\n");
  ASSERT_EQ(loaded.diagnostics.list().size(), 1U);
  EXPECT_EQ(loaded.diagnostics.list()[0].code, "resume-too-long");
}

// What stands on one line, or even on every page, may be no novel.
TEST(Read, ALongTitleAndALongerNameAreRefused) {
  const auto first_code = [](std::size_t name, std::size_t title) {
    const Loaded loaded = load("person: {name: \"" + std::string(name, 'x') + "\"}\nsections: [{title: \"" +
                               std::string(title, 'x') + "\", text: a}]\n");
    return loaded.diagnostics.empty() ? "" : loaded.diagnostics.list()[0].code;
  };
  EXPECT_EQ(first_code(1'000, 10'000), "");
  EXPECT_EQ(first_code(1'001, 10'000), "resume-too-long");
  EXPECT_EQ(first_code(1'000, 10'001), "resume-too-long");
}

TEST(Read, MoreSettingsThanAnyLayoutHasAreRefusedOnce) {
  std::string text = "person: {name: A}\nlayout:\n  set:\n";
  for (int i = 0; i < 400; ++i) text += "    a.b" + std::to_string(i) + ": 1\n";
  const Loaded loaded = load(text);
  ASSERT_EQ(loaded.diagnostics.list().size(), 1U);
  EXPECT_EQ(loaded.diagnostics.list()[0].code, "resume-too-many-settings");
}

TEST(Read, SeventeenVariantsAreTooMany) {
  std::string text = "person: {name: A}\nvariants:\n";
  for (int i = 0; i < 17; ++i) text += "  v" + std::to_string(i) + ": {}\n";
  const Loaded loaded = load(text);
  ASSERT_EQ(loaded.diagnostics.list().size(), 1U);
  EXPECT_EQ(loaded.diagnostics.list()[0].code, "resume-too-many-variants");
}

// ---- the table -----------------------------------------------------------------------------------------------------

std::string required_parts(Mapping mapping);

std::string sample(const Field& field) {
  switch (field.shape) {
    case Shape::Text:
      if (field.key == Key::Locale) return "en-GB";
      if (field.key == Key::Network) return "GitHub";
      if (field.key == Key::MinSize) return "9pt";
      if (field.key == Key::Doi) return "10.1000/182";
      return "text";
    case Shape::Markdown:
      return "'**text**'";
    case Shape::Integer:
      return std::to_string(field.least);
    case Shape::Boolean:
      return "true";
    case Shape::Word:
      return std::string(field.words.substr(0, field.words.find(' ')));
    case Shape::DatePoint:
    case Shape::DateEnd:
    case Shape::Date:
      return "2020-01";
    case Shape::Url:
      return "'https://a.example'";
    case Shape::Texts:
      return "[text]";
    case Shape::Map:
    case Shape::TextOrMap:
      return "{" + required_parts(field.of) + "}";
    case Shape::Maps:
      return "[{" + required_parts(field.of) + "}]";
    case Shape::Items:
      if (field.key == Key::Email) return "a@b.example";
      if (field.key == Key::Phone) return "'+1 2'";
      if (field.key == Key::Url) return "'https://a.example'";
      return "[{" + required_parts(field.of) + "}]";
    case Shape::NamedMaps:
      return "{v: {" + required_parts(field.of) + "}}";
    case Shape::Words:
      return "{present: now}";
    case Shape::Settings:
      return "{a.b: c}";
  }
  return "";
}

std::string required_parts(Mapping mapping) {
  std::string out;
  for (const Field& field : fields_of(mapping)) {
    if (field.required) out += (out.empty() ? "" : ", ") + std::string(field.name) + ": " + sample(field);
  }
  if (mapping == Mapping::Section) out += ", text: x";
  if (mapping == Mapping::Entry || mapping == Mapping::Position) out += "title: x";
  if (mapping == Mapping::Profile) out += ", username: x";
  return out;
}

/// A résumé that holds the mapping in some place.
std::string around(Mapping mapping, const std::string& inner) {
  const std::string person = "person: {name: A";
  const std::string sections = "person: {name: A}\nsections: [{title: T, ";
  switch (mapping) {
    case Mapping::Root:
      return "{" + inner + "}\n";
    case Mapping::Person:
      return "person: {" + inner + "}\n";
    case Mapping::Summary:
      return person + ", summary: {" + inner + "}}\n";
    case Mapping::Contact:
      return person + ", location: {" + inner + "}}\n";
    case Mapping::Profile:
      return person + ", profiles: [{" + inner + "}]}\n";
    case Mapping::Image:
      return person + ", photo: {" + inner + "}}\n";
    case Mapping::Section:
      return "person: {name: A}\nsections: [{" + inner + "}]\n";
    case Mapping::Group:
      return sections + "groups: [{" + inner + "}]}]\n";
    case Mapping::Entry:
      return sections + "entries: [{" + inner + "}]}]\n";
    case Mapping::Position:
      return sections + "entries: [{title: x, positions: [{" + inner + "}]}]}]\n";
    case Mapping::Highlight:
      return sections + "highlights: [{" + inner + "}]}]\n";
    case Mapping::KeywordLine:
      return sections + "keywords: [{" + inner + "}]}]\n";
    case Mapping::Publication:
      return sections + "publications: [{" + inner + "}]}]\n";
    case Mapping::Variant:
      return "person: {name: A}\nvariants: {v: {" + inner + "}}\n";
    case Mapping::Layout:
      return "person: {name: A}\nlayout: {" + inner + "}\n";
  }
  return "";
}

TEST(Read, APriorityHoldsForAllBelowIt) {
  const Loaded loaded = load(
      "person: {name: Ada}\nsections:\n  - title: Work\n    entries:\n      - {title: A, highlights: [x]}\n"
      "      - {title: B, priority: 5, highlights: [y, {text: z, priority: 1, highlights: [w]}]}\n"
      "  - {title: Skills, priority: 2, keywords: [{name: C, keywords: [d]}]}\n");
  ASSERT_TRUE(loaded.resume) << loaded.report();
  const std::vector<Entry>& entries = loaded.resume->sections.at(0).entries;
  EXPECT_EQ(entries.at(0).meta.priority, 3);
  EXPECT_EQ(entries.at(0).highlights.at(0).meta.priority, 3);
  EXPECT_EQ(entries.at(1).highlights.at(0).meta.priority, 5);
  EXPECT_EQ(entries.at(1).highlights.at(1).meta.priority, 1);
  EXPECT_EQ(entries.at(1).highlights.at(1).highlights.at(0).meta.priority, 1);
  EXPECT_EQ(loaded.resume->sections.at(1).keywords.at(0).meta.priority, 2);
}

TEST(Fields, EveryOneIsReadWherePossible) {
  for (int i = 0; i < kMappings; ++i) {
    const auto mapping = static_cast<Mapping>(i);
    for (const Field& field : fields_of(mapping)) {
      std::string inner = required_parts(mapping);
      const bool there = (", " + inner).find(", " + std::string(field.name) + ": ") != std::string::npos;
      // A section takes only one kind of content, so the sample's own gives way.
      if (mapping == Mapping::Section && !there) inner = inner.substr(0, inner.find(", text"));
      if (!there) inner += (inner.empty() ? "" : ", ") + std::string(field.name) + ": " + sample(field);
      if (mapping == Mapping::Section && inner.find("title: text, ") == 0 &&
          find_field(Mapping::Highlight, field.name) && field.key != Key::Text && field.key != Key::Highlights) {
        inner += ", text: x";
      }
      const Loaded loaded = load(around(mapping, inner));
      for (const Diagnostic& diagnostic : loaded.diagnostics.list()) {
        EXPECT_EQ(diagnostic.code, "resume-unused-word") << around(mapping, inner) << loaded.report();
      }
      EXPECT_FALSE(field.help.empty()) << field.name;
    }
  }
}

TEST(Fields, NamesAreUniqueInTheirMapping) {
  for (int i = 0; i < kMappings; ++i) {
    const auto mapping = static_cast<Mapping>(i);
    for (const Field& field : fields_of(mapping)) EXPECT_EQ(find_field(mapping, field.name), &field) << field.name;
    EXPECT_EQ(find_field(mapping, "no such key"), nullptr);
  }
}

}  // namespace
}  // namespace broadside::resume
