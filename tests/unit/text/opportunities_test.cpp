// SPDX-License-Identifier: MIT
#include "text/opportunities.h"

#include <gtest/gtest.h>

#include <string>

namespace broadside::text {
namespace {

/// The text with "|" at every opportunity; in angle brackets the letter of its kind unless it is a space's.
std::string marked(const std::string& text, const char* language = "en") {
  std::string out;
  std::size_t at = 0;
  for (const Opportunity& opportunity : find_opportunities(text, language)) {
    out += text.substr(at, opportunity.offset - at);
    at = opportunity.offset;
    constexpr const char* kMarks[] = {"|", "<x>", "<s>", "<a>", "<h>", "<i>", "<d>"};
    out += kMarks[static_cast<std::size_t>(opportunity.kind)];
  }
  return out + text.substr(at);
}

TEST(Opportunities, SpacesAndHyphens) {
  EXPECT_EQ(marked("one two  three"), "one |two  |three");
  EXPECT_EQ(marked("an open-source tool"), "an |open-<x>source |tool");
  EXPECT_EQ(marked("state\u2010of\u2010the\u2010art"), "state\u2010<x>of\u2010<x>the\u2010<x>art");
  EXPECT_EQ(marked("use --option or -x, 5 - 4"), "use |--option |or |-x, |5 |- |4");
  EXPECT_EQ(marked("Part-66"), "Part-66");
}

TEST(Opportunities, Dashes) {
  EXPECT_EQ(marked("crafts\u2014bell"), "crafts\u2014<x>bell");
  EXPECT_EQ(marked("2019\u20132023"), "2019\u20132023");
  EXPECT_EQ(marked("Berlin\u2013Hamburg"), "Berlin\u2013Hamburg");
  EXPECT_EQ(marked("a \u2013 b"), "a \u2013 |b");
  EXPECT_EQ(marked("a \u2014  b"), "a \u2014  |b");
  EXPECT_EQ(marked("\u2013 b \u20135"), "\u2013 |b |\u20135");
}

TEST(Opportunities, AFigureAndItsSignAreNotParted) {
  EXPECT_EQ(marked("keeping 82 % of it"), "keeping |82 % |of |it");
  EXPECT_EQ(marked("saved 5 \u20AC, \u20AC 7 and $ 9"), "saved |5 \u20AC, |\u20AC 7 |and |$ 9");
  EXPECT_EQ(marked("at 40  \u00B0C by \u00A7 4"), "at |40  \u00B0C |by |\u00A7 4");
  EXPECT_EQ(marked("in C# 8 or 9 C"), "in |C# |8 |or |9 |C");
}

TEST(Opportunities, SlashesBetweenLongWordsOnly) {
  EXPECT_EQ(marked("Benelux/DACH."), "Benelux/<s>DACH.");
  EXPECT_EQ(marked("and/or C++/CUDA TCP/IP"), "and/or |C++/CUDA |TCP/IP");
  EXPECT_EQ(marked("caf\u00E9/\u00E9cole"), "caf\u00E9/<s>\u00E9cole");
}

TEST(Opportunities, AddressesBreakAfterTheirSigns) {
  EXPECT_EQ(marked("https://github.com/a_b"), "https://<a>github.<a>com/<a>a_<a>b");
  EXPECT_EQ(marked("at github.com/x-y now"), "at |github.<a>com/<a>x-<a>y |now");
  EXPECT_EQ(marked("me@mail.org"), "me<a>@mail.<a>org");
  EXPECT_EQ(marked("std::vector<int>{}x C++!"), "std::vector<int>{}x |C++!");
  EXPECT_EQ(marked("v1.5/2.0 and e.g. this"), "v1.5/2.0 |and |e.g. |this");
}

TEST(Opportunities, SoftHyphensIdeographsAndThai) {
  EXPECT_EQ(marked("Donau\u00ADdampf"), "Donau\u00AD<h>dampf");
  EXPECT_EQ(marked("\u4E2D\u6587\u3002\u5B57", "zh"), "\u4E2D<i>\u6587\u3002<i>\u5B57");
  EXPECT_EQ(marked("\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35\u0E04\u0E23\u0E31\u0E1A", "th"),
            "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35<d>\u0E04\u0E23\u0E31\u0E1A");
}

TEST(Opportunities, NoneAtForcedLineEnds) {
  EXPECT_EQ(marked("one\ntwo\u2028three four"), "one\ntwo\u2028three |four");
  EXPECT_EQ(marked("10\u00A0km"), "10\u00A0km");
  EXPECT_EQ(marked(""), "");
}

}  // namespace
}  // namespace broadside::text
