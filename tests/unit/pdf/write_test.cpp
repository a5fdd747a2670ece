// SPDX-License-Identifier: MIT
// The whole room: valid files, the same bytes each time, small, and errors instead of crashes.
#include "pdf/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <clocale>

#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using test::TagKind;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

void expect_clean(const std::string& path) {
  int status = -1;
  const std::string said = test::output_of("qpdf --check " + path + " 2>&1", &status);
  EXPECT_EQ(status, 0) << said;
  EXPECT_THAT(said, HasSubstr("No syntax or stream encoding errors"));
}

TEST(Write, ThreeTaggedPagesAreValidAndSmall) {
  const std::string bytes = test::write_or_die(test::resume());
  EXPECT_THAT(bytes, StartsWith("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
  EXPECT_THAT(bytes.substr(bytes.size() - 6), "%%EOF\n");
  EXPECT_LE(bytes.size(), 50U * 1024);
  const std::string path = test::save_sample("resume", bytes);
  if (!test::has_program("qpdf")) GTEST_SKIP() << "qpdf is not installed";
  expect_clean(path);
}

TEST(Write, EveryFormOfTheFileIsValidAndSaysTheSame) {
  if (!test::has_program("qpdf") || !test::has_program("pdftotext")) GTEST_SKIP() << "qpdf or pdftotext is missing";
  std::string first;
  for (const bool compress : {false, true}) {
    for (const bool object_streams : {false, true}) {
      pdf::Options options;
      options.compress = compress;
      options.object_streams = object_streams;
      const std::string path = test::save_sample("form-" + std::to_string(compress) + std::to_string(object_streams),
                                                 test::write_or_die(test::resume(), options));
      expect_clean(path);
      const std::string text = test::output_of("pdftotext " + path + " -");
      EXPECT_THAT(text, HasSubstr("Mentored four engineers"));
      if (first.empty()) first = text;
      EXPECT_EQ(text, first);
    }
  }
}

TEST(Write, SameInputSameBytesInAnyLocale) {
  const std::string first = test::write_or_die(test::resume());
  const std::string before = std::setlocale(LC_ALL, nullptr);
  for (const char* locale : {"de_DE.UTF-8", "tr_TR.UTF-8", "C.UTF-8"}) {
    std::setlocale(LC_ALL, locale);  // where the locale is not installed this changes nothing
    EXPECT_EQ(test::write_or_die(test::resume()), first) << locale;
  }
  std::setlocale(LC_ALL, before.c_str());
}

TEST(Write, IdentifierFollowsTheContent) {
  pdf::Options plain;
  plain.object_streams = false;
  const auto identifier = [](const std::string& bytes) { return bytes.substr(bytes.rfind("/ID ["), 40); };
  display::DisplayList list = test::resume();
  const std::string before = identifier(test::write_or_die(list, plain));
  EXPECT_EQ(identifier(test::write_or_die(list, plain)), before);
  list.info.title += "!";
  EXPECT_NE(identifier(test::write_or_die(list, plain)), before);
}

TEST(Write, FacesAreEmbeddedSubsetWithUnicodeMaps) {
  const std::string path = test::save_sample("resume", test::write_or_die(test::resume()));
  if (!test::has_program("pdffonts")) GTEST_SKIP() << "pdffonts is not installed";
  const std::string fonts = test::output_of("pdffonts " + path);
  EXPECT_THAT(fonts, HasSubstr("+SourceSerif4-Bold "));
  std::istringstream lines(fonts);
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  int count = 0;
  for (; std::getline(lines, line); ++count) {
    EXPECT_THAT(line, ::testing::ContainsRegex("^[A-Z]{6}\\+.* Identity-H +yes yes yes "));
  }
  EXPECT_EQ(count, 3);
}

TEST(Write, TheStructureTreeReadsLikeThePage) {
  const std::string path = test::save_sample("tree", test::write_or_die(test::resume(1)));
  if (!test::has_program("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
  const std::string tree = test::output_of("pdfinfo -struct-text " + path);
  EXPECT_THAT(tree, StartsWith("Document\n"
                               "  H1 (block)\n"
                               "    \"Ada Lovelace\"\n"
                               "  P (block)\n"
                               "    Link (inline)\n"
                               "      \"ada@example.com\"\n"
                               "      Object "));
  EXPECT_THAT(tree, HasSubstr("    L (block):\n       /ListNumbering /Disc\n      LI (block)\n        Lbl (block)\n"
                              "          \"•\"\n        LBody (block)\n"));
}

TEST(Write, MissingGlyphsAreBoxesThatReadAsTheirText) {
  test::Sheet sheet;
  const display::TagId tag = sheet.tag(TagKind::Paragraph);
  Length x = sheet.text(tag, Length::from_pt(72), test::fonts().serif, "one 漢 two");  // the serif has no 漢: glyph 0
  display::DrawGlyphs none;
  none.run.size = Length::from_pt(10);
  none.run.text = "界";
  none.run.glyphs.push_back({0, Length::from_pt(8), {}, {}, 0, 3});
  none.origin = {x + Length::from_pt(4), sheet.y};
  none.tag = tag;
  sheet.add(none);
  pdf::Options plain;
  plain.compress = plain.object_streams = false;
  const std::string bytes = test::write_or_die(sheet.list, plain);
  EXPECT_THAT(bytes, Not(HasSubstr("ActualText")));
  EXPECT_THAT(bytes, HasSubstr("re\nf*\n"));
  const std::string path = test::save_sample("missing", test::write_or_die(sheet.list));
  if (!test::has_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  expect_clean(path);
  // Both readers find the text under the boxes, and no gap beside it.
  EXPECT_EQ(test::squeeze(test::output_of("pdftotext " + path + " -")), "one 漢 two 界");
  if (test::has_program("mutool")) {
    EXPECT_EQ(test::squeeze(test::output_of("mutool draw -q -F txt " + path)), "one 漢 two 界");
  }
}

TEST(Write, ASignOnHalfItsWidthIsAPathThatReadsAsItsText) {
  test::Sheet sheet;
  sheet.line(TagKind::Paragraph, test::fonts().cjk, "软件。。工程师。年");
  auto& run = std::get<display::DrawGlyphs>(sheet.list.pages[0].commands.back()).run;
  ASSERT_EQ(run.glyphs.size(), 9U);
  run.glyphs[2].advance = run.size / 2;
  pdf::Options plain;
  plain.compress = plain.object_streams = false;
  const std::string bytes = test::write_or_die(sheet.list, plain);
  const auto paths = [](const std::string& pdf) {
    std::size_t count = 0;
    for (std::size_t at = pdf.find("\nf\n"); at != std::string::npos; at = pdf.find("\nf\n", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(paths(bytes), 1U) << "only the one that is narrower than its font says";
  const std::string path = test::save_sample("narrowed", test::write_or_die(sheet.list));
  if (!test::has_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  expect_clean(path);
  for (const char* reader : {"pdftotext ", "pdftotext -raw "}) {
    EXPECT_EQ(test::squeeze(test::output_of(reader + path + " -")), "软件。。工程师。年") << reader;
  }
  if (test::has_program("mutool")) {
    EXPECT_EQ(test::squeeze(test::output_of("mutool draw -q -F txt " + path)), "软件。。工程师。年");
  }
}

TEST(Write, ReadingDirectionIsSaidWhereItIsFromRightToLeft) {
  pdf::Options plain;
  plain.compress = plain.object_streams = false;
  display::DisplayList list = test::resume(1);
  EXPECT_THAT(test::write_or_die(list, plain), Not(HasSubstr("/Direction")));
  list.info.right_to_left = true;
  EXPECT_THAT(test::write_or_die(list, plain), HasSubstr("/Direction /R2L"));
}

/// The code of the only error that writing this list gives.
std::string error_of(const display::DisplayList& list) {
  Diagnostics diagnostics;
  EXPECT_EQ(pdf::write(list, test::fonts().library, {}, diagnostics), std::nullopt);
  return diagnostics.error_count() == 1 ? diagnostics.list()[0].code : "not one error";
}

TEST(Write, RefusesWhatCannotBeTrue) {
  const display::DisplayList good = test::resume(1);
  const auto broken = [&good](const auto& change) {
    display::DisplayList list = good;
    change(list);
    return error_of(list);
  };
  using List = display::DisplayList;
  const auto link = [](List& l) -> display::LinkArea& {
    for (display::Command& c : l.pages[0].commands) {
      if (auto* found = std::get_if<display::LinkArea>(&c)) return *found;
    }
    throw std::logic_error("no link");
  };
  EXPECT_EQ(broken([](List& l) { l.info.title.clear(); }), "pdf-no-title");
  EXPECT_EQ(broken([](List& l) { l.info.language = "English, please"; }), "pdf-language");
  EXPECT_EQ(broken([](List& l) { l.info.author = std::string(40000, 'x'); }), "pdf-long-string");
  EXPECT_EQ(broken([](List& l) { l.pages[0].size.width = Length::from_pt(20000); }), "pdf-page-size");
  EXPECT_EQ(broken([](List& l) { l.pages.clear(), l.outline.clear(); }), "pdf-no-pages");
  EXPECT_EQ(broken([](List& l) { l.pages.resize(501, l.pages[0]); }), "pdf-too-many-pages");
  EXPECT_EQ(broken([](List& l) { l.outline[0].page = 9; }), "pdf-outline");
  EXPECT_EQ(broken([](List& l) { l.tags[2].parent = 7; }), "pdf-tags");
  EXPECT_EQ(broken([](List& l) { l.tags[1].kind = display::TagKind::Figure; }), "pdf-no-alt");
  EXPECT_EQ(broken([](List& l) { l.tags[1].language = "x_y"; }), "pdf-language");
  EXPECT_EQ(broken([](List& l) { std::get<display::DrawGlyphs>(l.pages[0].commands[0]).tag = 9999; }), "pdf-tags");
  EXPECT_EQ(broken([](List& l) { std::get<display::DrawGlyphs>(l.pages[0].commands[0]).run.face = 77; }), "pdf-font");
  EXPECT_EQ(broken([](List& l) { std::get<display::DrawGlyphs>(l.pages[0].commands[0]).run.size = Length{}; }),
            "pdf-text-size");
  EXPECT_EQ(broken([&](List& l) { link(l).description.clear(); }), "pdf-link-description");
  EXPECT_EQ(broken([&](List& l) { link(l).url.clear(); }), "pdf-link-target");
  EXPECT_EQ(broken([&](List& l) { link(l).tag = display::kArtifact; }), "pdf-link-tag");
}

TEST(Write, AFaceWhoseLicenceForbidsItIsNotEmbedded) {
  std::ifstream stream(test::shipped_font("source-code-pro/SourceCodePro_400Regular.ttf"), std::ios::binary);
  std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(stream), {}};
  // The directory of tables names the place of OS/2, whose fsType 2 is "restricted licence embedding".
  for (std::size_t at = 12;; at += 16) {
    ASSERT_LT(at + 16, bytes.size());
    if (std::string(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                    bytes.begin() + static_cast<std::ptrdiff_t>(at) + 4) != "OS/2") {
      continue;
    }
    const std::size_t place = (std::size_t{bytes[at + 8]} << 24) | (std::size_t{bytes[at + 9]} << 16) |
                              (std::size_t{bytes[at + 10]} << 8) | bytes[at + 11];
    bytes[place + 9] = 2;
    break;
  }
  font::Library library;
  const font::FaceId face = library.add(font::Face::load(std::move(bytes)));
  display::DisplayList list = test::resume(1);
  for (display::Page& page : list.pages) {
    for (display::Command& command : page.commands) {
      if (auto* glyphs = std::get_if<display::DrawGlyphs>(&command)) glyphs->run.face = face;
    }
  }
  Diagnostics diagnostics;
  EXPECT_FALSE(pdf::write(list, library, {}, diagnostics));
  ASSERT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.list().front().code, "pdf-font-licence");
}

TEST(Write, ManySmallThingsStayWithinTheLimitsOfPdf) {
  // 20,000 list items: more kids than an array may hold, and thousands of pages' parent-tree keys.
  test::Sheet sheet;
  const display::TagId list = sheet.tag(TagKind::List);
  font::GlyphRun word = test::shape(test::fonts().library, test::fonts().serif, Length::from_pt(4), "word");
  for (int i = 0; i < 20000; ++i) {
    if (i % 100 == 99) sheet.page();
    const display::TagId body = sheet.tag(TagKind::ListBody, sheet.tag(TagKind::ListItem, list));
    sheet.y += Length::from_pt(6);
    sheet.add(display::DrawGlyphs{{Length::from_pt(72), sheet.y}, word, body});
  }
  pdf::Options plain;
  plain.compress = plain.object_streams = false;
  const std::string bytes = test::write_or_die(sheet.list, plain);
  std::size_t items = 0, lists = 0, longest = 0;
  for (std::size_t at = 0; (at = bytes.find("/S /LI\n", at)) != std::string::npos; ++at) ++items;
  for (std::size_t at = 0; (at = bytes.find("/S /L\n", at)) != std::string::npos; ++at) ++lists;
  for (std::size_t at = 0; (at = bytes.find("/K [", at)) != std::string::npos; ++at) {
    const std::string array = bytes.substr(at, bytes.find(']', at) - at);
    longest = std::max(longest, static_cast<std::size_t>(std::count(array.begin(), array.end(), 'R')));
  }
  EXPECT_EQ(items, 20000U);
  EXPECT_EQ(lists, 4U);  // the list, and three that it was cut into
  EXPECT_EQ(longest, 8191U);
  const std::string path = test::save_sample("many", test::write_or_die(sheet.list));
  if (!test::has_program("qpdf")) GTEST_SKIP() << "qpdf is not installed";
  expect_clean(path);
}

TEST(Write, TooManyPiecesOnOnePageAreAnErrorNotACrash) {
  test::Sheet sheet;
  font::GlyphRun word = test::shape(test::fonts().library, test::fonts().serif, Length::from_pt(4), "w");
  for (int i = 0; i < 9000; ++i) {
    sheet.add(display::DrawGlyphs{{Length::from_pt(72), sheet.y}, word, sheet.tag(TagKind::Paragraph)});
  }
  EXPECT_EQ(error_of(sheet.list), "pdf-internal");
}

}  // namespace
}  // namespace broadside
