// SPDX-License-Identifier: MIT
#include "font/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "font/fallback.h"
#include "font/families.h"
#include "host/system_fonts.h"
#include "support/paths.h"

namespace broadside::font {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

const Library& shipped() {
  static const Library* library = [] {
    auto* made = new Library;
    made->add_folder(test::source_dir() + "/fonts");
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
  EXPECT_EQ(Library().add_folder(test::source_dir() + "/fonts"), shipped().size());
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
  const auto face = Face::open(test::source_dir() + "/fonts/source-serif-4/SourceSerif4_400Regular.ttf");
  EXPECT_EQ(library.add(face), 0);
  library.add_folder(test::source_dir() + "/fonts/source-serif-4");
  EXPECT_EQ(library.match("Source Serif 4", 400, false), 0);
  EXPECT_EQ(library.add(nullptr), kNoFace);
  EXPECT_EQ(library.find(kNoFace), nullptr);
}

TEST(Library, FilesThatAreNoFontsArePassedOver) {
  Library library;
  EXPECT_GT(library.add_folder(test::source_dir() + "/tests/data/fonts-broken"), 0U);
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
  const auto open = [](const char* name) { return Face::open(test::source_dir() + "/fonts/" + name); };
  const FaceId code = library.add(open("source-code-pro/SourceCodePro_700Bold.ttf"));
  library.add(open("source-serif-4/SourceSerif4_400Regular_Italic.ttf"));
  library.add(open("source-serif-4/SourceSerif4_400Regular.ttf"));
  const FaceId bold = library.add(open("source-serif-4/SourceSerif4_700Bold.ttf"));
  ASSERT_FALSE(covers(library.face(code), "\u20BF"));
  ASSERT_TRUE(covers(library.face(bold), "\u20BF"));
  EXPECT_EQ(fallback(library, code, "\u20BF"), bold);
}

const std::string kThai = test::source_dir() + "/tests/fonts/NotoSansThai-subset.ttf";
const std::string kHan = test::source_dir() + "/tests/fonts/NotoSerifCJK-subset.otf";

/// The shipped fonts and a machine that has two.
struct WithSystem {
  WithSystem() {
    library.add_folder(test::source_dir() + "/fonts");
    library.use_system_fonts(system);
    serif = library.match("Source Serif 4", 400, false);
  }
  std::shared_ptr<host::FixedFonts> system = std::make_shared<host::FixedFonts>(
      std::map<char32_t, host::FontFile>{{U'\u0E17', {kThai, 0}}, {U'\u7B80', {kHan, 0}}, {U'\u7B81', {kHan, 0}}});
  Library library;
  FaceId serif = kNoFace;
};

TEST(Fallback, AsksTheMachineLast) {
  WithSystem test;
  EXPECT_EQ(fallback(test.library, test.serif, "a"), test.serif);
  EXPECT_NE(fallback(test.library, test.serif, "\u2588"), kNoFace);
  EXPECT_TRUE(test.system->asked().empty()) << "other shipped faces go first";
  const std::size_t before = test.library.size();
  const FaceId thai = fallback(test.library, test.serif, "\u0E17", "th");
  ASSERT_NE(thai, kNoFace);
  EXPECT_EQ(test.library.face(thai).postscript_name(), "NotoSansThai-Regular");
  EXPECT_TRUE(test.library.from_system(thai));
  EXPECT_FALSE(test.library.from_system(test.serif));
  EXPECT_EQ(test.library.size(), before + 1);
  EXPECT_EQ(test.library.match("Noto Sans Thai", 400, false), kNoFace) << "a layout cannot name it";
}

TEST(Fallback, AsksOnceForEachCharacterAndOpensEachFileOnce) {
  WithSystem test;
  const FaceId first = fallback(test.library, test.serif, "简", "zh");
  const std::size_t size = test.library.size();
  EXPECT_EQ(fallback(test.library, test.serif, "简", "zh"), first);
  EXPECT_THAT(test.system->asked(), ElementsAre(U'简'));
  EXPECT_EQ(fallback(test.library, test.serif, "\u7B81", "zh"), kNoFace) << "the file lacks what was promised";
  EXPECT_EQ(test.library.size(), size);
}

TEST(Fallback, AFaceOfTheMachineDoesNotAnswerForWhatWasNotAskedOfIt) {
  WithSystem test;
  ASSERT_NE(fallback(test.library, test.serif, "简", "zh"), kNoFace);
  // The file opened for 简 has 历 too; but what a text gets must not depend on what was set before it.
  EXPECT_EQ(fallback(test.library, test.serif, "历", "zh"), kNoFace);
}

TEST(Fallback, ASkinToneNeedsNoGlyphOfItsOwn) {
  const Face& serif = shipped().face(shipped().match("Source Serif 4", 400, false));
  EXPECT_TRUE(covers(serif, "a\U0001F3FD"));
  EXPECT_FALSE(covers(serif, "\U0001F3FD"));
}

TEST(Families, FollowTheLanguageAndTheKindOfFace) {
  EXPECT_THAT(families_for(U'简', "zh-CN", true), ElementsAre("Noto Serif CJK SC", "Noto Sans CJK SC"));
  EXPECT_THAT(families_for(U'简', "zh-TW", false), ElementsAre("Noto Sans CJK TC", "Noto Serif CJK TC"));
  EXPECT_EQ(families_for(U'简', "zh-Hant-HK", true).front(), "Noto Serif CJK HK");
  EXPECT_EQ(families_for(U'简', "ja", true).front(), "Noto Serif CJK JP");
  EXPECT_EQ(families_for(U'简', "ko-KR", true).front(), "Noto Serif CJK KR");
  EXPECT_EQ(families_for(U'简', "en-US", true).front(), "Noto Serif CJK SC");
  EXPECT_EQ(families_for(U'ん', "en-US", true).front(), "Noto Serif CJK JP");
  EXPECT_EQ(families_for(U'ん', "zh", true).front(), "Noto Serif CJK SC");
  EXPECT_EQ(families_for(U'。', "ja", true).front(), "Noto Serif CJK JP");
  EXPECT_EQ(families_for(U'ー', "ja", true).front(), "Noto Serif CJK JP") << "common to kana, and no sign of Latin";
  EXPECT_EQ(families_for(U'・', "ja", false).front(), "Noto Sans CJK JP");
  EXPECT_EQ(families_for(U'ع', "ar", true).front(), "Noto Naskh Arabic");
  EXPECT_EQ(families_for(U'ع', "ar", false).front(), "Noto Sans Arabic");
  EXPECT_EQ(families_for(U'ש', "he", true).front(), "Noto Serif Hebrew");
  EXPECT_EQ(families_for(U'ก', "th", false).front(), "Noto Sans Thai");
  EXPECT_EQ(families_for(U'\u0416', "ru", true).front(), "Noto Serif");
  EXPECT_THAT(families_for(U'\U0001F3C6', "en", true), Contains("Symbola"));
  EXPECT_EQ(families_for(U'→', "en", false).front(), "Noto Sans");
}

}  // namespace
}  // namespace broadside::font
