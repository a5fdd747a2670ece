// SPDX-License-Identifier: MIT
// The table of fields.
#include "resume/fields.h"

#include <array>

namespace broadside::resume {
namespace {

using S = Shape;
using M = Mapping;

constexpr Field kMeta[] = {
    {Key::Tags, "tags", S::Texts, "words by which variants include, exclude or redact it"},
    {Key::Priority, "priority", S::Integer,
     "1 (first to go) to 5, for variants with a page limit; if not given, that of what it stands in, or 3", M::Root,
     false, 1, 5},
    {Key::Keep, "keep", S::Word, "pins it in or out of variants with a page limit", M::Root, false, 0, 0,
     "always never"},
    {Key::AtLeast, "at-least", S::Integer, "how many of its children stay once it is shown", M::Root, false, 0, 1000},
    {Key::Break, "break", S::Word,
     "start a new page before it (but not where there is only one), or avoid a page break inside it", M::Root, false, 0,
     0, "before avoid"},
    {Key::Note, "note", S::Markdown, "private; printed only by variants with `notes: true`"},
};

constexpr Field kRoot[] = {
    {Key::Format, "format", S::Integer, "version of this format", M::Root, false, 1, 1},
    {Key::Locale, "locale", S::Text, "language and region (BCP 47) of dates and built-in words; en-US if not given"},
    {Key::AsOf, "as-of", S::DatePoint,
     "the day or month until which `present` counts, where a layout prints durations"},
    {Key::Person, "person", S::Map, "who this is about", M::Person, true},
    {Key::Sections, "sections", S::Maps, "the résumé's sections in order", M::Section},
    {Key::Variants, "variants", S::NamedMaps, "the PDFs to make; `full` and `one-page` exist anyway", M::Variant},
    {Key::Layout, "layout", S::TextOrMap, "the layout's name, or {use, set}", M::Layout},
    {Key::Labels, "labels", S::Words, "other words in place of the built-in ones, such as `present`"},
};

constexpr Field kPerson[] = {
    {Key::Name, "name", S::Text, "full name as printed", M::Root, true},
    {Key::Label, "label", S::Text, "profession, below the name"},
    {Key::Summary, "summary", S::TextOrMap, "a few sentences of introduction", M::Summary},
    {Key::Email, "email", S::Items, "e-mail address or addresses", M::Contact},
    {Key::Phone, "phone", S::Items, "telephone number or numbers", M::Contact},
    {Key::Url, "url", S::Items, "web page or pages", M::Contact},
    {Key::Location, "location", S::Items, "where the person lives", M::Contact},
    {Key::Profiles, "profiles", S::Maps, "accounts on networks", M::Profile},
    {Key::Photo, "photo", S::Map, "a portrait", M::Image},
};

constexpr Field kSummary[] = {
    {Key::Text, "text", S::Markdown, "the summary", M::Root, true},
    {Key::Short, "short", S::Markdown, "a shorter wording for tight pages"},
};

constexpr Field kContact[] = {
    {Key::Text, "text", S::Text, "what is printed", M::Root, true},
    {Key::Url, "url", S::Url, "where it leads; derived from the text if not given"},
};

constexpr Field kProfile[] = {
    {Key::Network, "network", S::Text, "GitHub, LinkedIn, ORCID …", M::Root, true},
    {Key::Username, "username", S::Text, "the account's name; gives the link for known networks"},
    {Key::Url, "url", S::Url, "the account's page; needed for networks that Broadside does not know"},
    {Key::Text, "text", S::Text, "what is printed in place of the user name"},
};

constexpr Field kImage[] = {
    {Key::Path, "path", S::Text, "PNG or JPEG file, below the résumé's folder", M::Root, true},
    {Key::Alt, "alt", S::Text, "what it shows, for readers who cannot see it", M::Root, true},
};

constexpr Field kSection[] = {
    {Key::Title, "title", S::Text, "heading", M::Root, true},
    {Key::Text, "text", S::Markdown, "one paragraph"},
    {Key::Entries, "entries", S::Maps, "jobs, degrees, projects, awards …", M::Entry},
    {Key::Groups, "groups", S::Maps, "entries under headings of their own", M::Group},
    {Key::Highlights, "highlights", S::Items, "a list of points", M::Highlight},
    {Key::Keywords, "keywords", S::Items, "lines such as \"Languages: C++, Python\"", M::KeywordLine},
    {Key::Publications, "publications", S::Maps, "papers, books, patents", M::Publication},
};

constexpr Field kGroup[] = {
    {Key::Title, "title", S::Text, "heading", M::Root, true},
    {Key::Entries, "entries", S::Maps, "its entries", M::Entry, true},
};

constexpr Field kTitle = {Key::Title, "title", S::Text, "role, degree, project, award"};
constexpr Field kOrganization = {Key::Organization, "organization", S::Text, "employer, school, awarding body"};
constexpr Field kDepartment = {Key::Department, "department", S::Text, "part of the organization"};
constexpr Field kLocation = {Key::Location, "location", S::Text, "place"};
constexpr Field kUrl = {Key::Url, "url", S::Url, "its web page"};
constexpr Field kDate = {Key::Date, "date", S::Date, "2024-08, 2020-01/2021-02, or free text"};
constexpr Field kStart = {Key::Start, "start", S::DatePoint, "first year, month or day"};
constexpr Field kEnd = {Key::End, "end", S::DateEnd, "last year, month or day, or `present`"};
constexpr Field kEntrySummary = {Key::Summary, "summary", S::Markdown, "a sentence below the heading"};
constexpr Field kHighlights = {Key::Highlights, "highlights", S::Items, "what was done, point by point", M::Highlight};
constexpr Field kKeywords = {Key::Keywords, "keywords", S::Items, "tools and languages", M::KeywordLine};
constexpr Field kEntryShort = {Key::Short, "short", S::Markdown,
                               "one line in place of summary, highlights and keywords, for tight pages"};

constexpr Field kEntry[] = {
    kTitle,
    kOrganization,
    kDepartment,
    kLocation,
    kUrl,
    kDate,
    kStart,
    kEnd,
    kEntrySummary,
    kHighlights,
    kKeywords,
    {Key::Positions, "positions", S::Maps, "several jobs under this organization", M::Position},
    {Key::Image, "image", S::Map, "a picture of it", M::Image},
    kEntryShort,
};

constexpr Field kPosition[] = {
    kTitle, kDepartment, kLocation, kUrl, kDate, kStart, kEnd, kEntrySummary, kHighlights, kKeywords, kEntryShort,
};

constexpr Field kHighlight[] = {
    {Key::Text, "text", S::Markdown, "the point", M::Root, true},
    {Key::Short, "short", S::Markdown, "a shorter wording for tight pages"},
    {Key::Highlights, "highlights", S::Items, "points below it", M::Highlight},
};

constexpr Field kKeywordLine[] = {
    {Key::Name, "name", S::Text, "what the keywords have in common"},
    {Key::Keywords, "keywords", S::Texts, "a list, or one text with commas", M::Root, true},
    {Key::Short, "short", S::Markdown, "what stands in place of the keywords on tight pages"},
};

constexpr Field kPublication[] = {
    {Key::Title, "title", S::Text, "of the paper, the book, the patent", M::Root, true},
    {Key::Authors, "authors", S::Texts, "authors in order"},
    {Key::Venue, "venue", S::Text, "journal, conference, publisher, patent office"},
    {Key::Date, "date", S::Date, "date of publication"},
    {Key::Doi, "doi", S::Text, "10.1000/182"},
    {Key::Url, "url", S::Url, "its web page"},
    {Key::Short, "short", S::Markdown, "the whole publication in one line, for tight pages"},
};

constexpr Field kVariant[] = {
    {Key::Pages, "pages", S::Integer, "page limit; what does not fit is left out by priority", M::Root, false, 1, 500},
    {Key::Layout, "layout", S::TextOrMap, "another layout than the résumé's", M::Layout},
    {Key::Set, "set", S::Settings, "changes to the layout for this variant"},
    {Key::Include, "include", S::Texts, "sections to show, and tags of tagged things to show"},
    {Key::Exclude, "exclude", S::Texts, "sections and tags to leave out"},
    {Key::Redact, "redact", S::Texts,
     "what must not appear at all: email, phone, location, url, profiles, photo, "
     "summary, a network, a tag, a section"},
    {Key::Order, "order", S::Texts,
     "titles of sections that come first, in this order; the others follow as in the file"},
    {Key::Focus, "focus", S::Texts, "tags and words; what carries one is worth more where the page limit makes choose"},
    {Key::MinSize, "min-size", S::Text, "such as 9pt: tightening makes no text smaller than this"},
    {Key::Locale, "locale", S::Text, "another language and region than the résumé's, for dates and built-in words"},
    {Key::Notes, "notes", S::Boolean, "print the private notes"},
    {Key::Output, "output", S::Text,
     "name of the PDF; `{name}` and `{variant}` stand for the person's and the variant's"},
};

constexpr Field kLayout[] = {
    {Key::Use, "use", S::Text, "name of a layout, or a file"},
    {Key::Set, "set", S::Settings, "changes to it, such as colors.accent"},
};

template <std::size_t N>
constexpr auto plain(const Field (&own)[N]) {
  return std::to_array(own);
}

template <std::size_t N>
constexpr auto selectable(const Field (&own)[N]) {
  std::array<Field, N + std::size(kMeta)> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = own[i];
  for (std::size_t i = 0; i < std::size(kMeta); ++i) all[N + i] = kMeta[i];
  return all;
}

constexpr auto kRootFields = plain(kRoot);
constexpr auto kPersonFields = plain(kPerson);
constexpr auto kSummaryFields = selectable(kSummary);
constexpr auto kContactFields = selectable(kContact);
constexpr auto kProfileFields = selectable(kProfile);
constexpr auto kImageFields = plain(kImage);
constexpr auto kSectionFields = selectable(kSection);
constexpr auto kGroupFields = selectable(kGroup);
constexpr auto kEntryFields = selectable(kEntry);
constexpr auto kPositionFields = selectable(kPosition);
constexpr auto kHighlightFields = selectable(kHighlight);
constexpr auto kKeywordLineFields = selectable(kKeywordLine);
constexpr auto kPublicationFields = selectable(kPublication);
constexpr auto kVariantFields = plain(kVariant);
constexpr auto kLayoutFields = plain(kLayout);

struct Named {
  std::string_view name;
  std::span<const Field> fields;
};

// In the order of the enumeration.
constexpr Named kTable[kMappings] = {
    {"the file", kRootFields},
    {"the person", kPersonFields},
    {"a summary", kSummaryFields},
    {"a contact", kContactFields},
    {"a profile", kProfileFields},
    {"an image", kImageFields},
    {"a section", kSectionFields},
    {"a group", kGroupFields},
    {"an entry", kEntryFields},
    {"a position", kPositionFields},
    {"a highlight", kHighlightFields},
    {"a line of keywords", kKeywordLineFields},
    {"a publication", kPublicationFields},
    {"a variant", kVariantFields},
    {"a layout choice", kLayoutFields},
};

}  // namespace

std::span<const Field> fields_of(Mapping mapping) { return kTable[static_cast<std::size_t>(mapping)].fields; }

std::string_view name_of(Mapping mapping) { return kTable[static_cast<std::size_t>(mapping)].name; }

const Field* find_field(Mapping mapping, std::string_view key) {
  for (const Field& field : fields_of(mapping)) {
    if (field.name == key) return &field;
  }
  return nullptr;
}

}  // namespace broadside::resume
