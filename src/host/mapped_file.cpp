// SPDX-License-Identifier: MIT
// mmap of a whole file, read-only. Comes in: a trusted path; goes out: its bytes for as long as the object lives.
#include "host/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "host/descriptor.h"

namespace broadside::host {

std::unique_ptr<MappedFile> MappedFile::open(const std::string& path, std::size_t cap) {
  // Without O_NONBLOCK the opening of a pipe would wait for a writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.valid()) return nullptr;
  struct stat info {};
  if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size <= 0) return nullptr;
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size > cap) return nullptr;
  void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (mapped == MAP_FAILED) return nullptr;
  return std::unique_ptr<MappedFile>(new MappedFile(static_cast<const std::uint8_t*>(mapped), size));
}

MappedFile::~MappedFile() { ::munmap(const_cast<std::uint8_t*>(data_), size_); }

}  // namespace broadside::host
