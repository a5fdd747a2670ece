// SPDX-License-Identifier: MIT
// Pictures beside and above their rows: where they stand, what they leave, how they are tagged.
#include "flow/picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pipeline.h"

namespace broadside::flow {
namespace {

using namespace broadside::literals;

struct Laid {
  test::Pipeline pipeline;
  display::DisplayList list;
  resume::Resume resume;

  /// `image`: what the masthead of the layout says; the photo is of this size.
  Laid(const std::string& image, std::uint32_t width, std::uint32_t height, bool with_photo = true) {
    const auto read = pipeline.read_resume(
        "person:\n  name: Ada\n  label: Analyst\n  photo: {path: a.png, alt: Ada at work}\n"
        "sections: [{title: One, text: Some words}]\n");
    const auto spec = pipeline.read_layout("blocks: {masthead: {rows: [\"{name}\", \"{label}\"]" + image + "}}\n");
    resume = *read;
    if (with_photo) {
      resume.person.photo->width = width;
      resume.person.photo->height = height;
    } else {
      resume.person.photo.reset();
    }
    list = pipeline.lay_out(resume, *spec);
  }

  [[nodiscard]] const display::DrawImage* picture() const {
    for (const display::Command& command : list.pages.front().commands) {
      if (const auto* image = std::get_if<display::DrawImage>(&command)) return image;
    }
    return nullptr;
  }
  /// Baseline and left end of the first run with this text.
  [[nodiscard]] Point text(const std::string& wanted) const {
    for (const display::Command& command : list.pages.front().commands) {
      const auto* glyphs = std::get_if<display::DrawGlyphs>(&command);
      if (glyphs != nullptr && glyphs->run.text.find(wanted) != std::string::npos) return glyphs->origin;
    }
    return {};
  }
};

constexpr Length kMargin = Length::from_mm(18);

TEST(Picture, StandsAtTheRightEdgeAndNothingStandsBesideItButTheRows) {
  const Laid without("", 0, 0, false), with("", 300, 400);
  ASSERT_EQ(with.picture()->rect.width, Length::from_mm(24));
  EXPECT_EQ(with.picture()->rect.height, Length::from_mm(32));
  EXPECT_EQ(with.picture()->rect.right(), with.list.pages.front().size.width - kMargin);
  EXPECT_EQ(with.picture()->rect.y, kMargin);
  EXPECT_EQ(with.text("Ada"), without.text("Ada"));
  EXPECT_GT(with.text("Some").y, with.picture()->rect.bottom());
  EXPECT_LT(without.text("Some").y, with.picture()->rect.bottom());
  EXPECT_EQ(without.picture(), nullptr);
}

TEST(Picture, KeepsItsShapeWithinItsRoom) {
  const Laid wide(", image: {width: 30mm, height: 30mm}", 600, 200),
      tall(", image: {width: 30mm, height: 30mm}", 200, 600);
  EXPECT_EQ(wide.picture()->rect.width, Length::from_mm(30));
  EXPECT_EQ(wide.picture()->rect.height, Length::ratio(Length::from_mm(30).raw, 200, 600));
  EXPECT_EQ(tall.picture()->rect.height, Length::from_mm(30));
  EXPECT_EQ(tall.picture()->rect.width, Length::ratio(Length::from_mm(30).raw, 200, 600));
}

TEST(Picture, AtTheLeftMovesTheRows) {
  const Laid left(", image: {place: left, width: 20mm, height: 40mm, gap: 5mm}", 100, 100);
  EXPECT_EQ(left.picture()->rect.x, kMargin);
  // The A hangs a little out.
  EXPECT_NEAR(left.text("Ada").x.pt(), (kMargin + Length::from_mm(20) + Length::from_mm(5)).pt(), 1);
  EXPECT_EQ(left.text("Some").x, kMargin);
}

TEST(Picture, AboveTheRowsStandsWhereItIsAligned) {
  const Laid plain("", 0, 0, false);
  const Laid above(", image: {place: above, width: 50%, height: 100mm, gap: 5mm, align: right}", 100, 100);
  const Length width = above.list.pages.front().size.width - kMargin * 2;
  EXPECT_NEAR(above.picture()->rect.width.pt(), width.pt() / 2, 0.001);
  EXPECT_EQ(above.picture()->rect.right(), kMargin + width);
  EXPECT_EQ(above.text("Ada").y, plain.text("Ada").y + above.picture()->rect.height + Length::from_mm(5));
  EXPECT_EQ(above.text("Ada").x, plain.text("Ada").x);
}

TEST(Picture, BesideTheRowsItTakesHalfOfThemAtMost) {
  const Laid huge(", image: {width: 400mm, height: 400mm}", 100, 100);
  const Length width = huge.list.pages.front().size.width - kMargin * 2;
  EXPECT_LE(huge.picture()->rect.width, width / 2);
}

TEST(Picture, IsAFigureWithItsAlternativeTextAfterTheName) {
  const Laid laid("", 300, 400);
  const auto tag = static_cast<std::size_t>(laid.picture()->tag);
  EXPECT_EQ(laid.list.tags.at(tag).kind, display::TagKind::Figure);
  EXPECT_EQ(laid.list.tags.at(tag).alt, "Ada at work");
  EXPECT_EQ(laid.list.tags.at(1).kind, display::TagKind::Heading1);
}

TEST(Picture, ALayoutWithoutAPlaceForItIsToldOf) {
  const Laid laid(", image: none", 300, 400);
  EXPECT_EQ(laid.picture(), nullptr);
  ASSERT_EQ(laid.pipeline.diagnostics.list().size(), 1U);
  EXPECT_EQ(laid.pipeline.diagnostics.list().front().code, "layout-image-unplaced");
}

TEST(Picture, OnlyBlocksOfThingsWithAPictureHaveAPlaceForOne) {
  test::Pipeline pipeline;
  EXPECT_EQ(pipeline.read_layout("blocks: {section: {image: left}}\n"), nullptr);
  ASSERT_FALSE(pipeline.diagnostics.empty());
  EXPECT_THAT(pipeline.diagnostics.list().front().message, ::testing::HasSubstr("image"));
}

}  // namespace
}  // namespace broadside::flow
