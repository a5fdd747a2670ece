// SPDX-License-Identifier: MIT
#include "font/beside.h"
#include "support/paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace broadside::font {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Beside : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "broadside-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    fs::create_directories(folder_ / "fonts" / "thai");
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  void copy(const std::string& from, const std::string& to) {
    fs::copy_file(test::source_dir() + "/" + from, folder_ / to);
  }
  std::size_t add() { return add_fonts_beside(library_, folder_.string(), diagnostics_); }

  fs::path folder_;
  Library library_;
  Diagnostics diagnostics_;
};

TEST_F(Beside, FontsOfTheFolderAndOneLevelBelowCanBeNamed) {
  copy("tests/fonts/NotoSansThai-subset.ttf", "fonts/thai/Thai.TTF");
  copy("tests/fonts/NotoSerifCJK-subset.otf", "fonts/han.otf");
  EXPECT_EQ(add(), 2U);
  EXPECT_TRUE(diagnostics_.empty());
  EXPECT_NE(library_.match("Noto Sans Thai", 400, false), kNoFace);
  EXPECT_EQ(library_.families().size(), 2U);
}

TEST_F(Beside, NothingIsFine) {
  EXPECT_EQ(add(), 0U);
  EXPECT_EQ(add_fonts_beside(library_, "/no/such/folder", diagnostics_), 0U);
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(Beside, AFileThatIsNoFontIsAWarning) {
  std::ofstream(folder_ / "fonts" / "text.ttf") << "no font";
  copy("tests/fonts/NotoSansThai-subset.ttf", "fonts/Thai.ttf");
  EXPECT_EQ(add(), 1U);
  ASSERT_EQ(diagnostics_.warning_count(), 1U);
  EXPECT_EQ(diagnostics_.list()[0].code, "font-unusable");
  EXPECT_THAT(diagnostics_.list()[0].message, HasSubstr("'fonts/text.ttf'"));
}

TEST_F(Beside, ALinkThatLeadsOutIsNotFollowed) {
  fs::create_symlink(test::source_dir() + "/tests/fonts/NotoSansThai-subset.ttf", folder_ / "fonts" / "out.ttf");
  EXPECT_EQ(add(), 0U);
  ASSERT_EQ(diagnostics_.warning_count(), 1U);
  EXPECT_THAT(diagnostics_.list()[0].message, HasSubstr("leads out of the folder"));
}

TEST_F(Beside, AFileBeyondTheCapIsAnError) {
  std::ofstream(folder_ / "fonts" / "large.ttf") << "x";
  fs::resize_file(folder_ / "fonts" / "large.ttf", (std::uintmax_t{32} << 20) + 1);
  EXPECT_EQ(add(), 0U);
  ASSERT_EQ(diagnostics_.error_count(), 1U);
  EXPECT_EQ(diagnostics_.list()[0].code, "font-cap");
  EXPECT_THAT(diagnostics_.list()[0].message, HasSubstr("'fonts/large.ttf' is larger than the 32 MiB allowed"));
}

TEST_F(Beside, TooManyFilesAreAnError) {
  for (int i = 0; i <= 200; ++i) std::ofstream(folder_ / "fonts" / (std::to_string(i) + ".ttf")) << "x";
  EXPECT_EQ(add(), 0U);
  EXPECT_EQ(diagnostics_.error_count(), 1U);
}

TEST(LoadAll, ACollectionHasSeveralFaces) {
  std::ifstream file("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", std::ios::binary);
  ASSERT_TRUE(file) << "of fonts-noto-cjk";
  const auto faces = Face::load_all({std::istreambuf_iterator<char>(file), {}});
  ASSERT_EQ(faces.size(), 5U);
  EXPECT_EQ(faces[0]->family(), "Noto Serif CJK JP");
  EXPECT_EQ(faces[2]->family(), "Noto Serif CJK SC");
  EXPECT_NE(faces[2]->glyph(U'简'), 0U);
  EXPECT_TRUE(Face::load_all({'t', 't', 'c', 'f'}).empty());
}

}  // namespace
}  // namespace broadside::font
