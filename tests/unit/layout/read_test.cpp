// SPDX-License-Identifier: MIT
// Reading a layout: defaults, inheritance, boxes, rows; and every mistake with its code, place and hint.
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "layout/schema.h"
#include "layout_fixture.h"
#include "support/paths.h"

namespace broadside::layout {
namespace {

const Style& style_named(const Layout& layout, const std::string& name) {
  for (const Style& style : layout.styles)
    if (style.name == name) return style;
  throw std::runtime_error("no style " + name);
}

Layout good(const std::string& text, int step = 0) {
  const Outcome read = read_text(text);
  EXPECT_EQ(read.errors(), "");
  return read.spec == nullptr ? Layout{} : tighten(*read.spec, step);
}

TEST(ReadLayout, AnEmptyFileIsALayout) {
  const Layout layout = good("format: 1\n");
  EXPECT_EQ(layout.page.width, Length::from_mm(210));
  EXPECT_EQ(layout.margins.left, Length::from_mm(18));
  ASSERT_EQ(layout.blocks.size(), static_cast<std::size_t>(kBlockKinds));
  for (const Block& block : layout.blocks) EXPECT_FALSE(block.rows.empty());
  ASSERT_EQ(layout.flows.size(), 1U);
  EXPECT_EQ(layout.flows[0].parts.size(), 3U);
  ASSERT_EQ(layout.first_boxes.size(), 1U);
  EXPECT_EQ(layout.first_boxes[0].flow, "main");
  EXPECT_EQ(layout.fit.price, std::vector<int>{0});
}

// yaml/ reports it before; nodes from elsewhere are not trusted to have no key twice.
TEST(ReadLayout, AKeyMayNotStandTwice) {
  Outcome out;
  std::optional<yaml::Node> root = yaml::parse(
      out.sources, out.sources.add("test.yaml", "page: {size: A4}\nstyles: {big: {size: 2em}}\n"), out.diagnostics);
  ASSERT_TRUE(root);
  root->pairs.push_back(root->pairs[0]);
  root->pairs[1].value.pairs.push_back(root->pairs[1].value.pairs[0]);
  EXPECT_EQ(read(*root, "test", {}, out.diagnostics), nullptr);
  EXPECT_TRUE(out.has("layout-duplicate-key", "page")) << out.errors();
  EXPECT_TRUE(out.has("layout-duplicate-key", "big")) << out.errors();
}

TEST(ReadLayout, MoreMembersThanAnyLayoutHasAreRefused) {
  std::string text = "colors:\n";
  for (int i = 0; i < 200; ++i) text += "  c" + std::to_string(i) + ": c" + std::to_string(i + 1) + "\n";
  EXPECT_FALSE(read_text(text + "  last: \"#123\"\n").spec);
  EXPECT_TRUE(read_text(text + "  c200: \"#123\"\n").has("layout-too-many", "201 keys"));
  EXPECT_TRUE(read_text("flows: {main: [masthead, " +
                        [] {
                          std::string parts;
                          for (int i = 0; i < 200; ++i) parts += "sections, ";
                          return parts;
                        }() +
                        "summary]}\n")
                  .has("layout-too-many", "202 items"));
}

TEST(ReadLayout, StylesInheritAndSizesAreRelativeToTheParent) {
  const Layout layout = good(R"(
fonts:
  body: {family: Serif, weight: 350, bold: 650, mono: Mono, features: lnum}
  caps: {family: Sans, features: smcp}
styles:
  small: {extends: big, size: 50%, features: tnum}
  body: {font: body, size: 10pt, leading: 1.2, color: "#123456", align: justify}
  big: {size: 2em, italic: true}
  other: {font: caps, leading: 15pt, case: upper}
)");
  const Style& big = style_named(layout, "big");
  EXPECT_EQ(big.size, Length::from_pt(20));
  EXPECT_EQ(big.line_height, Length::from_pt(24));
  EXPECT_EQ(big.family, "Serif");
  EXPECT_EQ(big.mono_family, "Mono");
  EXPECT_EQ(big.weight, 350);
  EXPECT_EQ(big.bold_weight, 650);
  EXPECT_EQ(big.align, Align::Justify);
  const Style& small = style_named(layout, "small");
  EXPECT_EQ(small.size, Length::from_pt(10));
  EXPECT_TRUE(small.italic);
  EXPECT_EQ(small.features, "lnum,tnum");
  EXPECT_EQ(small.color, (Color{0x12, 0x34, 0x56}));
  const Style& other = style_named(layout, "other");
  EXPECT_EQ(other.family, "Sans");
  EXPECT_EQ(other.features, "smcp");
  EXPECT_EQ(other.line_height, Length::from_pt(15));
  EXPECT_TRUE(other.uppercase);
}

TEST(ReadLayout, FontsSayHowTheirFacesFillLines) {
  const Layout layout = good(R"(
fonts:
  body: {family: Serif, expansion: 0.01, hang: [{signs: ". ,", right: 0.8}, {signs: "“", left: 0.4, italic: true}]}
  caps: {family: Sans, protrusion: 0.5, expansion: 0}
styles:
  body: {size: 10pt}
  plain: {expansion: 0.03}
  other: {font: caps}
)");
  const Style& body = style_named(layout, "body");
  EXPECT_EQ(body.expansion, 0.01);
  EXPECT_EQ(body.protrusion, 1);
  ASSERT_EQ(body.hangs.size(), 2U);
  EXPECT_EQ(body.hangs[0].signs, U".,");
  EXPECT_EQ(body.hangs[0].left, std::nullopt);
  EXPECT_EQ(body.hangs[0].right, 0.8);
  EXPECT_EQ(body.hangs[1].italic, true);
  EXPECT_EQ(style_named(layout, "plain").expansion, 0.03);
  EXPECT_EQ(style_named(layout, "plain").hangs.size(), 2U);
  const Style& other = style_named(layout, "other");
  EXPECT_EQ(other.protrusion, 0.5);
  EXPECT_EQ(other.expansion, 0);
  EXPECT_TRUE(other.hangs.empty());
}

TEST(ReadLayout, BoxesTakeLengthsPercentagesAndNeighbours) {
  const Layout layout = good(R"(
styles: {body: {size: 10pt}}
boxes:
  first:
    - {name: head, flow: main, height: content}
    - {name: side, flow: side, below: head, width: 30%, gap: 2em, padding: 3pt, background: "#eee"}
    - {name: main, flow: main, below: head, right-of: side, x: 5mm}
  next: [{flow: main}]
flows:
  main: [masthead, sections]
  side: [{titles: [Skills]}, {kinds: [keywords], tags: [short]}]
)");
  ASSERT_EQ(layout.first_boxes.size(), 3U);
  EXPECT_EQ(layout.first_boxes[0].height.kind, Dimension::Kind::Content);
  EXPECT_EQ(layout.first_boxes[1].width.kind, Dimension::Kind::Percent);
  EXPECT_EQ(layout.first_boxes[1].width.percent, 30);
  EXPECT_EQ(layout.first_boxes[1].gap, Length::from_pt(20));
  EXPECT_EQ(layout.first_boxes[1].padding.left, Length::from_pt(3));
  EXPECT_EQ(layout.first_boxes[2].x.length, Length::from_mm(5));
  EXPECT_EQ(layout.next_boxes.size(), 1U);
  EXPECT_EQ(layout.flows[1].parts[0].titles, std::vector<std::string>{"Skills"});
  EXPECT_EQ(layout.flows[1].parts[1].tags, std::vector<std::string>{"short"});
}

TEST(ReadLayout, FollowingPagesRepeatTheBoxesOfTheFirst) {
  const Layout layout = good("boxes: [{x: 10pt, padding: 2pt}]\n");
  ASSERT_EQ(layout.next_boxes.size(), 1U);
  EXPECT_EQ(layout.next_boxes[0].x.length, Length::from_pt(10));
  EXPECT_EQ(layout.next_boxes[0].padding.top, Length::from_pt(2));
}

TEST(ReadLayout, RowsMayBeWrittenInThreeWays) {
  const Layout layout = good(R"(
styles: {body: {size: 10pt}, strong: {weight: 600}}
blocks:
  entry:
    before: 1em
    rule-below: 0.4pt
    rows:
      - "{title|strong|link:url}[, {organization}]"
      - {text: "\\[{summary}\\]", style: strong, align: center, before: 2pt}
      - {cells: ["{title}", {text: "{date}", align: right}, {text: "{location}", width: 20%}], gap: 3pt}
)");
  const Block& block = layout.block(BlockKind::Entry);
  ASSERT_EQ(block.rows.size(), 3U);
  EXPECT_EQ(block.space_before, Length::from_pt(10));
  EXPECT_EQ(block.space_between, Length::from_pt(10));
  EXPECT_EQ(block.rule_below->thickness, Length::from_pt(0.4));
  const Field& title = std::get<Field>(block.rows[0].cells[0].text[0].value);
  EXPECT_EQ(title.name, "title");
  EXPECT_EQ(title.link, "url");
  EXPECT_EQ(layout.style(*title.style).name, "strong");
  const Optional& part = std::get<Optional>(block.rows[0].cells[0].text[1].value);
  EXPECT_EQ(std::get<Literal>(part.pieces[0].value).text, ", ");
  EXPECT_EQ(std::get<Field>(part.pieces[1].value).name, "organization");
  EXPECT_EQ(std::get<Literal>(block.rows[1].cells[0].text[0].value).text, "[");
  EXPECT_EQ(block.rows[1].space_before, Length::from_pt(2));
  EXPECT_EQ(block.rows[1].cells[0].align, Align::Center);
  const std::vector<Cell>& cells = block.rows[2].cells;
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(cells[0].width.kind, Dimension::Kind::Rest);
  EXPECT_EQ(cells[1].width.kind, Dimension::Kind::Content);
  EXPECT_EQ(cells[2].width.kind, Dimension::Kind::Percent);
  EXPECT_EQ(block.rows[2].gap, Length::from_pt(3));
}

TEST(ReadLayout, RunningTextCountsFromEitherEdge) {
  const Layout layout = good("running: [{text: \"{page}\", top: 10pt}, {text: x, bottom: 12pt, on-first: false}]\n");
  EXPECT_EQ(layout.running[0].y, Length::from_pt(10));
  EXPECT_EQ(layout.running[1].y, Length::from_pt(-12));
  EXPECT_FALSE(layout.running[1].on_first);
}

struct Mistake {
  const char* name;
  const char* text;
  const char* code;
  const char* hint;  ///< part of it
};
class LayoutMistake : public testing::TestWithParam<Mistake> {};

TEST_P(LayoutMistake, IsReportedOnceWithItsHint) {
  const Outcome read = read_text(GetParam().text);
  EXPECT_EQ(read.spec, nullptr);
  ASSERT_EQ(read.diagnostics.error_count(), 1U) << read.errors();
  EXPECT_EQ(read.diagnostics.list()[0].code, GetParam().code) << read.errors();
  EXPECT_NE(read.hints().find(GetParam().hint), std::string::npos) << read.errors() << read.hints();
  EXPECT_FALSE(read.diagnostics.list()[0].span.detached());
}

INSTANTIATE_TEST_SUITE_P(
    Each, LayoutMistake,
    testing::Values(
        Mistake{"Format", "format: 2\n", "layout-value", "write `format: 1`"},
        Mistake{"HangList", "fonts: {body: {family: A, hang: {signs: x}}}\n", "layout-type", "hang: [{signs"},
        Mistake{"HangSigns", "fonts: {body: {family: A, hang: [{left: 0.1}]}}\n", "layout-value", "signs: "},
        Mistake{"HangTooFar", "fonts: {body: {family: A, hang: [{signs: x, left: 2}]}}\n", "layout-value", "at most 1"},
        Mistake{"Key", "pages: {size: A4}\n", "layout-unknown-key", "did you mean `page`"},
        Mistake{"InnerKey", "styles: {body: {sise: 10pt}}\n", "layout-unknown-key", "did you mean `size`"},
        Mistake{"BlockKind", "blocks: {entries: {before: 1pt}}\n", "layout-unknown-key", "did you mean `entry`"},
        Mistake{"NotAMap", "page: A4\n", "layout-type", "size"},
        Mistake{"Unit", "page: {margins: {top: 12}}\n", "layout-value", "write 12pt"},
        Mistake{"Margins", "page: {margins: wide}\n", "layout-value", "18mm"},
        Mistake{"Paper", "page: {size: A44}\n", "layout-value", "did you mean `A4`"},
        Mistake{"HalfPaper", "page: {size: {width: 100mm}}\n", "layout-value", "height"},
        Mistake{"NoRoom", "page: {margins: 110mm}\n", "layout-margins", "smaller"},
        Mistake{"BadColor", "colors: {accent: \"#12\"}\n", "layout-value", "#rrggbb"},
        Mistake{"ColorCycle", "colors: {a: b, b: \"#111\", c: c}\n", "layout-cycle", "value"},
        Mistake{"ColorName", "colors: {accent: \"#111\"}\nstyles: {body: {color: acent}}\n", "layout-unknown-color",
                "did you mean `accent`"},
        Mistake{"FontName", "fonts: {body: Serif}\nstyles: {body: {font: bdoy}}\n", "layout-unknown-font",
                "did you mean `body`"},
        Mistake{"StyleName", "styles: {strong: {}}\nblocks: {entry: {style: stronk}}\n", "layout-unknown-style",
                "did you mean `strong`"},
        Mistake{"StyleCycle", "styles: {x: {extends: x}}\n", "layout-cycle", "extend body"},
        Mistake{"LetterSpacing", "styles: {body: {letter-spacing: 0.1em}}\n", "layout-value", "0.03em"},
        Mistake{"Features", "styles: {body: {features: tabular}}\n", "layout-value", "four letters"},
        Mistake{"Weight", "styles: {body: {weight: 4000}}\n", "layout-value", "1000"},
        Mistake{"Percent", "boxes: [{width: 120%}]\n", "layout-value", "100%"},
        Mistake{"FlowName", "boxes: [{flow: mian}]\nflows: {main: [sections]}\n", "layout-unknown-flow",
                "did you mean `main`"},
        Mistake{"BoxName", "boxes: [{name: head, below: haed}]\n", "layout-unknown-box", "did you mean `head`"},
        Mistake{"FlowWithoutBox", "flows: {main: [sections], side: [summary]}\nboxes: [{flow: main}]\n",
                "layout-no-box", "flow: side"},
        Mistake{"Part", "flows: {main: [mastheed]}\n", "layout-value", "did you mean `masthead`"},
        Mistake{"TwoMastheads", "flows: {main: [masthead, masthead]}\n", "layout-value", "remove"},
        Mistake{"Kind", "flows: {main: [{kinds: [jobs]}]}\n", "layout-value", "entries"},
        Mistake{"Field", "blocks: {entry: {rows: [\"{titel}\"]}}\n", "layout-unknown-field", "did you mean `title`"},
        Mistake{"FieldStyle", "styles: {strong: {}}\nblocks: {entry: {rows: [\"{title|stron}\"]}}\n",
                "layout-unknown-style", "did you mean `strong`"},
        Mistake{"FieldLink", "blocks: {highlight: {rows: [\"{text|link:url}\"]}}\n", "layout-template", "entry"},
        Mistake{"OpenBrace", "blocks: {entry: {rows: [\"{title\"]}}\n", "layout-template", "\\{"},
        Mistake{"OpenBracket", "blocks: {entry: {rows: [\"[{title}\"]}}\n", "layout-template", "\\["},
        Mistake{"StrayBracket", "blocks: {entry: {rows: [\"{title}]\"]}}\n", "layout-template", "\\]"},
        Mistake{"EmptyBracket", "blocks: {entry: {rows: [\"{title}[, x]\"]}}\n", "layout-template", "{field}"},
        Mistake{"RowWithBoth", "blocks: {entry: {rows: [{text: x, cells: [x]}]}}\n", "layout-value", "cells"},
        Mistake{"RunningEdge", "running: [{text: x}]\n", "layout-value", "bottom"},
        Mistake{"DialPath", "styles: {body: {size: 10pt}}\nfit: {dials: [{set: style.body.size, to: 9pt}]}\n",
                "layout-unknown-path", "did you mean `styles.body.size`"},
        Mistake{"DialLooser", "styles: {body: {size: 10pt}}\nfit: {dials: [{set: styles.body.size, to: 11pt}]}\n",
                "layout-dial", "smaller"},
        Mistake{"DialUnit", "styles: {body: {size: 10pt}}\nfit: {dials: [{set: styles.body.size, to: 0.9em}]}\n",
                "layout-value", "10pt"},
        Mistake{"DialTwice", "fit: {dials: [{set: spacing, to: 0.9}, {set: spacing, to: 0.8}]}\n", "layout-dial",
                "one of them"},
        Mistake{"DialRange", "fit: {steps: 4, dials: [{set: spacing, to: 0.9, over: [2, 6]}]}\n", "layout-value",
                "fit.steps"},
        Mistake{"FallingRange", "fit: {dials: [{set: spacing, to: 0.9, over: [3, 2]}]}\n", "layout-value", "over"},
        Mistake{"FallingPrice", "fit: {dials: [{set: spacing, to: 0.9, price: -1}]}\n", "layout-value", "negative"},
        Mistake{"NoTightEnd", "fit: {dials: [{set: spacing}]}\n", "layout-value", "to:"}),
    [](const testing::TestParamInfo<Mistake>& mistake) { return std::string(mistake.param.name); });

TEST(LayoutMistakes, AllOfAFileAreReportedTogetherAtTheirPlaces) {
  const Outcome read = read_text(
      "page: {margins: {top: 3}}\n"
      "styles:\n  a: {extends: b}\n  b: {extends: a}\n  body: {colour: black}\n"
      "blocks:\n  entry:\n    rows: [\"{title}[, {organisation}]\"]\n");
  EXPECT_TRUE(read.has("layout-value", "page.margins.top")) << read.errors();
  EXPECT_TRUE(read.has("layout-cycle", "`a` extends itself"));
  EXPECT_TRUE(read.has("layout-unknown-key", "colour"));
  ASSERT_TRUE(read.has("layout-unknown-field", "organisation"));
  EXPECT_EQ(read.underlined(read.diagnostics.list().size() - 1), "organisation");
}

TEST(LayoutMistakes, AnUnquotedColourIsExplained) {
  const Outcome read = read_text("colors:\n  accent: #0a6\n");
  EXPECT_EQ(read.spec, nullptr);
  EXPECT_TRUE(read.has("layout-value", "colors.accent")) << read.errors();
  EXPECT_NE(read.hints().find("starts a comment"), std::string::npos);
}

TEST(LayoutMistakes, BoxesThatStandBelowEachOtherAreACycle) {
  const Outcome read = read_text("boxes: [{name: a, below: b}, {name: b, below: a}]\n");
  EXPECT_TRUE(read.has("layout-cycle", "below itself")) << read.errors();
}

// UPDATE_EXPECTED=1 writes the tables into the page.
TEST(LayoutDocs, TheReferenceIsTheTables) {
  const std::string path = test::source_dir() + "/docs/layout-format.md";
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  std::string reference = reference_markdown();
  while (reference.ends_with('\n')) reference.pop_back();
  const std::string page = text.str();
  if (std::getenv("UPDATE_EXPECTED") != nullptr) {
    const std::string heading = "## Reference\n\n";
    std::ofstream(path) << page.substr(0, page.find(heading)) << heading << reference << '\n';
    return;
  }
  EXPECT_NE(page.find(reference), std::string::npos)
      << "docs/layout-format.md: replace what follows \"## Reference\" by\n\n"
      << reference;
}

}  // namespace
}  // namespace broadside::layout
