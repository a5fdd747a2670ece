// SPDX-License-Identifier: MIT
#include "font/face.h"
#include "support/paths.h"

#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <random>

namespace broadside::font {
namespace {

const std::string kFonts = test::source_dir() + "/fonts/";

std::vector<std::uint8_t> bytes_of(const std::string& name) {
  std::ifstream in(kFonts + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(Face, NamesAndFactsOfATrueTypeFace) {
  const auto face = Face::load(bytes_of("source-serif-4/SourceSerif4_600SemiBold_Italic.ttf"));
  ASSERT_NE(face, nullptr);
  EXPECT_EQ(face->family(), "Source Serif 4");  // name 16, not "Source Serif 4 SemiBold"
  EXPECT_EQ(face->postscript_name(), "SourceSerif4-SemiBoldItalic");
  EXPECT_EQ(face->weight(), 600);
  EXPECT_TRUE(face->italic());
  EXPECT_FALSE(face->monospace());
  EXPECT_TRUE(face->embeddable());
  EXPECT_EQ(face->outlines(), Outlines::TrueType);
  EXPECT_EQ(face->metrics().units_per_em, 1000);
  EXPECT_EQ(face->metrics().cap_height, 670);
  EXPECT_EQ(face->metrics().x_height, 475);
  EXPECT_LT(face->metrics().descender, 0);
  EXPECT_EQ(face->metrics().italic_angle_tenths, -120);
}

TEST(Face, CffAndMonospace) {
  const auto garamond = Face::open(kFonts + "eb-garamond/EBGaramond12-Regular.otf");
  ASSERT_NE(garamond, nullptr);
  EXPECT_EQ(garamond->outlines(), Outlines::Cff);
  EXPECT_EQ(garamond->family(), "EB Garamond");
  EXPECT_EQ(garamond->advance(garamond->glyph(' ')), 200);
  const auto code = Face::open(kFonts + "source-code-pro/SourceCodePro_400Regular.ttf");
  ASSERT_NE(code, nullptr);
  EXPECT_TRUE(code->monospace());
  EXPECT_EQ(code->advance(code->glyph('i')), code->advance(code->glyph('m')));
  EXPECT_EQ(code->glyph(U'\u4E2D'), 0U);
}

TEST(Face, OpenAndLoadAgree) {
  const auto mapped = Face::open(kFonts + "source-serif-4/SourceSerif4_400Regular.ttf");
  const auto loaded = Face::load(bytes_of("source-serif-4/SourceSerif4_400Regular.ttf"));
  ASSERT_TRUE(mapped && loaded);
  for (char32_t c = 0x20; c < 0x180; ++c) {
    EXPECT_EQ(mapped->glyph(c), loaded->glyph(c));
    EXPECT_EQ(mapped->advance(mapped->glyph(c)), loaded->advance(loaded->glyph(c)));
  }
}

TEST(Face, WhatIsNoFontIsRefused) {
  EXPECT_EQ(Face::load({}), nullptr);
  EXPECT_EQ(Face::load({'h', 'e', 'l', 'l', 'o'}), nullptr);
  EXPECT_EQ(Face::open(kFonts), nullptr);
  EXPECT_EQ(Face::open(kFonts + "README.md"), nullptr);
  EXPECT_EQ(Face::open(kFonts + "no-such-file.ttf"), nullptr);
}

/// Where the directory of tables says that a table is.
std::size_t table_offset(const std::vector<std::uint8_t>& font, const char* tag) {
  const int count = (font[4] << 8) | font[5];
  for (int i = 0; i < count; ++i) {
    const std::size_t at = 12 + static_cast<std::size_t>(i) * 16;
    if (std::memcmp(&font[at], tag, 4) == 0) {
      return (static_cast<std::size_t>(font[at + 8]) << 24) | (static_cast<std::size_t>(font[at + 9]) << 16) |
             (static_cast<std::size_t>(font[at + 10]) << 8) | font[at + 11];
    }
  }
  return 0;
}

TEST(Face, BrokenFieldsAreRefused) {
  const std::vector<std::uint8_t> good = bytes_of("source-code-pro/SourceCodePro_400Regular.ttf");
  std::vector<std::uint8_t> no_em = good;
  no_em[table_offset(good, "head") + 18] = 0;
  no_em[table_offset(good, "head") + 19] = 0;
  EXPECT_EQ(Face::load(no_em), nullptr);
  std::vector<std::uint8_t> no_map = good;
  no_map[table_offset(good, "cmap") + 3] = 0;
  EXPECT_EQ(Face::load(no_map), nullptr);
  std::vector<std::uint8_t> no_glyphs = good;
  no_glyphs[table_offset(good, "maxp") + 4] = 0;
  no_glyphs[table_offset(good, "maxp") + 5] = 0;
  EXPECT_EQ(Face::load(no_glyphs), nullptr);
  std::vector<std::uint8_t> restricted = good;
  restricted[table_offset(good, "OS/2") + 9] = 2;
  ASSERT_NE(Face::load(restricted), nullptr);
  EXPECT_FALSE(Face::load(restricted)->embeddable());
}

TEST(Face, HostileBytesNeverCrash) {
  const std::vector<std::uint8_t> good = bytes_of("source-code-pro/SourceCodePro_700Bold.ttf");
  std::mt19937 random(1);
  int usable = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::uint8_t> bad = good;
    if (round % 3 == 0) bad.resize(random() % bad.size());
    // Mostly the directory and the heads of tables, where it hurts.
    const std::size_t reach = round % 2 == 0 ? std::min<std::size_t>(bad.size(), 400) : bad.size();
    for (int i = 0; i < 20 && reach > 0; ++i) bad[random() % reach] = static_cast<std::uint8_t>(random());
    const auto face = Face::load(std::move(bad));
    if (!face) continue;
    ++usable;
    static_cast<void>(face->metrics());
    static_cast<void>(face->monospace());
    for (char32_t c = 0; c < 0x300; ++c) static_cast<void>(face->advance(face->glyph(c)));
  }
  EXPECT_GT(usable, 10);
}

}  // namespace
}  // namespace broadside::font
