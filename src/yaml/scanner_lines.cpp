// SPDX-License-Identifier: MIT
// Lines: columns, keys, dashes, documents; and the small tools both halves of the scanner use.
#include <algorithm>

#include "yaml/extent.h"
#include "yaml/scanner.h"

namespace broadside::yaml {
namespace {

// A file with more traps than this is no résumé; the first ones tell enough.
constexpr std::size_t kMostReports = 100;

}  // namespace

// ---- bytes ---------------------------------------------------------------------------------------------------------

bool Scanner::blank_at(std::size_t i) const {
  const char c = at(i);
  return i >= text_.size() || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t Scanner::line_end(std::size_t i) const {
  // find_first_of would search the set anew for every character.
  while (i < text_.size() && text_[i] != '\n' && text_[i] != '\r') ++i;
  return std::min(i, text_.size());
}

std::size_t Scanner::line_start(std::size_t i) const {
  while (i > 0 && text_[i - 1] != '\n' && text_[i - 1] != '\r') --i;
  return i == 0 && text_.starts_with("\xEF\xBB\xBF") ? 3 : i;
}

std::size_t Scanner::next_line(std::size_t i) const {
  i = line_end(i);
  if (at(i) == '\r' && at(i + 1) == '\n') ++i;
  return std::min(i + 1, text_.size());
}

std::size_t Scanner::skip_blanks(std::size_t i) const {
  while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\t')) ++i;
  return i;
}

std::size_t Scanner::trimmed_end(std::size_t from) const {
  std::size_t end = line_end(from);
  while (end > from && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
  return end;
}

std::size_t Scanner::comment_start(std::size_t from, std::size_t to) const {
  for (std::size_t i = from + 1; i < to; ++i) {
    if (text_[i] == '#' && (text_[i - 1] == ' ' || text_[i - 1] == '\t')) return i;
  }
  return to;
}

std::size_t Scanner::continuation(std::size_t line) const {
  while (line < text_.size() && skip_blanks(line) == line_end(line)) {
    const std::size_t next = next_line(line);
    if (next == line) break;
    line = next;
  }
  if (line >= text_.size()) return std::string_view::npos;
  const std::size_t first = skip_blanks(line);
  const bool deeper = static_cast<int>(first - line) > parent_column();
  const bool marker =
      first == line && (text_.substr(first).starts_with("---") || text_.substr(first).starts_with("..."));
  return deeper && at(first) != '#' && first < line_end(line) && !marker ? line : std::string_view::npos;
}

bool Scanner::enough() const { return diagnostics_.list().size() - reports_before_ >= kMostReports; }

Span Scanner::span(std::size_t begin, std::size_t end) const {
  return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
}

// ---- lines ---------------------------------------------------------------------------------------------------------

void Scanner::run() {
  pos_ = line_start(0);
  while (pos_ < text_.size() && !ended_ && !enough()) {
    const std::size_t begin = pos_, end = line_end(begin);
    const std::size_t first = skip_blanks(begin);
    if (first == end || at(first) == '#') {
      note_tabs(begin, first);
      pos_ = next_line(begin);
      continue;
    }
    const std::size_t tab = begin + std::min(text_.substr(begin, first - begin).find('\t'), first - begin);
    if (tab < first) {
      std::string fixed;
      for (const char c : text_.substr(begin, first - begin)) fixed += c == '\t' ? "  " : " ";
      fixed += text_.substr(first, trimmed_end(first) - first);
      diagnostics_.error("yaml-tab", span(tab, tab + 1), "a tab cannot indent a line in YAML", "use spaces:\n" + fixed);
      pos_ = next_line(begin);
      pending_ = true;  // whatever stood here, what follows may hang below it
      levels_.clear();
      continue;
    }
    const int column = static_cast<int>(first - begin);
    if (column == 0 && document_marker(column)) continue;
    content_seen_ = true;
    block_line(column);
  }
}

void Scanner::note_tabs(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text_[i] == '\t') tabs_.push_back(i);
  }
}

bool Scanner::document_marker(int) {
  const std::size_t begin = pos_;
  if (at(begin) == '%' && !content_seen_) {  // a directive such as %YAML 1.2
    pos_ = next_line(begin);
    return true;
  }
  const std::string_view rest = text_.substr(begin);
  const bool start = rest.starts_with("---") && blank_at(begin + 3);
  const bool stop = rest.starts_with("...") && blank_at(begin + 3);
  if (!start && !stop) return false;
  if (start && content_seen_) {
    diagnostics_.error("yaml-second-document", span(begin, begin + 3), "a second document begins here",
                       "one file holds one document; delete the '---' or move the rest to another file");
    ended_ = true;
    return true;
  }
  pos_ = next_line(begin);
  if (stop) {
    for (std::size_t i = pos_; i < text_.size() && !ended_; i = next_line(i)) {
      const std::size_t first = skip_blanks(i);
      if (first == line_end(i) || at(first) == '#') continue;
      diagnostics_.error("yaml-second-document", span(first, trimmed_end(first)), "text after the end of the document",
                         "'...' ends a YAML document; delete it");
      ended_ = true;
    }
    ended_ = true;
  } else if (const std::size_t first = skip_blanks(begin + 3); first < line_end(begin) && at(first) != '#') {
    content_seen_ = true;
    value(first, false);
  }
  return true;
}

bool Scanner::dash_at(std::size_t i) const { return at(i) == '-' && blank_at(i + 1); }

// The offset of the colon if a key starts at `i` and ends on this line, else npos.
std::size_t Scanner::find_key_end(std::size_t i) const {
  std::size_t end = line_end(i);
  if (at(i) == '"' || at(i) == '\'') {
    const Extent extent = quoted_extent(text_, i);
    if (extent.end > end) return std::string_view::npos;
    const std::size_t colon = skip_blanks(extent.end);
    return at(colon) == ':' && blank_at(colon + 1) ? colon : std::string_view::npos;
  }
  if (std::string_view("[]{}*&!|>%@`,#").find(at(i)) != std::string_view::npos) return std::string_view::npos;
  end = comment_start(i, end);
  for (std::size_t k = i + 1; k < end; ++k) {
    if (text_[k] == ':' && blank_at(k + 1)) return k;
  }
  return std::string_view::npos;
}

// A line that starts at this column must continue an open map or list, or begin the value that is still due.
bool Scanner::fits_structure(int column, bool dash, bool key) {
  const std::size_t first = pos_ + static_cast<std::size_t>(column);
  const bool was_pending = pending_;
  bool dropped = false;
  while (!levels_.empty() && levels_.back().column > column) {
    levels_.pop_back();
    dropped = true;
  }
  if (levels_.empty() || levels_.back().column < column) {
    if (!dropped && was_pending) return true;  // a new level below the last key or dash
    std::string columns;
    for (const Level& level : levels_) columns += (columns.empty() ? "" : ", ") + std::to_string(level.column + 1);
    diagnostics_.error(
        "yaml-indentation", span(first, first + 1),
        "this line starts in column " + std::to_string(column + 1) + ", like no line it could belong to",
        columns.empty() ? "start it in column 1" : "the lists and maps around it start in column " + columns);
    pending_ = true;
    return true;
  }
  // The same column as an open level. A list may stand in the column of the key it belongs to.
  if (dash) return levels_.back().block == Block::Sequence || was_pending || key;
  if (levels_.back().block == Block::Sequence && levels_.size() > 1 && levels_[levels_.size() - 2].column == column) {
    levels_.pop_back();
  }
  if (key && levels_.back().block == Block::Map) return true;
  const std::size_t end = trimmed_end(first);
  const std::string_view line = text_.substr(first, end - first);
  const std::size_t colon = line.find(':');
  const std::string before(text_.substr(pos_, static_cast<std::size_t>(column)));
  if (levels_.back().block == Block::Sequence) {
    diagnostics_.error("yaml-not-an-item", span(first, end),
                       "a list goes on here, but this line does not begin with '- '",
                       "begin it with '- ', or indent it deeper to continue the item above");
  } else if (colon != std::string_view::npos && colon > 0 && line.find_first_of(" \t\"'") > colon) {
    diagnostics_.error(
        "yaml-missing-space", span(first + colon, first + colon + 1),
        "a colon needs a space after it to separate key and value",
        "write:\n" + before + std::string(line.substr(0, colon + 1)) + " " + std::string(line.substr(colon + 1)));
  } else {
    diagnostics_.error("yaml-not-a-key", span(first, end), "expected 'key: value' here",
                       "to continue the text above, indent this line deeper");
  }
  return false;
}

void Scanner::open_level(Block block, int column) {
  const bool same = !levels_.empty() && levels_.back().column == column && levels_.back().block == block;
  if (!same) levels_.push_back({block, column});
}

void Scanner::block_line(int column) {
  const std::size_t begin = pos_;
  std::size_t i = begin + static_cast<std::size_t>(column);
  const bool first_dash = dash_at(i);
  const bool first_key = !first_dash && find_key_end(i) != std::string_view::npos;
  if (!fits_structure(column, first_dash, first_key)) {
    pos_ = next_line(begin);
    pending_ = false;
    return;
  }
  const std::size_t end = line_end(i);
  while (dash_at(i)) {
    open_level(Block::Sequence, static_cast<int>(i - begin));
    pending_ = true;
    const std::size_t dash = i;
    i = skip_blanks(i + 1);
    note_tabs(dash, i);
    if (i >= end) {
      pos_ = next_line(begin);
      return;
    }
  }
  const std::size_t colon = find_key_end(i);
  if (colon == std::string_view::npos) {
    value(i, false);
    return;
  }
  open_level(Block::Map, static_cast<int>(i - begin));
  pending_ = true;
  i = skip_blanks(colon + 1);
  if (i >= end) {
    pos_ = next_line(begin);
    return;
  }
  value(i, true);
}

}  // namespace broadside::yaml
