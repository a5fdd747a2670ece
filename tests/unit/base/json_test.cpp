// SPDX-License-Identifier: MIT
// base/json.h: commas, indentation, escapes, numbers.
#include "base/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace broadside {
namespace {

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

}  // namespace
}  // namespace broadside
