// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "display/display_list.h"

namespace broadside::display {
namespace {

using namespace broadside::literals;

TEST(Dump, OneLineForEachThing) {
  DisplayList list;
  list.info.title = "A \"B\"\n";
  list.tags.push_back({TagKind::Document, -1, "", "", "", "", {}});
  list.tags.push_back({TagKind::Link, 0, "", "", "fr", "", {}});
  list.outline.push_back({"Top", 1, 0, {72_pt, 90.5_pt}});
  font::GlyphRun run;
  run.size = 10_pt;
  run.color = {0, 0x55, 0xbb};
  run.text = "hé";
  run.expansion = 0.99;
  run.glyphs.push_back({1, 5.25_pt, {}, {}, 0, 1});
  run.glyphs.push_back({2, 5_pt, {}, {}, 1, 3});
  using Kind = PathStep::Kind;
  list.pages.push_back(
      {{595.276_pt, 841.89_pt},
       {DrawGlyphs{{72_pt, 100_pt}, run, 1}, FillRect{{1_pt, 2_pt, 3_pt, 4_pt}, {}, kArtifact},
        StrokeLine{{1_pt, 2_pt}, {3_pt, 4_pt}, 0.5_pt, {}, 1},
        FillPath{{{Kind::Move, {}, {}, {1_pt, 1_pt}},
                  {Kind::Line, {}, {}, {2_pt, 1_pt}},
                  {Kind::Curve, {1_pt, 2_pt}, {3_pt, 4_pt}, {-5.0005_pt, 6_pt}},
                  {Kind::Close, {}, {}, {}}},
                 {},
                 kArtifact},
        LinkArea{{{1_pt, 2_pt, 3_pt, 4_pt}}, "https://a.example", "A", 1}, DrawImage{{1_pt, 2_pt, 3_pt, 4_pt}, 7, 1},
        DrawImage{{1_pt, 2_pt, 3_pt, 4_pt}, 0, kArtifact}}});
  const font::Library none;
  EXPECT_EQ(dump(list, none), R"(document title "A \"B\"\x0a" language "en-US"
tag 0 < -1 Document
tag 1 < 0 Link language "fr"
outline 1 page 1 72.000 90.500 "Top"
page 1 595.276 841.890
  glyphs 72.000 100.000 width 10.250 no-face 10.000 expansion 0.990 #0055bb tag 1 2 "hé"
  rect 1.000 2.000 3.000 4.000 #000000 artifact
  line 1.000 2.000 3.000 4.000 width 0.500 #000000 tag 1
  path M 1.000 1.000 L 2.000 1.000 C 1.000 2.000 3.000 4.000 -5.001 6.000 Z #000000 artifact
  link 1.000 2.000 3.000 4.000 tag 1 "https://a.example" "A"
  image 7 1.000 2.000 3.000 4.000 tag 1
  image 0 1.000 2.000 3.000 4.000 artifact
)");
}

}  // namespace
}  // namespace broadside::display
