// SPDX-License-Identifier: MIT
// The top level: format, locale, variants, layout, labels.
#include "resume/read.h"

#include <algorithm>
#include <set>

#include "base/nearest.h"
#include "resume/foreign.h"
#include "resume/reader.h"
#include "resume/select.h"
#include "unicode/locale.h"
#include "unicode/words.h"

namespace broadside::resume {
namespace {

constexpr std::size_t kMostVariants = 16;

std::vector<std::string_view> label_keys() {
  std::vector<std::string_view> keys;
  for (int i = 0; i < unicode::kBuiltIns; ++i) keys.push_back(unicode::label_key(static_cast<unicode::BuiltIn>(i)));
  return keys;
}

bool plain_file_name(const std::string& name) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; };
  return !name.empty() && name.front() != '.' && name.find_first_of("/\\:") == std::string::npos &&
         name.size() <= 200 && std::none_of(name.begin(), name.end(), control);
}

}  // namespace

namespace {

// What has no priority of its own takes that of what it stands in, so that one number raises a whole job.
void inherit(Meta& meta, int above) {
  if (!meta.own_priority) meta.priority = above;
}

void inherit(std::vector<Highlight>& highlights, int above) {
  for (Highlight& highlight : highlights) {
    inherit(highlight.meta, above);
    inherit(highlight.highlights, highlight.meta.priority);
  }
}

void inherit(std::vector<KeywordLine>& lines, int above) {
  for (KeywordLine& line : lines) inherit(line.meta, above);
}

void inherit(std::vector<Entry>& entries, int above) {
  for (Entry& entry : entries) {
    inherit(entry.meta, above);
    inherit(entry.highlights, entry.meta.priority);
    inherit(entry.keywords, entry.meta.priority);
    inherit(entry.positions, entry.meta.priority);
  }
}

void inherit_priorities(Resume& resume) {
  for (Section& section : resume.sections) {
    const int above = section.meta.priority;
    for (Group& group : section.groups) {
      inherit(group.meta, above);
      inherit(group.entries, group.meta.priority);
    }
    inherit(section.entries, above);
    inherit(section.highlights, above);
    inherit(section.keywords, above);
    for (Publication& publication : section.publications) inherit(publication.meta, above);
  }
}

}  // namespace

Resume Reader::read_root(const Node& root) {
  Resume out;
  out.span = root.span;
  const Node* given_variants = nullptr;
  for (const Given& given : fields(root, Mapping::Root)) {
    const Node& value = *given.value;
    switch (given.field->key) {
      case Key::Format:
        out.format = integer(value, *given.field, 1);
        break;
      case Key::Locale:
        if (std::string tag = locale(value); !tag.empty()) out.locale = std::move(tag);
        break;
      case Key::AsOf:
        out.as_of = date_point(value);
        break;
      case Key::Person:
        out.person = person(value);
        break;
      case Key::Sections:
        for (const Node* item : items(value)) out.sections.push_back(section(*item));
        break;
      case Key::Variants:
        given_variants = &value;
        break;
      case Key::Layout:
        out.layout = layout(value);
        break;
      case Key::Labels:
        labels(value, out);
        break;
      default:
        diagnostics_.error("internal-unread", given.key->span, "this key is in the table of fields but is not read");
    }
  }
  if (given_variants != nullptr) variants(*given_variants, out);
  // The two that exist anyway stand first, unless the file says what they are and where.
  const auto missing = [&](std::string_view name) {
    return std::none_of(out.variants.begin(), out.variants.end(), [&](const Variant& v) { return v.name == name; });
  };
  std::vector<Variant> defaults;
  if (missing("full")) defaults.emplace_back().name = "full";
  if (missing("one-page")) {
    defaults.emplace_back().name = "one-page";
    defaults.back().pages = 1;
  }
  out.variants.insert(out.variants.begin(), defaults.begin(), defaults.end());
  inherit_priorities(out);
  return out;
}

// Empty if there is no such language.
std::string Reader::locale(const Node& node) {
  std::string tag = node.scalar;
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (unicode::is_known_locale(tag)) return tag;
  diagnostics_.error("resume-locale", node.span, "'" + node.scalar + "' is not a known language",
                     "write language and region, such as en-US, de-DE or zh-CN");
  return {};
}

void Reader::labels(const Node& node, Resume& out) {
  for (const yaml::Pair& pair : node.pairs) {
    const std::vector<std::string_view> known = label_keys();
    const std::string& word = pair.key.scalar;
    if (std::find(known.begin(), known.end(), word) == known.end()) {
      const std::string_view near = nearest(word, known);
      std::string all;
      for (const std::string_view key : known) all += (all.empty() ? "" : ", ") + std::string(key);
      diagnostics_.error("resume-unknown-key", pair.key.span, "there is no built-in word '" + word + "'",
                         near.empty() ? "the words are " + all : "did you mean '" + std::string(near) + "'?");
    } else if (!pair.value.is_scalar()) {
      diagnostics_.error("resume-type", pair.value.span, "a label must be a text");
    } else {
      out.labels[word] = pair.value.scalar;
    }
  }
}

LayoutChoice Reader::layout(const Node& node) {
  LayoutChoice out;
  out.span = node.span;
  if (node.is_scalar()) {
    out.use = node.scalar;
    return out;
  }
  for (const Given& given : fields(node, Mapping::Layout)) {
    if (given.field->key == Key::Use) {
      out.use = given.value->scalar;
      out.span = given.value->span;
    } else if (given.field->key == Key::Set) {
      settings(*given.value, "", out.set);
    }
  }
  return out;
}

// More than any layout has. Each one is looked for in the whole layout, and named by its nearest if it is unknown.
constexpr std::size_t kMostSettings = 300;

void Reader::settings(const Node& node, const std::string& prefix, std::vector<Setting>& out) {
  for (const yaml::Pair& pair : node.pairs) {
    const std::string path = prefix.empty() ? pair.key.scalar : prefix + "." + pair.key.scalar;
    if (pair.value.is_map()) {
      settings(pair.value, path, out);
    } else if (out.size() == kMostSettings) {
      diagnostics_.error("resume-too-many-settings", pair.key.span,
                         "more than " + std::to_string(kMostSettings) + " settings of the layout",
                         "write a layout file of your own, and name it in `layout:`");
      return;
    } else if (pair.value.is_scalar()) {
      out.push_back({path, pair.value.scalar, pair.value.span});
    } else {
      diagnostics_.error("resume-type", pair.value.is_null() ? pair.key.span : pair.value.span,
                         "the setting '" + path + "' must have one text as its value",
                         "to change a part of a list, write a layout file of your own");
    }
  }
}

void Reader::check_rule_words(const Node& node, const std::set<std::string>& known) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  for (const std::string_view key : {"include", "exclude", "redact", "order"}) {
    const Node* rules = node.find(key);
    if (rules == nullptr) continue;
    for (const Node* word : items(*rules)) {
      if (!word->is_scalar() || known.contains(folded_word(word->scalar))) continue;
      const bool guess = guesses_ < kMostGuesses;
      if (guess) ++guesses_;
      const std::string_view near = guess ? nearest(word->scalar, candidates) : std::string_view();
      diagnostics_.warning("resume-unused-word", word->span,
                           "'" + std::string(key) + "' names '" + word->scalar + "', but nothing here is called that",
                           near.empty() ? "it can name tags, titles of sections and groups, and parts of the person"
                                        : "did you mean '" + std::string(near) + "'?");
    }
  }
}

void Reader::variants(const Node& node, Resume& out) {
  std::set<std::string> outputs;
  std::set<std::string> known;
  for (const yaml::Pair& pair : node.pairs) {
    if (out.variants.size() >= kMostVariants) {
      diagnostics_.error("resume-too-many-variants", pair.key.span,
                         "more than " + std::to_string(kMostVariants) + " variants");
      return;
    }
    if (!plain_file_name(pair.key.scalar)) {
      diagnostics_.error("resume-value", pair.key.span,
                         "'" + pair.key.scalar + "' cannot name a variant, because it becomes part of a file's name",
                         "use letters, digits and hyphens");
      continue;
    }
    out.variants.push_back(variant(pair.key, pair.value));
    Variant& added = out.variants.back();
    added.output = Reader::output(added, out.person);
    if (!added.include.empty() || !added.exclude.empty() || !added.redact.empty() || !added.order.empty()) {
      if (known.empty()) known = rule_words(out);
      check_rule_words(pair.value, known);
    }
    if (!added.output.empty() && !outputs.insert(added.output).second) {
      diagnostics_.error("resume-output", pair.value.find("output")->span,
                         "two variants would write '" + added.output + "'");
    }
  }
}

Variant Reader::variant(const Node& key, const Node& node) {
  Variant out;
  out.name = key.scalar;
  out.span = key.span;
  if (node.is_null()) return out;  // "full:" alone is as good as "full: {}"
  for (const Given& given : fields(node, Mapping::Variant)) {
    const Node& value = *given.value;
    switch (given.field->key) {
      case Key::Pages:
        out.pages = integer(value, *given.field, 1);
        break;
      case Key::Layout: {
        const LayoutChoice choice = layout(value);
        if (value.is_scalar() || value.find("use") != nullptr) out.layout = choice.use;
        out.set.insert(out.set.begin(), choice.set.begin(), choice.set.end());
        break;
      }
      case Key::Set:
        settings(value, "", out.set);
        break;
      case Key::Include:
        out.include = words(value);
        break;
      case Key::Exclude:
        out.exclude = words(value);
        break;
      case Key::Redact:
        out.redact = words(value);
        break;
      case Key::Order:
        out.order = words(value);
        break;
      case Key::Focus:
        out.focus = words(value);
        break;
      case Key::MinSize:
        out.min_size = min_size(value);
        break;
      case Key::Locale:
        out.locale = locale(value);
        break;
      case Key::Notes:
        out.notes = boolean(value);
        break;
      case Key::Output:
        out.output = value.scalar;
        if (!plain_file_name(out.output)) {
          diagnostics_.error("resume-output", value.span, "'" + out.output + "' is not one plain file name",
                             "write a name without folders; -o chooses the folder");
        } else if (!out.output.ends_with(".pdf")) {
          out.output += ".pdf";  // also so that it cannot be the name of the résumé itself
        }
        break;
      default:
        diagnostics_.error("internal-unread", given.key->span, "this key is in the table of fields but is not read");
    }
  }
  return out;
}

std::optional<Resume> read(const yaml::Node& root, const Sources& sources, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  if (root.is_null()) {
    diagnostics.error("resume-empty", root.span, "the file holds no résumé", "begin with 'person:' and 'sections:'");
    return std::nullopt;
  }
  if (reject_foreign(root, diagnostics)) return std::nullopt;
  Resume resume = Reader(sources, diagnostics).read_root(root);
  if (diagnostics.error_count() > errors) return std::nullopt;
  return resume;
}

}  // namespace broadside::resume
