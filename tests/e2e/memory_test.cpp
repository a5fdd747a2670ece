// SPDX-License-Identifier: MIT
// The worst that fits into the caps of docs/limits.md, through the program: each case ends with a file or an error, in
// at most 256 MiB. What they take in time bench/growth_bench.cpp measures.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/hostile.h"

namespace broadside::test {
namespace {

namespace fs = std::filesystem;

constexpr long kMostKilobytes = 256L * 1024;

struct Ended {
  int status = -1;
  long kilobytes = 0;
};

Ended run(const std::vector<std::string>& arguments) {
  std::vector<char*> words;
  std::string program = BROADSIDE;
  words.push_back(program.data());
  std::vector<std::string> own = arguments;
  for (std::string& one : own) words.push_back(one.data());
  words.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, 1);
    ::dup2(nowhere, 2);
    ::execv(words[0], words.data());
    ::_exit(127);
  }
  Ended out;
  rusage usage{};
  int status = 0;
  if (child < 0 || ::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status)) return out;
  out.status = WEXITSTATUS(status);
  out.kilobytes = usage.ru_maxrss;
  return out;
}

class Memory : public testing::TestWithParam<Hostile> {};

TEST_P(Memory, EveryVariantStaysWithinItsShare) {
#ifdef __SANITIZE_ADDRESS__
  // The figure would be theirs and not the program's.
  GTEST_SKIP() << "sanitizers take memory of their own";
#endif
  const fs::path folder = fs::temp_directory_path() / ("broadside-memory-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const std::string resume = (folder / "resume.yaml").string();
  std::ofstream(resume, std::ios::binary) << GetParam().text();
  for (const char* variant : {"full", "one-page"}) {
    const Ended ended = run({"build", resume, "-o", (folder / "pdfs").string(), "--variant", variant});
    EXPECT_TRUE(ended.status == 0 || ended.status == 1) << variant << ": exit code " << ended.status;
    EXPECT_LE(ended.kilobytes, kMostKilobytes) << variant;
  }
  fs::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Caps, Memory, testing::ValuesIn(hostile()),
                         [](const testing::TestParamInfo<Hostile>& one) { return one.param.name; });

}  // namespace
}  // namespace broadside::test
