// SPDX-License-Identifier: MIT
// The fixed set of fonts, and fontconfig with a configuration of the test's own: never the machine's fonts.
#include "host/system_fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "files.h"
#include "support/paths.h"

namespace broadside::host {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;

TEST(FixedFontSet, AnswersAndRemembersWhatWasAsked) {
  FixedFonts fonts({{U'中', {"han.otf", 2}}});
  FontWish wish;
  wish.character = U'中';
  EXPECT_THAT(fonts.find(wish), ElementsAre(FontFile{"han.otf", 2}));
  wish.character = U'x';
  EXPECT_THAT(fonts.find(wish), IsEmpty());
  EXPECT_THAT(fonts.asked(), ElementsAre(U'中', U'x'));
}

class Fontconfig : public FolderTest {
 protected:
  /// fontconfig sees only the shipped fonts.
  void SetUp() override {
    FolderTest::SetUp();
    put("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + test::source_dir() + "/fonts</dir><cachedir>" +
                          path("cache") + "</cachedir></fontconfig>");
    ASSERT_EQ(::setenv("FONTCONFIG_FILE", path("fonts.conf").c_str(), 1), 0);
  }
  void TearDown() override {
    ::unsetenv("FONTCONFIG_FILE");
    FolderTest::TearDown();
  }
};

TEST_F(Fontconfig, StartsOnlyWhenAsked) {
  FontconfigFonts fonts;
  EXPECT_FALSE(fonts.started());
  FontWish wish;
  wish.character = U'A';
  EXPECT_FALSE(fonts.find(wish).empty());
  EXPECT_TRUE(fonts.started());
}

TEST_F(Fontconfig, FindsTheWeightAndSlantAskedFor) {
  FontconfigFonts fonts;
  FontWish wish;
  wish.character = U'A';
  wish.weight = 700;
  wish.italic = true;
  const auto found = fonts.find(wish);
  ASSERT_FALSE(found.empty());
  EXPECT_THAT(found.front().path, EndsWith("_700Bold_Italic.ttf"));
}

TEST_F(Fontconfig, FamiliesComeInTheOrderAskedFor) {
  FontconfigFonts fonts;
  FontWish wish;
  wish.character = U'A';
  wish.families = {"No Such Family", "source code pro", "EB Garamond"};
  auto found = fonts.find(wish);
  ASSERT_FALSE(found.empty());
  EXPECT_THAT(found.front().path, EndsWith("SourceCodePro_400Regular.ttf"));
  wish.italic = true;  // a family that is wanted goes before a slant
  EXPECT_EQ(fonts.find(wish).front(), found.front());
  wish.families = {"EB Garamond", "Source Code Pro"};
  EXPECT_THAT(fonts.find(wish).front().path, EndsWith("EBGaramond12-Italic.otf"));
}

TEST_F(Fontconfig, TheFamiliesOfTheWishGoBeforeAllOthers) {
  FontconfigFonts fonts;
  FontWish wish;
  wish.character = U'A';
  const auto any = fonts.find(wish);
  ASSERT_FALSE(any.empty());
  EXPECT_THAT(any.front().path, EndsWith("EBGaramond12-Regular.otf")) << "by name, as no family is asked for";
  wish.weight = 600;
  wish.families = {"Source Serif 4"};
  EXPECT_THAT(fonts.find(wish).front().path, EndsWith("SourceSerif4_600SemiBold.ttf"));
}

TEST_F(Fontconfig, ACharacterThatNoFontHasIsNotFound) {
  FontconfigFonts fonts;
  FontWish wish;
  wish.character = 0x13000;  // an Egyptian hieroglyph
  EXPECT_THAT(fonts.find(wish), IsEmpty());
}

}  // namespace
}  // namespace broadside::host
