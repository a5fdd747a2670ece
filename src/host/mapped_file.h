// SPDX-License-Identifier: MIT
// A file of a trusted folder (a font), mapped instead of read: only the pages that are used are ever fetched, which
// matters at start-up. Not for files that someone may be writing to: read_file.h copies those.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace broadside::host {

class MappedFile {
 public:
  /// Null if the path is no regular file, is empty, or has more than `cap` bytes.
  static std::unique_ptr<MappedFile> open(const std::string& path, std::size_t cap);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return {data_, size_}; }

 private:
  MappedFile(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  const std::uint8_t* data_;
  std::size_t size_;
};

}  // namespace broadside::host
