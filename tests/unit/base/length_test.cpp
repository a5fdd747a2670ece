// SPDX-License-Identifier: MIT
// base/length.h: rounding.
#include "base/length.h"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Length, RoundsHalfAwayFromZero) {
  EXPECT_EQ(Length::ratio(1, 1, 2).raw, 1);
  EXPECT_EQ(Length::ratio(-1, 1, 2).raw, -1);
  EXPECT_EQ(Length::from_mm(25.4), Length::from_pt(72));
  EXPECT_EQ(scale(Length::from_raw(3), 0.5).raw, 2);
}

}  // namespace
}  // namespace broadside
