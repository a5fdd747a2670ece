// SPDX-License-Identifier: MIT
// base/: colours, UTF-8, JSON, lengths.
#include <gtest/gtest.h>

#include <limits>

#include "base/color.h"
#include "base/json.h"
#include "base/length.h"
#include "base/utf8.h"

namespace broadside {
namespace {

TEST(Color, ReadsBothNotations) {
  EXPECT_EQ(parse_color("#0a6"), (Color{0x00, 0xaa, 0x66}));
  EXPECT_EQ(parse_color("#12ABef"), (Color{0x12, 0xab, 0xef}));
  for (const char* bad : {"", "#", "123456", "#12345", "#12345g", "#1234567", "#é1", "red"}) {
    EXPECT_FALSE(parse_color(bad)) << bad;
  }
}

TEST(Color, WritesWhatItReads) { EXPECT_EQ(to_string(*parse_color("#0Af")), "#00aaff"); }

TEST(Color, ContrastFollowsWcag) {
  const Color black{}, white{255, 255, 255};
  EXPECT_DOUBLE_EQ(contrast_ratio(black, white), 21.0);
  EXPECT_DOUBLE_EQ(contrast_ratio(white, black), 21.0);
  EXPECT_DOUBLE_EQ(contrast_ratio(white, white), 1.0);
  EXPECT_NEAR(contrast_ratio(*parse_color("#767676"), white), 4.54, 0.005);  // the classic AA limit on white
}

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

TEST(Json, CompactAndIndented) {
  const auto fill = [](JsonWriter json) {
    json.begin_object().key("a").value(1).key("b").begin_array().value(true).null().value("x").end_array();
    json.key("c").begin_object().end_object().end_object();
    return json.text();
  };
  EXPECT_EQ(fill(JsonWriter()), R"({"a":1,"b":[true,null,"x"],"c":{}})");
  EXPECT_EQ(fill(JsonWriter(2)), "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null,\n    \"x\"\n  ],\n  \"c\": {}\n}");
}

TEST(Json, EscapesAndRepairs) { EXPECT_EQ(json_quote("a\"\\\n\t\r\x01é\xFF"), "\"a\\\"\\\\\\n\\t\\r\\u0001é\uFFFD\""); }

TEST(Json, NumbersReadBack) {
  JsonWriter json;
  json.begin_array().value(0.1).value(std::numeric_limits<double>::infinity()).value(std::int64_t{1} << 53).end_array();
  EXPECT_EQ(json.text(), "[0.1,null,9007199254740992]");
}

TEST(Length, RoundsHalfAwayFromZero) {
  EXPECT_EQ(Length::ratio(1, 1, 2).raw, 1);
  EXPECT_EQ(Length::ratio(-1, 1, 2).raw, -1);
  EXPECT_EQ(Length::from_mm(25.4), Length::from_pt(72));
  EXPECT_EQ(scale(Length::from_raw(3), 0.5).raw, 2);
}

}  // namespace
}  // namespace broadside
