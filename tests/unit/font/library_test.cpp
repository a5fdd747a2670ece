// SPDX-License-Identifier: MIT
#include "font/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "font/fallback.h"

namespace broadside::font {
namespace {

using ::testing::ElementsAre;

const Library& shipped() {
  static const Library* library = [] {
    auto* made = new Library;
    made->add_folder(SOURCE_DIR "/fonts");
    return made;
  }();
  return *library;
}

std::string match(const char* family, int weight, bool italic) {
  const FaceId id = shipped().match(family, weight, italic);
  return id == kNoFace ? "" : shipped().face(id).postscript_name();
}

TEST(Library, FindsFamiliesOneFolderBelow) {
  EXPECT_THAT(shipped().families(), ElementsAre("EB Garamond", "Source Code Pro", "Source Sans 3", "Source Serif 4"));
  EXPECT_EQ(Library().add_folder(SOURCE_DIR "/fonts"), shipped().size());
  EXPECT_EQ(Library().add_folder("/no/such/folder"), 0U);
}

TEST(Library, MatchesWithoutCaseAndByCssRules) {
  EXPECT_EQ(match("source serif 4", 400, false), "SourceSerif4-Regular");
  EXPECT_EQ(match("Source Serif 4", 700, true), "SourceSerif4-BoldItalic");
  EXPECT_EQ(match("Source Serif 4", 500, false), "SourceSerif4-Regular") << "400 … 500: lighter before heavier";
  EXPECT_EQ(match("Source Serif 4", 450, false), "SourceSerif4-Regular");
  EXPECT_EQ(match("Source Serif 4", 300, false), "SourceSerif4-Regular") << "below 400: heavier if none is lighter";
  EXPECT_EQ(match("Source Serif 4", 650, false), "SourceSerif4-Bold") << "above 500: heavier first";
  EXPECT_EQ(match("Source Serif 4", 900, false), "SourceSerif4-Bold");
  EXPECT_EQ(match("Source Code Pro", 400, true), "SourceCodePro-Regular") << "no italic: the other slant";
  EXPECT_EQ(match("EB Garamond", 700, true), "EBGaramond12-Italic") << "slant before weight";
  EXPECT_EQ(match("Comic Sans", 400, false), "");
}

TEST(Library, FacesAddedFirstWin) {
  Library library;
  const auto face = Face::open(SOURCE_DIR "/fonts/source-serif-4/SourceSerif4_400Regular.ttf");
  EXPECT_EQ(library.add(face), 0);
  library.add_folder(SOURCE_DIR "/fonts/source-serif-4");
  EXPECT_EQ(library.match("Source Serif 4", 400, false), 0);
  EXPECT_EQ(library.add(nullptr), kNoFace);
  EXPECT_EQ(library.find(kNoFace), nullptr);
}

TEST(Library, FilesThatAreNoFontsArePassedOver) {
  Library library;
  EXPECT_GT(library.add_folder(SOURCE_DIR "/tests/data/fonts-broken"), 0U);
  EXPECT_EQ(library.match("Source Serif 4", 400, false), kNoFace);
  EXPECT_TRUE(library.families().empty());
}

TEST(Fallback, StyledFaceFirstThenOneThatHasAllOfTheCluster) {
  const Library& library = shipped();
  const FaceId serif = library.match("Source Serif 4", 400, true);
  EXPECT_EQ(fallback(library, serif, "a"), serif);
  EXPECT_EQ(fallback(library, serif, "e\u0301"), serif) << "composed";
  EXPECT_EQ(fallback(library, serif, "\u00AD"), serif) << "needs no glyph";
  EXPECT_EQ(fallback(library, serif, "\U0001F3C6"), kNoFace);
  // Only the sans and the code face have this box-drawing character; a missing slant is no obstacle.
  const FaceId box = fallback(library, serif, "\u2588");
  ASSERT_NE(box, kNoFace);
  EXPECT_TRUE(covers(library.face(box), "\u2588"));
  EXPECT_FALSE(covers(library.face(serif), "\u2588"));
  EXPECT_EQ(fallback(library, kNoFace, "\U0001F3C6"), kNoFace);
}

TEST(Fallback, PrefersTheSameSlantAndNearestWeight) {
  Library library;
  const auto open = [](const char* name) { return Face::open(std::string(SOURCE_DIR "/fonts/") + name); };
  const FaceId code = library.add(open("source-code-pro/SourceCodePro_700Bold.ttf"));
  library.add(open("source-serif-4/SourceSerif4_400Regular_Italic.ttf"));
  library.add(open("source-serif-4/SourceSerif4_400Regular.ttf"));
  const FaceId bold = library.add(open("source-serif-4/SourceSerif4_700Bold.ttf"));
  ASSERT_FALSE(covers(library.face(code), "\u20BF"));
  ASSERT_TRUE(covers(library.face(bold), "\u20BF"));
  EXPECT_EQ(fallback(library, code, "\u20BF"), bold);
}

}  // namespace
}  // namespace broadside::font
