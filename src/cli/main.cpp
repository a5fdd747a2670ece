// SPDX-License-Identifier: MIT
// The program's entry: arguments in, exit code out. No signal and no exception leaves it.
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "cli/run.h"

int main(int count, char** words) {
  using broadside::cli::ExitCode;
  // A file-size limit or a reader that went away is an error of a write, not the end of the process.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    const auto parsed = broadside::cli::parse_options(arguments);
    if (const auto* error = std::get_if<broadside::cli::UsageError>(&parsed))
      return static_cast<int>(broadside::cli::refuse(*error));
    return static_cast<int>(broadside::cli::run(std::get<broadside::cli::Options>(parsed)));
  } catch (const std::bad_alloc&) {
    std::fputs("error: out of memory\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: internal failure: %s\n", error.what());
  }
  return static_cast<int>(ExitCode::UsageOrFiles);
}
