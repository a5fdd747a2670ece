// SPDX-License-Identifier: MIT
// Pictures in the file: one object each, with the right filter, drawn where and as they should be.
#include "pdf/images.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "image/decode.h"
#include "image/write_jpeg.h"
#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace broadside::literals;
using test::TagKind;

image::Image plain(std::uint32_t width, std::uint32_t height, const std::string& pixel) {
  image::Image image;
  image.width = width;
  image.height = height;
  image.channels = static_cast<int>(pixel.size());
  for (std::uint32_t i = 0; i < width * height; ++i) image.pixels += pixel;
  return image;
}

display::TagId figure(test::Sheet& sheet) {
  const display::TagId tag = sheet.tag(TagKind::Figure);
  sheet.list.tags.back().alt = "A red square";
  return tag;
}

void add_image(test::Sheet& sheet, image::Image image) {
  sheet.list.images.push_back(std::make_shared<const image::Image>(std::move(image)));
}

void draw(test::Sheet& sheet, std::uint32_t number, Rect rect, display::TagId tag) {
  sheet.list.pages.back().commands.emplace_back(display::DrawImage{rect, number, tag});
}

std::string plain_file(const display::DisplayList& list) {
  pdf::Options options;
  options.compress = false;
  options.object_streams = false;
  return test::write_or_die(list, options);
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

TEST(PdfImages, APictureIsStoredOnceHoweverOftenItIsDrawn) {
  test::Sheet sheet;
  add_image(sheet, plain(20, 10, "\xC8\x14\x14"));
  add_image(sheet, plain(9, 9, "abc"));  // not drawn: not stored
  const display::TagId tag = figure(sheet);
  draw(sheet, 0, {72_pt, 72_pt, 40_pt, 20_pt}, tag);
  draw(sheet, 0, {200_pt, 72_pt, 20_pt, 10_pt}, display::kArtifact);
  const std::string file = plain_file(sheet.list);
  EXPECT_EQ(count(file, "/Subtype /Image"), 1U);
  EXPECT_EQ(count(file, "/I0 Do"), 2U);
  EXPECT_THAT(file, HasSubstr("q 40 0 0 20 72 "));
  EXPECT_THAT(file, HasSubstr("/Predictor 15"));
  EXPECT_THAT(file, Not(HasSubstr("/SMask")));
}

TEST(PdfImages, FiguresHaveAlternativeTextAndABox) {
  test::Sheet sheet;
  add_image(sheet, plain(20, 10, "\xC8\x14\x14"));
  draw(sheet, 0, {72_pt, 72_pt, 40_pt, 20_pt}, figure(sheet));
  const std::string file = plain_file(sheet.list);
  EXPECT_THAT(file, HasSubstr("/S /Figure"));
  EXPECT_THAT(file, HasSubstr("/Alt "));
  const double height = sheet.list.pages.front().size.height.pt();
  std::smatch box;
  ASSERT_TRUE(std::regex_search(file, box, std::regex(R"(/BBox \[ ?([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) ?\])")));
  EXPECT_DOUBLE_EQ(std::stod(box[1]), 72);
  EXPECT_NEAR(std::stod(box[2]), height - 92, 0.001);
  EXPECT_DOUBLE_EQ(std::stod(box[3]), 112);
  EXPECT_NEAR(std::stod(box[4]), height - 72, 0.001);
}

TEST(PdfImages, AFigureWithoutAlternativeTextIsRefused) {
  test::Sheet sheet;
  add_image(sheet, plain(2, 2, "a"));
  draw(sheet, 0, {72_pt, 72_pt, 40_pt, 20_pt}, sheet.tag(TagKind::Figure));
  Diagnostics diagnostics;
  EXPECT_FALSE(pdf::write(sheet.list, test::fonts().library, {}, diagnostics));
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics.list().front().code, "pdf-no-alt");
}

TEST(PdfImages, APictureThatDoesNotExistIsRefused) {
  test::Sheet sheet;
  draw(sheet, 3, {72_pt, 72_pt, 40_pt, 20_pt}, figure(sheet));
  Diagnostics diagnostics;
  EXPECT_FALSE(pdf::write(sheet.list, test::fonts().library, {}, diagnostics));
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics.list().front().code, "pdf-image");
}

/// A page of 8-bit samples, R G B, drawn at 72 dpi.
std::string rendered(const std::string& command) {
  const std::string ppm = test::output_of(command);
  const std::regex header(R"(^P6\s+(\d+)\s+(\d+)\s+255\s)");
  std::smatch found;
  if (!std::regex_search(ppm.begin(), ppm.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(40, ppm.size())),
                         found, header)) {
    return {};
  }
  return ppm.substr(static_cast<std::size_t>(found.length()));
}

TEST(PdfImages, ReadersDrawWhatTheFileHeld) {
  test::Sheet sheet;
  image::Image red = plain(30, 30, "\xC8\x14\x14");
  image::Image jpeg = red;
  jpeg.photographic = true;
  jpeg.jpeg = image::write_jpeg(red);
  add_image(sheet, red);
  add_image(sheet, plain(30, 30, std::string("\xC8\x14\x14\x80", 4)));  // half red over white
  add_image(sheet, jpeg);
  add_image(sheet, plain(30, 30, "\x40"));
  add_image(sheet, plain(30, 30, std::string("\x40\x00", 2)));  // not to be seen
  const display::TagId tag = figure(sheet);
  for (std::uint32_t i = 0; i < 5; ++i) {
    draw(sheet, i, {Length::from_pt(72 + 60 * i), 72_pt, 40_pt, 40_pt}, tag);
  }
  const std::string path = test::save_sample("images.pdf", test::write_or_die(sheet.list));
  const auto width = static_cast<std::size_t>(std::lround(std::ceil(sheet.list.pages.front().size.width.pt())));
  for (const std::string program : {"pdftoppm", "mutool"}) {
    if (!test::has_program(program)) continue;
    const std::string pixels = rendered(
        program == "mutool" ? "mutool draw -q -F ppm -r 72 -o - " + path + " 2>/dev/null" : "pdftoppm -r 72 " + path);
    ASSERT_FALSE(pixels.empty()) << program;
    const auto sample = [&](std::size_t image, std::size_t channel) {
      return static_cast<int>(static_cast<unsigned char>(pixels.at((92 * width + 92 + 60 * image) * 3 + channel)));
    };
    const int wanted[5][3] = {{200, 20, 20}, {227, 137, 137}, {200, 20, 20}, {64, 64, 64}, {255, 255, 255}};
    for (std::size_t i = 0; i < 5; ++i) {
      for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(sample(i, c), wanted[i][c], 4) << program << i << c;
    }
  }
}

}  // namespace
}  // namespace broadside
