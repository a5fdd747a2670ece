// SPDX-License-Identifier: MIT
// The whole room: valid files, the same bytes each time, small, and errors instead of crashes.
#include "pdf/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Write, ThreeTaggedPagesAreValidAndSmall) {
  const std::string bytes = test::write_or_die(test::resume());
  ASSERT_FALSE(bytes.empty());
  EXPECT_LE(bytes.size(), 50U * 1024);
  const std::string path = test::save_sample("resume", bytes);
  if (!test::has_program("qpdf")) GTEST_SKIP() << "qpdf is not installed";
  int status = -1;
  const std::string said = test::output_of("qpdf --check " + path, &status);
  EXPECT_EQ(status, 0) << said;
  EXPECT_THAT(said, HasSubstr("No syntax or stream encoding errors"));
}

}  // namespace
}  // namespace broadside
