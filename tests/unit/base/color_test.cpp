// SPDX-License-Identifier: MIT
// base/color.h: notation and contrast.
#include "base/color.h"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Color, ReadsBothNotations) {
  EXPECT_EQ(parse_color("#0a6"), (Color{0x00, 0xaa, 0x66}));
  EXPECT_EQ(parse_color("#12ABef"), (Color{0x12, 0xab, 0xef}));
  for (const char* bad : {"", "#", "123456", "#12345", "#12345g", "#1234567", "#é1", "red"}) {
    EXPECT_FALSE(parse_color(bad)) << bad;
  }
}

TEST(Color, WritesWhatItReads) { EXPECT_EQ(to_string(*parse_color("#0Af")), "#00aaff"); }

TEST(Color, ContrastFollowsWcag) {
  const Color black{}, white{255, 255, 255};
  EXPECT_DOUBLE_EQ(contrast_ratio(black, white), 21.0);
  EXPECT_DOUBLE_EQ(contrast_ratio(white, black), 21.0);
  EXPECT_DOUBLE_EQ(contrast_ratio(white, white), 1.0);
  EXPECT_NEAR(contrast_ratio(*parse_color("#767676"), white), 4.54, 0.005);  // the classic AA limit on white
}

}  // namespace
}  // namespace broadside
