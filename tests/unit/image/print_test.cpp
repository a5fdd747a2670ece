// SPDX-License-Identifier: MIT
// Reducing by areas, and what a PDF is handed.
#include "image/print.h"

#include <gtest/gtest.h>

#include "image/resample.h"
#include "unit/image/files.h"

namespace broadside::image::test {
namespace {

using namespace broadside::literals;

Image grey(std::uint32_t width, std::uint32_t height, const std::string& pixels) {
  Image image;
  image.width = width;
  image.height = height;
  image.channels = 1;
  image.pixels = pixels;
  return image;
}

int value(const Image& image, std::size_t at) { return static_cast<unsigned char>(image.pixels.at(at)); }

TEST(Reduced, IsTheMeanOfTheAreaCovered) {
  const Image half = reduced(grey(4, 2, std::string("\x00\x10\x20\x30\x40\x50\x60\x70", 8)), 2, 1);
  EXPECT_EQ(value(half, 0), 0x28);
  EXPECT_EQ(value(half, 1), 0x48);
  // 3 → 2: the middle one is shared.
  const Image shared = reduced(grey(3, 1, std::string("\x00\x3C\x78", 3)), 2, 1);
  EXPECT_EQ(value(shared, 0), 20);
  EXPECT_EQ(value(shared, 1), 100);
  const Image column = reduced(grey(1, 3, std::string("\x00\x3C\x78", 3)), 1, 2);
  EXPECT_EQ(column.pixels, shared.pixels);
}

TEST(Reduced, KeepsAPlainPicturePlainAtEverySize) {
  const Image plain_image = grey(37, 23, std::string(37 * 23, '\xC8'));
  for (std::uint32_t width = 1; width <= 37; ++width) {
    for (std::uint32_t height = 1; height <= 23; ++height) {
      ASSERT_EQ(reduced(plain_image, width, height).pixels, std::string(width * height, '\xC8'));
    }
  }
}

TEST(Reduced, TransparentPixelsGiveNoColour) {
  Image image;
  image.width = 2;
  image.height = 1;
  image.channels = 4;
  image.pixels = std::string("\xFF\x00\x00\xFF\x00\xFF\x00\x00", 8);  // red, and a green that cannot be seen
  const Image one = reduced(image, 1, 1);
  EXPECT_EQ(one.pixels, std::string("\xFF\x00\x00\x80", 4));
}

TEST(FitInto, KeepsTheRatio) {
  const Image image = grey(400, 100, std::string(40'000, 'x'));
  EXPECT_EQ(fit_into(image, 40, 40).width, 40U);
  EXPECT_EQ(fit_into(image, 40, 40).height, 10U);
  EXPECT_EQ(fit_into(image, 400, 5).width, 20U);
  EXPECT_EQ(fit_into(image, 3, 3).height, 1U);
  EXPECT_EQ(fit_into(image, 1'000, 1'000).width, 400U);
}

TEST(ForPrint, ReducesToThreeHundredADpiAndNoLess) {
  const Image image = grey(900, 900, std::string(810'000, 'x'));
  EXPECT_EQ(for_print(image, {72_pt, 72_pt}).width, 300U);
  EXPECT_EQ(for_print(image, {144_pt, 144_pt}).width, 900U);  // exactly 1.5 times that
  EXPECT_EQ(for_print(image, {720_pt, 720_pt}).width, 900U);
}

/// Undoes PNG's filters (PNG, clause 9).
std::string unfiltered(const std::string& rows, std::size_t stride, std::size_t pixel) {
  std::string out;
  for (std::size_t row = 0; row * (stride + 1) < rows.size(); ++row) {
    const int filter = rows[row * (stride + 1)];
    for (std::size_t x = 0; x < stride; ++x) {
      const auto at = [&](std::size_t r, std::size_t column) {
        return static_cast<int>(static_cast<unsigned char>(out[r * stride + column]));
      };
      const int a = x < pixel ? 0 : at(row, x - pixel), b = row == 0 ? 0 : at(row - 1, x);
      const int c = x < pixel || row == 0 ? 0 : at(row - 1, x - pixel);
      const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
      const int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      const int guess[] = {0, a, b, (a + b) / 2, paeth};
      out += static_cast<char>(rows[row * (stride + 1) + 1 + x] + guess[filter]);
    }
  }
  return out;
}

TEST(ForPrint, FiltersLoseNothing) {
  PngForm form;
  form.width = 23;
  form.height = 19;
  form.color = PNG_COLOR_TYPE_RGBA;
  std::string rows, colors, alpha;
  std::uint32_t seed = 1;
  for (int i = 0; i < 23 * 19; ++i) {
    for (int c = 0; c < 4; ++c) {
      seed = seed * 1'664'525U + 1'013'904'223U;
      const auto sample = static_cast<char>(i / 23 < 9 ? seed >> 24U : static_cast<std::uint32_t>(i * (c + 1)));
      rows += sample;
      (c < 3 ? colors : alpha) += sample;
    }
  }
  const Decoded read(png_file(form, rows));
  ASSERT_EQ(read.error(), "");
  const Printable shown = for_print(*read.image, {72_pt, 72_pt});
  EXPECT_FALSE(shown.jpeg);
  EXPECT_EQ(shown.colors, 3);
  EXPECT_EQ(unfiltered(shown.data, 23 * 3, 3), colors);
  EXPECT_EQ(unfiltered(shown.alpha, 23, 1), alpha);
}

TEST(ForPrint, JpegsStayTheFileItselfOrAreCompressedAnew) {
  JpegForm form;
  form.width = form.height = 320;
  const Decoded read(jpeg_file(form, plain(320, 320, "\xC8\x64\x32")));
  ASSERT_EQ(read.error(), "");
  const Printable as_it_is = for_print(*read.image, {72_pt, 72_pt});
  EXPECT_TRUE(as_it_is.jpeg);
  EXPECT_EQ(as_it_is.data, read.image->jpeg);
  EXPECT_EQ(as_it_is.width, 320U);
  const Printable anew = for_print(*read.image, {36_pt, 36_pt});
  EXPECT_TRUE(anew.jpeg);
  EXPECT_EQ(anew.width, 150U);
  const Decoded again(anew.data);
  ASSERT_EQ(again.error(), "");
  EXPECT_EQ(again.image->width, 150U);
  EXPECT_NEAR(again.sample(70, 70, 0), 200, 3);
  EXPECT_EQ(for_print(*read.image, {36_pt, 36_pt}).data, anew.data);  // the same bytes every time
}

}  // namespace
}  // namespace broadside::image::test
