// SPDX-License-Identifier: MIT
// tests/suite/*.yaml: each case ends with what it must report, in lines that begin with "#~". The part above
// them is what is read. UPDATE_EXPECTED=1 in the environment rewrites those lines.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

#include "support/paths.h"
#include "unit/resume/load.h"

namespace broadside::resume {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> cases() {
  std::vector<fs::path> paths;
  for (const auto& item : fs::directory_iterator(test::source_dir() + "/tests/suite")) {
    if (item.path().extension() == ".yaml") paths.push_back(item.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string range(const Sources& sources, Span span) {
  const Source* source = sources.find(span.source);
  if (source == nullptr) return "nowhere";
  const LineColumn begin = source->locate(span.begin), end = source->locate(span.end);
  std::string out = std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-";
  if (end.line != begin.line) out += std::to_string(end.line) + ":";
  return out + std::to_string(end.column);
}

std::string expectation(const Loaded& loaded) {
  auto list = loaded.diagnostics.list();
  std::stable_sort(list.begin(), list.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.span.begin, a.span.end) < std::tie(b.span.begin, b.span.end);
  });
  std::string out;
  for (const Diagnostic& diagnostic : list) {
    out += diagnostic.severity == Severity::Error ? "#~ error " : "#~ warning ";
    out += diagnostic.code + " " + range(loaded.sources, diagnostic.span) + ": " + diagnostic.message + "\n";
    for (const Hint& hint : diagnostic.hints) {
      out += "#~   hint: ";
      for (const char c : hint.text) {
        out += c;
        if (c == '\n') out += "#~     | ";
      }
      if (!hint.span.detached()) out += " (" + range(loaded.sources, hint.span) + ")";
      out += "\n";
    }
  }
  return out.empty() ? "#~ ok\n" : out;
}

class Suite : public testing::TestWithParam<fs::path> {};

TEST_P(Suite, ReportsWhatTheCaseSays) {
  std::ostringstream stream;
  stream << std::ifstream(GetParam(), std::ios::binary).rdbuf();
  const std::string file = stream.str();
  std::size_t split = file.starts_with("#~") ? 0 : file.find("\n#~");
  split = split == std::string::npos ? file.size() : split + (split == 0 ? 0 : 1);
  const Loaded loaded = load(file.substr(0, split));
  const std::string expected = file.substr(split), actual = expectation(loaded);
  EXPECT_EQ(loaded.resume.has_value(), !loaded.diagnostics.has_errors());
  if (expected != actual && std::getenv("UPDATE_EXPECTED") != nullptr) {
    std::ofstream(GetParam(), std::ios::binary) << file.substr(0, split) << actual;
    return;
  }
  EXPECT_EQ(actual, expected) << loaded.report();
}

INSTANTIATE_TEST_SUITE_P(Cases, Suite, testing::ValuesIn(cases()), [](const auto& each) {
  std::string name = each.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

TEST(SuiteFolder, HoldsEnoughCases) { EXPECT_GE(cases().size(), 35U); }

}  // namespace
}  // namespace broadside::resume
