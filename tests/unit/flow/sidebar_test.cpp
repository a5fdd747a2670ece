// SPDX-License-Identifier: MIT
// Two columns: what stands where, in which order it is read, and what a flow's own templates change.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::flow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// One line of text on a page.
struct Said {
  std::string text;
  Point origin;
  std::size_t page = 0;
};

class Sidebar : public testing::Test, protected test::Pipeline {
 protected:
  void SetUp() override {
    spec = read_layout(test::slurp(test::source_dir() + "/layouts/sidebar.yaml"));
    ASSERT_TRUE(spec);
  }

  // Runs in the order of the content stream; those of one line are joined.
  static std::vector<Said> said(const display::DisplayList& list) {
    std::vector<Said> out;
    for (std::size_t page = 0; page < list.pages.size(); ++page) {
      for (const display::Command& command : list.pages[page].commands) {
        const auto* text = std::get_if<display::DrawGlyphs>(&command);
        if (text == nullptr || text->tag == display::kArtifact) continue;
        if (!out.empty() && out.back().page == page && out.back().origin.y == text->origin.y) {
          out.back().text += text->run.text;
        } else {
          out.push_back({text->run.text, text->origin, page});
        }
      }
    }
    return out;
  }

  std::shared_ptr<const layout::Spec> spec;
};

constexpr const char* kSmall = R"(
person:
  name: Ada Lovelace
  label: Analyst
  email: [ada@example.org, ada@analytical.example]
  phone: "+44 20 5555 0101"
  summary: Writes programs.
sections:
  - title: Experience
    entries:
      - {title: Analyst, organization: Analytical Engine, location: London, start: 1842-10, end: 1843-09}
  - title: Education
    entries:
      - {title: Mathematics, organization: Private tuition, location: Kent, date: 1833}
  - title: Tools
    keywords: [{name: Engines, keywords: [Difference Engine, Analytical Engine]}]
)";

TEST_F(Sidebar, IsReadMastheadContactsMainAside) {
  const auto resume = read_resume(kSmall);
  ASSERT_TRUE(resume);
  std::vector<std::string> lines;
  for (const Said& line : said(lay_out(*resume, *spec))) lines.push_back(line.text);
  EXPECT_THAT(lines,
              ElementsAre("Ada Lovelace", "Analyst", "ada@example.org", "ada@analytical.example", "+44 20 5555 0101",
                          "Writes programs.", "Experience", "Analyst, Analytical EngineOct 1842 – Sep 1843", "London",
                          "Education", "Mathematics", "Private tuition", "Kent", "1833", "Tools", "Engines",
                          "Difference Engine, Analytical Engine"));
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Sidebar, ContactsStandOnePerLineUnderEachOther) {
  const auto resume = read_resume(kSmall);
  ASSERT_TRUE(resume);
  const std::vector<Said> lines = said(lay_out(*resume, *spec));
  EXPECT_EQ(lines[2].origin.x, lines[3].origin.x);
  EXPECT_EQ(lines[3].origin.x, lines[4].origin.x);
  EXPECT_LT(lines[2].origin.y, lines[3].origin.y);
  EXPECT_LT(lines[3].origin.y, lines[4].origin.y);
}

TEST_F(Sidebar, TheTintRunsToThreeEdgesOfThePaper) {
  const auto resume = read_resume(kSmall);
  ASSERT_TRUE(resume);
  const display::DisplayList list = lay_out(*resume, *spec);
  const auto* tint = std::get_if<display::FillRect>(&list.pages[0].commands.front());
  ASSERT_NE(tint, nullptr);
  EXPECT_EQ(tint->rect.y, Length{});
  EXPECT_EQ(tint->rect.right(), list.pages[0].size.width);
  EXPECT_EQ(tint->rect.bottom(), list.pages[0].size.height);
  EXPECT_GT(tint->rect.x, list.pages[0].size.width / 2);
}

TEST_F(Sidebar, ColumnsKeepApartAtAnyStep) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  ASSERT_TRUE(resume);
  for (int step = 0; step <= layout::steps(*spec); step += 4) {
    const display::DisplayList list = lay_out(*resume, *spec, step);
    for (const display::Page& page : list.pages) {
      const auto* tint = std::get_if<display::FillRect>(&page.commands.front());
      if (tint == nullptr) {  // the narrow column has ended
        EXPECT_GT(&page, &list.pages[0]);
        continue;
      }
      for (const display::Command& command : page.commands) {
        const auto* text = std::get_if<display::DrawGlyphs>(&command);
        if (text == nullptr || text->tag == display::kArtifact) continue;
        const Length right = text->origin.x + text->run.width();
        EXPECT_TRUE(right < tint->rect.x || text->origin.x > tint->rect.x) << text->run.text;
        EXPECT_LT(right, page.size.width) << text->run.text;
      }
    }
  }
}

TEST_F(Sidebar, MastheadIsAsTallAsItsContent) {
  const auto resume = read_resume(kSmall);
  std::string without = kSmall;
  without.replace(without.find("  label: Analyst\n"), 17, "");
  const auto shorter = read_resume(without);
  ASSERT_TRUE(resume && shorter);
  const auto top_of_main = [](const std::vector<Said>& lines) {
    for (const Said& line : lines) {
      if (line.text == "Writes programs.") return line.origin.y;
    }
    return Length{};
  };
  const layout::Layout layout = layout::tighten(*spec, 0);
  const layout::Row& label = layout.block(layout::BlockKind::Masthead).rows[1];
  const Length height = label.space_before + layout.style(label.cells[0].style).line_height;
  EXPECT_EQ(top_of_main(said(lay_out(*resume, *spec))) - top_of_main(said(lay_out(*shorter, *spec))), height);
}

TEST_F(Sidebar, CellsOfOneRowMayDifferInHeight) {
  const auto columns = read_layout(R"(
page: {size: {width: 300pt, height: 400pt}, margins: 20pt}
styles: {body: {size: 10pt, leading: 12pt}, small: {size: 6pt, leading: 8pt}}
blocks:
  entry:
    rows:
      - cells: [{text: "{title}", width: 80pt}, {text: "{summary}", style: small}]
      - "{date}"
)");
  const auto resume = read_resume(R"(
person: {name: B}
sections:
  - title: S
    entries:
      - {title: one two three four five six seven eight nine ten eleven twelve, summary: short, date: 2020}
)");
  ASSERT_TRUE(columns && resume);
  const std::vector<Said> lines = said(lay_out(*resume, *columns));
  ASSERT_GE(lines.size(), 6U);
  // The taller cell decides where the next row begins; first baselines agree.
  const Said& first = lines[2];
  const Said* small = nullptr;
  for (const Said& line : lines) {
    if (line.text.ends_with("short")) small = &line;
  }
  ASSERT_NE(small, nullptr);
  EXPECT_EQ(small->origin.y, first.origin.y);
  const auto tall = static_cast<std::int64_t>(
      std::count_if(lines.begin(), lines.end(), [&](const Said& line) { return line.origin.x == first.origin.x; }) - 3);
  EXPECT_EQ(lines.back().text, "2020");
  EXPECT_EQ(lines.back().origin.y - first.origin.y, Length::from_pt(12) * tall);
}

TEST_F(Sidebar, FiguresInColumnsAlign) {
  const auto resume = read_resume(R"(
person: {name: A}
sections:
  - title: Numbers
    entries: [{title: a, date: 2011}, {title: b, date: 2084}, {title: c, date: 1970}]
)");
  ASSERT_TRUE(resume);
  std::vector<Length> lefts;
  const display::DisplayList list = lay_out(*resume, *spec);
  for (const display::Command& command : list.pages.at(0).commands) {
    const auto* text = std::get_if<display::DrawGlyphs>(&command);
    if (text != nullptr && text->run.text.size() == 4 &&
        text->run.text.find_first_not_of("0123456789") == std::string::npos)
      lefts.push_back(text->origin.x);
  }
  ASSERT_EQ(lefts.size(), 3U);
  EXPECT_EQ(lefts[0], lefts[1]);
  EXPECT_EQ(lefts[1], lefts[2]);
}

TEST_F(Sidebar, AMisspeltFlowOfFlowBlocksIsNamed) {
  EXPECT_FALSE(read_layout("flow-blocks: {mian: {entry: {rows: [\"{title}\"]}}}\n"));
  bool named = false;
  for (const Diagnostic& one : diagnostics.list()) named = named || one.code == "layout-unknown-flow";
  EXPECT_TRUE(named);
}

}  // namespace
}  // namespace broadside::flow
