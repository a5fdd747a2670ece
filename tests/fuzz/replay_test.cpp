// SPDX-License-Identifier: MIT
// Every kept seed through its target, as an ordinary test: tests/fuzz/seeds/TARGET/*, among them all that a fuzzer ever
// found, and beside them the cases, layouts and examples of the project.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "check_pdf.h"
#include "support/paths.h"
#include "targets.h"

namespace broadside::fuzz {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

struct Case {
  Target target;
  fs::path folder;
};

class Replay : public testing::TestWithParam<Case> {};

TEST_P(Replay, NoSeedIsAnsweredWrong) {
  const std::vector<fs::path> files = files_of(GetParam().folder);
  ASSERT_FALSE(files.empty()) << GetParam().folder;
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.string());
    EXPECT_NO_THROW(GetParam().target.run(slurp(file)));
  }
}

std::vector<Case> cases() {
  std::vector<Case> out;
  for (const Target& target : kTargets)
    out.push_back({target, fs::path(test::source_dir() + "/tests/fuzz/seeds") / target.name});
  out.push_back({kTargets[0], test::source_dir() + "/tests/suite"});
  out.push_back({kTargets[1], test::source_dir() + "/layouts"});
  out.push_back({kTargets[5], test::source_dir() + "/tests/suite"});
  out.push_back({kTargets[5], test::source_dir() + "/tests/suite/compiled"});
  return out;
}

std::string name_of(const testing::TestParamInfo<Case>& one) {
  const fs::path& folder = one.param.folder;
  std::string name = std::string(one.param.target.name) + "_on_" + folder.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(cases()), name_of);

// An oracle that never says no proves nothing.
TEST(CheckPdf, RefusesWhatIsNoPdfOrWasCut) {
  std::string small =
      "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
      "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
      "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\n"
      "xref\n0 4\n0000000000 65535 f \n";
  for (const char* object : {"1 0 obj", "2 0 obj", "3 0 obj"}) {
    const std::string digits = std::to_string(small.find(object));
    small += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  const std::string place = std::to_string(small.find("xref"));
  small += "trailer <</Root 1 0 R /Size 4>>\nstartxref\n" + place + "\n%%EOF\n";
  EXPECT_NO_THROW(check_pdf("small", small));
  EXPECT_THROW(check_pdf("small", small.substr(0, small.size() / 2)), Violation);
  EXPECT_THROW(check_pdf("small", "no PDF"), Violation);
  small.replace(small.find("/MediaBox"), 9, "/Contents");
  EXPECT_THROW(check_pdf("small", small), Violation);
}

}  // namespace
}  // namespace broadside::fuzz
