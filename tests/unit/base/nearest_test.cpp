// SPDX-License-Identifier: MIT
// base/nearest.h: distances and suggestions.
#include "base/nearest.h"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("title", "title"), 0U);
  EXPECT_EQ(edit_distance("titel", "title"), 1U);  // neighbours swapped
  EXPECT_EQ(edit_distance("Titles", "title"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U);  // no substring is edited twice
}

TEST(Nearest, SuggestsOnlyWhatIsNear) {
  const std::vector<std::string_view> words = {"title", "date", "start", "end"};
  EXPECT_EQ(nearest("titel", words), "title");
  EXPECT_EQ(nearest("stat", words), "start");
  EXPECT_EQ(nearest("colour", words), "");
  EXPECT_EQ(nearest("", words), "");
  EXPECT_EQ(nearest(std::string(1000, 'x'), words), "");
  EXPECT_EQ(nearest("dates", {"date", "dates1"}), "date");  // the first of equals
}

}  // namespace
}  // namespace broadside
