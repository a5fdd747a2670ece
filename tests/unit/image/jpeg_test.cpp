// SPDX-License-Identifier: MIT
// Every form of JPEG becomes upright grey or RGB; every damage an error; what is private leaves the file.
#include "image/jpeg_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/image/files.h"

namespace broadside::image::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// 16 × 8: left half black, right half white, but for a grey upper left quarter.
std::string corner() {
  std::string out;
  for (int y = 0; y < 8; ++y) {
    for (int x = 0; x < 16; ++x) out += static_cast<char>(x >= 8 ? 255 : y < 4 && x < 4 ? 128 : 0);
  }
  return out;
}

JpegForm grey(std::uint32_t width, std::uint32_t height) {
  JpegForm form;
  form.width = width;
  form.height = height;
  form.space = form.stored = JCS_GRAYSCALE;
  return form;
}

TEST(Jpeg, ReadsGreyAndRgb) {
  const Decoded dim(jpeg_file(grey(16, 8), corner()));
  ASSERT_EQ(dim.error(), "");
  EXPECT_EQ(dim.image->channels, 1);
  EXPECT_NEAR(dim.sample(12, 4, 0), 255, 3);
  EXPECT_NEAR(dim.sample(6, 6, 0), 0, 3);
  EXPECT_TRUE(dim.image->photographic);

  const Decoded color(jpeg_file({}, plain(16, 16, "\xC8\x64\x32")));
  ASSERT_EQ(color.error(), "");
  EXPECT_EQ(color.image->channels, 3);
  EXPECT_NEAR(color.sample(3, 3, 0), 200, 3);
  EXPECT_NEAR(color.sample(3, 3, 2), 50, 3);
}

TEST(Jpeg, ReadsProgressiveFilesAndDoesNotHandThemOnAsTheyAre) {
  JpegForm form;
  form.progressive = true;
  const Decoded read(jpeg_file(form, plain(16, 16, "\xC8\x64\x32")));
  ASSERT_EQ(read.error(), "");
  EXPECT_NEAR(read.sample(3, 3, 1), 100, 3);
  EXPECT_EQ(read.image->jpeg, "");
}

TEST(Jpeg, ReadsFourInksBothWaysRound) {
  JpegForm form;
  form.space = form.stored = JCS_CMYK;
  // A quarter of cyan, half the yellow, no key: (191, 255, 127).
  const Decoded ink(jpeg_file(form, plain(16, 16, std::string("\x40\x00\x80\x00", 4))));
  ASSERT_EQ(ink.error(), "");
  EXPECT_EQ(ink.image->channels, 3);
  EXPECT_NEAR(ink.sample(3, 3, 0), 191, 3);
  EXPECT_NEAR(ink.sample(3, 3, 1), 255, 3);
  EXPECT_NEAR(ink.sample(3, 3, 2), 127, 3);
  form.adobe = true;
  form.stored = JCS_YCCK;
  const Decoded inverted(jpeg_file(form, plain(16, 16, std::string("\xBF\xFF\x7F\xFF", 4))));
  ASSERT_EQ(inverted.error(), "");
  EXPECT_NEAR(inverted.sample(3, 3, 0), 191, 4);
  EXPECT_NEAR(inverted.sample(3, 3, 1), 255, 4);
  EXPECT_NEAR(inverted.sample(3, 3, 2), 127, 4);
}

TEST(Jpeg, TurnsAllEightOrientationsUpright) {
  // The grey corner, in the stored upper left, where each orientation shows it.
  struct Seen {
    int orientation;
    bool right, bottom;
  };
  for (const Seen& seen : {Seen{1, false, false},
                           {2, true, false},
                           {3, true, true},
                           {4, false, true},
                           {5, false, false},
                           {6, true, false},
                           {7, true, true},
                           {8, false, true}}) {
    JpegForm form = grey(16, 8);
    form.orientation = seen.orientation;
    const Decoded read(jpeg_file(form, corner()));
    ASSERT_EQ(read.error(), "");
    const bool sideways = seen.orientation >= 5;
    ASSERT_EQ(read.image->width, sideways ? 8U : 16U) << seen.orientation;
    ASSERT_EQ(read.image->height, sideways ? 16U : 8U);
    const std::uint32_t x = seen.right ? read.image->width - 2 : 1, y = seen.bottom ? read.image->height - 2 : 1;
    EXPECT_NEAR(read.sample(x, y, 0), 128, 4) << seen.orientation;
    // The half that is stored right is seen right, left, below or above.
    const std::uint32_t far_x = read.image->width - 1 - x, far_y = read.image->height - 1 - y;
    EXPECT_NEAR(read.sample(sideways ? x : far_x, sideways ? far_y : y, 0), 255, 4) << seen.orientation;
    EXPECT_EQ(read.image->jpeg.empty(), seen.orientation != 1);
  }
}

TEST(Exif, OrientationInBothByteOrdersAndNothingElse) {
  EXPECT_EQ(exif_orientation(exif_segment(6)), 6);
  EXPECT_EQ(exif_orientation(exif_segment(8, true)), 8);
  EXPECT_EQ(exif_orientation(exif_segment(0)), 1);
  EXPECT_EQ(exif_orientation(exif_segment(9)), 1);
  EXPECT_EQ(exif_orientation("http://ns.adobe.com/xap/1.0/"), 1);
  const std::string whole = exif_segment(6);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const int read = exif_orientation(std::string_view(whole).substr(0, length));
    EXPECT_TRUE(read == 1 || (read == 6 && length + 4 >= whole.size())) << length;
  }
}

TEST(Jpeg, WhatIsPrivateLeavesTheFile) {
  JpegForm form;
  form.comment = "home address";
  form.orientation = 1;
  std::string bytes = jpeg_file(form, plain(16, 16, "\xC8\x64\x32"));
  bytes += "trailing secret";
  const std::string kept = without_metadata(bytes);
  EXPECT_THAT(kept, StartsWith("\xFF\xD8"));
  EXPECT_EQ(kept.substr(kept.size() - 2), "\xFF\xD9");
  for (const char* word : {"home address", "Exif", "secret"}) EXPECT_EQ(kept.find(word), std::string::npos) << word;
  EXPECT_NE(kept.find("JFIF"), std::string::npos);
  const Decoded before(bytes), after(kept);
  EXPECT_EQ(before.image->pixels, after.image->pixels);
  EXPECT_EQ(before.image->jpeg, kept);
  for (std::size_t length = 0; length < kept.size(); ++length) {
    EXPECT_EQ(without_metadata(std::string_view(kept).substr(0, length)), "");
  }
}

TEST(Jpeg, EveryTruncationIsAnError) {
  for (const bool progressive : {false, true}) {
    JpegForm form = grey(16, 8);
    form.progressive = progressive;
    const std::string whole = jpeg_file(form, corner());
    for (std::size_t length = 3; length + 2 < whole.size(); ++length) {
      const Decoded read(std::string_view(whole).substr(0, length));
      EXPECT_FALSE(read.image) << length;
      EXPECT_THAT(read.error(), StartsWith("image-broken: the image 'a.png' is damaged: ")) << length;
    }
  }
}

TEST(Jpeg, EveryChangedByteIsReadOrReported) {
  for (const bool progressive : {false, true}) {
    JpegForm form;
    form.progressive = progressive;
    const std::string whole = jpeg_file(form, plain(16, 16, "\xC8\x64\x32"));
    for (std::size_t at = 2; at < whole.size(); ++at) {
      for (const int change : {0x01, 0x10, 0x80, 0xFF}) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ change);
        const Decoded read(bytes);
        EXPECT_EQ(read.image.has_value(), read.error().empty());
      }
    }
  }
}

/// The file with another size in its frame header.
std::string claiming(std::string bytes, std::uint32_t width, std::uint32_t height) {
  for (std::size_t at = 2; at + 9 < bytes.size(); ++at) {
    const auto code = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] != '\xFF' || (code != 0xC0 && code != 0xC2)) continue;
    for (const auto& [place, value] : {std::pair(at + 5, height), std::pair(at + 7, width)}) {
      bytes[place] = static_cast<char>(value >> 8U);
      bytes[place + 1] = static_cast<char>(value);
    }
    return bytes;
  }
  return {};
}

TEST(Jpeg, SizesBeyondTheCapsAreToldAndNotTried) {
  JpegForm form;
  const std::string small = jpeg_file(form, plain(16, 16, "abc"));
  EXPECT_EQ(Decoded(claiming(small, 60'000, 1'000)).error(),
            "image-cap: the image 'a.png' is 60000 × 1000 pixels large; the limit is 40 megapixels");
  EXPECT_THAT(Decoded(claiming(small, 2'000, 2'000)).error(), StartsWith("image-broken"));
  form.progressive = true;
  EXPECT_THAT(Decoded(claiming(jpeg_file(form, plain(16, 16, "abc")), 6'000, 6'000)).error(),
              StartsWith("image-cap: the image 'a.png' asks too much: a progressive JPEG of 6000 × 6000"));
}

TEST(Jpeg, TooManyPassesAreAnError) {
  JpegForm form = grey(16, 8);
  form.progressive = true;
  std::string bytes = jpeg_file(form, corner());
  // The last pass, with its header, over and over.
  const std::size_t last = bytes.rfind("\xFF\xDA");
  const std::string pass = bytes.substr(last, bytes.size() - 2 - last);
  bytes.resize(bytes.size() - 2);
  for (int i = 0; i < 200; ++i) bytes += pass;
  const Decoded read(bytes + "\xFF\xD9");
  EXPECT_FALSE(read.image);
  EXPECT_THAT(read.error(), StartsWith("image-"));
}

TEST(Jpeg, LongPicturesAreDecodedSmaller) {
  const Decoded read(jpeg_file(grey(640, 64), plain(640, 64, "\x80")), 100);
  ASSERT_EQ(read.error(), "");
  EXPECT_EQ(read.image->width, 100U);
  EXPECT_EQ(read.image->height, 10U);
  EXPECT_EQ(read.sample(50, 5, 0), 128);
}

}  // namespace
}  // namespace broadside::image::test
