// SPDX-License-Identifier: MIT
#include "pdf/structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsNull;
using ::testing::StrEq;
using namespace broadside::literals;
using test::TagKind;

void word(test::Sheet& sheet, display::TagId tag, const char* text) {
  sheet.text(tag, 72_pt, test::fonts().serif, text);
  sheet.y += 14_pt;
}

std::string tree_of(const display::DisplayList& list, const std::string& name) {
  const std::string path = test::save_sample(name, test::write_or_die(list));
  return test::output_of("pdfinfo -struct-text " + path);
}

TEST(Structure, EmptyTagsAreLeftOut) {
  test::Sheet sheet;
  sheet.tag(TagKind::Section);
  const display::TagId p = sheet.tag(TagKind::Paragraph, sheet.tag(TagKind::Section));
  word(sheet, p, "text");
  EXPECT_THAT(pdf::structure_types(sheet.list), ElementsAre(StrEq("Document"), IsNull(), StrEq("Sect"), StrEq("P")));
}

TEST(Structure, HeadingsNeverSkipALevel) {
  test::Sheet sheet;
  for (const TagKind kind : {TagKind::Heading2, TagKind::Heading4, TagKind::Heading2, TagKind::Heading1}) {
    word(sheet, sheet.tag(kind), "heading");
  }
  EXPECT_THAT(pdf::structure_types(sheet.list),
              ElementsAre(StrEq("Document"), StrEq("H1"), StrEq("H2"), StrEq("H2"), StrEq("H1")));
}

TEST(Structure, OwnContentAndChildrenInterleaveAsTheyAppear) {
  if (!test::has_program("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
  test::Sheet sheet;
  const display::TagId p = sheet.tag(TagKind::Paragraph);
  const display::TagId first = sheet.tag(TagKind::Span, p), second = sheet.tag(TagKind::Span, p);
  word(sheet, p, "one ");
  word(sheet, first, "two ");
  word(sheet, p, "three ");
  word(sheet, second, "four ");
  word(sheet, p, "five");
  EXPECT_EQ(test::squeeze(tree_of(sheet.list, "interleave")),
            "Document P (block) \"one \" Span (inline) \"two \" \"three \" Span (inline) \"four \" \"five\"");
}

TEST(Structure, TagsKeepTheirOrderWhateverIsDrawnFirst) {
  if (!test::has_program("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
  test::Sheet sheet;
  const display::TagId main = sheet.tag(TagKind::Paragraph), aside = sheet.tag(TagKind::Paragraph);
  word(sheet, aside, "aside");
  word(sheet, main, "main");
  EXPECT_EQ(test::squeeze(tree_of(sheet.list, "order")), "Document P (block) \"main\" P (block) \"aside\"");
}

TEST(Structure, AParagraphOverTwoPagesIsOneElement) {
  if (!test::has_program("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
  test::Sheet sheet;
  const display::TagId p = sheet.tag(TagKind::Paragraph);
  word(sheet, p, "begins ");
  sheet.page();
  word(sheet, p, "and ends");
  EXPECT_EQ(test::squeeze(tree_of(sheet.list, "two-pages")), "Document P (block) \"begins \" \"and ends\"");
}

TEST(Structure, AttributesReachTheFile) {
  test::Sheet sheet;
  const display::TagId list = sheet.tag(TagKind::List);
  const display::TagId item = sheet.tag(TagKind::ListItem, list);
  word(sheet, sheet.tag(TagKind::Label, item), "1.");
  const display::TagId body = sheet.tag(TagKind::ListBody, item);
  sheet.list.tags[static_cast<std::size_t>(body)].language = "fr-FR";
  sheet.list.tags[static_cast<std::size_t>(body)].actual_text = "a";
  word(sheet, body, "un");
  const display::TagId figure = sheet.tag(TagKind::Figure);
  sheet.list.tags[static_cast<std::size_t>(figure)].alt = "Ä";
  sheet.add(display::FillRect{{72_pt, 200_pt, 9_pt, 9_pt}, {}, figure});
  pdf::Options plain;
  plain.compress = plain.object_streams = false;
  const std::string bytes = test::write_or_die(sheet.list, plain);
  EXPECT_THAT(bytes, HasSubstr("/ListNumbering /Decimal"));
  EXPECT_THAT(bytes, HasSubstr("/Lang (fr-FR)"));
  EXPECT_THAT(bytes, HasSubstr("/ActualText <FEFF0061>"));
  EXPECT_THAT(bytes, HasSubstr("/Alt <FEFF00C4>"));
  test::save_sample("attributes", test::write_or_die(sheet.list));
}

}  // namespace
}  // namespace broadside
