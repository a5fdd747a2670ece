// SPDX-License-Identifier: MIT
#include "flow/frames.h"

#include <gtest/gtest.h>

namespace broadside::flow {
namespace {

using namespace literals;
using layout::Dimension;

layout::Layout page() {
  layout::Layout layout;
  layout.page = {200_pt, 300_pt};
  layout.margins = {20_pt, 10_pt, 30_pt, 10_pt};
  return layout;
}

layout::Box box(const char* name, Dimension width, Dimension height) {
  layout::Box out;
  out.name = name;
  out.flow = name;
  out.width = width;
  out.height = height;
  return out;
}

constexpr Dimension kRest{Dimension::Kind::Rest, {}, 0};
constexpr Dimension kContent{Dimension::Kind::Content, {}, 0};

Length forty(const std::string&, Length) { return 40_pt; }

TEST(Frames, RestFillsThePageInsideItsMargins) {
  const layout::Layout layout = page();
  const std::vector<layout::Box> boxes = {box("main", kRest, kRest)};
  const std::vector<Frame> out = frames(layout, boxes, forty);
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(out[0].inner, (Rect{10_pt, 20_pt, 180_pt, 250_pt}));
}

TEST(Frames, ContentBoxIsAsTallAsItsContentAndTheNextStandsBelow) {
  const layout::Layout layout = page();
  std::vector<layout::Box> boxes = {box("masthead", kRest, kContent), box("main", kRest, kRest)};
  boxes[0].padding = {3_pt, 0_pt, 2_pt, 0_pt};
  boxes[1].below = "masthead";
  boxes[1].gap = 5_pt;
  const std::vector<Frame> out = frames(layout, boxes, forty);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].outer.height, 45_pt);
  EXPECT_EQ(out[0].inner, (Rect{10_pt, 23_pt, 180_pt, 40_pt}));
  EXPECT_EQ(out[1].outer.y, 70_pt);
  EXPECT_EQ(out[1].outer.bottom(), 270_pt);
}

TEST(Frames, SidebarStandsBesideWithPercentOfTheAreaInsideTheMargins) {
  const layout::Layout layout = page();
  std::vector<layout::Box> boxes = {box("aside", {Dimension::Kind::Percent, {}, 30}, kRest), box("main", kRest, kRest)};
  boxes[1].right_of = "aside";
  boxes[1].gap = 6_pt;
  const std::vector<Frame> out = frames(layout, boxes, forty);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].outer.width, 54_pt);
  EXPECT_EQ(out[1].outer.x, 70_pt);
  EXPECT_EQ(out[1].outer.right(), 190_pt);
}

TEST(Frames, BoxesWithoutANameStandWhereTheySay) {
  const layout::Layout layout = page();
  const std::vector<layout::Box> boxes = {box("", kRest, kRest), box("", kRest, kRest)};
  const std::vector<Frame> out = frames(layout, boxes, forty);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[1].inner, out[0].inner);
}

TEST(Frames, ContentNeverReachesBelowTheBottomMargin) {
  const layout::Layout layout = page();
  const std::vector<layout::Box> boxes = {box("masthead", kRest, kContent)};
  const auto endless = [](const std::string&, Length) { return 4000_pt; };
  EXPECT_EQ(frames(layout, boxes, endless)[0].outer.bottom(), 270_pt);
}

}  // namespace
}  // namespace broadside::flow
