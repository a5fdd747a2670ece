// SPDX-License-Identifier: MIT
// Where something stands in a file the user wrote. Comes in: file names and their bytes. Goes out:
// spans (small, copyable) and, on demand, line and column. Does not read files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadside {

/// Half-open range of byte offsets [begin, end) in one source. Source 0 means "no place" (detached).
struct Span {
  std::uint32_t source = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool detached() const { return source == 0; }
  constexpr bool operator==(const Span&) const = default;
};

/// 1-based; the column counts code points, not bytes.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

class Source {
 public:
  Source(std::string name, std::string text);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] LineColumn locate(std::uint32_t offset) const;
  /// The text of a 1-based line without its line end.
  [[nodiscard]] std::string_view line(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// Byte offset at which a 1-based line starts.
  [[nodiscard]] std::uint32_t line_start(std::uint32_t number) const { return starts_.at(number - 1); }

 private:
  std::string name_;
  std::string text_;
  /// How many code points stand before a byte.
  [[nodiscard]] std::uint32_t points_before(std::uint32_t offset) const;

  struct Mark {
    std::uint32_t byte = 0, points = 0;
  };
  std::vector<std::uint32_t> starts_;
  std::vector<Mark> marks_;  ///< one in each KiB: a file of one line may hold thousands of mistakes
};

/// All sources of one run; the id of the first one added is 1.
class Sources {
 public:
  std::uint32_t add(std::string name, std::string text);
  /// Null for a detached or unknown id.
  [[nodiscard]] const Source* find(std::uint32_t id) const;

 private:
  std::vector<Source> sources_;
};

}  // namespace broadside
