// SPDX-License-Identifier: MIT
// The repository's own résumé: it reads without a word of complaint and holds what it should.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "resume/select.h"
#include "resume/strings.h"
#include "support/paths.h"
#include "unit/resume/load.h"

namespace broadside::resume {
namespace {

std::string own_resume() {
  std::ostringstream text;
  text << std::ifstream(test::source_dir() + "/resume.yaml").rdbuf();
  return text.str();
}

TEST(OwnResume, ReadsWithoutDiagnostics) {
  const Loaded loaded = load(own_resume());
  EXPECT_EQ(loaded.report(), "");
  ASSERT_TRUE(loaded.resume);
  EXPECT_EQ(loaded.resume->person.name.text, "Wentao Ye");
  EXPECT_EQ(loaded.resume->person.contacts.size(), 4U);
  EXPECT_EQ(loaded.resume->sections.size(), 6U);
  EXPECT_EQ(loaded.resume->variants.size(), 2U);
}

TEST(OwnResume, SaysEverything) {
  const Loaded loaded = load(own_resume());
  ASSERT_TRUE(loaded.resume);
  const auto strings = all_strings(*loaded.resume);
  for (const char* expected :
       {"Deep learning engineer", "zhyanwentao@outlook.com", "SenseCore", "Wuhan University", "Wuhan, China",
        "Research Institute (Deep Learning Frameworks)", "GPA: 3.91/4.0", "MMCV & PAVI Logger", "Assembly", "C#",
        "PolyRook: Fast 3D environment generation.", "Runner-up / 414 teams · Certificate",
        "Group project with Jifeng Wu, Jinran Tang and Taihe Li.",
        "Software Copyright: \"After Taking Drugs (Facial Human Morphing Experience)\" (2022SR0021854).",
        "Blog series: PyTorch, Paper Summary, CSAPP and More Categories."}) {
    EXPECT_THAT(strings, testing::Contains(expected));
  }
}

TEST(OwnResume, ShortWordingsAreShorter) {
  const Loaded loaded = load(own_resume());
  ASSERT_TRUE(loaded.resume);
  int seen = 0;
  for (const Section& section : loaded.resume->sections) {
    for (const Group& group : section.groups) {
      for (const Entry& entry : group.entries) {
        for (const Highlight& highlight : entry.highlights) {
          if (highlight.short_text.empty()) continue;
          ++seen;
          EXPECT_LT(highlight.short_text.text.size() * 10, highlight.text.text.size() * 9) << highlight.text.text;
        }
      }
    }
  }
  EXPECT_GT(seen, 10);
}

TEST(OwnResume, NodeIdsCountThroughTheFile) {
  const Loaded loaded = load(own_resume());
  ASSERT_TRUE(loaded.resume);
  std::vector<NodeId> ids;
  const Person& person = loaded.resume->person;
  for (const Contact& contact : person.contacts) ids.push_back(contact.meta.id);
  ids.push_back(person.summary_meta.id);
  const auto entries = [&](const std::vector<Entry>& list) {
    for (const Entry& entry : list) {
      ids.push_back(entry.meta.id);
      for (const KeywordLine& line : entry.keywords) ids.push_back(line.meta.id);
      for (const Highlight& highlight : entry.highlights) ids.push_back(highlight.meta.id);
    }
  };
  for (const Section& section : loaded.resume->sections) {
    ids.push_back(section.meta.id);
    for (const Group& group : section.groups) {
      ids.push_back(group.meta.id);
      entries(group.entries);
    }
    entries(section.entries);
    for (const Highlight& highlight : section.highlights) ids.push_back(highlight.meta.id);
  }
  for (std::size_t i = 0; i < ids.size(); ++i) ASSERT_EQ(ids[i], i + 1);
}

}  // namespace
}  // namespace broadside::resume
