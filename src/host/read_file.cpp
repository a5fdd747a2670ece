// SPDX-License-Identifier: MIT
// Reading under the path rules. Comes in: paths; goes out: bytes or a FileProblem. Does not know who asks.
#include "host/read_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <memory>

#include "host/descriptor.h"

namespace broadside::host {
namespace {

/// Links followed on the way to one file; the kernel's own limit is 40.
constexpr int kMaxLinks = 40;
/// Components of one path after its links are resolved; bounds the open descriptors too.
constexpr std::size_t kMaxDepth = 64;

FileProblem from_errno(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return FileProblem::NotFound;
    case EACCES:
    case EPERM:
      return FileProblem::NotAllowed;
    case ENAMETOOLONG:
      return FileProblem::Malformed;
    default:
      return FileProblem::Failed;
  }
}

FileRead failure(FileProblem problem) { return {problem, {}}; }

/// Reads to the end, but never more than one byte beyond the cap: a pipe or a growing file cannot fill memory.
FileRead slurp(int file, std::size_t cap, std::size_t expected) {
  FileRead result;
  std::size_t filled = 0;
  result.bytes.resize(std::min(expected, cap) + 1);
  while (true) {
    if (filled == result.bytes.size()) {
      if (filled > cap) return failure(FileProblem::TooLarge);
      result.bytes.resize(std::min(cap + 1, filled * 2));
    }
    const ssize_t count = ::read(file, result.bytes.data() + filled, result.bytes.size() - filled);
    if (count < 0) {
      if (errno == EINTR) continue;
      return failure(from_errno(errno));
    }
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  if (filled > cap) return failure(FileProblem::TooLarge);
  result.bytes.resize(filled);
  return result;
}

FileRead read_regular(int file, std::size_t cap, bool pipes_too) {
  struct stat info {};
  if (::fstat(file, &info) != 0) return failure(from_errno(errno));
  const bool pipe = S_ISFIFO(info.st_mode) || S_ISCHR(info.st_mode);
  if (!S_ISREG(info.st_mode) && !(pipes_too && pipe)) return failure(FileProblem::NotRegular);
  const std::size_t size = S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) : 4096;
  if (size > cap && !pipe) return failure(FileProblem::TooLarge);
  return slurp(file, cap, size);
}

/// Puts the components of `path` in front of what is left to walk. False on a component that may not stand there.
bool push_components(std::string_view path, std::deque<std::string>& rest) {
  std::deque<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (!part.empty() && part != ".") parts.emplace_back(part);
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  if (parts.size() + rest.size() > kMaxDepth) return false;
  rest.insert(rest.begin(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
  return true;
}

std::string read_link(int folder, const std::string& name) {
  std::string target(4096, '\0');
  const ssize_t length = ::readlinkat(folder, name.c_str(), target.data(), target.size());
  target.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  return target;
}

/// What `read_below` does when the walk has come to the last component, which is no link.
FileRead read_last(int folder, const std::string& name, std::size_t cap) {
  // Without O_NONBLOCK the opening of a pipe would wait for a writer for ever.
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.valid()) {
    if (errno == ENXIO) return failure(FileProblem::NotRegular);                // a socket
    return failure(errno == ELOOP ? FileProblem::Escapes : from_errno(errno));  // ELOOP: swapped for a link just now
  }
  return read_regular(file.get(), cap, false);
}

using Folder = std::unique_ptr<DIR, int (*)(DIR*)>;

bool ends_without_case(std::string_view name, std::string_view ending) {
  const auto lower = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return name.size() > ending.size() &&
         std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

void collect(const std::string& path, const std::vector<std::string>& endings, bool look_below,
             std::vector<std::string>& found) {
  const Folder folder(::opendir(path.c_str()), ::closedir);
  if (!folder) return;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string name = entry->d_name;
    if (name.front() == '.') continue;
    const auto wanted = [&](const std::string& ending) { return ends_without_case(name, ending); };
    if (std::any_of(endings.begin(), endings.end(), wanted)) {
      found.push_back(path + "/" + name);
    } else if (look_below && (entry->d_type == DT_DIR || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN)) {
      collect(path + "/" + name, endings, false, found);
    }
  }
}

}  // namespace

FileRead read_trusted(const std::string& path, std::size_t cap) {
  if (path.empty() || path.find('\0') != std::string::npos) return failure(FileProblem::Malformed);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) return failure(from_errno(errno));
  return read_regular(file.get(), cap, true);
}

FileRead read_below(const std::string& folder, std::string_view path, std::size_t cap) {
  if (path.empty() || path.find('\0') != std::string_view::npos) return failure(FileProblem::Malformed);
  if (path.front() == '/') return failure(FileProblem::Absolute);
  std::deque<std::string> rest;
  if (!push_components(path, rest)) return failure(FileProblem::Malformed);
  if (std::find(rest.begin(), rest.end(), "..") != rest.end()) return failure(FileProblem::Escapes);
  if (rest.empty() || path.back() == '/') return failure(FileProblem::NotRegular);

  // The folders from `folder` (first) to where the walk stands (last); `..` of a link's target goes back in it and
  // never above the first.
  std::vector<Descriptor> walked;
  walked.emplace_back(::open(folder.empty() ? "." : folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!walked.back().valid()) return failure(from_errno(errno));
  int links = 0;
  while (!rest.empty()) {
    const std::string name = std::move(rest.front());
    rest.pop_front();
    if (name == "..") {
      if (walked.size() == 1) return failure(FileProblem::Escapes);
      walked.pop_back();
      continue;
    }
    const int here = walked.back().get();
    Descriptor next(::openat(here, name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!next.valid()) return failure(from_errno(errno));
    struct stat info {};
    if (::fstat(next.get(), &info) != 0) return failure(from_errno(errno));
    if (S_ISLNK(info.st_mode)) {
      const std::string target = read_link(here, name);
      if (++links > kMaxLinks || target.empty()) return failure(FileProblem::NotFound);
      if (target.front() == '/') return failure(FileProblem::Escapes);
      if (!push_components(target, rest)) return failure(FileProblem::Malformed);
      continue;
    }
    if (!rest.empty()) {
      if (!S_ISDIR(info.st_mode)) return failure(FileProblem::NotFound);
      walked.push_back(std::move(next));
      continue;
    }
    return S_ISREG(info.st_mode) ? read_last(here, name, cap) : failure(FileProblem::NotRegular);
  }
  return failure(FileProblem::NotRegular);  // the last link led to a folder
}

std::vector<std::string> list_files(const std::string& path, const std::vector<std::string>& endings) {
  std::vector<std::string> names;
  const Folder folder(::opendir(path.c_str()), ::closedir);
  if (!folder) return names;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string name = entry->d_name;
    const auto wanted = [&](const std::string& ending) {
      return name.size() > ending.size() && name.ends_with(ending);
    };
    struct stat info {};
    if (std::any_of(endings.begin(), endings.end(), wanted) &&
        ::fstatat(::dirfd(folder.get()), name.c_str(), &info, 0) == 0 && S_ISREG(info.st_mode))
      names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> list_two_levels(const std::string& folder, const std::vector<std::string>& endings) {
  std::vector<std::string> found;
  collect(folder, endings, true, found);
  std::sort(found.begin(), found.end());
  return found;
}

bool same_folder(const std::string& first, const std::string& second) {
  struct stat one {
  }, other{};
  return ::stat(first.c_str(), &one) == 0 && ::stat(second.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino && S_ISDIR(one.st_mode);
}

std::string describe(FileProblem problem, std::size_t cap) {
  switch (problem) {
    case FileProblem::None:
      return "could be read";
    case FileProblem::NotFound:
      return "does not exist";
    case FileProblem::NotAllowed:
      return "may not be read (permission denied)";
    case FileProblem::NotRegular:
      return "is not a regular file";
    case FileProblem::TooLarge: {
      const std::size_t mebibyte = std::size_t{1} << 20;
      const bool binary = cap % mebibyte == 0;
      return "is larger than the " + std::to_string(binary ? cap / mebibyte : cap / 1'000'000) +
             (binary ? " MiB allowed" : " MB allowed");
    }
    case FileProblem::Absolute:
      return "is an absolute path; only paths below the folder of the file are allowed";
    case FileProblem::Escapes:
      return "leads out of the folder of the file";
    case FileProblem::Malformed:
      return "is no usable path";
    case FileProblem::Failed:
      break;
  }
  return "could not be read";
}

}  // namespace broadside::host
