// SPDX-License-Identifier: MIT
#include "resume/topics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace broadside::resume {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Topics, UsualTitlesOfFourteenLanguages) {
  struct Row {
    const char *education, *skills, *languages, *interests;
  };
  const Row rows[] = {
      {"Education", "Skills", "Languages", "Interests"},
      {"Ausbildung", "Kenntnisse", "Sprachen", "Interessen"},
      {"Formation", "Compétences", "Langues", "Centres d’intérêt"},
      {"Educación", "Habilidades", "Idiomas", "Intereses"},
      {"Istruzione", "Competenze", "Lingue", "Interessi"},
      {"Educação", "Competências", "Idiomas", "Interesses"},
      {"Opleiding", "Vaardigheden", "Talen", "Hobby’s"},
      {"Wykształcenie", "Umiejętności", "Języki", "Zainteresowania"},
      {"Образование", "Навыки", "Языки", "Интересы"},
      {"教育背景", "专业技能", "语言能力", "兴趣爱好"},
      {"學歷", "專業技能", "語言能力", "興趣"},
      {"学歴", "スキル", "語学", "趣味"},
      {"학력", "기술", "언어", "취미"},
      {"التعليم", "المهارات", "اللغات", "الاهتمامات"},
      {"शिक्षा", "कौशल", "भाषाएँ", "रुचियाँ"},
  };
  for (const Row& row : rows) {
    EXPECT_THAT(topics_of(row.education), ElementsAre("education")) << row.education;
    EXPECT_THAT(topics_of(row.skills), ElementsAre("skills")) << row.skills;
    EXPECT_THAT(topics_of(row.languages), ElementsAre("languages")) << row.languages;
    EXPECT_THAT(topics_of(row.interests), ElementsAre("interests")) << row.interests;
  }
}

TEST(Topics, WithoutCaseAndColon) {
  EXPECT_THAT(topics_of("TECHNICAL SKILLS"), ElementsAre("skills"));
  EXPECT_THAT(topics_of("НАВЫКИ:"), ElementsAre("skills"));
  EXPECT_THAT(topics_of("Éducation"), ElementsAre("education"));
}

TEST(Topics, TitlesOfSeveralParts) {
  EXPECT_THAT(topics_of("Skills & Languages"), ElementsAre("skills", "languages"));
  EXPECT_THAT(topics_of("Awards, Honors and Patents"), ElementsAre("awards", "awards", "patents"));
  EXPECT_THAT(topics_of("Sprachen und Interessen"), ElementsAre("languages", "interests"));
  EXPECT_THAT(topics_of("技能与语言"), ElementsAre("skills", "languages"));
  EXPECT_THAT(topics_of("المهارات واللغات"), ElementsAre("skills", "languages"));
  EXPECT_THAT(topics_of("資格・免許"), ElementsAre("certificates"));
}

TEST(Topics, WhatIsNotAUsualHeadingHasNone) {
  for (const char* title : {"", " ", "|", "Language models", "Skills I am proud of", "Education reform",
                            "Selected works", "and", " & ", "Skills & cats", "Open", "work experience|career"}) {
    EXPECT_THAT(topics_of(title), IsEmpty()) << title;
  }
  EXPECT_THAT(topics_of(std::string(10'000, '&')), IsEmpty());
}

TEST(Topics, NoTitleHasTwo) {
  const std::vector<std::string_view> topics = all_topics();
  EXPECT_EQ(topics.size(), 12U);
  EXPECT_EQ(std::set<std::string_view>(topics.begin(), topics.end()).size(), topics.size());
}

}  // namespace
}  // namespace broadside::resume
