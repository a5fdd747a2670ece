// SPDX-License-Identifier: MIT
// Every form of PNG becomes 8 bits of grey or RGB with or without alpha; every damage an error.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/image/files.h"

namespace broadside::image::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Png, ReadsRgb) {
  const Decoded read(png_file({}, "\x10\x20\x30\x40\x50\x60\x70\x7f\x01\x02\x03\x04"));
  ASSERT_EQ(read.error(), "");
  EXPECT_EQ(read.image->width, 2U);
  EXPECT_EQ(read.image->height, 2U);
  EXPECT_EQ(read.image->channels, 3);
  EXPECT_EQ(read.image->pixels, "\x10\x20\x30\x40\x50\x60\x70\x7f\x01\x02\x03\x04");
  EXPECT_FALSE(read.image->photographic);
}

TEST(Png, KeepsAlphaOnlyWhereItSaysSomething) {
  PngForm form;
  form.color = PNG_COLOR_TYPE_RGBA;
  const Decoded half(png_file(form, plain(2, 2, "\x10\x20\x30\x80")));
  ASSERT_EQ(half.error(), "");
  EXPECT_EQ(half.image->channels, 4);
  EXPECT_EQ(half.sample(1, 1, 3), 0x80);
  const Decoded opaque(png_file(form, plain(2, 2, "\x10\x20\x30\xff")));
  EXPECT_EQ(opaque.image->channels, 3);
  EXPECT_EQ(opaque.image->pixels, plain(2, 2, "\x10\x20\x30"));
}

TEST(Png, ReadsGreyWithAlphaAndSixteenBits) {
  PngForm form;
  form.color = PNG_COLOR_TYPE_GRAY_ALPHA;
  form.depth = 16;
  const Decoded read(png_file(form, plain(2, 2, std::string("\x80\x00\x40\x00", 4))));
  ASSERT_EQ(read.error(), "");
  EXPECT_EQ(read.image->channels, 2);
  EXPECT_EQ(read.sample(0, 0, 0), 0x80);
  EXPECT_EQ(read.sample(0, 0, 1), 0x40);
}

TEST(Png, ReadsPalettesWithTransparentColoursAndFewBits) {
  PngForm form;
  form.width = 4;
  form.height = 1;
  form.color = PNG_COLOR_TYPE_PALETTE;
  form.depth = 2;
  form.palette = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}};
  form.palette_alpha = {0};
  const Decoded read(png_file(form, "\x18"));  // 0, 1, 2, 0
  ASSERT_EQ(read.error(), "");
  EXPECT_EQ(read.image->channels, 4);
  EXPECT_EQ(read.sample(0, 0, 3), 0);
  EXPECT_EQ(read.sample(1, 0, 1), 255);
  EXPECT_EQ(read.sample(2, 0, 2), 255);
  EXPECT_EQ(read.sample(2, 0, 3), 255);

  form.color = PNG_COLOR_TYPE_GRAY;
  form.depth = 1;
  form.palette.clear();
  form.palette_alpha.clear();
  const Decoded grey(png_file(form, "\x50"));
  ASSERT_EQ(grey.error(), "");
  EXPECT_EQ(grey.image->pixels, std::string("\x00\xff\x00\xff", 4));
}

TEST(Png, ReadsInterlacedRowsAsTheOthers) {
  PngForm form;
  form.width = 9;
  form.height = 11;
  std::string rows;
  for (int i = 0; i < 9 * 11 * 3; ++i) rows += static_cast<char>(i * 7);
  const Decoded straight(png_file(form, rows));
  form.interlaced = true;
  const Decoded interlaced(png_file(form, rows));
  ASSERT_EQ(interlaced.error(), "");
  EXPECT_EQ(interlaced.image->pixels, rows);
  EXPECT_EQ(straight.image->pixels, rows);
}

TEST(Png, EveryTruncationIsAnError) {
  PngForm form;
  form.width = form.height = 8;
  const std::string whole = png_file(form, plain(8, 8, "abc"));
  ASSERT_EQ(Decoded(whole).error(), "");
  for (std::size_t length = 8; length < whole.size(); ++length) {
    const Decoded read(std::string_view(whole).substr(0, length));
    EXPECT_FALSE(read.image) << length;
    EXPECT_THAT(read.error(), StartsWith("image-broken: the image 'a.png' is damaged: ")) << length;
  }
}

TEST(Png, EveryChangedByteIsReadOrReported) {
  PngForm form;
  form.width = form.height = 8;
  form.interlaced = true;
  const std::string whole = png_file(form, plain(8, 8, "abc"));
  int broken = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {0x01, 0x80, 0xFF}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ change);
      const Decoded read(bytes);
      EXPECT_EQ(read.image.has_value(), read.error().empty());
      broken += read.image ? 0 : 1;
    }
  }
  EXPECT_GT(broken, static_cast<int>(whole.size()));  // the checksums see nearly all
}

TEST(Png, AWrongChecksumOfThePixelsIsDamage) {
  std::string bytes = png_file({}, plain(2, 2, "abc"));
  const std::size_t data = bytes.find("IDAT");
  ASSERT_NE(data, std::string::npos);
  bytes[bytes.find("IEND") - 5] ^= 1;  // last byte of the checksum before IEND's length
  const Decoded read(bytes);
  EXPECT_THAT(read.error(), HasSubstr("CRC"));
  EXPECT_EQ(read.diagnostics.list().front().span, (Span{0, 3, 8}));
  EXPECT_FALSE(read.diagnostics.list().front().hints.empty());
}

/// A PNG whose header claims a size, with the right checksum.
std::string claiming(std::uint32_t width, std::uint32_t height) {
  std::string bytes = png_file({}, plain(2, 2, "abc"));
  const auto put = [&bytes](std::size_t at, std::uint32_t value) {
    for (int i = 0; i < 4; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (24 - 8 * i));
  };
  put(16, width);
  put(20, height);
  std::uint32_t crc = 0xFFFFFFFF;
  for (std::size_t i = 12; i < 29; ++i) {
    crc ^= static_cast<unsigned char>(bytes[i]);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  put(29, ~crc);
  return bytes;
}

TEST(Png, ASizeBeyondTheCapIsToldAndNotTried) {
  const Decoded large(claiming(10'000, 5'000));
  EXPECT_EQ(large.error(), "image-cap: the image 'a.png' is 10000 × 5000 pixels large; the limit is 40 megapixels");
  EXPECT_THAT(Decoded(claiming(0x7FFFFFFF, 0x7FFFFFFF)).error(), StartsWith("image-"));
  EXPECT_THAT(Decoded(claiming(0, 2)).error(), StartsWith("image-broken"));
  EXPECT_THAT(Decoded(claiming(0xFFFFFFFF, 1)).error(), StartsWith("image-broken"));
  // Within the cap, but without the data it claims.
  EXPECT_THAT(Decoded(claiming(1'000, 1'000)).error(), StartsWith("image-broken"));
}

TEST(Decode, SaysWhatAFileIsThatIsNoPicture) {
  EXPECT_EQ(Decoded("").error(), "image-empty: the image 'a.png' is an empty file");
  EXPECT_EQ(Decoded("GIF89a....").error(), "image-format: the image 'a.png' is a GIF, whatever its name says");
  EXPECT_THAT(Decoded(std::string("RIFF\x10\0\0\0WEBPVP8 ", 16)).error(), HasSubstr("a WebP file"));
  EXPECT_THAT(Decoded(std::string("\0\0\0\x18"
                                  "ftypheic\0\0",
                                  14))
                  .error(),
              HasSubstr("a HEIC file"));
  EXPECT_THAT(Decoded("<svg xmlns='…'/>").error(), HasSubstr("an SVG"));
  EXPECT_EQ(Decoded("hello").error(), "image-format: the image 'a.png' is neither a PNG nor a JPEG");
}

}  // namespace
}  // namespace broadside::image::test
