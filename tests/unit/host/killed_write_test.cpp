// SPDX-License-Identifier: MIT
// A run that is killed, or whose disk fills, at any system call of the save. The calls go through the functions below,
// which end the process or fail at the chosen one: the same at every run, on any machine.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "files.h"
#include "host/write_file.h"

namespace {

enum class Trap { None, Kill, Fail };
Trap trap = Trap::None;
int calls_left = 0;  // before the trap springs
int error_given = 0;

bool springs() { return trap != Trap::None && calls_left-- == 0; }

/// What a failing call answers; does not return where the process is to die.
int spring() {
  if (trap == Trap::Kill) ::raise(SIGKILL);
  errno = error_given;
  return -1;
}

}  // namespace

// These stand before libc's own in this program.
extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
  if (!springs()) return ::syscall(SYS_write, file, bytes, count);
  if (trap == Trap::Kill) ::syscall(SYS_write, file, bytes, count / 2);
  return spring();
}
int fsync(int file) { return springs() ? spring() : static_cast<int>(::syscall(SYS_fsync, file)); }
int rename(const char* from, const char* to) noexcept {
  return springs() ? spring() : static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}
}

namespace broadside::host {
namespace {

namespace fs = std::filesystem;

/// write, fsync, rename, and fsync of the folder.
constexpr int kCalls = 4;
constexpr int kRename = 2;

class KilledWrite : public FolderTest {
 protected:
  /// Files that a reader could take for a result.
  [[nodiscard]] std::size_t results() const {
    std::size_t count = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
      count += entry.path().extension() == ".tmp" ? 0U : 1U;
    }
    return count;
  }
  [[nodiscard]] std::size_t files() const {
    const auto all = fs::directory_iterator(folder_);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
  }
};

const std::string kNew(100'000, 'n');

TEST_F(KilledWrite, LeavesTheOldFileOrTheNewOneWhole) {
  for (int call = 0; call <= kCalls; ++call) {
    SCOPED_TRACE(call);
    put("cv.pdf", "yesterday");
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      trap = Trap::Kill;
      calls_left = call;
      ::_exit(write_atomically(path("cv.pdf"), kNew) ? 1 : 0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    if (call < kCalls) {
      ASSERT_TRUE(WIFSIGNALED(status));
      EXPECT_EQ(WTERMSIG(status), SIGKILL);
    } else {
      ASSERT_TRUE(WIFEXITED(status));  // there is no further call
      EXPECT_EQ(WEXITSTATUS(status), 0);
    }
    EXPECT_TRUE(get("cv.pdf") == (call <= kRename ? "yesterday" : kNew));
    EXPECT_EQ(results(), 1U);
  }
  // What the killed runs left is in nobody's way.
  EXPECT_EQ(write_atomically(path("cv.pdf"), "today"), std::nullopt);
  EXPECT_EQ(get("cv.pdf"), "today");
}

TEST_F(KilledWrite, AFullDiskAtAnyCallIsAnErrorAndLeavesNoRest) {
  for (const int error : {ENOSPC, EDQUOT, EIO, EROFS}) {
    for (int call = 0; call < kCalls; ++call) {
      SCOPED_TRACE(std::to_string(error) + " at call " + std::to_string(call));
      put("cv.pdf", "yesterday");
      trap = Trap::Fail;
      calls_left = call;
      error_given = error;
      const auto problem = write_atomically(path("cv.pdf"), kNew);
      trap = Trap::None;
      ASSERT_TRUE(problem);
      EXPECT_NE(problem->find("cannot write '" + path("cv.pdf") + "'"), std::string::npos) << *problem;
      EXPECT_TRUE(get("cv.pdf") == (call <= kRename ? "yesterday" : kNew));
      EXPECT_EQ(files(), 1U);
    }
  }
}

}  // namespace
}  // namespace broadside::host
