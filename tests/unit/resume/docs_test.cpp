// SPDX-License-Identifier: MIT
// docs/resume-format.md: its tables are those of the format, and its examples read. UPDATE_EXPECTED=1 in the
// environment rewrites the tables.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "resume/describe.h"
#include "resume/link.h"
#include "support/paths.h"
#include "unit/resume/load.h"

namespace broadside::resume {
namespace {

const std::string kPath = test::source_dir() + "/docs/resume-format.md";

std::string docs() {
  std::ostringstream text;
  text << std::ifstream(kPath).rdbuf();
  return text.str();
}

std::string table(const std::string& name) {
  static const std::map<std::string, Mapping> kNames = {
      {"Root", Mapping::Root},           {"Person", Mapping::Person},
      {"Summary", Mapping::Summary},     {"Contact", Mapping::Contact},
      {"Profile", Mapping::Profile},     {"Image", Mapping::Image},
      {"Section", Mapping::Section},     {"Group", Mapping::Group},
      {"Entry", Mapping::Entry},         {"Position", Mapping::Position},
      {"Highlight", Mapping::Highlight}, {"KeywordLine", Mapping::KeywordLine},
      {"Variant", Mapping::Variant},     {"Publication", Mapping::Publication},
      {"Layout", Mapping::Layout}};
  static_assert(kMappings == 15);
  if (name == "shared") return shared_fields_as_markdown();
  const auto found = kNames.find(name);
  return found == kNames.end() ? "" : own_fields_as_markdown(found->second);
}

TEST(Docs, TablesAreThoseOfTheFormat) {
  const std::string before = docs();
  const std::string open = "<!-- fields: ", close = "<!-- /fields -->";
  std::string after;
  std::size_t at = 0;
  int tables = 0;
  for (std::size_t found = before.find(open); found != std::string::npos; found = before.find(open, at)) {
    const std::size_t name_begin = found + open.size(), name_end = before.find(" -->", name_begin);
    const std::size_t end = before.find(close, name_end);
    ASSERT_NE(end, std::string::npos);
    const std::string expected = table(before.substr(name_begin, name_end - name_begin));
    ASSERT_NE(expected, "");
    after += before.substr(at, name_end + 5 - at) + expected;
    at = end;
    ++tables;
  }
  after += before.substr(at);
  EXPECT_EQ(tables, kMappings + 1);
  if (after != before && std::getenv("UPDATE_EXPECTED") != nullptr) {
    std::ofstream(kPath) << after;
    return;
  }
  EXPECT_EQ(before, after);
}

TEST(Docs, TheFirstExampleReads) {
  const std::string text = docs();
  const std::size_t begin = text.find("```yaml\n") + 8;
  const Loaded loaded = load(text.substr(begin, text.find("```", begin) - begin));
  EXPECT_TRUE(loaded.resume);
  EXPECT_EQ(loaded.report(), "");
}

TEST(Docs, NameEveryNetwork) {
  const std::string text = docs();
  for (const std::string_view network : known_networks()) EXPECT_NE(text.find(network), std::string::npos) << network;
}

}  // namespace
}  // namespace broadside::resume
