// SPDX-License-Identifier: MIT
// base/utf8.h: decoding, refusing, writing.
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(Utf8, EveryCodePointSurvives) {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const auto decoded = decode_utf8(text, 0);
    ASSERT_TRUE(decoded) << static_cast<std::uint32_t>(c);
    ASSERT_EQ(decoded->code_point, c);
    ASSERT_EQ(decoded->size, text.size());
  }
}

TEST(Utf8, RefusesWhatTheStandardRefuses) {
  using namespace std::string_literals;
  for (const std::string& bad :
       {"\x80"s, "\xC0\x80"s, "\xC1\xBF"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF0\x80\x80\x80"s, "\xF4\x90\x80\x80"s,
        "\xF5\x80\x80\x80"s, "\xE2\x82"s, "\xFF"s, "\xC3("s}) {
    EXPECT_EQ(find_invalid_utf8("ok é" + bad), 5U);
  }
  EXPECT_FALSE(find_invalid_utf8("é€😀"));
  EXPECT_EQ(decode_utf8_lossy("\xFFx", 0).size, 1U);
  EXPECT_EQ(count_code_points("é€😀\xFF"), 4U);
}

TEST(Utf8, NeverWritesSurrogates) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

}  // namespace
}  // namespace broadside
