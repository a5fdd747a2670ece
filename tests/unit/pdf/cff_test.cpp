// SPDX-License-Identifier: MIT
#include "pdf/cff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pdf/haru.h"
#include "pdf/subset.h"
#include "unit/pdf/sample.h"

namespace broadside::pdf {
namespace {

using ::testing::ElementsAre;

Subset cjk_subset() {
  const font::Face& face = test::fonts().library.face(test::fonts().cjk);
  std::vector<std::uint32_t> glyphs = {face.glyph(U'软'), face.glyph(U'2'), face.glyph(U'年')};
  std::sort(glyphs.begin(), glyphs.end());
  return subset(face, glyphs);
}

TEST(Cff, NameKeyedTablesHaveNoCids) {
  const font::Face& face = test::fonts().library.face(test::fonts().garamond);
  EXPECT_EQ(cff_cids(subset(face, {face.glyph(U'a')}).data), std::nullopt);
}

TEST(Cff, CidsSurviveTheSubset) {
  // 2, 软 and 年 in the original font, as fontTools lists them.
  const auto cids = cff_cids(cjk_subset().data);
  ASSERT_TRUE(cids.has_value());
  EXPECT_THAT(*cids, ElementsAre(0, 19, 16869, 39945));
}

TEST(Cff, EveryCutIsAnErrorAndNeverAReadOutside) {
  const std::string whole = cjk_subset().data;
  std::size_t refused = 0;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string cut = whole.substr(0, size);  // a copy of its own, so that a sanitizer sees its end
    try {
      (void)cff_cids(cut);
    } catch (const Failure&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 50U);
}

TEST(Cff, FlippedBytesNeverCrash) {
  const std::string whole = cjk_subset().data;
  for (std::size_t at = 0; at < std::min<std::size_t>(whole.size(), 600); ++at) {
    for (const int mask : {0x01, 0x80, 0xFF}) {
      std::string bad = whole;
      bad[at] = static_cast<char>(bad[at] ^ mask);
      try {
        const auto cids = cff_cids(bad);
        EXPECT_TRUE(!cids || cids->size() <= 65536U);
      } catch (const Failure&) {
      }
    }
  }
}

}  // namespace
}  // namespace broadside::pdf
