// SPDX-License-Identifier: MIT
#include "pdf/to_unicode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/utf16.h"

namespace broadside::pdf {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ToUnicode, MapsCodesToUtf16) {
  const std::string cmap = to_unicode_cmap({{1, "A"}, {2, "ffi"}, {0x12AB, "é"}, {0xFFFE, "😀"}});
  EXPECT_THAT(cmap, HasSubstr("4 beginbfchar\n"
                              "<0001> <0041>\n"
                              "<0002> <006600660069>\n"
                              "<12AB> <00E9>\n"
                              "<FFFE> <D83DDE00>\n"
                              "endbfchar\n"));
  EXPECT_THAT(cmap, HasSubstr("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"));
}

TEST(ToUnicode, BlocksHoldAtMostAHundredEntries) {
  std::vector<CodeText> codes;
  for (std::uint16_t i = 1; i <= 230; ++i) codes.push_back({i, "x"});
  const std::string cmap = to_unicode_cmap(codes);
  EXPECT_THAT(cmap, HasSubstr("\n100 beginbfchar\n<0001>"));
  EXPECT_THAT(cmap, HasSubstr("\n100 beginbfchar\n<0065>"));
  EXPECT_THAT(cmap, HasSubstr("\n30 beginbfchar\n<00C9>"));
}

TEST(ToUnicode, ForbiddenValuesBecomeTheReplacementCharacter) {
  const std::string cmap = to_unicode_cmap({{1, std::string_view("\0", 1)}, {2, "\uFEFF"}, {3, "\uFFFE"}});
  EXPECT_THAT(cmap, HasSubstr("<0001> <FFFD>\n<0002> <FFFD>\n<0003> <FFFD>\n"));
}

TEST(Utf16, BrokenBytesBecomeTheReplacementCharacter) {
  EXPECT_EQ(to_hex(to_utf16be_with_mark("a\xFFz")), "FEFF0061FFFD007A");
  EXPECT_EQ(to_hex(to_utf16be_with_mark("")), "FEFF");
}

}  // namespace
}  // namespace broadside::pdf
