// SPDX-License-Identifier: MIT
// Other boxes for the pages on which a flow has ended: which pages get them, and what becomes of text that is set to
// two widths.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "support/pipeline.h"

namespace broadside::flow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kLayout = R"(
page: {size: {width: 300pt, height: 200pt}, margins: 20pt}
styles: {body: {size: 10pt, leading: 12pt}}
flows: {main: [masthead, sections], side: [{tags: [side]}]}
boxes:
  first: [{flow: main, width: 60%}, {flow: side, x: 65%}]
  next: [{flow: main, width: 60%}, {flow: side, x: 65%}]
  after: [{ended: [side], boxes: [{flow: main}]}]
)";

std::string resume_of(int main, int side, const std::string& between = "") {
  std::string text = "person: {name: A}\nsections:\n  - title: Long\n    highlights:\n";
  for (int i = 0; i < main; ++i) {
    text += "      - main " + std::to_string(i) +
            " has some words of its own that take more than a line, and then some more of them to fill a second and a "
            "third\n";
  }
  text += between;
  if (side > 0) text += "  - title: Short\n    tags: [side]\n    highlights:\n";
  for (int i = 0; i < side; ++i) text += "      - side " + std::to_string(i) + "\n";
  return text;
}

class Ended : public testing::Test, protected test::Pipeline {
 protected:
  // By page: the right edge of the widest line, and all that is said.
  struct Page {
    Length right;
    std::string text;
  };
  std::vector<Page> pages_of(const std::string& resume_text, const std::string& layout_text = kLayout) {
    std::vector<Page> out;
    const auto resume = read_resume(resume_text);
    const auto spec = read_layout(layout_text);
    EXPECT_TRUE(resume && spec) << (diagnostics.empty() ? "" : diagnostics.list()[0].message);
    if (!resume || !spec) return out;
    const display::DisplayList list = lay_out(*resume, *spec);
    for (const display::Page& page : list.pages) {
      Page& told = out.emplace_back();
      for (const display::Command& command : page.commands) {
        const auto* text = std::get_if<display::DrawGlyphs>(&command);
        if (text == nullptr) continue;
        told.text += text->run.text;
        if (text->run.text.starts_with("main")) {
          told.right = max(told.right, text->origin.x + text->run.width());
        }
      }
    }
    return out;
  }
};

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += word.size()) ++found;
  return found;
}

TEST_F(Ended, AFlowTakesThePageOnceItsNeighbourHasEnded) {
  const auto pages = pages_of(resume_of(24, 4));
  ASSERT_GE(pages.size(), 3U);
  const Length narrow = Length::from_pt(20 + 0.6 * 260);
  EXPECT_LE(pages[0].right, narrow);
  for (std::size_t page = 1; page < pages.size(); ++page) EXPECT_GT(pages[page].right, narrow) << page;
}

TEST_F(Ended, BothKeepTheirBoxesWhileBothGoOn) {
  const auto pages = pages_of(resume_of(36, 24));
  ASSERT_GE(pages.size(), 4U);
  const Length narrow = Length::from_pt(20 + 0.6 * 260);
  EXPECT_LE(pages[1].right, narrow);
  EXPECT_THAT(pages[1].text, HasSubstr("side 23"));
  EXPECT_GT(pages[2].right, narrow);
}

TEST_F(Ended, AFlowWithoutContentHasEndedBeforeTheSecondPage) {
  const auto pages = pages_of(resume_of(24, 0));
  ASSERT_GE(pages.size(), 2U);
  EXPECT_GT(pages[1].right, Length::from_pt(20 + 0.6 * 260));
}

TEST_F(Ended, NothingIsLostOrSaidTwiceWhereTheWidthChanges) {
  for (int length = 1; length < 40; ++length) {
    std::string all;
    for (const Page& page : pages_of(resume_of(length, length / 3))) all += page.text;
    for (int i = 0; i < length; ++i) EXPECT_EQ(count(all, "main " + std::to_string(i) + " "), 1U) << length;
    EXPECT_EQ(count(all, "has some words of its own"), static_cast<std::size_t>(length)) << length;
  }
}

TEST_F(Ended, WiderPagesAreFewer) {
  std::string plain = kLayout;
  plain.resize(plain.find("  after:"));
  EXPECT_LT(pages_of(resume_of(40, 3)).size(), pages_of(resume_of(40, 3), plain).size());
}

TEST_F(Ended, AParagraphLongerThanAPageKeepsTheWidthItBeganWith) {
  std::string text = "person: {name: A}\nsections:\n  - title: Long\n    text: >-\n      main begins here,\n";
  for (int i = 0; i < 150; ++i) text += "      main word " + std::to_string(i) + " of many,\n";
  std::string all;
  const auto pages = pages_of(text);
  ASSERT_GE(pages.size(), 3U);
  for (const Page& page : pages) {
    EXPECT_LE(page.right, Length::from_pt(20 + 0.6 * 260));
    all += page.text;
  }
  for (int i = 0; i < 150; ++i) EXPECT_EQ(count(all, "word " + std::to_string(i) + " "), 1U) << i;
}

TEST_F(Ended, PositionsThatGoOnAreToldSoAtTheNewWidth) {
  std::string text =
      "person: {name: A}\nsections:\n  - title: Short\n    tags: [side]\n    text: side\n  - title: Work\n"
      "    entries:\n      - organization: Acme\n        positions:\n";
  for (int i = 0; i < 12; ++i) {
    text += "          - {title: main post " + std::to_string(i) + ", highlights: [one, two]}\n";
  }
  const auto pages = pages_of(text);
  ASSERT_GE(pages.size(), 2U);
  EXPECT_THAT(pages[1].text, testing::StartsWith("Acme (continued)"));
  EXPECT_GT(count(pages[1].text, "main post"), 1U);
}

TEST_F(Ended, TheLayoutIsToldWhatItsSetsLack) {
  const auto errors = [this](const std::string& after) {
    std::string text = kLayout;
    text.resize(text.find("  after:"));
    diagnostics = {};
    EXPECT_FALSE(read_layout(text + "  after: " + after + "\n"));
    std::vector<std::string> out;
    for (const Diagnostic& one : diagnostics.list()) out.push_back(one.message);
    return out;
  };
  EXPECT_THAT(errors("[{ended: [sied], boxes: [{flow: main}, {flow: side}]}]"), ElementsAre("there is no flow `sied`"));
  EXPECT_THAT(errors("[{ended: [main], boxes: [{flow: main}]}]"),
              ElementsAre("here no box is filled by the flow `side`, which may not have ended"));
  EXPECT_THAT(errors("[{boxes: [{flow: main}, {flow: side}]}]"),
              ElementsAre("`boxes.after.1` needs both `ended` and `boxes`"));
  EXPECT_THAT(errors("{ended: [side]}"), ElementsAre("`boxes.after` needs a list"));
}

TEST_F(Ended, RoomIsToldInHeightsOfTheFirstWidth) {
  const auto resume = read_resume(resume_of(40, 3));
  const auto spec = read_layout(kLayout);
  ASSERT_TRUE(resume && spec);
  const Setting setting(layout::tighten(*spec, 0), fonts);
  const Composition composition = compose(*resume, setting.layout(), typesetter, ShortForms::Leave, diagnostics);
  const Capacities one = capacities(composition, setting, 1);
  const Capacities three = capacities(composition, setting, 3);
  EXPECT_FALSE(one.estimated);
  EXPECT_TRUE(three.estimated);
  // Two wide pages hold more than two narrow ones; the side has no box on them.
  EXPECT_GT(three.heights[0], one.heights[0] * 3);
  EXPECT_EQ(three.heights[1], one.heights[1]);
}

}  // namespace
}  // namespace broadside::flow
