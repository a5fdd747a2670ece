// SPDX-License-Identifier: MIT
// Every code that the sources can report has a case that a user could write, in tests/suite, or stands below with the
// reason why not, and then another test names it.
#include <gtest/gtest.h>

#include <map>

#include "rules/source_tree.h"

namespace broadside::rules {
namespace {

const std::string kFaults = "no résumé leads here: pdf/ refuses a display list that is wrong in itself";
const std::string kSize = "a case would be as large as the limit";
const std::string kBytes = "needs a file that is not text";
const std::string kFiles = "is about the file itself, not about what is in it";

const std::map<std::string, std::string> kWithoutCase = {
    {"fit-too-much-text", kSize},
    {"flow-too-many-pieces", kSize},
    {"font-cap", kSize},
    {"font-unusable", kBytes},
    {"image-broken", kBytes},
    {"image-cap", kBytes},
    {"input-too-large", kFiles},
    {"io-read", kFiles},
    {"io-write", kFiles},
    {"layout-duplicate-key", "yaml/ reports it first; layout/ reads nodes that were not made there too"},
    {"layout-image-unplaced", kBytes},
    {"layout-too-many", kSize},
    {"pdf-font", kFaults},
    {"pdf-font-licence", kBytes},
    {"pdf-image", kFaults},
    {"pdf-internal", kFaults},
    {"pdf-language", kFaults},
    {"pdf-link-description", kFaults},
    {"pdf-link-tag", kFaults},
    {"pdf-link-target", kFaults},
    {"pdf-long-string", kFaults},
    {"pdf-no-alt", kFaults},
    {"pdf-no-pages", kFaults},
    {"pdf-no-title", kFaults},
    {"pdf-outline", kFaults},
    {"pdf-page-size", kFaults},
    {"pdf-private-use", "only a written PDF shows it, and the cases are checked without writing"},
    {"pdf-tags", kFaults},
    {"pdf-text-size", kFaults},
    {"pdf-too-many-pages", kFaults},
    {"resume-too-long", kSize},
    {"resume-too-many-settings", kSize},
    {"yaml-too-large", kSize},
    {"yaml-too-much-text", kSize},
};

/// Words of the formats that look like codes.
const std::set<std::string> kWords = {"flow-blocks"};

std::set<std::string> codes() {
  const std::regex code("\"((?:yaml|resume|layout|variant|image|text|fit|flow|pdf|io|input|font)(?:-[a-z0-9]+)+)\"");
  std::set<std::string> result;
  for (const File& file : sources()) {
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), code), end; at != end; ++at) {
      if (!kWords.contains((*at)[1])) result.insert((*at)[1]);
    }
  }
  return result;
}

TEST(Codes, EachHasACaseOrAReason) {
  const std::regex reported("\n#~ (?:error|warning)(?:\\[| )([a-z0-9-]+)");
  std::set<std::string> with_case;
  for (const File& file : files({"tests/suite"}, {".yaml"})) {
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), reported), end; at != end; ++at) {
      with_case.insert((*at)[1]);
    }
  }
  std::string tests;
  for (const File& file : files({"tests/unit", "tests/e2e"}, {".cpp", ".h", ".sh"})) tests += file.text;
  tests += load("tests/growth_test.cpp").text;

  const std::set<std::string> all = codes();
  EXPECT_GT(all.size(), 90U);
  for (const std::string& code : all) {
    const bool excepted = kWithoutCase.contains(code);
    EXPECT_NE(with_case.contains(code), excepted)
        << code << (excepted ? " has a case: take it off the list" : " has no case in tests/suite");
    if (excepted) {
      EXPECT_NE(tests.find(code), std::string::npos) << code << " is tested nowhere";
    }
  }
  for (const auto& [code, reason] : kWithoutCase) EXPECT_TRUE(all.contains(code)) << code << " is no code";
}

}  // namespace
}  // namespace broadside::rules
