// SPDX-License-Identifier: MIT
// A picture that is named twice is read once; one that is missing is an error and leaves an empty place.
#include "load/images.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "unit/image/files.h"

namespace broadside::load {
namespace {

TEST(LoadImages, ReadsEachFileOnceAndTellsTheResumeItsSize) {
  const std::string folder = testing::TempDir() + "load-images";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/logo.png", std::ios::binary) << image::test::png_file({}, std::string(12, '\x40'));
  resume::Resume resume;
  resume.person.photo.emplace().path = "logo.png";
  resume::Entry& entry = resume.sections.emplace_back().entries.emplace_back();
  entry.image.emplace().path = "logo.png";
  entry.positions.emplace_back().image.emplace().path = "missing.png";
  Diagnostics diagnostics;
  const Images read = images(folder, resume, diagnostics);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(resume.person.photo->number, resume.sections[0].entries[0].image->number);
  EXPECT_EQ(resume.person.photo->width, 2U);
  EXPECT_EQ(resume.sections[0].entries[0].positions[0].image->width, 0U);
  ASSERT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.list()[0].code, "image-not-found");
}

}  // namespace
}  // namespace broadside::load
