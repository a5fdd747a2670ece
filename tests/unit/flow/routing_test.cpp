// SPDX-License-Identifier: MIT
// Which section goes to which flow.
#include "flow/routing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resume/topics.h"
#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class RoutingTest : public testing::Test, protected test::Pipeline {
 protected:
  // Titles of the sections in the flow called `flow`.
  std::vector<std::string> titles(const std::string& sections, const std::string& layout, const std::string& flow,
                                  const std::string& locale = "en") {
    std::vector<std::string> out;
    const auto resume = read_resume("locale: " + locale + "\nperson: {name: A}\nsections:\n" + sections);
    const auto spec = read_layout(layout);
    EXPECT_TRUE(resume && spec);
    if (!resume || !spec) return out;
    const layout::Layout at = layout::tighten(*spec, 0);
    const Composition composed = compose(*resume, at, typesetter, ShortForms::Leave, diagnostics);
    for (const FlowContent& content : composed.flows) {
      if (content.flow != flow) continue;
      for (const Part& part : content.parts) {
        if (part.kind == layout::BlockKind::Section) out.push_back(part.label);
      }
    }
    return out;
  }
  static std::string sidebar() { return test::slurp(test::source_dir() + "/layouts/sidebar.yaml"); }
};

// What people write, in one language each: work, education, skills, languages, a hobby, and a project.
std::string sections_of(const std::vector<const char*>& titles) {
  std::string out;
  const char* const contents[] = {"entries: [{title: a, highlights: [b]}]",
                                  "entries: [{title: c}]",
                                  "keywords: [d, e]",
                                  "highlights: [f]",
                                  "text: g",
                                  "entries: [{title: h, highlights: [i]}]"};
  for (std::size_t i = 0; i < titles.size(); ++i) {
    out += std::string("  - {title: \"") + titles[i] + "\", " + contents[i] + "}\n";
  }
  return out;
}

TEST_F(RoutingTest, TheSidebarTakesTheSameInAnyLanguage) {
  const std::vector<std::vector<const char*>> languages = {
      {"Experience", "Education", "Skills", "Languages", "Interests", "Projects"},
      {"Berufserfahrung", "Ausbildung", "Kenntnisse", "Sprachen", "Interessen", "Projekte"},
      {"工作经历", "教育背景", "专业技能", "语言", "兴趣爱好", "项目经历"},
      {"الخبرات العملية", "التعليم", "المهارات", "اللغات", "الهوايات", "المشاريع"},
      {"職歴", "学歴", "スキル", "語学", "趣味", "プロジェクト"},
      {"Опыт работы", "Образование", "Навыки", "Языки", "Интересы", "Проекты"},
  };
  for (const auto& titles_of : languages) {
    const std::string sections = sections_of(titles_of);
    EXPECT_THAT(titles(sections, sidebar(), "main"), ElementsAre(titles_of[0], titles_of[5]));
    EXPECT_THAT(titles(sections, sidebar(), "aside"),
                ElementsAre(titles_of[1], titles_of[2], titles_of[3], titles_of[4]));
  }
}

TEST_F(RoutingTest, ATagTellsTheTopicOfAnUnusualTitle) {
  const std::string sections =
      "  - {title: Where I learnt, tags: [Education], entries: [{title: a}]}\n"
      "  - {title: Odds and ends, tags: aside, entries: [{title: b}]}\n"
      "  - {title: Else, entries: [{title: c}]}\n";
  EXPECT_THAT(titles(sections, sidebar(), "aside"), ElementsAre("Where I learnt", "Odds and ends"));
}

TEST_F(RoutingTest, ShortTextsGoAsideAndLongOnesDoNot) {
  const std::string words(100, 'x');
  const std::string sections = "  - {title: Short, highlights: [one, two]}\n  - {title: Long, highlights: [" + words +
                               "]}\n  - {title: Line, text: one line}\n  - {title: Wide, text: " + std::string(3, ' ') +
                               "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
                               "一二三四五六七八九十一二三四五六七八九十}\n";
  EXPECT_THAT(titles(sections, sidebar(), "aside"), ElementsAre("Short", "Line"));
}

TEST_F(RoutingTest, WhatAVariantShortensStaysWhereItWas) {
  const std::string words(100, 'x');
  const auto resume =
      read_resume("person: {name: A}\nsections:\n  - {title: T, highlights: [{text: " + words + ", short: s}]}\n");
  ASSERT_TRUE(resume);
  resume::Choice choice;
  choice.set(resume->sections[0].highlights[0].meta.id, resume::Show::Short);
  const resume::Resume shown = resume::select(*resume, resume->variants.back(), choice);
  EXPECT_EQ(shown.sections[0].highlights[0].text.text, "s");
  EXPECT_EQ(shown.sections[0].longest, 100U);
}

TEST_F(RoutingTest, NeighbouringPartsKeepTheOrderOfTheResume) {
  const std::string layout =
      "flows: {main: [masthead, {tags: [x]}, {topics: [skills]}, {kinds: keywords}, sections]}\n";
  const std::string sections =
      "  - {title: A, keywords: [a]}\n  - {title: Skills, entries: [{title: b}]}\n"
      "  - {title: C, text: c}\n  - {title: D, tags: [x], text: d}\n";
  EXPECT_THAT(titles(sections, layout, "main"), ElementsAre("A", "Skills", "D", "C"));
}

TEST_F(RoutingTest, TheLayoutKnowsEveryTopic) {
  std::string all;
  for (const std::string_view topic : resume::all_topics()) all += (all.empty() ? "" : ", ") + std::string(topic);
  EXPECT_TRUE(read_layout("flows: {main: [masthead, {topics: [" + all + "]}, sections]}\n"));
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_FALSE(read_layout("flows: {main: [masthead, {topics: skill}, sections]}\n"));
  ASSERT_FALSE(diagnostics.empty());
  EXPECT_EQ(diagnostics.list()[0].code, "layout-value");
}

}  // namespace
}  // namespace broadside::flow
