// SPDX-License-Identifier: MIT
// Atomic writing on POSIX. Comes in: a path and bytes; goes out: a renamed, synced file or a sentence.
#include "host/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "host/descriptor.h"

namespace broadside::host {
namespace {

/// Names tried for the temporary file before giving up: more than one only where an earlier run was killed.
constexpr int kAttempts = 100;

std::string sentence(const std::string& what, int error) {
  // strerror_r would follow the locale; these are the cases people meet, in our own words.
  const char* why = nullptr;
  switch (error) {
    case EACCES:
    case EPERM:
      why = "permission denied";
      break;
    case ENOENT:
      why = "the folder does not exist";
      break;
    case ENOTDIR:
      why = "a part of the path is not a folder";
      break;
    case EISDIR:
      why = "a folder of that name is in the way";
      break;
    case ENOSPC:
    case EDQUOT:
      why = "the disk is full";
      break;
    case EFBIG:
      why = "it would be larger than the system allows a file to be";
      break;
    case EROFS:
      why = "the file system is read-only";
      break;
    case ENAMETOOLONG:
      why = "the name is too long";
      break;
    case EEXIST:
      why = "a file of that name is in the way";
      break;
    default:
      return what + ": system error " + std::to_string(error);
  }
  return what + ": " + why;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// Removes the temporary file unless it was renamed.
struct Temporary {
  std::string path;
  ~Temporary() {
    if (!path.empty()) ::unlink(path.c_str());
  }
};

/// Creates a file that did not exist before. O_EXCL also refuses a symbolic link laid out by someone else.
Descriptor create_beside(const std::string& path, std::string& name) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    name = path + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
    Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (file.valid() || errno != EEXIST) return file;
  }
  return {};
}

}  // namespace

std::optional<std::string> write_atomically(const std::string& path, std::string_view bytes) {
  const std::string failed = "cannot write '" + path + "'";
  struct stat info {};
  const bool exists = ::stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) return sentence(failed, EISDIR);

  Temporary temporary;
  std::string name;
  Descriptor file = create_beside(path, name);
  if (!file.valid()) return sentence(failed, errno);
  temporary.path = name;
  if (exists && ::fchmod(file.get(), info.st_mode & 07777) != 0) return sentence(failed, errno);
  if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0) return sentence(failed, errno);
  // Some file systems report a full disk only when the file is closed.
  if (::close(file.release()) != 0) return sentence(failed, errno);
  if (std::rename(name.c_str(), path.c_str()) != 0) return sentence(failed, errno);
  temporary.path.clear();

  const Descriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A folder that may be written but not read cannot be opened for syncing; the rename itself is done.
  if (folder.valid() && ::fsync(folder.get()) != 0 && errno != EINVAL) return sentence(failed, errno);
  return std::nullopt;
}

std::optional<std::string> make_folders(const std::string& path) {
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (::mkdir(part.c_str(), 0777) != 0) {
      // mkdir reports a read-only file system or a forbidden parent even for a folder that exists.
      const int error = errno;
      struct stat info {};
      const bool there = ::stat(part.c_str(), &info) == 0;
      if (!there || !S_ISDIR(info.st_mode))
        return sentence("cannot create the folder '" + path + "'", there ? EEXIST : error);
    }
    if (end == std::string::npos) return std::nullopt;
  }
}

}  // namespace broadside::host
