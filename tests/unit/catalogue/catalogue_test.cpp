// SPDX-License-Identifier: MIT
#include "catalogue/catalogue.h"
#include "support/paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::catalogue {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Catalogue, LayoutsTellTheirOwnLine) {
  const std::vector<Layout> layouts = layouts_in(test::source_dir() + "/layouts");
  ASSERT_FALSE(layouts.empty());
  EXPECT_EQ(layouts.front().name, "classic");
  for (const Layout& layout : layouts) EXPECT_FALSE(layout.description.empty()) << layout.name;
  // Résumés are no layouts, though they are YAML too.
  EXPECT_THAT(layouts_in(test::source_dir() + "/tests/suite"), IsEmpty());
  EXPECT_THAT(layouts_in(test::source_dir() + "/no-such-folder"), IsEmpty());
}

TEST(Catalogue, FamiliesHoldTheirStylesInOrder) {
  const std::vector<Family> families = families_in(test::source_dir() + "/fonts");
  std::vector<std::string> names;
  for (const Family& family : families) names.push_back(family.name);
  EXPECT_THAT(names, ElementsAre("EB Garamond", "Source Code Pro", "Source Sans 3", "Source Serif 4"));
  EXPECT_THAT(families.back().styles, ElementsAre(Style{400, false}, Style{400, true}, Style{600, false},
                                                  Style{600, true}, Style{700, false}, Style{700, true}));
  EXPECT_THAT(families_in(test::source_dir() + "/layouts"), IsEmpty());
}

TEST(Catalogue, SchemasAreTheSameAtEveryCall) {
  EXPECT_EQ(resume_schema(), resume_schema());
  EXPECT_EQ(layout_schema(), layout_schema());
  EXPECT_THAT(resume_schema(), HasSubstr("\"at-least\""));
  EXPECT_THAT(layout_schema(), HasSubstr("\"keep-with-next\""));
}

}  // namespace
}  // namespace broadside::catalogue
