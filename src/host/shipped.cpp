// SPDX-License-Identifier: MIT
// The search for layouts/ and fonts/. Comes in: candidate folders; goes out: the first that holds both.
#include "host/shipped.h"

#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace broadside::host {
namespace {

bool is_folder(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool holds_both(const std::string& folder, Shipped& found) {
  Shipped candidate{folder + "/layouts", folder + "/fonts", folder + "/hyphenation"};
  if (!is_folder(candidate.layouts) || !is_folder(candidate.fonts)) return false;
  found = std::move(candidate);
  return true;
}

std::string parent(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {};
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

std::string executable_path() {
  std::array<char, PATH_MAX> buffer{};
  const ssize_t length = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
  return length > 0 ? std::string(buffer.data(), static_cast<std::size_t>(length)) : std::string{};
}

Shipped find_shipped_from(const std::string& executable, const std::string& override_folder,
                          const std::string& fallback) {
  Shipped found;
  if (!override_folder.empty()) {
    holds_both(override_folder, found);
    return found;
  }
  const std::string folder = parent(executable);
  if (!folder.empty()) {
    const std::string above = parent(folder);
    if (holds_both(above, found)) return found;
    if (holds_both((above == "/" ? "" : above) + "/share/broadside", found)) return found;
  }
  if (!fallback.empty()) holds_both(fallback, found);
  return found;
}

Shipped find_shipped(const std::string& override_folder, const std::string& fallback) {
  return find_shipped_from(executable_path(), override_folder, fallback);
}

}  // namespace broadside::host
