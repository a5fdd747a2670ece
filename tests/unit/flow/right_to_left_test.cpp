// SPDX-License-Identifier: MIT
// Résumés that are read from right to left: the page is the image of the other in a mirror, its texts are not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow/punctuation.h"
#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside {
namespace {

using ::testing::HasSubstr;

constexpr const char* kBody = R"(
person: {name: "אבג", label: "דהו", email: a@example.org, phone: "+972 55 555 0142"}
sections:
  - title: "זחט"
    entries:
      - {title: "יכל", organization: "מנס", date: "2020 – 2023", highlights: ["עפצ **Go** קרש", "Only Latin."]}
)";

struct Drawn {
  std::vector<std::string> texts;  // in the order of drawing
  std::vector<Rect> areas;         // of the same
  std::vector<Rect> fills;
  Size page;
  bool right_to_left = false;

  [[nodiscard]] Rect of(const std::string& text) const {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].find(text) != std::string::npos) return areas[i];
    }
    ADD_FAILURE() << "not drawn: " << text;
    return {};
  }
};

Drawn draw(const std::string& locale, const std::string& layout = "classic") {
  test::Pipeline pipeline;
  const auto resume = pipeline.read_resume("format: 1\nlocale: " + locale + kBody);
  const auto spec = pipeline.read_layout(test::slurp(test::source_dir() + "/layouts/" + layout + ".yaml"));
  const display::DisplayList list = pipeline.lay_out(*resume, *spec);
  Drawn drawn;
  drawn.page = list.pages.front().size;
  drawn.right_to_left = list.info.right_to_left;
  for (const display::Command& command : list.pages.front().commands) {
    if (const auto* glyphs = std::get_if<display::DrawGlyphs>(&command)) {
      drawn.texts.push_back(glyphs->run.text);
      drawn.areas.push_back({glyphs->origin.x, glyphs->origin.y, glyphs->run.width(), {}});
    } else if (const auto* fill = std::get_if<display::FillRect>(&command)) {
      drawn.fills.push_back(fill->rect);
    }
  }
  return drawn;
}

constexpr Length kRounding = Length::from_pt(0.01);

TEST(RightToLeft, ThePageIsMirrored) {
  const Drawn left = draw("en"), right = draw("he");
  EXPECT_FALSE(left.right_to_left);
  EXPECT_TRUE(right.right_to_left);
  const Length width = right.page.width;
  // A word begins on the right in both; the first page has its last letter at the left edge.
  using Pair = std::pair<const char*, const char*>;
  for (const auto& [first, last] : {Pair{"א", "ג"}, Pair{"ז", "ט"}, Pair{"•", "•"}}) {
    EXPECT_NEAR((width - right.of(first).right()).pt(), left.of(last).x.pt(), kRounding.pt()) << first;
  }
  EXPECT_NEAR(right.of("2020").x.pt(), (width - left.of("2023").right()).pt(), 40) << "dates stand on the left";
  EXPECT_LT(right.of("2020").x, width / 4);
  EXPECT_GT(right.of("•").x, right.of("ע").x) << "bullets hang out on the right";
  ASSERT_EQ(left.fills.size(), right.fills.size());
  for (std::size_t i = 0; i < left.fills.size(); ++i) EXPECT_EQ(right.fills[i].x, width - left.fills[i].right());
}

TEST(RightToLeft, TheSidebarStandsOnTheOtherSide) {
  const Drawn left = draw("en", "sidebar"), right = draw("he", "sidebar");
  ASSERT_FALSE(right.fills.empty());
  EXPECT_EQ(left.fills.front().right(), left.page.width);
  EXPECT_EQ(right.fills.front().x, Length{});
  EXPECT_LT(right.of("example.org").x, right.page.width / 3);
}

TEST(RightToLeft, RunsAreDrawnInTheOrderOfTheText) {
  const Drawn right = draw("he");
  std::vector<std::string> texts;
  for (const std::string& text : right.texts) {
    if (text.find("ע") != std::string::npos || text.find("Go") != std::string::npos ||
        text.find("ק") != std::string::npos) {
      texts.push_back(text);
    }
  }
  EXPECT_THAT(texts, ::testing::ElementsAre(HasSubstr("ע"), HasSubstr("Go"), HasSubstr("ק")));
  EXPECT_GT(right.of("ע").x, right.of("Go").x);
  EXPECT_GT(right.of("Go").x, right.of("ק").x);
}

TEST(RightToLeft, PhoneNumbersAndLatinTextsRunFromLeftToRight) {
  const Drawn right = draw("he");
  std::size_t found = 0;
  for (const std::string& text : right.texts) {
    found += text.find("+972 55 555 0142") != std::string::npos ? 1 : 0;
    found += text.find("Only Latin.") != std::string::npos ? 1 : 0;
  }
  EXPECT_EQ(found, 2U) << "each is one run, not cut by its signs";
}

TEST(Punctuation, OfTheLayoutIsThatOfTheLanguage) {
  EXPECT_EQ(flow::localized(", ", "ar-EG", false), "، ");
  EXPECT_EQ(flow::localized(", ", "he", false), ", ");
  EXPECT_EQ(flow::localized(", ", "zh-CN", false), "，");
  EXPECT_EQ(flow::localized(", ", "zh-CN", true), "、");
  EXPECT_EQ(flow::localized(": ", "zh", false), "：");
  EXPECT_EQ(flow::localized(" (", "ja", false), "（");
  EXPECT_EQ(flow::localized(", ", "ja", false), "、");
  EXPECT_EQ(flow::localized("  ·  ", "zh", true), "  ·  ");
  EXPECT_EQ(flow::localized(", ", "de", false), ", ");
}

TEST(Punctuation, NamesWithSignsStayWhole) {
  EXPECT_EQ(flow::for_right_to_left("C++ و"), "C++\u200E و");
  EXPECT_EQ(flow::for_right_to_left("C#"), "C#\u200E");
  EXPECT_EQ(flow::for_right_to_left("(.NET) 8"), "(\u200E.NET) 8");
  EXPECT_EQ(flow::for_right_to_left("3 + 4, A+B, +20"), "3 + 4, A+B, +20");
  EXPECT_TRUE(flow::is_island("+20 100", true));
  EXPECT_FALSE(flow::is_island("2020 – 2023", false));
  EXPECT_TRUE(flow::is_island("GraphQL", false));
  EXPECT_FALSE(flow::is_island("لغة Go", true));
}

}  // namespace
}  // namespace broadside
