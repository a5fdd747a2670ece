// SPDX-License-Identifier: MIT
// What may be read and what may not.
#include "host/read_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "files.h"

namespace broadside::host {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ReadFile : public FolderTest {
 protected:
  [[nodiscard]] FileProblem below(const std::string& name) const { return read_below(folder_, name, 1000).problem; }
  void link(const std::string& target, const std::string& name) const {
    std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
    std::filesystem::create_symlink(target, path(name));
  }
};

TEST_F(ReadFile, GivesTheBytesAsTheyAre) {
  const std::string bytes("a\0b\r\n\xff", 6);
  put("sub/file", bytes);
  EXPECT_EQ(read_trusted(path("sub/file"), 1000).bytes, bytes);
  EXPECT_EQ(read_below(folder_, "sub/file", 1000).bytes, bytes);
  EXPECT_EQ(read_below(folder_, "./sub//./file", 1000).bytes, bytes);
}

TEST_F(ReadFile, AnEmptyFileIsNoProblem) {
  put("empty", "");
  const FileRead read = read_trusted(path("empty"), 10);
  EXPECT_TRUE(read.ok());
  EXPECT_TRUE(read.bytes.empty());
}

TEST_F(ReadFile, TheCapIsInclusive) {
  put("ten", "0123456789");
  EXPECT_TRUE(read_trusted(path("ten"), 10).ok());
  EXPECT_EQ(read_trusted(path("ten"), 9).problem, FileProblem::TooLarge);
  EXPECT_TRUE(read_below(folder_, "ten", 10).ok());
  EXPECT_EQ(read_below(folder_, "ten", 9).problem, FileProblem::TooLarge);
}

TEST_F(ReadFile, AnEndlessDeviceStopsAtTheCap) {
  EXPECT_EQ(read_trusted("/dev/zero", 1 << 20).problem, FileProblem::TooLarge);
  EXPECT_TRUE(read_trusted("/dev/null", 1 << 20).ok());
}

TEST_F(ReadFile, PathsInsideFilesStayBelowTheirFolder) {
  put("inside/file", "x");
  put("secret", "x");
  EXPECT_EQ(read_below(path("inside"), "/etc/passwd", 1000).problem, FileProblem::Absolute);
  EXPECT_EQ(read_below(path("inside"), "../secret", 1000).problem, FileProblem::Escapes);
  EXPECT_EQ(read_below(path("inside"), "x/../../secret", 1000).problem, FileProblem::Escapes);
  EXPECT_EQ(below("inside/../secret"), FileProblem::Escapes);  // even where it would stay below
  EXPECT_EQ(below(""), FileProblem::Malformed);
  EXPECT_EQ(below(std::string("a\0b", 3)), FileProblem::Malformed);
}

TEST_F(ReadFile, SymbolicLinksMayNotLeadOut) {
  put("inside/file", "x");
  put("secret", "x");
  link("../secret", "inside/out");
  link("/etc/passwd", "inside/absolute");
  link("..", "inside/up");
  link("../inside/../secret", "inside/winding");
  const auto read = [&](const char* name) { return read_below(path("inside"), name, 1000).problem; };
  EXPECT_EQ(read("out"), FileProblem::Escapes);
  EXPECT_EQ(read("absolute"), FileProblem::Escapes);
  EXPECT_EQ(read("up/secret"), FileProblem::Escapes);
  EXPECT_EQ(read("winding"), FileProblem::Escapes);
}

TEST_F(ReadFile, SymbolicLinksThatStayBelowAreFollowed) {
  put("a/file", "x");
  link("a/file", "near");
  link("../a", "b/folder");
  link("near", "chain");
  EXPECT_EQ(below("near"), FileProblem::None);
  EXPECT_EQ(below("b/folder/file"), FileProblem::None);
  EXPECT_EQ(below("chain"), FileProblem::None);
}

TEST_F(ReadFile, LinksInACircleEnd) {
  link("two", "one");
  link("one", "two");
  EXPECT_EQ(below("one"), FileProblem::NotFound);
}

TEST_F(ReadFile, OnlyRegularFilesAreRead) {
  put("sub/file", "x");
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  link("pipe", "to-pipe");
  EXPECT_EQ(below("sub"), FileProblem::NotRegular);
  EXPECT_EQ(below("sub/"), FileProblem::NotRegular);
  EXPECT_EQ(below("."), FileProblem::NotRegular);
  EXPECT_EQ(below("pipe"), FileProblem::NotRegular);  // and does not wait for a writer
  EXPECT_EQ(below("to-pipe"), FileProblem::NotRegular);
  EXPECT_EQ(below("sub/file/more"), FileProblem::NotFound);
  EXPECT_EQ(read_trusted(path("sub"), 1000).problem, FileProblem::NotRegular);
}

TEST_F(ReadFile, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(below("nothing"), FileProblem::NotFound);
  EXPECT_EQ(below("no/thing"), FileProblem::NotFound);
  EXPECT_EQ(read_trusted(path("nothing"), 10).problem, FileProblem::NotFound);
  EXPECT_EQ(read_below(path("nowhere"), "file", 10).problem, FileProblem::NotFound);
  EXPECT_EQ(read_trusted("", 10).problem, FileProblem::Malformed);
}

TEST_F(ReadFile, ListsAreSortedAndFiltered) {
  put("b.ttf", "x");
  put("a.otf", "x");
  put("B.ttf", "x");
  put("notes.txt", "x");
  put("folder.ttf/inner", "x");
  EXPECT_THAT(list_files(folder_, {".ttf", ".otf"}), ElementsAre("B.ttf", "a.otf", "b.ttf"));
  EXPECT_THAT(list_files(path("nowhere"), {".ttf"}), IsEmpty());
}

TEST_F(ReadFile, TwoLevelsAreListedByPath) {
  put("serif/b.ttf", "x");
  put("serif/A.OTF", "x");
  put("serif/deep/c.ttf", "x");
  put("serif/OFL.txt", "x");
  put("top.otf", "x");
  put(".hidden/d.ttf", "x");
  EXPECT_THAT(list_two_levels(folder_, {".ttf", ".otf"}),
              ElementsAre(path("serif/A.OTF"), path("serif/b.ttf"), path("top.otf")));
  EXPECT_THAT(list_two_levels(path("nowhere"), {".ttf"}), IsEmpty());
}

TEST_F(ReadFile, OneFolderByTwoPathsIsTheSame) {
  put("sub/file", "x");
  put("other/file", "x");
  link("sub", "link");
  EXPECT_TRUE(same_folder(path("sub"), path("link")));
  EXPECT_TRUE(same_folder(path("sub"), path("other/../sub/")));
  EXPECT_FALSE(same_folder(path("sub"), path("other")));
  EXPECT_FALSE(same_folder(path("none"), path("none")));
  EXPECT_FALSE(same_folder(path("sub/file"), path("sub/file")));
}

TEST(Describe, NamesTheCap) {
  EXPECT_THAT(describe(FileProblem::TooLarge, kInputCap), HasSubstr("1 MiB"));
  EXPECT_THAT(describe(FileProblem::TooLarge, kImageCap), HasSubstr("20 MB"));
  EXPECT_THAT(describe(FileProblem::TooLarge, kFontCap), HasSubstr("32 MiB"));
}

}  // namespace
}  // namespace broadside::host
