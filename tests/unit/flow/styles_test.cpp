// SPDX-License-Identifier: MIT
// A layout's styles × marks → the styles of text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/styles.h"
#include "resume/rich_text.h"

namespace broadside::flow {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(StyleTable, EachFaceHasItsOwnHangingSigns) {
  layout::Layout layout;
  layout.styles.resize(1);
  layout::Style& style = layout.styles.front();
  style.family = "Serif";
  style.mono_family = "Mono";
  style.hangs = {{U"“", 0.45, std::nullopt, true}, {U".,", std::nullopt, 0.8, std::nullopt}, {U",“", 0.1, 0.2, {}}};
  const StyleTable table = style_table(layout);

  const std::vector<text::SignHang>& upright = table[0].hangs;
  ASSERT_THAT(upright, SizeIs(3));
  EXPECT_EQ(upright[0].sign, U',');  // by sign, and the first of two that name it
  EXPECT_EQ(upright[0].left, -1);
  EXPECT_EQ(upright[0].right, 800);
  EXPECT_EQ(upright[2].sign, U'“');
  EXPECT_EQ(upright[2].left, 100);
  EXPECT_EQ(table[resume::kItalic].hangs[2].left, 450);
  EXPECT_EQ(table[resume::kItalic].hangs[2].right, -1);
  EXPECT_THAT(table[resume::kCode].hangs, IsEmpty());
}

TEST(StyleTable, LettersWithoutExpansionAreNotElastic) {
  layout::Layout layout;
  layout.styles.resize(2);
  layout.styles[1].expansion = 0;
  const StyleTable table = style_table(layout);
  EXPECT_TRUE(table[0].elastic);
  EXPECT_FALSE(table[kFlagCombinations].elastic);
}

}  // namespace
}  // namespace broadside::flow
