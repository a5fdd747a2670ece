// SPDX-License-Identifier: MIT
// What a résumé is. Comes from resume/read.h (YAML) or import/; goes to resume/select.h, flow/compose.h
// and export/. Plain values: a selected résumé has the same type as the one read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/length.h"
#include "diag/source.h"
#include "resume/date.h"
#include "resume/rich_text.h"

namespace broadside::resume {

/// Stable number of a selectable thing (section, group, entry, position, highlight, contact, keyword
/// line, publication, summary): its place in the order of the file, from 1. 0 = not selectable.
/// `select` keeps the ids, so heights, choices and source places can be told of the same thing.
using NodeId = std::uint32_t;

enum class Keep : std::uint8_t { Free, Always, Never };
enum class BreakWish : std::uint8_t { Auto, Before, Avoid };

/// What every selectable thing may carry.
struct Meta {
  NodeId id = 0;
  int priority = 3;  ///< 1 (first to go) … 5; where the file gives none, that of what it stands in, at the top 3
  bool own_priority = false;  ///< the file gives one
  Keep keep = Keep::Free;
  std::optional<int> at_least;  ///< of its children, once it is shown
  BreakWish break_wish = BreakWish::Auto;
  std::vector<std::string> tags;
  RichText note;  ///< private; only variants with `notes: true` print it
  Span span;
};

struct Link {
  std::string url;  ///< checked: http, https, mailto, tel
  Span span;
  [[nodiscard]] bool empty() const { return url.empty(); }
};

/// A bullet. Its children are its nested highlights.
struct Highlight {
  Meta meta;
  RichText text;
  RichText short_text;  ///< empty = has no short wording
  std::vector<Highlight> highlights;
};

/// "Languages: C++, Python".
struct KeywordLine {
  Meta meta;
  RichText name;
  std::vector<RichText> keywords;
  RichText short_text;
};

struct Publication {
  Meta meta;
  RichText title;
  std::vector<RichText> authors;
  RichText venue;
  Date date;
  std::string doi;
  Link url;
  RichText short_text;
};

struct Image {
  std::string path;  ///< as written, below the résumé's folder
  RichText alt;
  Span span;
  // Filled in by who reads the file:
  std::uint32_t number = 0;  ///< among the images of the run
  std::uint32_t width = 0;   ///< pixels, upright; 0 = not read
  std::uint32_t height = 0;
};

/// A job, a degree, a project … A position (one of several jobs under one organization) is an Entry too.
struct Entry {
  Meta meta;
  RichText title;
  RichText organization;
  RichText department;
  RichText location;
  Link url;
  Date date;
  RichText summary;
  RichText short_text;  ///< a whole entry in one line, instead of its own lines and children
  std::vector<Highlight> highlights;
  std::vector<KeywordLine> keywords;
  std::vector<Entry> positions;
  std::optional<Image> image;
};

struct Group {
  Meta meta;
  RichText title;
  std::vector<Entry> entries;
};

/// Exactly one of the lists (or text) is filled; the reader checks that.
struct Section {
  Meta meta;
  RichText title;
  std::string kind;  ///< "text", "entries", "groups", "highlights", "keywords", "publications"
  RichText text;
  std::vector<Entry> entries;
  std::vector<Group> groups;
  std::vector<Highlight> highlights;
  std::vector<KeywordLine> keywords;
  std::vector<Publication> publications;
  std::size_t longest = 0;  ///< characters of its longest paragraph or point as written; wide ones count twice
};

enum class ContactKind : std::uint8_t { Location, Email, Phone, Url, Profile };

/// One item of the contact line.
struct Contact {
  Meta meta;
  ContactKind kind = ContactKind::Url;
  std::string network;  ///< profiles: "GitHub"
  RichText text;        ///< what is printed
  Link url;             ///< empty for a location
};

struct Person {
  RichText name;
  RichText label;
  RichText summary;
  RichText summary_short;
  Meta summary_meta;
  std::vector<Contact> contacts;  ///< in the order of the file's keys
  std::optional<Image> photo;
};

/// One change to the layout, such as "colors.accent" = "#0a6".
struct Setting {
  std::string path;
  std::string value;
  Span span;  ///< of the value
};

/// What a variant shows.
struct Variant {
  std::string name;
  Span span;
  std::optional<int> pages;  ///< none = as many as needed
  std::string layout;        ///< empty = the résumé's
  std::vector<Setting> set;  ///< in order
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<std::string> redact;
  std::vector<std::string> order;  ///< titles of sections that come first
  std::vector<std::string> focus;  ///< tags and words whose things are worth more, with a page limit
  std::optional<Length> min_size;  ///< the tightening makes no text smaller than this
  std::string locale;              ///< empty = the résumé's
  bool notes = false;
  std::string output;  ///< empty = the rule of the command line
};

struct LayoutChoice {
  std::string use = "classic";
  Span span;
  std::vector<Setting> set;  ///< in order
};

struct Resume {
  int format = 1;
  std::string locale = "en-US";
  std::optional<PartialDate> as_of;  ///< until when `present` counts
  Person person;
  std::vector<Section> sections;
  std::vector<Variant> variants;  ///< at least `full` and `one-page`
  LayoutChoice layout;
  std::map<std::string, std::string> labels;  ///< overrides of built-in words
  Span span;
};

}  // namespace broadside::resume
