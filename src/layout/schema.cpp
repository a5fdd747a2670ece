// SPDX-License-Identifier: MIT
// The tables themselves (schema.h), innermost first. A key that is not here cannot be read; limits are checked where a
// value is read, so a new key needs one line here and one where it is used.
#include "layout/schema.h"

#include <algorithm>
#include <array>

namespace broadside::layout {

namespace {

using W = std::string_view;

constexpr double kMaxLength = 1440;  // 20 inches: no gap or type size on paper is larger
constexpr double kMaxPaper = 14400;  // the largest page side that PDF 1.7 readers accept (ISO 32000-1, annex C)
constexpr double kMinPaper = 72;

constexpr W kAligns[] = {"left", "right", "center", "justify"};
constexpr W kPlaces[] = {"right", "left", "above"};
constexpr W kQuotes[] = {"as-typed", "curly"};
constexpr W kCases[] = {"none", "upper"};
constexpr W kTopics[] = {"experience", "education", "skills",   "languages",    "certificates", "awards",
                         "patents",    "interests", "projects", "publications", "volunteering", "references"};
constexpr W kKinds[] = {"text", "entries", "groups", "highlights", "keywords", "publications"};

constexpr Key kPaper[] = {
    {"width", Form::Length, "width of the page", kMinPaper, kMaxPaper},
    {"height", Form::Length, "height of the page", kMinPaper, kMaxPaper},
};
constexpr Key kMargins[] = {
    {"top", Form::Length, "above the boxes (of a box's padding: above its text)", 0, kMaxLength},
    {"right", Form::Length, "right of them", 0, kMaxLength},
    {"bottom", Form::Length, "below them", 0, kMaxLength},
    {"left", Form::Length, "left of them", 0, kMaxLength},
};
constexpr Key kHang[] = {
    {"signs", Form::Text, "the signs it is about, as one text: \".,\""},
    {"left", Form::Factor, "how far they hang out of the left edge, as a share of their width", 0, 1},
    {"right", Form::Factor, "how far out of the right edge", 0, 1},
    {"italic", Form::Flag, "only in italic faces (`true`), or only in upright ones (`false`)"},
};
constexpr Key kFont[] = {
    {"family", Form::Text, "name of the type family"},
    {"weight", Form::Whole, "weight of plain text (default 400)", 1, 1000},
    {"bold", Form::Whole, "weight of **bold** (default 700)", 1, 1000},
    {"mono", Form::Text, "family for `code` (default: the same family)"},
    {"features", Form::Features, "OpenType features for all text in this font"},
    {"protrusion", Form::Factor, "`protrusion` of the styles in this font that say none themselves", 0, 1},
    {"expansion", Form::Factor,
     "`expansion` of the styles in this font that say none themselves; 0 = its letters keep their width", 0, 0.05},
    {"hang", Form::List, "signs that hang otherwise than in other faces", 0, 0, {}, &kHangKeys},
};
constexpr Key kStyle[] = {
    {"extends", Form::Name, "the style it takes everything else from (default `body`)"},
    {"font", Form::Name, "a name from `fonts`"},
    {"size", Form::Length, "type size; em and % count from the style it extends", 0.1, 288},
    {"leading", Form::Leading, "baseline to baseline: a factor of the size, or a length", 0.5, 288},
    {"color", Form::Color, "colour of the text"},
    {"link-color", Form::Color, "colour of links (default: the text's)"},
    {"align", Form::Word, "how lines stand", 0, 0, kAligns},
    {"weight", Form::Whole, "weight of plain text", 1, 1000},
    {"bold", Form::Whole, "weight of **bold**", 1, 1000},
    {"italic", Form::Flag, "italic"},
    {"case", Form::Word, "`upper` prints capitals; the outline keeps what was typed", 0, 0, kCases},
    {"features", Form::Features, "OpenType features, added to the font's"},
    {"letter-spacing", Form::Length, "in em, at most 0.03em: more tears words apart for text extraction", 0, 0.03},
    {"hyphenate", Form::Flag, "divide words of justified text (default false: a divided word is lost to searches)"},
    {"protrusion", Form::Factor, "how far signs at even edges hang into the margins, 0 to 1 (default 1)", 0, 1},
    {"expansion", Form::Factor, "justified text: most that letters are widened or narrowed (default 0.02)", 0, 0.05},
};
constexpr Key kBox[] = {
    {"name", Form::Text, "for `below` and `right-of`"},
    {"flow", Form::Name, "the flow that fills it"},
    {"x", Form::Dimension, "left edge, from the left margin", 0, kMaxPaper},
    {"y", Form::Dimension, "top edge, from the top margin", 0, kMaxPaper},
    {"width", Form::Dimension, "default `rest`", 0, kMaxPaper},
    {"height", Form::Dimension, "default `rest`", 0, kMaxPaper},
    {"below", Form::Name, "a box of the same page that it stands below"},
    {"right-of", Form::Name, "a box of the same page that it stands right of"},
    {"gap", Form::Length, "distance to the box named by `below` or `right-of`", 0, kMaxLength},
    {"background", Form::Color, "drawn behind the text; a box with one may have no flow"},
    {"bleed", Form::Flag, "the background runs on to the edges of the paper that the box touches"},
    {"padding", Form::Map, "between the box's edge and its text", 0, 0, {}, &kMarginKeys, "*"},
};
constexpr Key kAfter[] = {
    {"ended", Form::Texts, "the flows of which nothing is left; of several sets, the first that applies is taken"},
    {"boxes", Form::List, "boxes of the following pages from then on", 0, 0, {}, &kBoxKeys},
};
constexpr Key kBoxes[] = {
    {"first", Form::List, "boxes of the first page", 0, 0, {}, &kBoxKeys},
    {"next", Form::List, "boxes of the following pages (default: those of the first)", 0, 0, {}, &kBoxKeys},
    {"after", Form::List, "other boxes for the following pages, once certain flows have ended", 0, 0, {}, &kAfterKeys},
};
constexpr Key kPart[] = {
    {"titles", Form::Texts, "the sections with these titles, in this order"},
    {"kinds", Form::Texts, "the sections of these kinds: text, entries, groups, highlights, keywords, publications", 0,
     0, kKinds},
    {"tags", Form::Texts, "the sections with one of these tags"},
    {"topics", Form::Texts,
     "the sections about these, by their usual titles in any known language, or by a tag of that name: experience, "
     "education, skills, languages, certificates, awards, patents, interests, projects, publications, volunteering, "
     "references",
     0, 0, kTopics},
    {"longest", Form::Whole, "the sections in which no paragraph or point has more characters than this", 1, 100000},
};
constexpr Key kRule[] = {
    {"thickness", Form::Length, "default 0.5pt", 0, 72},
    {"gap", Form::Length, "between the line and the text (default 2pt)", 0, kMaxLength},
    {"color", Form::Color, "default: the body's"},
};
constexpr Key kCell[] = {
    {"text", Form::Template, "the template"},
    {"style", Form::Name, "default: the block's"},
    {"align", Form::Word, "default: the style's", 0, 0, kAligns},
    {"width", Form::Dimension, "default: the first cell takes the rest, the others are as wide as their text", 0,
     kMaxPaper},
};
constexpr Key kRow[] = {
    {"text", Form::Template, "the template of a row of one cell"},
    {"style", Form::Name, "style of its cells (default: the block's)"},
    {"align", Form::Word, "default: the style's", 0, 0, kAligns},
    {"cells", Form::List, "several cells side by side, on one baseline", 0, 0, {}, &kCellKeys, "text"},
    {"gap", Form::Length, "between cells (default 1em)", 0, kMaxLength},
    {"before", Form::Length, "space above, unless it is the block's first row", 0, kMaxLength},
};
constexpr Key kPicture[] = {
    {"place", Form::Word, "right or left of the rows, or above them (default right; for an entry left)", 0, 0, kPlaces},
    {"width", Form::Dimension, "most; a percentage is of the block's width (default 24mm; for an entry 11mm)", 0,
     kMaxPaper},
    {"height", Form::Length, "most (default 32mm; for an entry 11mm)", 1, kMaxPaper},
    {"gap", Form::Length, "to the rows (default 6mm; for an entry 3mm)", 0, kMaxLength},
    {"align", Form::Word, "above the rows: where it stands (default center)", 0, 0, kAligns},
};
constexpr Key kBlock[] = {
    {"before", Form::Length, "space above; dropped at the top of a box", 0, kMaxLength},
    {"between", Form::Length, "space above when the block before it is a sibling of the same kind (default `before`)",
     0, kMaxLength},
    {"after", Form::Length, "space below, always kept", 0, kMaxLength},
    {"indent", Form::Length, "left edge, from that of the block it is in", 0, kMaxLength},
    {"marker", Form::Text, "bullet, hung before the text"},
    {"marker-style", Form::Name, "default: the block's"},
    {"marker-width", Form::Length, "room for the marker (default 1em)", 0, kMaxLength},
    {"separator", Form::Text,
     "between the items of {contacts}, {keywords}, {authors} (default \", \"); \"\\n\" gives each a row"},
    {"keep-with-next", Form::Flag, "never the last thing on a page"},
    {"rule-above", Form::Map, "a line above", 0, 0, {}, &kRuleKeys, "thickness"},
    {"rule-below", Form::Map, "a line below", 0, 0, {}, &kRuleKeys, "thickness"},
    {"image",
     Form::Map,
     "of masthead, contacts, entry and position: the place of the picture, or `none`",
     0,
     0,
     {},
     &kPictureKeys,
     "place"},
    {"style", Form::Name, "style of its rows (default `body`)"},
    {"rows", Form::List, "what it prints", 0, 0, {}, &kRowKeys, "text"},
};
constexpr Key kBlocks[] = {
    {"masthead", Form::Map, "name and contacts", 0, 0, {}, &kBlockKeys},
    {"summary", Form::Map, "the person's summary", 0, 0, {}, &kBlockKeys},
    {"section", Form::Map, "heading of a section", 0, 0, {}, &kBlockKeys},
    {"group", Form::Map, "heading of a group of entries", 0, 0, {}, &kBlockKeys},
    {"entry", Form::Map, "a job, a degree, a project", 0, 0, {}, &kBlockKeys},
    {"position", Form::Map, "one of several jobs under one organization", 0, 0, {}, &kBlockKeys},
    {"highlight", Form::Map, "a bullet", 0, 0, {}, &kBlockKeys},
    {"keywords", Form::Map, "a named line of keywords", 0, 0, {}, &kBlockKeys},
    {"publication", Form::Map, "a publication", 0, 0, {}, &kBlockKeys},
    {"text", Form::Map, "a paragraph of a section", 0, 0, {}, &kBlockKeys},
    {"contacts", Form::Map, "the contacts, where a flow has the part `contacts`", 0, 0, {}, &kBlockKeys},
    {"note", Form::Map, "a private note; only in variants with `notes: true`", 0, 0, {}, &kBlockKeys},
};
constexpr Key kRunning[] = {
    {"text", Form::Template, "the template"},
    {"style", Form::Name, "default `body`"},
    {"align", Form::Word, "default center", 0, 0, kAligns},
    {"top", Form::Length, "baseline, from the page's top edge", 0, kMaxPaper},
    {"bottom", Form::Length, "baseline, from the page's bottom edge", 0, kMaxPaper},
    {"on-first", Form::Flag, "also on the first page (default true)"},
};
constexpr Key kDial[] = {
    {"set", Form::Texts, "what it moves: a path such as `styles.body.size`, or several"},
    {"from", Form::Text, "the loosest value (default: the one in the file)"},
    {"to", Form::Text, "the tightest value"},
    {"over", Form::Range, "[first, last]: the steps over which it moves (default: all)"},
    {"price", Form::Factor, "its cost at the tight end; a highlight of priority 3 is worth 3", 0, 1000},
};
constexpr Key kFit[] = {
    {"steps", Form::Whole, "number of steps to the tightest page; 0 = one setting", 0, 64},
    {"stretch-gaps", Form::Factor, "left-over room may widen gaps up to this factor (default 1: not at all)", 1, 4},
    {"dials", Form::List, "what moves on the way", 0, 0, {}, &kDialKeys},
};
constexpr Key kText[] = {
    {"quotes", Form::Word, "`curly` prints \"…\" as the résumé's language does (default as-typed)", 0, 0, kQuotes},
    {"ascii-dashes", Form::Flag, "programs read every dash as `-`, people see it as written (default false)"},
};
constexpr Key kPage[] = {
    {"size", Form::Map, "A4, letter, A5, legal, or width and height (default A4)", 0, 0, {}, &kPaperKeys, ""},
    {"margins", Form::Map, "one value, or one a side (default 18mm)", 0, 0, {}, &kMarginKeys, "*"},
};
constexpr Key kLayout[] = {
    {"format", Form::Whole, "always 1", 1, 1},
    {"description", Form::Text, "one line about the layout"},
    {"page", Form::Map, "paper and margins", 0, 0, {}, &kPageKeys},
    {"text", Form::Map, "quotes and dashes", 0, 0, {}, &kTextKeys},
    {"colors", Form::Names, "names for colours; `black` and `white` are known", 0, 0, {}, nullptr},
    {"fonts", Form::Names, "names for fonts", 0, 0, {}, &kFontKeys},
    {"styles", Form::Names, "names for styles; `body` is the root of all", 0, 0, {}, &kStyleKeys},
    {"spacing", Form::Factor, "factor on every vertical gap of blocks, rows and boxes (default 1)", 0, 10},
    {"boxes", Form::Map, "text boxes; a plain list = the same on all pages", 0, 0, {}, &kBoxesKeys},
    {"flows",
     Form::Names,
     "what fills the boxes: a list of masthead, contacts, summary, sections, or {topics, kinds, tags …}",
     0,
     0,
     {},
     &kPartKeys},
    {"blocks", Form::Map, "how each thing is set", 0, 0, {}, &kBlocksKeys},
    {"flow-blocks",
     Form::Names,
     "by flow, blocks that it sets otherwise; what they leave out is as in `blocks`",
     0,
     0,
     {},
     &kBlocksKeys},
    {"running", Form::List, "page numbers and the like", 0, 0, {}, &kRunningKeys},
    {"fit", Form::Map, "how the page may be tightened", 0, 0, {}, &kFitKeys},
};

constexpr FieldInfo kMastheadFields[] = {
    {"name", "the person's name"},     {"label", "what they are"},        {"contacts", "all contacts"},
    {"location", "where they live"},   {"email", "e-mail addresses"},     {"phone", "telephone numbers"},
    {"url", "the person's home page"}, {"profiles", "GitHub and others"},
};
constexpr FieldInfo kContactFields[] = {
    {"contacts", "all contacts"},   {"location", "where they live"},   {"email", "e-mail addresses"},
    {"phone", "telephone numbers"}, {"url", "the person's home page"}, {"profiles", "GitHub and others"},
};
constexpr FieldInfo kNoteFields[] = {{"text", "the note"}};
constexpr FieldInfo kSummaryFields[] = {{"text", "the summary"}};
constexpr FieldInfo kTitleFields[] = {{"title", "the heading"}};
constexpr FieldInfo kEntryFields[] = {
    {"title", "job, degree, project"},
    {"organization", "employer, school"},
    {"department", "part of it"},
    {"location", "place"},
    {"url", "web address"},
    {"date", "date or range of dates"},
    {"duration", "how long that was"},
    {"summary", "the entry's summary"},
    {"keywords", "its keywords in one line"},
};
constexpr FieldInfo kHighlightFields[] = {{"text", "the bullet's text"}};
constexpr FieldInfo kKeywordFields[] = {{"name", "what the keywords are"}, {"keywords", "the keywords"}};
constexpr FieldInfo kPublicationFields[] = {
    {"title", "title"}, {"authors", "authors"}, {"venue", "journal, conference"},
    {"date", "date"},   {"doi", "DOI"},         {"url", "web address"},
};
constexpr FieldInfo kTextFields[] = {{"text", "the paragraph"}};
constexpr FieldInfo kRunningFields[] = {
    {"name", "the person's name"}, {"page", "number of this page"}, {"pages", "number of pages"}};

// ISO 216 sizes exactly in millimetres; the American ones in inches.
constexpr double mm(double value) { return value * 72.0 / 25.4; }
constexpr Paper kPapers[] = {
    {"A4", mm(210), mm(297)}, {"letter", 612, 792}, {"A5", mm(148), mm(210)}, {"legal", 612, 1008}};

}  // namespace

const Keys kPaperKeys{"page.size", kPaper};
const Keys kMarginKeys{"page.margins", kMargins};
const Keys kPageKeys{"page", kPage};
const Keys kTextKeys{"text", kText};
const Keys kHangKeys{"fonts.hang", kHang};
const Keys kFontKeys{"fonts.NAME", kFont};
const Keys kStyleKeys{"styles.NAME", kStyle};
const Keys kBoxKeys{"a box", kBox};
const Keys kBoxesKeys{"boxes", kBoxes};
const Keys kAfterKeys{"boxes.after", kAfter};
const Keys kPartKeys{"a part of a flow", kPart};
const Keys kRuleKeys{"a rule", kRule};
const Keys kPictureKeys{"an image", kPicture};
const Keys kCellKeys{"a cell", kCell};
const Keys kRowKeys{"a row", kRow};
const Keys kBlockKeys{"blocks.KIND", kBlock};
const Keys kBlocksKeys{"blocks", kBlocks};
const Keys kRunningKeys{"running text", kRunning};
const Keys kDialKeys{"a dial", kDial};
const Keys kFitKeys{"fit", kFit};
const Keys kLayoutKeys{"the file", kLayout};

const Key* Keys::find(std::string_view name) const {
  for (const Key& key : keys)
    if (key.name == name) return &key;
  return nullptr;
}

std::vector<std::string> Keys::names() const {
  std::vector<std::string> result;
  for (const Key& key : keys) result.emplace_back(key.name);
  return result;
}

std::vector<const Keys*> all_keys() {
  return {&kLayoutKeys,  &kPageKeys,  &kPaperKeys, &kMarginKeys, &kTextKeys,    &kFontKeys,   &kHangKeys,
          &kStyleKeys,   &kBoxesKeys, &kAfterKeys, &kBoxKeys,    &kPartKeys,    &kBlocksKeys, &kBlockKeys,
          &kPictureKeys, &kRuleKeys,  &kRowKeys,   &kCellKeys,   &kRunningKeys, &kFitKeys,    &kDialKeys};
}

std::span<const FieldInfo> fields_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Masthead:
      return kMastheadFields;
    case BlockKind::Summary:
      return kSummaryFields;
    case BlockKind::Section:
    case BlockKind::Group:
      return kTitleFields;
    case BlockKind::Entry:
    case BlockKind::Position:
      return kEntryFields;
    case BlockKind::Highlight:
      return kHighlightFields;
    case BlockKind::Keywords:
      return kKeywordFields;
    case BlockKind::Publication:
      return kPublicationFields;
    case BlockKind::Contacts:
      return kContactFields;
    case BlockKind::Note:
      return kNoteFields;
    case BlockKind::Text:
      break;
  }
  return kTextFields;
}

std::span<const FieldInfo> running_fields() { return kRunningFields; }

std::string_view name_of(BlockKind kind) { return kBlocks[static_cast<std::size_t>(kind)].name; }

std::span<const Paper> papers() { return kPapers; }

const Paper* find_paper(std::string_view name) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto same = [&lower](char a, char b) { return lower(a) == lower(b); };
  for (const Paper& paper : papers())
    if (std::equal(name.begin(), name.end(), paper.name.begin(), paper.name.end(), same)) return &paper;
  return nullptr;
}

std::string reference_markdown() {
  std::string out;
  for (const Keys* table : all_keys()) {
    out += "### Keys of " + std::string(table->title) + "\n\n| key | meaning |\n|---|---|\n";
    for (const Key& key : table->keys) out += "| `" + std::string(key.name) + "` | " + std::string(key.says) + " |\n";
    out += "\n";
  }
  out += "### Fields of templates\n\n| block | fields |\n|---|---|\n";
  const auto row = [&out](std::string_view name, std::span<const FieldInfo> fields) {
    out += "| " + std::string(name) + " |";
    for (const FieldInfo& field : fields)
      out += (&field == fields.data() ? " `" : ", `") + std::string(field.name) + "`";
    out += " |\n";
  };
  for (int kind = 0; kind < kBlockKinds; ++kind)
    row(name_of(static_cast<BlockKind>(kind)), fields_of(static_cast<BlockKind>(kind)));
  row("running text", running_fields());
  return out;
}

}  // namespace broadside::layout
