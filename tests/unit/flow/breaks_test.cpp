// SPDX-License-Identifier: MIT
// Where pages end by the author's wish, what a page repeats of the one before, and private notes.
#include <gtest/gtest.h>

#include "resume/select.h"
#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::flow {
namespace {

class Breaks : public testing::Test, protected test::Pipeline {
 protected:
  // All text of each page, artifacts too.
  std::vector<std::string> pages(const std::string& yaml, const layout::Spec& spec, const char* variant = "full") {
    const auto resume = read_resume(yaml);
    EXPECT_TRUE(resume);
    if (!resume) return {};
    std::vector<std::string> out;
    for (const resume::Variant& one : resume->variants) {
      if (one.name != variant) continue;
      const display::DisplayList list = lay_out(resume::select(*resume, one, {}), spec);
      for (const display::Page& page : list.pages) {
        std::string& text = out.emplace_back();
        for (const display::Command& command : page.commands) {
          if (const auto* run = std::get_if<display::DrawGlyphs>(&command)) text += run->run.text + "|";
        }
      }
    }
    return out;
  }
  static bool has(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }
};

std::string sections(const std::string& wish) {
  return "person: {name: A}\nsections:\n"
         "  - {title: First, text: one}\n"
         "  - {title: Second, text: two" +
         wish + "}\n";
}

TEST_F(Breaks, BeforeASection) {
  const auto spec = classic();
  EXPECT_EQ(pages(sections(""), *spec).size(), 1U);
  const auto broken = pages(sections(", break: before"), *spec);
  ASSERT_EQ(broken.size(), 2U);
  EXPECT_TRUE(has(broken[0], "one") && !has(broken[0], "two"));
  EXPECT_TRUE(has(broken[1], "two"));
}

TEST_F(Breaks, BeforeAGroupAndBeforeAnEntry) {
  const auto spec = classic();
  const std::string head =
      "person: {name: A}\nsections:\n  - title: S\n    groups:\n"
      "      - {title: G1, entries: [{title: E1}, {title: E2}]}\n";
  const auto group = pages(head + "      - {title: G2, break: before, entries: [{title: E3}]}\n", *spec);
  ASSERT_EQ(group.size(), 2U);
  EXPECT_TRUE(has(group[0], "E2") && !has(group[0], "G2"));
  EXPECT_TRUE(has(group[1], "G2") && has(group[1], "E3"));
  const auto entry = pages(head + "      - {title: G2, entries: [{title: E3}, {title: E4, break: before}]}\n", *spec);
  ASSERT_EQ(entry.size(), 2U);
  EXPECT_TRUE(has(entry[0], "E3") && !has(entry[0], "E4"));
  EXPECT_TRUE(has(entry[1], "E4"));
}

// Bullets until a page of this height must end within the second entry, group or section.
std::string long_list(const char* what, const std::string& wish) {
  std::string out = "person: {name: A}\nsections:\n";
  const std::string kind = what;
  const auto bullets = [&out](const std::string& indent) {
    for (int i = 0; i < 8; ++i) out += indent + "- bullet " + std::to_string(i) + "\n";
  };
  if (kind == "section") {
    out += "  - title: One\n    highlights:\n";
    bullets("      ");
    out += "  - title: Two\n" + (wish.empty() ? "" : "    " + wish + "\n") + "    highlights:\n";
    bullets("      ");
  } else if (kind == "group") {
    out += "  - title: S\n    groups:\n      - title: One\n        entries:\n";
    for (int i = 0; i < 6; ++i) out += "          - title: Entry " + std::to_string(i) + "\n";
    out += "      - title: Two\n" + (wish.empty() ? "" : "        " + wish + "\n") + "        entries:\n";
    for (int i = 0; i < 6; ++i) out += "          - title: Entry " + std::to_string(i) + "\n";
  } else {
    out += "  - title: S\n    entries:\n      - title: One\n        highlights:\n";
    bullets("          ");
    out += "      - title: Two\n" + (wish.empty() ? "" : "        " + wish + "\n") + "        highlights:\n";
    bullets("          ");
  }
  return out;
}

TEST_F(Breaks, AvoidKeepsSectionsGroupsAndEntriesWhole) {
  const auto spec = classic(380);
  for (const char* what : {"section", "group", "entry"}) {
    const auto torn = pages(long_list(what, ""), *spec);
    ASSERT_EQ(torn.size(), 2U) << what;
    ASSERT_TRUE(has(torn[0], "Two") || has(torn[0], "TWO")) << what << ": the page ends elsewhere\n" << torn[0];
    const auto whole = pages(long_list(what, "break: avoid"), *spec);
    ASSERT_EQ(whole.size(), 2U) << what;
    EXPECT_FALSE(has(whole[0], "Two") || has(whole[0], "TWO")) << what;
    EXPECT_TRUE(has(whole[1], "Two") || has(whole[1], "TWO")) << what;
  }
}

std::string positions(const std::string& front) {
  std::string out = front +
                    "person: {name: A}\nsections:\n  - title: S\n    entries:\n      - organization: Acme\n"
                    "        positions:\n";
  for (int p = 0; p < 3; ++p) {
    out += "          - title: Job " + std::to_string(p) + "\n            highlights:\n";
    for (int i = 0; i < 6; ++i) out += "              - bullet " + std::to_string(i) + "\n";
  }
  return out;
}

TEST_F(Breaks, ThePageAfterABreakBetweenPositionsNamesTheOrganizationAgain) {
  const auto spec = classic(330);
  const auto english = pages(positions(""), *spec);
  ASSERT_EQ(english.size(), 2U);
  EXPECT_FALSE(has(english[0], "continued"));
  EXPECT_EQ(english[1].find("Acme (continued)"), 0U) << english[1];
  EXPECT_EQ(pages(positions("locale: de\n"), *spec)[1].find("Acme (Fortsetzung)"), 0U);
  EXPECT_EQ(pages(positions("labels: {continued: cont’d}\n"), *spec)[1].find("Acme (cont’d)"), 0U);
}

TEST_F(Breaks, WhatIsSaidAgainIsAnArtifactAndHasRoom) {
  const auto spec = classic(330);
  const auto resume = read_resume(positions(""));
  ASSERT_TRUE(resume);
  const display::DisplayList list = lay_out(*resume, *spec);
  ASSERT_EQ(list.pages.size(), 2U);
  Length said;
  for (const display::Command& command : list.pages[1].commands) {
    const auto* text = std::get_if<display::DrawGlyphs>(&command);
    if (text == nullptr) continue;
    if (said == Length{}) {
      EXPECT_EQ(text->run.text, "Acme (continued)");
      EXPECT_EQ(text->tag, display::kArtifact);
      said = text->origin.y;
    } else if (text->tag != display::kArtifact) {
      EXPECT_GT(text->origin.y, said + text->run.size) << text->run.text;
      break;
    }
  }
}

constexpr const char* kNotes = R"(
person: {name: A, summary: {text: Sum, note: summary note}}
sections:
  - title: S
    note: section note
    entries:
      - title: E
        note: entry note
        highlights: [{text: B, note: bullet note}]
variants:
  full: {}
  mine: {notes: true}
)";

TEST_F(Breaks, NotesArePrintedOnlyByAVariantThatAsksForThem) {
  for (const char* layout : {"classic", "sidebar"}) {
    const auto spec = read_layout(test::slurp(test::source_dir() + "/layouts/" + layout + ".yaml"));
    ASSERT_TRUE(spec);
    EXPECT_FALSE(has(pages(kNotes, *spec, "full")[0], "note")) << layout;
    const std::string mine = pages(kNotes, *spec, "mine")[0];
    for (const char* note : {"summary note", "section note", "entry note", "bullet note"}) {
      EXPECT_TRUE(has(mine, note)) << layout << ": " << note << "\n" << mine;
    }
  }
}

}  // namespace
}  // namespace broadside::flow
