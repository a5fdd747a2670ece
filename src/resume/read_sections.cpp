// SPDX-License-Identifier: MIT
// Sections and all they hold.
#include <algorithm>

#include "base/utf8.h"
#include "resume/markdown.h"
#include "resume/reader.h"

namespace broadside::resume {
namespace {

void unread(Diagnostics& diagnostics, const yaml::Node& key) {
  diagnostics.error("internal-unread", key.span, "this key is in the table of fields but is not read");
}

constexpr std::string_view kContents[] = {"text", "entries", "groups", "highlights", "keywords", "publications"};

// Hangul, kana, ideographs and full-width forms take twice the room of a letter.
std::size_t width_of(const RichText& text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.text.size();) {
    const Decoded c = decode_utf8_lossy(text.text, at);
    const char32_t code = c.code_point;
    const bool wide = (code >= 0x1100 && code < 0x1160) || (code >= 0x2E80 && code < 0xA4D0) ||
                      (code >= 0xAC00 && code < 0xD7B0) || (code >= 0xF900 && code < 0xFB00) ||
                      (code >= 0xFF00 && code < 0xFF61) || (code >= 0x20000 && code < 0x40000);
    width += wide ? 2 : 1;
    at += c.size;
  }
  return width;
}

std::size_t longest(const std::vector<Highlight>& list) {
  std::size_t most = 0;
  for (const Highlight& one : list) most = std::max({most, width_of(one.text), longest(one.highlights)});
  return most;
}

std::size_t longest(const std::vector<KeywordLine>& list) {
  std::size_t most = 0;
  for (const KeywordLine& line : list) {
    std::size_t width = width_of(line.name);
    for (const RichText& word : line.keywords) width += width_of(word) + 2;
    most = std::max(most, width);
  }
  return most;
}

std::size_t longest(const std::vector<Entry>& list) {
  std::size_t most = 0;
  for (const Entry& entry : list) {
    most = std::max({most, width_of(entry.title), width_of(entry.summary), longest(entry.highlights),
                     longest(entry.keywords), longest(entry.positions)});
  }
  return most;
}

// As written: what a variant shortens stays in the column that it was made for.
std::size_t longest(const Section& section) {
  std::size_t most = std::max(
      {width_of(section.text), longest(section.entries), longest(section.highlights), longest(section.keywords)});
  for (const Group& group : section.groups) most = std::max(most, longest(group.entries));
  for (const Publication& one : section.publications) most = std::max(most, width_of(one.title));
  return most;
}

}  // namespace

Section Reader::section(const Node& node) {
  Section out;
  out.meta = begin_meta(node);
  const Node* first = nullptr;
  for (const Given& given : fields(node, Mapping::Section)) {
    const Node& value = *given.value;
    const bool content =
        std::find(std::begin(kContents), std::end(kContents), given.field->name) != std::end(kContents);
    if (content) {
      if (first != nullptr) {
        Diagnostic& report = diagnostics_.error(
            "resume-section", given.key->span,
            "a section holds either '" + out.kind + "' or '" + std::string(given.field->name) + "', not both",
            "make a second section of it");
        report.hints.push_back({"'" + out.kind + "' stands here", first->span});
        continue;
      }
      first = given.key;
      out.kind = given.field->name;
    }
    switch (given.field->key) {
      case Key::Title:
        out.title = text(value);
        break;
      case Key::Text:
        out.text = markdown(value);
        break;
      case Key::Entries:
        for (const Node* item : items(value)) out.entries.push_back(entry(*item, Mapping::Entry));
        break;
      case Key::Groups:
        for (const Node* item : items(value)) out.groups.push_back(group(*item));
        break;
      case Key::Highlights:
        out.highlights = highlights(value);
        break;
      case Key::Keywords:
        out.keywords = keyword_lines(value);
        break;
      case Key::Publications:
        for (const Node* item : items(value)) out.publications.push_back(publication(*item));
        break;
      default:
        if (!read_meta(given, out.meta)) unread(diagnostics_, *given.key);
    }
  }
  const bool some = std::any_of(std::begin(kContents), std::end(kContents),
                                [&](std::string_view key) { return node.find(key) != nullptr; });
  if (node.is_map() && !some) {
    const Span place = node.pairs.empty() ? node.span : node.pairs.front().key.span;
    diagnostics_.error("resume-section", place, "this section holds nothing",
                       "give it one of text, entries, groups, highlights, keywords, publications");
  }
  out.longest = longest(out);
  return out;
}

Group Reader::group(const Node& node) {
  Group out;
  out.meta = begin_meta(node);
  for (const Given& given : fields(node, Mapping::Group)) {
    if (given.field->key == Key::Title) {
      out.title = text(*given.value);
    } else if (given.field->key == Key::Entries) {
      for (const Node* item : items(*given.value)) out.entries.push_back(entry(*item, Mapping::Entry));
    } else if (!read_meta(given, out.meta)) {
      unread(diagnostics_, *given.key);
    }
  }
  return out;
}

Entry Reader::entry(const Node& node, Mapping mapping) {
  Entry out;
  out.meta = begin_meta(node);
  const Node *whole = nullptr, *start = nullptr, *end = nullptr;
  for (const Given& given : fields(node, mapping)) {
    const Node& value = *given.value;
    switch (given.field->key) {
      case Key::Title:
        out.title = text(value);
        break;
      case Key::Organization:
        out.organization = text(value);
        break;
      case Key::Department:
        out.department = text(value);
        break;
      case Key::Location:
        out.location = text(value);
        break;
      case Key::Url:
        out.url = url(value);
        break;
      case Key::Date:
        whole = &value;
        break;
      case Key::Start:
        start = &value;
        break;
      case Key::End:
        end = &value;
        break;
      case Key::Summary:
        out.summary = markdown(value);
        break;
      case Key::Short:
        out.short_text = markdown(value);
        break;
      case Key::Highlights:
        out.highlights = highlights(value);
        break;
      case Key::Keywords:
        out.keywords = keyword_lines(value);
        break;
      case Key::Positions:
        for (const Node* item : items(value)) out.positions.push_back(entry(*item, Mapping::Position));
        break;
      case Key::Image:
        out.image = image(value);
        break;
      default:
        if (!read_meta(given, out.meta)) unread(diagnostics_, *given.key);
    }
  }
  out.date = finish_dates(whole, start, end);
  // A misspelt key may well be the title; its own report says so.
  const bool named = std::any_of(node.pairs.begin(), node.pairs.end(), [&](const yaml::Pair& pair) {
    const Field* field = find_field(mapping, pair.key.scalar);
    return field == nullptr || field->key == Key::Title || field->key == Key::Organization;
  });
  if (node.is_map() && !named) {
    const Span place = node.pairs.empty() ? node.span : node.pairs.front().key.span;
    const bool position = mapping == Mapping::Position;
    diagnostics_.error("resume-missing", place,
                       position ? "a position needs 'title'" : "an entry needs 'title' or 'organization'",
                       "add 'title: …' (role, degree, project, award)");
  }
  return out;
}

std::vector<Highlight> Reader::highlights(const Node& node) {
  std::vector<Highlight> out;
  for (const Node* item : items(node)) {
    if (!item->is_null()) out.push_back(highlight(*item));
  }
  return out;
}

Highlight Reader::highlight(const Node& node) {
  Highlight out;
  out.meta = begin_meta(node);
  if (node.is_scalar()) {
    out.text = markdown(node);
    return out;
  }
  // "- Result: 15 % faster" without quotes is a map with one key nobody knows.
  if (node.is_map() && node.pairs.size() == 1 &&
      find_field(Mapping::Highlight, node.pairs.front().key.scalar) == nullptr) {
    const yaml::Pair& pair = node.pairs.front();
    if (pair.value.is_scalar()) {
      diagnostics_.error("resume-colon", pair.key.span, "the colon makes this a key and a value, not one text",
                         "put the text in quotes:\n- \"" + pair.key.scalar + ": " + pair.value.scalar + "\"");
      return out;
    }
  }
  for (const Given& given : fields(node, Mapping::Highlight)) {
    if (given.field->key == Key::Text) {
      out.text = markdown(*given.value);
    } else if (given.field->key == Key::Short) {
      out.short_text = markdown(*given.value);
    } else if (given.field->key == Key::Highlights) {
      out.highlights = highlights(*given.value);
    } else if (!read_meta(given, out.meta)) {
      unread(diagnostics_, *given.key);
    }
  }
  return out;
}

// A list of bare texts is one line without a name.
std::vector<KeywordLine> Reader::keyword_lines(const Node& node) {
  std::vector<KeywordLine> out;
  const auto all = items(node);
  const bool bare = std::all_of(all.begin(), all.end(), [](const Node* item) { return item->is_scalar(); });
  if (bare) {
    KeywordLine line;
    line.meta = begin_meta(node);
    line.keywords = keywords(node);
    if (!line.keywords.empty()) out.push_back(std::move(line));
    return out;
  }
  for (const Node* item : all) {
    if (item->is_null()) continue;
    KeywordLine line = keyword_line(*item);
    if (!line.keywords.empty()) out.push_back(std::move(line));
  }
  return out;
}

KeywordLine Reader::keyword_line(const Node& node) {
  KeywordLine out;
  out.meta = begin_meta(node);
  if (node.is_scalar()) {
    out.keywords = keywords(node);
    return out;
  }
  for (const Given& given : fields(node, Mapping::KeywordLine)) {
    if (given.field->key == Key::Name) {
      out.name = text(*given.value);
    } else if (given.field->key == Key::Keywords) {
      out.keywords = keywords(*given.value);
    } else if (given.field->key == Key::Short) {
      out.short_text = markdown(*given.value);
    } else if (!read_meta(given, out.meta)) {
      unread(diagnostics_, *given.key);
    }
  }
  return out;
}

// A single text is split at its commas, but not inside brackets: "C++ (STL, Boost), Python" are two.
std::vector<RichText> Reader::keywords(const Node& node) {
  std::vector<RichText> out;
  if (!node.is_scalar()) {
    for (RichText& word : texts(node)) {
      if (!word.empty()) out.push_back(std::move(word));
    }
    return out;
  }
  const RichText whole = text(node);
  std::string word;
  int depth = 0;
  const auto finish = [&] {
    RichText part = plain_text(word);
    part.span = node.span;
    if (!part.empty()) out.push_back(std::move(part));
    word.clear();
  };
  for (const char c : whole.text) {
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (c == ',' && depth == 0) {
      finish();
    } else {
      word += c;
    }
  }
  finish();
  return out;
}

Publication Reader::publication(const Node& node) {
  Publication out;
  out.meta = begin_meta(node);
  for (const Given& given : fields(node, Mapping::Publication)) {
    const Node& value = *given.value;
    switch (given.field->key) {
      case Key::Title:
        out.title = text(value);
        break;
      case Key::Authors:
        out.authors = texts(value);
        break;
      case Key::Venue:
        out.venue = text(value);
        break;
      case Key::Date:
        out.date = date(value);
        break;
      case Key::Doi: {
        out.doi = text(value).text;
        for (const std::string_view prefix : {"https://doi.org/", "http://dx.doi.org/", "doi:"}) {
          if (out.doi.starts_with(prefix)) out.doi.erase(0, prefix.size());
        }
        if (!out.doi.starts_with("10.") || out.doi.find('/') == std::string::npos) {
          diagnostics_.error("resume-value", value.span, "'" + value.scalar + "' is not a DOI",
                             "it looks like 10.1000/182");
        }
        break;
      }
      case Key::Url:
        out.url = url(value);
        break;
      case Key::Short:
        out.short_text = markdown(value);
        break;
      default:
        if (!read_meta(given, out.meta)) unread(diagnostics_, *given.key);
    }
  }
  return out;
}

}  // namespace broadside::resume
