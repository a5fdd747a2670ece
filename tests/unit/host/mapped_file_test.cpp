// SPDX-License-Identifier: MIT
// Mapped files: the same bytes, the same refusals as reading.
#include "host/mapped_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>

#include "files.h"

namespace broadside::host {
namespace {

using MappedFileTest = FolderTest;

TEST_F(MappedFileTest, ShowsTheBytesOfTheFile) {
  const std::string bytes("font\0data", 9);
  put("a", bytes);
  const auto file = MappedFile::open(path("a"), 9);
  ASSERT_NE(file, nullptr);
  ASSERT_EQ(file->bytes().size(), bytes.size());
  EXPECT_TRUE(std::equal(bytes.begin(), bytes.end(), file->bytes().begin(),
                         [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; }));
}

TEST_F(MappedFileTest, OutlivesTheFilesName) {
  put("a", "bytes");
  const auto file = MappedFile::open(path("a"), 100);
  ASSERT_NE(file, nullptr);
  std::filesystem::remove(path("a"));
  EXPECT_EQ(file->bytes()[0], 'b');
}

TEST_F(MappedFileTest, RefusesWhatIsNoUsableFile) {
  put("big", "0123456789");
  put("empty", "");
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(MappedFile::open(path("big"), 9), nullptr);
  EXPECT_EQ(MappedFile::open(path("empty"), 9), nullptr);
  EXPECT_EQ(MappedFile::open(path("pipe"), 9), nullptr);
  EXPECT_EQ(MappedFile::open(folder_, 9), nullptr);
  EXPECT_EQ(MappedFile::open(path("nothing"), 9), nullptr);
}

}  // namespace
}  // namespace broadside::host
