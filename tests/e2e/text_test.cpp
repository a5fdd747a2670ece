// SPDX-License-Identifier: MIT
// What the PDFs of resume.yaml say to programs that read text: every string, whole and in order, in three readers.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "resume/read.h"
#include "resume/strings.h"
#include "support/paths.h"
#include "yaml/parse.h"

namespace broadside {
namespace {

namespace fs = std::filesystem;

/// Fields of one heading may stand in the layout's order: a string may start before this many of its predecessors.
constexpr std::size_t kHeadingFields = 5;

std::string run(const std::string& command) {
  std::string output;
  std::FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");  // a failure shows in the exit code
  if (pipe == nullptr) return output;
  char buffer[4096];
  for (std::size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  const int status = ::pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << command;
  return output;
}

/// White space of every kind and length becomes one space.
std::string normalized(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break_space = text.compare(i, 2, "\xC2\xA0") == 0;
    if (no_break_space) ++i;
    if (no_break_space || std::string(" \t\r\n\f\v").find(text[i]) != std::string::npos) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Without the lines that a layout repeats on each page: the name and "2/3" at the top or at the end of a page. They
/// are artifacts, which pdftotext shows all the same; a paragraph that runs over a page's end would be cut by them.
std::string without_running_text(const std::string& text, const std::string& name) {
  static const std::regex number("[0-9]+ ?/ ?[0-9]+");
  const auto running = [&](const std::string& line) {
    return line.empty() || line == name || std::regex_match(line, number);
  };
  std::string out;
  std::istringstream pages(text);
  bool first = true;
  for (std::string page; std::getline(pages, page, '\f'); first = false) {
    std::vector<std::string> lines;
    std::istringstream stream(page);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    while (!lines.empty() && running(lines.back())) lines.pop_back();
    std::size_t start = 0;
    while (!first && start < lines.size() && running(lines[start])) ++start;
    for (; start < lines.size(); ++start) out += lines[start] + "\n";
  }
  return out;
}

/// Position of a string, or of the same in capitals: a layout may set headings so.
std::size_t find_shown(const std::string& text, const std::string& wanted, std::size_t from) {
  const std::size_t at = text.find(wanted, from);
  if (at != std::string::npos) return at;
  std::string capitals = wanted;
  for (char& letter : capitals)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return text.find(capitals, from);
}

class TextLayer : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (fs::temp_directory_path() / "broadside-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder() = name;
    run(std::string(BROADSIDE) + " build --quiet " + test::source_dir() + "/resume.yaml -o " + name);
  }
  static void TearDownTestSuite() {
    std::error_code ignored;  // a folder that is gone already is as good
    fs::remove_all(folder(), ignored);
  }
  static std::string& folder() {
    static std::string path;
    return path;
  }

  static std::vector<std::string> strings() {
    std::ifstream file(test::source_dir() + "/resume.yaml", std::ios::binary);
    Sources sources;
    Diagnostics diagnostics;
    const auto source = sources.add("resume.yaml", {std::istreambuf_iterator<char>(file), {}});
    const auto root = yaml::parse(sources, source, diagnostics);
    const auto resume = root ? resume::read(*root, sources, diagnostics) : std::nullopt;
    EXPECT_TRUE(resume);
    return resume ? resume::all_strings(*resume) : std::vector<std::string>{};
  }

  static void expect_all_in_order(const std::string& extracted) {
    const std::vector<std::string> all = strings();
    ASSERT_GT(all.size(), 80U) << "resume.yaml was not read whole";
    const std::string text = normalized(without_running_text(extracted, all.front()));
    std::vector<std::size_t> starts;
    for (const std::string& wanted : all) {
      const std::string needle = normalized(wanted);
      const std::size_t recent = std::min(kHeadingFields, starts.size());
      const std::size_t from =
          recent == 0 ? 0 : *std::min_element(starts.end() - static_cast<std::ptrdiff_t>(recent), starts.end());
      const std::size_t at = find_shown(text, needle, from);
      EXPECT_NE(at, std::string::npos) << (find_shown(text, needle, 0) == std::string::npos ? "missing: "
                                                                                            : "too early: ")
                                       << wanted;
      if (at != std::string::npos) starts.push_back(at);
    }
  }
};

TEST_F(TextLayer, PdftotextReadsEveryStringInOrder) {
  expect_all_in_order(run("pdftotext " + folder() + "/resume.pdf -"));
}

TEST_F(TextLayer, PdftotextRawReadsEveryStringInOrder) {
  expect_all_in_order(run("pdftotext -raw " + folder() + "/resume.pdf -"));
}

TEST_F(TextLayer, MutoolReadsEveryStringInOrder) {
  expect_all_in_order(run("mutool draw -q -F txt " + folder() + "/resume.pdf"));
}

TEST_F(TextLayer, TheOnePageHoldsAThirdOfItAtLeast) {
  const std::string text = normalized(run("pdftotext " + folder() + "/resume-one-page.pdf -"));
  const std::vector<std::string> all = strings();
  EXPECT_NE(text.find(normalized(all.front())), std::string::npos);
  const auto shown = std::count_if(
      all.begin(), all.end(), [&](const std::string& one) { return text.find(normalized(one)) != std::string::npos; });
  EXPECT_GT(shown, static_cast<std::ptrdiff_t>(all.size() / 3));
}

}  // namespace
}  // namespace broadside
