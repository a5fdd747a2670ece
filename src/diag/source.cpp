// SPDX-License-Identifier: MIT
// Sources: line starts are found once, lines and columns by binary search.
#include "diag/source.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace broadside {
namespace {

constexpr std::size_t kMarked = 1024;

}  // namespace

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
  starts_.push_back(0);
  // "\n", "\r\n" and a lone "\r" end a line, as in YAML.
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool lone_return = text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n');
    if (text_[i] == '\n' || lone_return) starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  std::uint32_t points = 0;
  for (std::size_t i = 0; i < text_.size(); ++points) {
    if (i >= marks_.size() * kMarked) marks_.push_back({static_cast<std::uint32_t>(i), points});
    i += static_cast<unsigned char>(text_[i]) < 0x80 ? 1 : decode_utf8_lossy(text_, i).size;
  }
}

std::uint32_t Source::points_before(std::uint32_t offset) const {
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                      [](std::uint32_t byte, const Mark& mark) { return byte < mark.byte; });
  if (after == marks_.begin()) return 0;
  const Mark& mark = *(after - 1);
  const std::string_view rest = text().substr(mark.byte, offset - mark.byte);
  return mark.points + static_cast<std::uint32_t>(count_code_points(rest));
}

LineColumn Source::locate(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  const std::uint32_t start = starts_[line - 1];
  // A byte order mark is not a column of its own.
  const bool mark = line == 1 && offset >= 3 && text().starts_with("\xEF\xBB\xBF");
  return {line, points_before(offset) - points_before(start) + (mark ? 0 : 1)};
}

std::string_view Source::line(std::uint32_t number) const {
  const std::size_t begin = line_start(number);
  const std::size_t end = number < line_count() ? line_start(number + 1) : text_.size();
  std::string_view result = text().substr(begin, end - begin);
  while (!result.empty() && (result.back() == '\n' || result.back() == '\r')) result.remove_suffix(1);
  return result;
}

std::uint32_t Sources::add(std::string name, std::string text) {
  sources_.emplace_back(std::move(name), std::move(text));
  return static_cast<std::uint32_t>(sources_.size());
}

const Source* Sources::find(std::uint32_t id) const {
  return id == 0 || id > sources_.size() ? nullptr : &sources_[id - 1];
}

}  // namespace broadside
