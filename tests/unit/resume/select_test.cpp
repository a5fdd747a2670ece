// SPDX-License-Identifier: MIT
// Selecting: redaction, include and exclude, the choice, and what is dropped with its children.
#include "resume/select.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "resume/strings.h"
#include "unit/resume/load.h"

namespace broadside::resume {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kText = R"(
person:                                                 # ids in the comments
  name: Ada
  email: ada@work.example                               # 1
  phone: '+44 1'                                        # 2
  profiles: [{network: GitHub, username: adahub, tags: [code]}]   # 3
  summary: {text: Long summary, short: Brief, note: secret plan}  # 4
  photo: {path: a.png, alt: Ada}
sections:
  - title: Work                                         # 5
    entries:
      - title: Job                                      # 6
        keywords: [Unnamed]                             # 7
        summary: What the job is
        short: Job in short
        highlights:
          - {text: Long bullet, short: Bullet, highlights: [Child]}   # 8, 9
          - {text: Cuda bullet, tags: [cuda]}           # 10
      - {title: Web job, tags: [web], note: hidden note}   # 11
      - organization: House                             # 12
        positions:
          - {title: First post}                         # 13
          - {title: Second post, highlights: [Deed]}    # 14, 15
      - {title: Bare}                                   # 16
  - title: Projects                                     # 17
    groups:
      - title: Own                                      # 18
        entries: [{title: Toy, tags: [cuda, toy], keep: never}]   # 19
  - title: Skills                                       # 20
    keywords: [{name: L, keywords: 'a, b', short: many}]   # 21
  - title: Papers                                       # 22
    publications: [{title: Paper, authors: [A. L.], venue: V, doi: 10.1/2, short: Paper in short}]   # 23
)";

struct Select : testing::Test {
  Resume resume = [] {
    Loaded loaded = load(kText);
    EXPECT_TRUE(loaded.resume) << loaded.report();
    return loaded.resume.value_or(Resume{});
  }();
  Variant variant;
  Choice choice;

  std::vector<std::string> strings() { return all_strings(select(resume, variant, choice)); }
};

TEST_F(Select, WithoutRulesEverythingStays) {
  EXPECT_EQ(strings(), all_strings(resume));
  EXPECT_THAT(strings(), ElementsAre("Ada", "ada@work.example", "+44 1", "adahub", "Long summary", "Work", "Job",
                                     "Unnamed", "What the job is", "Long bullet", "Child", "Cuda bullet", "Web job",
                                     "House", "First post", "Second post", "Deed", "Bare", "Projects", "Own", "Toy",
                                     "Skills", "L", "a", "b", "Papers", "Paper", "A. L.", "V", "10.1/2"));
}

TEST_F(Select, RedactsContactsByKindNetworkAndTag) {
  variant.redact = {"Phone", "email"};
  EXPECT_THAT(strings(), AllOf(Not(Contains("+44 1")), Not(Contains("ada@work.example")), Contains("adahub")));
  variant.redact = {"github"};
  EXPECT_THAT(strings(), AllOf(Contains("+44 1"), Not(Contains("adahub"))));
  variant.redact = {"code"};
  EXPECT_THAT(strings(), Not(Contains("adahub")));
  variant.redact = {"profiles"};
  EXPECT_THAT(strings(), Not(Contains("adahub")));
  variant.redact = {"photo", "summary"};
  const Resume shown = select(resume, variant);
  EXPECT_FALSE(shown.person.photo);
  EXPECT_TRUE(shown.person.summary.empty());
  EXPECT_TRUE(shown.person.summary_short.empty());
}

TEST_F(Select, WhatIsRedactedIsNowhereInTheResult) {
  variant.redact = {"cuda", "web", "phone", "papers"};
  for (const std::string& text : strings()) {
    EXPECT_THAT(text,
                AllOf(Not(HasSubstr("Cuda")), Not(HasSubstr("Web")), Not(HasSubstr("+44")), Not(HasSubstr("Paper"))));
  }
}

TEST_F(Select, IncludesSectionsByTitle) {
  variant.include = {"work"};
  EXPECT_THAT(strings(),
              AllOf(Contains("Job"), Contains("Web job"), Not(Contains("Projects")), Not(Contains("Skills"))));
}

TEST_F(Select, IncludesTaggedThingsByTagAndLeavesUntaggedOnes) {
  variant.include = {"cuda", "code"};
  EXPECT_THAT(strings(), AllOf(Contains("Cuda bullet"), Contains("Toy"), Contains("Long bullet"), Contains("adahub"),
                               Not(Contains("Web job"))));
}

TEST_F(Select, ExcludesByTagAndTitle) {
  variant.exclude = {"toy", "Skills"};
  EXPECT_THAT(strings(),
              AllOf(Not(Contains("Toy")), Not(Contains("Own")), Not(Contains("Projects")), Not(Contains("L"))));
}

TEST_F(Select, KeepNeverAppliesWhereRoomIsLimited) {
  EXPECT_THAT(strings(), Contains("Toy"));
  variant.pages = 1;
  EXPECT_THAT(strings(), AllOf(Not(Contains("Toy")), Not(Contains("Projects"))));
}

TEST_F(Select, NotesOnlyWhereAskedFor) {
  EXPECT_TRUE(select(resume, variant).person.summary_meta.note.empty());
  EXPECT_TRUE(select(resume, variant).sections[0].entries[1].meta.note.empty());
  variant.notes = true;
  EXPECT_EQ(select(resume, variant).person.summary_meta.note.text, "secret plan");
  EXPECT_EQ(select(resume, variant).sections[0].entries[1].meta.note.text, "hidden note");
}

TEST_F(Select, ShortWordings) {
  for (const NodeId id : {4, 6, 8, 21, 23}) choice.set(id, Show::Short);
  const Resume shown = select(resume, variant, choice);
  EXPECT_EQ(shown.person.summary.text, "Brief");
  const Entry& job = shown.sections[0].entries[0];
  EXPECT_EQ(job.title.text, "Job");
  EXPECT_EQ(job.summary.text, "Job in short");
  EXPECT_TRUE(job.highlights.empty());
  EXPECT_TRUE(job.keywords.empty());
  EXPECT_EQ(shown.sections[2].keywords[0].keywords.at(0).text, "many");
  EXPECT_EQ(shown.sections[3].publications[0].title.text, "Paper in short");
  EXPECT_TRUE(shown.sections[3].publications[0].authors.empty());
  choice.set(6, Show::Full);
  const Entry full = select(resume, variant, choice).sections[0].entries[0];
  EXPECT_EQ(full.highlights[0].text.text, "Bullet");
  EXPECT_TRUE(full.highlights[0].highlights.empty());
}

TEST_F(Select, WithoutAShortWordingShortIsFull) {
  for (const NodeId id : {9, 10, 13, 16}) choice.set(id, Show::Short);
  EXPECT_EQ(strings(), all_strings(resume));
}

TEST_F(Select, HeadingsGoWithTheirLastChildAndEntriesStay) {
  choice.set(8, Show::Hidden);
  EXPECT_THAT(strings(), AllOf(Contains("Job"), Not(Contains("Child"))));
  choice.set(10, Show::Hidden);
  EXPECT_THAT(strings(), AllOf(Contains("Job"), Contains("What the job is")));
  choice.set(21, Show::Hidden);
  EXPECT_THAT(strings(), Not(Contains("Skills")));
  choice.set(19, Show::Hidden);
  EXPECT_THAT(strings(), AllOf(Not(Contains("Own")), Not(Contains("Projects"))));
  for (const NodeId id : {6, 11, 12, 16}) choice.set(id, Show::Hidden);
  EXPECT_THAT(strings(), ElementsAre("Ada", "ada@work.example", "+44 1", "adahub", "Long summary", "Papers", "Paper",
                                     "A. L.", "V", "10.1/2"));
}

TEST_F(Select, OnOnePageNothingBeginsANewOne) {
  resume.sections[0].meta.break_wish = BreakWish::Before;
  resume.sections.back().meta.break_wish = BreakWish::Avoid;
  EXPECT_EQ(select(resume, variant, choice).sections[0].meta.break_wish, BreakWish::Before);
  variant.pages = 2;
  EXPECT_EQ(select(resume, variant, choice).sections[0].meta.break_wish, BreakWish::Before);
  variant.pages = 1;
  EXPECT_EQ(select(resume, variant, choice).sections[0].meta.break_wish, BreakWish::Auto);
  EXPECT_EQ(select(resume, variant, choice).sections.back().meta.break_wish, BreakWish::Avoid);
}

TEST_F(Select, IdsStay) {
  choice.set(6, Show::Hidden);
  EXPECT_EQ(select(resume, variant, choice).sections[0].entries[0].meta.id, 11U);
}

TEST_F(Select, SelectingTwiceChangesNothingMore) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    choice.show.clear();
    for (NodeId id = 1; id <= 23; ++id) choice.set(id, static_cast<Show>(random() % 3));
    const Resume once = select(resume, variant, choice);
    EXPECT_EQ(all_strings(select(once, variant, choice)), all_strings(once));
  }
}

TEST_F(Select, RuleWordsNameEverything) {
  const auto words = rule_words(resume);
  for (const char* word : {"work", "own", "cuda", "toy", "web", "github", "code", "phone", "photo"}) {
    EXPECT_TRUE(words.contains(word)) << word;
  }
  EXPECT_FALSE(words.contains("job"));
}

}  // namespace
}  // namespace broadside::resume
