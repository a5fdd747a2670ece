// SPDX-License-Identifier: MIT
#include "flow/compose.h"

#include <algorithm>
#include <utility>

#include "flow/duration.h"
#include "flow/routing.h"
#include "flow/template.h"
#include "flow/values.h"

namespace broadside::flow {
namespace {

using layout::BlockKind;

constexpr int kDeepestHeading = 6;  // H6 is the last that PDF knows

// What messages call a thing: its words, cut where they get long.
std::string call(const resume::RichText& text) {
  constexpr std::size_t kLongest = 60;
  if (text.text.size() <= kLongest) return text.text;
  std::size_t cut = text.text.rfind(' ', kLongest);
  if (cut == std::string::npos || cut < kLongest / 2) {
    cut = kLongest;
    while (cut > 0 && (static_cast<unsigned char>(text.text[cut]) & 0xC0) == 0x80) --cut;
  }
  return text.text.substr(0, cut) + "…";
}

// What every step of the walk needs.
class Composer {
 public:
  Composer(const resume::Resume& resume, const layout::Layout& layout, Typesetter& typesetter, ShortForms short_forms,
           Diagnostics& diagnostics)
      : resume_(resume),
        layout_(layout),
        typesetter_(typesetter),
        short_forms_(short_forms),
        diagnostics_(diagnostics),
        styles_(style_table(layout)),
        routing_(resume, layout) {}

  Composition compose();

 private:
  // `name` is what the thing is called in messages and, if it has a heading, in the outline.
  Part part(BlockKind kind, const resume::Meta& meta, const Fields& fields, int heading_level,
            const resume::RichText& name);
  void add_short(Part& part, Part short_form) {
    part.short_form.push_back(std::move(short_form));
    part.short_form.back().break_wish = part.break_wish;
  }

  // Nothing is left out silently.
  void add_image(Part& part, const std::optional<resume::Image>& image, const char* name);
  void miss_part(layout::Part::Kind kind, const char* what, const char* so, const char* word, Span span);
  Part masthead();
  Part contacts();
  [[nodiscard]] bool photo_elsewhere() const;
  Part summary();
  Part section(const resume::Section& section);
  Part group(const resume::Group& group, int level);
  Part entry(const resume::Entry& entry, BlockKind kind, int level);
  Part highlight(const resume::Highlight& highlight);
  Part keywords(const resume::KeywordLine& line);
  Part publication(const resume::Publication& publication);
  // A private note stands below what it is about; select() removes those that the variant does not print.
  void add_note(Part& part, const resume::Meta& meta);
  // Everything of one flow.
  void pour(const layout::Flow& flow, std::vector<Part>& out);

  // The template that sets a kind in the flow that is being poured.
  [[nodiscard]] layout::BlockId block_of(BlockKind kind) const {
    const auto index = static_cast<std::size_t>(kind);
    return flow_->blocks.empty() ? static_cast<layout::BlockId>(index) : flow_->blocks[index];
  }
  [[nodiscard]] const std::string& separator(BlockKind kind) const { return layout_.block(block_of(kind)).separator; }

  const resume::Resume& resume_;
  const layout::Layout& layout_;
  Typesetter& typesetter_;
  ShortForms short_forms_;
  Diagnostics& diagnostics_;
  StyleTable styles_;
  const layout::Flow* flow_ = nullptr;  // being poured
  Routing routing_;
};

Part Composer::part(BlockKind kind, const resume::Meta& meta, const Fields& fields, int heading_level,
                    const resume::RichText& name) {
  Part out;
  out.kind = kind;
  out.block = block_of(kind);
  const layout::Block& block = layout_.block(out.block);
  out.node = meta.id;
  out.heading_level = std::min(heading_level, kDeepestHeading);
  out.break_wish = meta.break_wish;
  out.label = call(name);
  out.meta = meta;
  out.meta.note = {};
  for (std::size_t r = 0; r < block.rows.size(); ++r) {
    const layout::Row& set = block.rows[r];
    // A list whose items go one to a row.
    const std::vector<Fields> items = set.cells.size() == 1 && block.separator == "\n"
                                          ? one_each(set.cells.front().text, fields)
                                          : std::vector<Fields>{};
    for (std::size_t i = 0; i < std::max<std::size_t>(items.size(), 1); ++i) {
      RowContent row;
      row.row = static_cast<std::uint32_t>(r);
      for (std::size_t c = 0; c < set.cells.size(); ++c) {
        const layout::Cell& cell = set.cells[c];
        std::optional<text::StyledText> filled =
            fill(cell.text, cell.style, items.empty() ? fields : items[i], layout_, resume_.locale);
        if (!filled) continue;
        filled->hyphenate = kind != BlockKind::Masthead && hyphenates(layout_.style(cell.style), cell.align);
        CellContent content;
        content.cell = static_cast<std::uint32_t>(c);
        // The first cell of a thing with a heading is that heading: its title.
        if (heading_level > 0 && out.rows.empty() && row.cells.empty()) {
          content.role = Role::Heading;
          content.spoken = name.text;
        }
        content.text = typesetter_.shape(*filled, styles_, diagnostics_);
        row.cells.push_back(std::move(content));
      }
      if (!row.cells.empty()) out.rows.push_back(std::move(row));
    }
  }
  if (!block.marker.empty() && !out.rows.empty()) {
    StyledTextBuilder marker(layout_, resume_.locale);
    marker.literal(block.marker, block.marker_style);
    out.marker = typesetter_.shape(marker.take(), styles_, diagnostics_);
  }
  return out;
}

void Composer::add_image(Part& part, const std::optional<resume::Image>& image, const char* name) {
  if (!image) return;
  if (!layout_.block(part.block).picture) {
    diagnostics_.warning("layout-image-unplaced", image->span,
                         "the layout '" + layout_.name + "' has no place for " + name + ", so it is not shown",
                         "take `image: none` out of the layout's block `" +
                             std::string(part.kind == BlockKind::Masthead ? "masthead" : "entry") + "`");
    return;
  }
  // Without a size nobody has read the file, as in tests of the text alone.
  if (image->width == 0 || image->height == 0) return;
  part.image = PartImage{image->number, image->width, image->height, image->alt.text, image->span};
}

void Composer::miss_part(layout::Part::Kind kind, const char* what, const char* so, const char* word, Span span) {
  for (const layout::Flow& flow : layout_.flows) {
    for (const layout::Part& part : flow.parts) {
      if (part.kind == kind) return;
    }
  }
  diagnostics_.warning("layout-part-unplaced", span,
                       "the layout '" + layout_.name + "' has no flow that takes " + what + ", " + so + " not shown",
                       std::string("add `") + word + "` to one of the layout's flows");
}

Part Composer::masthead() {
  const resume::Person& person = resume_.person;
  Fields fields;
  fields.add("name", person.name);
  fields.add("label", person.label);
  add_contacts(person, separator(BlockKind::Masthead), fields);
  Part out = part(BlockKind::Masthead, {}, fields, 1, person.name);
  if (!photo_elsewhere()) add_image(out, person.photo, "the photo");
  for (const resume::Contact& contact : person.contacts) add_note(out, contact.meta);
  return out;
}

Part Composer::contacts() {
  Fields fields;
  add_contacts(resume_.person, separator(BlockKind::Contacts), fields);
  Part out = part(BlockKind::Contacts, {}, fields, 0, {});
  if (layout_.block(out.block).picture) add_image(out, resume_.person.photo, "the photo");
  return out;
}

// The photo stands in one place: with the contacts, if any flow that takes them has one there.
bool Composer::photo_elsewhere() const {
  if (resume_.person.contacts.empty()) return false;
  for (const layout::Flow& flow : layout_.flows) {
    const auto index = static_cast<std::size_t>(BlockKind::Contacts);
    const layout::BlockId id = flow.blocks.empty() ? static_cast<layout::BlockId>(index) : flow.blocks[index];
    for (const layout::Part& part : flow.parts) {
      if (part.kind == layout::Part::Kind::Contacts && layout_.block(id).picture) return true;
    }
  }
  return false;
}

void Composer::add_note(Part& part, const resume::Meta& meta) {
  if (meta.note.empty()) return;
  Fields fields;
  fields.add("text", meta.note);
  part.children.push_back(this->part(BlockKind::Note, {}, fields, 0, meta.note));
}

Part Composer::summary() {
  const auto compose_text = [this](const resume::RichText& text) {
    Fields fields;
    fields.add("text", text);
    resume::RichText name;
    name.text = "Summary";
    Part made = part(BlockKind::Summary, resume_.person.summary_meta, fields, 0, name);
    add_note(made, resume_.person.summary_meta);
    return made;
  };
  Part out = compose_text(resume_.person.summary);
  if (short_forms_ == ShortForms::Compose && !resume_.person.summary_short.empty()) {
    add_short(out, compose_text(resume_.person.summary_short));
  }
  return out;
}

Part Composer::section(const resume::Section& section) {
  Fields fields;
  fields.add("title", section.title);
  Part out = part(BlockKind::Section, section.meta, fields, 2, section.title);
  if (!section.text.empty()) {
    Fields text;
    text.add("text", section.text);
    out.children.push_back(part(BlockKind::Text, {}, text, 0, section.text));
  }
  for (const resume::Group& child : section.groups) out.children.push_back(group(child, 3));
  for (const resume::Entry& child : section.entries) out.children.push_back(entry(child, BlockKind::Entry, 3));
  for (const resume::Highlight& child : section.highlights) out.children.push_back(highlight(child));
  for (const resume::KeywordLine& child : section.keywords) out.children.push_back(keywords(child));
  for (const resume::Publication& child : section.publications) out.children.push_back(publication(child));
  add_note(out, section.meta);
  return out;
}

Part Composer::group(const resume::Group& group, int level) {
  Fields fields;
  fields.add("title", group.title);
  Part out = part(BlockKind::Group, group.meta, fields, level, group.title);
  for (const resume::Entry& child : group.entries) out.children.push_back(entry(child, BlockKind::Entry, level + 1));
  add_note(out, group.meta);
  return out;
}

Part Composer::entry(const resume::Entry& entry, BlockKind kind, int level) {
  Fields fields;
  // What has no title is headed by its organization, as several positions are.
  const resume::RichText& name = entry.title.empty() ? entry.organization : entry.title;
  fields.add("title", name);
  if (!entry.title.empty()) fields.add("organization", entry.organization);
  fields.add("department", entry.department);
  fields.add("location", entry.location);
  fields.add("date", date_text(entry.date, resume_));
  if (prints(layout_.block(block_of(kind)), "duration")) {
    fields.add("duration", duration_text(entry, resume_, diagnostics_));
  }
  fields.add("summary", entry.summary);
  if (!entry.url.empty()) {
    resume::RichText shown;
    shown.text = shown_url(entry.url.url);
    shown.span = entry.url.span;
    fields.add_list("url", {{{shown, entry.url.url}}, {}});
    fields.add_link("url", entry.url.url);
  }
  FieldValue words{{}, separator(kind)};
  for (const resume::KeywordLine& line : entry.keywords) {
    for (const resume::RichText& word : line.keywords) {
      if (line.name.empty()) words.items.push_back({word, {}});
    }
  }
  fields.add_list("keywords", std::move(words));

  Part out = part(kind, entry.meta, fields, level, name);
  add_image(out, entry.image, "images of entries");
  for (const resume::Entry& child : entry.positions) {
    out.children.push_back(this->entry(child, BlockKind::Position, level + 1));
  }
  for (const resume::Highlight& child : entry.highlights) out.children.push_back(highlight(child));
  for (const resume::KeywordLine& child : entry.keywords) {
    if (!child.name.empty()) out.children.push_back(keywords(child));
  }
  add_note(out, entry.meta);
  if (!entry.positions.empty()) {
    Fields again;
    again.add("title", continued(name, resume_));
    out.resumed.push_back(part(kind, {}, again, 0, name));
  }
  if (short_forms_ == ShortForms::Compose && !entry.short_text.empty()) {
    add_short(out, this->entry(resume::shortened(entry), kind, level));
  }
  return out;
}

Part Composer::highlight(const resume::Highlight& highlight) {
  Fields fields;
  fields.add("text", highlight.text);
  Part out = part(BlockKind::Highlight, highlight.meta, fields, 0, highlight.text);
  for (const resume::Highlight& child : highlight.highlights) out.children.push_back(this->highlight(child));
  add_note(out, highlight.meta);
  if (short_forms_ == ShortForms::Compose && !highlight.short_text.empty()) {
    add_short(out, this->highlight(resume::shortened(highlight)));
  }
  return out;
}

Part Composer::keywords(const resume::KeywordLine& line) {
  Fields fields;
  fields.add("name", line.name);
  FieldValue words{{}, separator(BlockKind::Keywords)};
  for (const resume::RichText& word : line.keywords) words.items.push_back({word, {}});
  fields.add_list("keywords", std::move(words));
  Part out = part(BlockKind::Keywords, line.meta, fields, 0, line.name.empty() ? line.keywords.front() : line.name);
  add_note(out, line.meta);
  if (short_forms_ == ShortForms::Compose && !line.short_text.empty()) {
    add_short(out, keywords(resume::shortened(line)));
  }
  return out;
}

Part Composer::publication(const resume::Publication& publication) {
  Fields fields;
  fields.add("title", publication.title);
  FieldValue authors{{}, separator(BlockKind::Publication)};
  for (const resume::RichText& author : publication.authors) authors.items.push_back({author, {}});
  fields.add_list("authors", std::move(authors));
  fields.add("venue", publication.venue);
  fields.add("date", date_text(publication.date, resume_));
  std::string target = publication.url.url;
  if (!publication.doi.empty()) {
    resume::RichText doi;
    doi.text = publication.doi;
    doi.span = publication.meta.span;
    target = "https://doi.org/" + publication.doi;
    fields.add_list("doi", {{{doi, target}}, {}});
    fields.add_link("doi", target);
  }
  if (!publication.url.empty()) {
    resume::RichText shown;
    shown.text = shown_url(publication.url.url);
    shown.span = publication.url.span;
    fields.add_list("url", {{{shown, publication.url.url}}, {}});
  }
  fields.add_link("url", publication.url.empty() ? target : publication.url.url);
  Part out = part(BlockKind::Publication, publication.meta, fields, 0, publication.title);
  add_note(out, publication.meta);
  if (short_forms_ == ShortForms::Compose && !publication.short_text.empty()) {
    add_short(out, this->publication(resume::shortened(publication)));
  }
  return out;
}

void Composer::pour(const layout::Flow& flow, std::vector<Part>& out) {
  flow_ = &flow;
  for (std::size_t at = 0; at < flow.parts.size();) {
    switch (flow.parts[at].kind) {
      case layout::Part::Kind::Masthead:
        out.push_back(masthead());
        ++at;
        break;
      case layout::Part::Kind::Contacts:
        if (!resume_.person.contacts.empty()) out.push_back(contacts());
        ++at;
        break;
      case layout::Part::Kind::Summary:
        if (!resume_.person.summary.empty()) out.push_back(summary());
        ++at;
        break;
      case layout::Part::Kind::Sections:
        for (const resume::Section* taken : routing_.take(flow.parts, at)) out.push_back(section(*taken));
        break;
    }
  }
}

Composition Composer::compose() {
  Composition out;
  out.author = resume_.person.name.text;
  out.title = out.author;
  if (!resume_.person.label.empty()) out.title += " – " + resume_.person.label.text;
  out.language = resume_.locale;
  for (const layout::Flow& flow : layout_.flows) {
    FlowContent& content = out.flows.emplace_back();
    content.flow = flow.name;
    pour(flow, content.parts);
  }
  miss_part(layout::Part::Kind::Masthead, "the masthead", "so the name and the contacts are", "masthead",
            resume_.person.name.span);
  if (!resume_.person.summary.empty()) {
    miss_part(layout::Part::Kind::Summary, "the summary", "so it is", "summary", resume_.person.summary.span);
  }
  for (const resume::Section& section : resume_.sections) {
    if (routing_.taken(section)) continue;
    diagnostics_.warning("layout-section-unplaced", section.meta.span,
                         "the layout '" + layout_.name + "' has no flow that takes the section '" + section.title.text +
                             "', so it is not shown",
                         "add a part `sections` without conditions to one of the layout's flows");
  }
  return out;
}

}  // namespace

Composition compose(const resume::Resume& resume, const layout::Layout& layout, Typesetter& typesetter,
                    ShortForms short_forms, Diagnostics& diagnostics) {
  return Composer(resume, layout, typesetter, short_forms, diagnostics).compose();
}

}  // namespace broadside::flow
