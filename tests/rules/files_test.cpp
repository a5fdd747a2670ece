// SPDX-License-Identifier: MIT
// What every file of the project keeps to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/source_tree.h"
#include "support/paths.h"

namespace broadside::rules {
namespace {

/// Longer than this, a source file has a second job in it.
constexpr std::size_t kMostLines = 450;

const std::vector<std::string> kCode = {"src", "tests", "bench"};

TEST(Files, NoSourceFileIsTooLong) {
  for (const File& file : sources(kCode)) EXPECT_LE(file.lines.size(), kMostLines) << file.path;
}

TEST(Files, EverySourceStartsWithItsLicence) {
  for (const File& file : sources(kCode)) {
    ASSERT_FALSE(file.lines.empty()) << file.path;
    EXPECT_EQ(file.lines[0], "// SPDX-License-Identifier: MIT") << file.path;
  }
}

TEST(Files, EveryHeaderSaysWhatItIsFor) {
  for (const File& file : sources()) {
    const std::string header = file.path.substr(0, file.path.rfind('.')) + ".h";
    if (!file.path.ends_with(".h") && fs::exists(fs::path(test::source_dir()) / header))
      continue;  // its header says it
    ASSERT_GE(file.lines.size(), 2U) << file.path;
    EXPECT_TRUE(file.lines[1].starts_with("// ")) << file.path << " has no comment on its second line";
  }
}

TEST(Files, EveryScriptStartsWithItsLicenceAndStopsAtTheFirstError) {
  for (const File& file : files({"scripts", ".ci", "bench", "tests"}, {""})) {
    if (!file.text.starts_with("#!/usr/bin/env bash")) continue;
    ASSERT_GE(file.lines.size(), 2U);
    EXPECT_EQ(file.lines[1], "# SPDX-License-Identifier: MIT") << file.path;
    EXPECT_NE(file.text.find("\nset -euo pipefail\n"), std::string::npos) << file.path;
  }
}

TEST(Files, EveryPathTheMapNamesExists) {
  static const std::regex quoted("`([^`\n]+)`");
  static const std::regex path(R"([A-Za-z0-9_./-]+)");
  const std::string text = load("src/README.md").text;
  std::size_t checked = 0;
  for (std::sregex_iterator i(text.begin(), text.end(), quoted), end; i != end; ++i) {
    const std::string name = (*i)[1];
    const bool looks_like_one = name.find('/') != std::string::npos || name.ends_with(".cpp") || name.ends_with(".h");
    if (!looks_like_one || !std::regex_match(name, path)) continue;
    ++checked;
    const fs::path root(test::source_dir());
    EXPECT_TRUE(fs::exists(root / "src" / name) || fs::exists(root / name)) << name;
  }
  EXPECT_GE(checked, 15U);
}

TEST(Files, EveryHeaderIsIncludedOnce) {
  for (const File& file : files(kCode, {".h"}))
    EXPECT_NE(file.text.find("\n#pragma once\n"), std::string::npos) << file.path;
}

/// The rooms work on values: what a program does to its surroundings is the business of cli/ alone.
TEST(Library, NeverPrintsExitsOrLooksAround) {
  static const std::vector<std::pair<std::regex, std::string>> forbidden = {
      {std::regex(R"(\b(v?f?printf|puts|fputs|putchar|perror)\s*\()"), "prints"},
      {std::regex(R"(\bstd::(cout|cerr|clog)\b)"), "prints"},
      {std::regex(R"(\b(_?exit|_Exit|quick_exit|abort|std::terminate)\s*\()"), "ends the process"},
      {std::regex(R"(\b(secure_)?getenv\s*\()"), "reads the environment"},
      {std::regex(R"(\b(std::time|::time|gettimeofday|clock_gettime|localtime\w*)\s*\()"), "reads the clock"},
      {std::regex(R"(\b(system_clock|steady_clock|high_resolution_clock)\b)"), "reads the clock"},
      {std::regex(R"(\b(rand|random_device|srand)\b)"), "is random"},
      {std::regex(R"(\bsetlocale\s*\(|\bstd::locale\b)"), "depends on the locale of the process"},
      {std::regex(R"(\b(stod|stof|stold|strtod|strtof|atof)\s*\()"), "reads numbers by the locale of the process"},
  };
  for (const File& file : sources()) {
    if (room_of(file.path) == "cli") continue;
    const std::string code = code_only(file.text);
    for (const auto& [pattern, what] : forbidden) {
      std::smatch match;
      EXPECT_FALSE(std::regex_search(code, match, pattern)) << file.path << " " << what << ": " << match[0];
    }
  }
}

TEST(Library, TheTestOfForbiddenCallsSeesCodeOnly) {
  EXPECT_EQ(code_only("a(); // exit()\nb"), "a();          \nb");
  EXPECT_EQ(code_only("f(\"exit(\\\"1\\\")\");"), "f(\"           \");");
  EXPECT_EQ(code_only("1'000 + g('\"') + exit(1)"), "1'000 + g(' ') + exit(1)");
  EXPECT_EQ(code_only("/* exit() */ x"), "             x");
}

/// A path of the machine that wrote a file means nothing on another one.
TEST(Files, NoFileNamesAPathOfTheMachine) {
  static const std::regex home("/(home|Users)/[a-z]+/|/root/[a-z.]");
  const std::string here = test::source_dir() + "/";
  std::vector<File> all =
      files({"src", "tests", "bench", "cmake", "scripts", "layouts", "docs", "examples", ".github", ".ci"},
            {".h", ".cpp", ".md", ".yaml", ".yml", ".sh", ".cmake", ".txt", ".json", "/run", "/conformance"});
  for (const char* name :
       {"README.md", "CMakeLists.txt", "Makefile", "packages.txt", "resume.yaml", "CMakePresets.json"})
    all.push_back(load(name));
  for (const File& file : all) {
    if (file.path == "tests/rules/files_test.cpp") continue;  // holds the patterns themselves
    EXPECT_FALSE(std::regex_search(file.text, home)) << file.path;
    EXPECT_EQ(file.text.find(here), std::string::npos) << file.path;
  }
}

}  // namespace
}  // namespace broadside::rules
