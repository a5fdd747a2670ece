// SPDX-License-Identifier: MIT
// Bytes of files. Comes in: a path, who named it (the command line, which is trusted, or a file, which is not) and a
// cap. Goes out: the bytes or the reason why not. Knows nothing of what is in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::host {

/// Caps on what is read, in bytes. Beyond them is an error that names the cap.
inline constexpr std::size_t kInputCap = std::size_t{1} << 20;
inline constexpr std::size_t kImageCap = std::size_t{20} * 1000 * 1000;
inline constexpr std::size_t kFontCap = std::size_t{32} << 20;

enum class FileProblem : std::uint8_t {
  None,
  NotFound,
  NotAllowed,  ///< the system's permissions forbid it
  NotRegular,  ///< a folder, a device, a pipe, a socket
  TooLarge,    ///< beyond the cap
  Absolute,    ///< an absolute path inside a file
  Escapes,     ///< `..`, or a symbolic link that leads out of the folder
  Malformed,   ///< empty, or with a NUL byte
  Failed,      ///< any other error of the system
};

/// The bytes, or the problem.
struct FileRead {
  FileProblem problem = FileProblem::None;
  std::string bytes;
  [[nodiscard]] bool ok() const { return problem == FileProblem::None; }
};

/// Reads a file named on the command line: any path, symbolic links followed; regular files only, and pipes
/// (so that `<(…)` and /dev/stdin work).
FileRead read_trusted(const std::string& path, std::size_t cap);

/// Reads a file named inside a résumé or a layout: a relative path below `folder`, without `..`, whose symbolic
/// links all stay below `folder`; regular files only. Components are opened one by one, so nothing that is swapped
/// while we look can lead out.
FileRead read_below(const std::string& folder, std::string_view path, std::size_t cap);

/// Names (not paths) of the regular files of a folder whose name ends in one of `endings` (".ttf"), sorted by
/// bytes. Empty if the folder cannot be read.
std::vector<std::string> list_files(const std::string& folder, const std::vector<std::string>& endings);
/// Paths of the files of a folder and of the folders one level below it whose name ends in one of `endings`, ASCII case
/// ignored, sorted by bytes; names that start with a dot are left out. Asks the folders only, not each file (this runs
/// at every start), so what is listed may prove to be no regular file.
std::vector<std::string> list_two_levels(const std::string& folder, const std::vector<std::string>& endings);

/// Whether both paths lead to one folder that exists.
bool same_folder(const std::string& first, const std::string& second);

/// Second half of a sentence that starts with the path: "does not exist", "is larger than the 1 MiB allowed".
std::string describe(FileProblem problem, std::size_t cap);

}  // namespace broadside::host
