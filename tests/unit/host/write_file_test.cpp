// SPDX-License-Identifier: MIT
// Yesterday's file survives every failure.
#include "host/write_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "files.h"

namespace broadside::host {
namespace {

using testing::HasSubstr;

class WriteFile : public FolderTest {
 protected:
  [[nodiscard]] std::size_t entries() const {
    const auto all = std::filesystem::directory_iterator(folder_);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }
};

TEST_F(WriteFile, WritesAndReplaces) {
  EXPECT_EQ(write_atomically(path("a"), "first"), std::nullopt);
  EXPECT_EQ(get("a"), "first");
  const std::string second("se\0cond", 7);
  EXPECT_EQ(write_atomically(path("a"), second), std::nullopt);
  EXPECT_EQ(get("a"), second);
  EXPECT_EQ(entries(), 1U);
}

TEST_F(WriteFile, KeepsTheModeOfTheOldFile) {
  put("a", "old");
  ASSERT_EQ(::chmod(path("a").c_str(), 0640), 0);
  ASSERT_EQ(write_atomically(path("a"), "new"), std::nullopt);
  struct stat info {};
  ASSERT_EQ(::stat(path("a").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777, 0640U);
}

TEST_F(WriteFile, AMissingFolderIsAnError) {
  const auto problem = write_atomically(path("no/a"), "x");
  ASSERT_TRUE(problem);
  EXPECT_THAT(*problem, HasSubstr(path("no/a")));
  EXPECT_THAT(*problem, HasSubstr("does not exist"));
}

TEST_F(WriteFile, AFolderInTheWayIsAnError) {
  std::filesystem::create_directory(path("a"));
  const auto problem = write_atomically(path("a"), "x");
  ASSERT_TRUE(problem);
  EXPECT_THAT(*problem, HasSubstr("folder"));
  EXPECT_EQ(entries(), 1U);
}

TEST_F(WriteFile, AFullDiskLeavesTheOldFileAndNoRest) {
  put("a", "yesterday");
  // The limit on file sizes stands in for a full disk: the write stops half way.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 1000;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto problem = write_atomically(path("a"), std::string(5000, 'x'));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
  ASSERT_TRUE(problem);
  EXPECT_NE(problem->find("larger than the system allows"), std::string::npos) << *problem;
  EXPECT_EQ(get("a"), "yesterday");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(WriteFile, ALeftoverOfAKilledRunIsNotInTheWay) {
  put("a." + std::to_string(::getpid()) + "-0.tmp", "half");
  EXPECT_EQ(write_atomically(path("a"), "whole"), std::nullopt);
  EXPECT_EQ(get("a"), "whole");
}

TEST_F(WriteFile, ASymbolicLinkIsReplacedNotFollowed) {
  put("target", "mine");
  std::filesystem::create_symlink("target", path("a"));
  ASSERT_EQ(write_atomically(path("a"), "new"), std::nullopt);
  EXPECT_EQ(get("target"), "mine");
  EXPECT_EQ(get("a"), "new");
}

TEST_F(WriteFile, FoldersAreMadeOnTheWay) {
  EXPECT_EQ(make_folders(path("x/y/z")), std::nullopt);
  EXPECT_TRUE(std::filesystem::is_directory(path("x/y/z")));
  EXPECT_EQ(make_folders(path("x/y/z/")), std::nullopt);
  EXPECT_EQ(make_folders("."), std::nullopt);
  put("file", "x");
  const auto problem = make_folders(path("file/below"));
  ASSERT_TRUE(problem);
  EXPECT_THAT(*problem, HasSubstr("file"));
}

}  // namespace
}  // namespace broadside::host
