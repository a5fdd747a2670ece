// SPDX-License-Identifier: MIT
// The walk over lines and values behind scan.h. It follows YAML's block structure by columns, closely enough
// to tell where a value begins, and keeps silent where it cannot be sure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"

namespace broadside::yaml {

class Scanner {
 public:
  Scanner(const Source& source, std::uint32_t id, Diagnostics& diagnostics)
      : text_(source.text()), id_(id), diagnostics_(diagnostics), reports_before_(diagnostics.list().size()) {}

  void run();

  /// Offsets of tabs after dashes and in lines without text, on which no column depends.
  [[nodiscard]] const std::vector<std::size_t>& tabs() const { return tabs_; }

 private:
  enum class Block { Map, Sequence };
  /// An open block map or list and the column (from 0) at which its keys or dashes stand.
  struct Level {
    Block block;
    int column;
  };

  // Lines and their structure (scanner_lines.cpp).
  void note_tabs(std::size_t begin, std::size_t end);
  bool document_marker(int column);
  void block_line(int column);
  bool fits_structure(int column, bool dash, bool key);
  void open_level(Block block, int column);
  [[nodiscard]] std::size_t find_key_end(std::size_t at) const;
  [[nodiscard]] bool dash_at(std::size_t at) const;
  [[nodiscard]] int parent_column() const { return levels_.empty() ? -1 : levels_.back().column; }

  // Values and the traps in them (scanner_values.cpp).
  void value(std::size_t at, bool after_key);
  void plain(std::size_t at, bool after_key);
  void plain_continuation(std::size_t first, bool after_key);
  void quoted(std::size_t at);
  void block_scalar(std::size_t at);
  void flow(std::size_t at);
  bool reserved(std::size_t at, bool after_key);
  void lost_comment(std::size_t value, std::size_t hash);

  // Bytes.
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  [[nodiscard]] bool blank_at(std::size_t i) const;
  [[nodiscard]] std::size_t anchor_end(std::size_t i) const;
  [[nodiscard]] std::size_t line_end(std::size_t i) const;
  [[nodiscard]] std::size_t line_start(std::size_t i) const;
  [[nodiscard]] std::size_t next_line(std::size_t i) const;
  [[nodiscard]] std::size_t skip_blanks(std::size_t i) const;
  [[nodiscard]] std::size_t trimmed_end(std::size_t from) const;
  /// Where the comment of a plain value starts (the "#"), or the line's end.
  [[nodiscard]] std::size_t comment_start(std::size_t from, std::size_t to) const;
  /// The next line that has text, if it belongs to the value above by its column; else npos.
  [[nodiscard]] std::size_t continuation(std::size_t line) const;

  // Reports.
  /// Whether so much has been found that going on tells nothing new.
  [[nodiscard]] bool enough() const;
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;
  /// The line of `begin` with [begin, end) put in quotes: "write: …".
  [[nodiscard]] std::string quoted_line(std::size_t begin, std::size_t end) const;
  /// An error about the value that starts at `value`; its hint is the line with the value in quotes, or advice
  /// in words where the value goes on in the next line.
  void trap(std::string code, Span place, std::string message, std::size_t value);

  std::string_view text_;
  std::uint32_t id_;
  Diagnostics& diagnostics_;
  std::size_t pos_ = 0;  ///< start of the next line to look at
  std::vector<Level> levels_;
  bool pending_ = true;  ///< the last key or dash still has no value
  bool content_seen_ = false;
  bool ended_ = false;
  std::size_t reports_before_;
  std::vector<std::size_t> tabs_;
};

}  // namespace broadside::yaml
