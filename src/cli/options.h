// SPDX-License-Identifier: MIT
// The command line as values. Comes in: the arguments; goes out: Options, or one sentence on what is wrong with them.
// Reads no environment, prints nothing. Boost.Program_options' only home.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace broadside::cli {

enum class Command { Build, Check, Explain, Help, Version, Schema, Fonts, Layouts };

struct Options {
  Command command = Command::Help;
  std::string topic;               ///< Help: of one command, or empty; Schema: "resume" or "layout"
  std::vector<std::string> files;  ///< at least one for Build, Check and Explain; at most one for Layouts
  std::string folder = ".";        ///< -o
  std::vector<std::string> variants;
  std::string layout;
  std::vector<std::pair<std::string, std::string>> set;  ///< --set, path and value, in order
  std::string posting;                                   ///< --for: path of a job posting, or empty
  bool json = false;                                     ///< Explain: as JSON
  bool json_diagnostics = false;                         ///< --diagnostics json
  bool strict = false;
  bool quiet = false;
};

/// What is wrong, as a sentence without a final period, and what to try (may be empty).
struct UsageError {
  std::string message;
  std::string hint;
};

/// Reads the arguments behind the program's name.
std::variant<Options, UsageError> parse_options(const std::vector<std::string>& arguments);

}  // namespace broadside::cli
