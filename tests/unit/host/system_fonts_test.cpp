// SPDX-License-Identifier: MIT
// The fixed set of fonts, and fontconfig with a configuration of the test's own: never the machine's fonts.
#include "host/system_fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "files.h"

namespace broadside::host {
namespace {

using testing::ElementsAre;
using testing::EndsWith;

TEST(FixedFontSet, AnswersAndRemembersWhatWasAsked) {
  FixedFonts fonts({{U'中', {"han.otf", 2}}});
  FontWish wish;
  wish.character = U'中';
  EXPECT_EQ(fonts.find(wish), (FontFile{"han.otf", 2}));
  wish.character = U'x';
  EXPECT_EQ(fonts.find(wish), std::nullopt);
  EXPECT_THAT(fonts.asked(), ElementsAre(U'中', U'x'));
}

class Fontconfig : public FolderTest {
 protected:
  /// fontconfig sees only the shipped fonts.
  void SetUp() override {
    FolderTest::SetUp();
    put("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" SOURCE_DIR "/fonts</dir><cachedir>" + path("cache") +
                          "</cachedir></fontconfig>");
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
  EXPECT_TRUE(fonts.find(wish));
  EXPECT_TRUE(fonts.started());
}

TEST_F(Fontconfig, FindsTheWeightAndSlantAskedFor) {
  FontconfigFonts fonts;
  FontWish wish;
  wish.character = U'A';
  wish.weight = 700;
  wish.italic = true;
  const auto found = fonts.find(wish);
  ASSERT_TRUE(found);
  EXPECT_THAT(found->path, EndsWith("_700Bold_Italic.ttf"));
}

TEST_F(Fontconfig, ACharacterThatNoFontHasIsNotFound) {
  FontconfigFonts fonts;
  FontWish wish;
  wish.character = 0x13000;  // an Egyptian hieroglyph
  EXPECT_EQ(fonts.find(wish), std::nullopt);
}

}  // namespace
}  // namespace broadside::host
