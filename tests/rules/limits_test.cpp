// SPDX-License-Identifier: MIT
// docs/limits.md: every limit names its tests, and those exist; every code it names is one.
#include <gtest/gtest.h>

#include "rules/source_tree.h"

namespace broadside::rules {
namespace {

TEST(Limits, EachIsTestedWhereTheTableSays) {
  const std::regex named("`(tests/[^`]+)`(?: ([A-Z][A-Za-z]+))?");
  std::size_t rows = 0;
  for (const std::string& line : load("docs/limits.md").lines) {
    if (!line.starts_with("| ") || line.starts_with("| limit ") || line.starts_with("| rule ")) continue;
    ++rows;
    const std::string tests = line.substr(line.rfind(" | ", line.size() - 3));
    std::size_t found = 0;
    for (std::sregex_iterator at(tests.begin(), tests.end(), named), end; at != end; ++at, ++found) {
      const std::string path = (*at)[1], name = (*at)[2];
      const std::string text = load(path).text;
      EXPECT_FALSE(text.empty()) << path;
      if (!name.empty()) {
        EXPECT_NE(text.find(", " + name + ")"), std::string::npos) << path << " has no test " << name;
      }
    }
    EXPECT_GT(found, 0U) << line;
  }
  EXPECT_GE(rows, 20U);
}

TEST(Limits, TheirCodesAreThoseOfTheSources) {
  std::string all;
  for (const File& file : sources()) all += file.text;
  const std::regex code("`([a-z]+(?:-[a-z]+)+)`");
  const std::string page = load("docs/limits.md").text;
  for (std::sregex_iterator at(page.begin(), page.end(), code), end; at != end; ++at) {
    EXPECT_NE(all.find('"' + (*at)[1].str() + '"'), std::string::npos) << (*at)[1];
  }
}

}  // namespace
}  // namespace broadside::rules
