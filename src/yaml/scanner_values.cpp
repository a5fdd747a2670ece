// SPDX-License-Identifier: MIT
// Values: what YAML makes of their first character, of ": " and " #" inside them, of quotes and brackets.
#include <algorithm>
#include <cctype>

#include "yaml/extent.h"
#include "yaml/scanner.h"

namespace broadside::yaml {
namespace {

// In double quotes unless that would need escapes.
std::string in_quotes(std::string_view text) {
  if (text.find_first_of("\"\\") == std::string_view::npos) return '"' + std::string(text) + '"';
  std::string out = "'";
  for (const char c : text) {
    out += c;
    if (c == '\'') out += '\'';
  }
  return out + "'";
}

bool word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; }

}  // namespace

std::string Scanner::quoted_line(std::size_t begin, std::size_t end) const {
  const std::size_t start = line_start(begin);
  std::string line(text_.substr(start, begin - start));
  line += in_quotes(text_.substr(begin, end - begin));
  line += text_.substr(end, trimmed_end(end) - end);
  return "put the text in quotes:\n" + line;
}

void Scanner::trap(std::string code, Span place, std::string message, std::size_t value) {
  const bool goes_on = continuation(next_line(value)) != std::string_view::npos;
  diagnostics_.error(std::move(code), place, std::move(message),
                     goes_on ? "put the whole text in quotes" : quoted_line(value, trimmed_end(value)));
}

void Scanner::lost_comment(std::size_t value, std::size_t hash) {
  const std::size_t end = trimmed_end(hash);
  // "# text" is how comments are written; "#1" or "#cpp" is most likely part of the text.
  if (hash + 1 >= end || at(hash + 1) == ' ' || at(hash + 1) == '\t' || at(hash + 1) == '#') return;
  diagnostics_.warning("yaml-comment", span(hash, end),
                       "YAML takes '" + std::string(text_.substr(hash, end - hash)) + "' as a comment and drops it",
                       quoted_line(value, end) + "\nor put a space after the # if it is a comment");
}

void Scanner::value(std::size_t i, bool after_key) {
  pending_ = false;
  const std::size_t end = line_end(i);
  if (at(i) == '#') {
    lost_comment(i, i);
    pending_ = true;
    pos_ = next_line(i);
    return;
  }
  if (const std::size_t name = anchor_end(i); name > i) {  // its node follows
    i = skip_blanks(name);
    if (i >= end) {
      pending_ = true;
      pos_ = next_line(i);
      return;
    }
    value(i, after_key);
    return;
  }
  if (reserved(i, after_key)) {
    plain_continuation(i, false);
    return;
  }
  switch (at(i)) {
    case '"':
    case '\'':
      quoted(i);
      break;
    case '|':
    case '>':
      block_scalar(i);
      break;
    case '[':
    case '{':
      flow(i);
      break;
    case '*':
      pos_ = next_line(i);
      break;
    default:
      plain(i, after_key);
  }
}

// Behind an anchor that stands at `i`, or `i`. Its name has letters, digits, - and _ only: "&R&D" is none.
std::size_t Scanner::anchor_end(std::size_t i) const {
  if (at(i) != '&') return i;
  std::size_t end = i + 1;
  while (word_character(at(end))) ++end;
  return end > i + 1 && blank_at(end) ? end : i;
}

// Values whose first character means something else to YAML than to the writer.
bool Scanner::reserved(std::size_t i, bool after_key) {
  const std::size_t end = trimmed_end(i);
  const char first = at(i);
  switch (first) {
    case '*': {
      std::size_t k = i + 1;
      while (word_character(at(k))) ++k;
      const bool alias = k > i + 1 && (k >= end || at(skip_blanks(k)) == '#');
      if (alias) return false;
      trap("yaml-asterisk", span(i, i + 1), "a leading * starts a YAML alias, not bold or italic text", i);
      return true;
    }
    case '&':
      trap("yaml-ampersand", span(i, i + 1), "a leading & starts a YAML anchor", i);
      return true;
    case '!':
      trap("yaml-exclamation", span(i, i + 1), "a leading ! starts a YAML tag, and what it names is lost", i);
      return true;
    case '`':
    case '@':
    case '%':
      trap("yaml-reserved", span(i, i + 1), std::string("YAML text cannot begin with ") + first, i);
      return true;
    case ',':
    case ']':
    case '}':
      trap("yaml-reserved", span(i, i + 1), std::string("YAML text cannot begin with '") + first + "'", i);
      return true;
    case '?':
      if (!blank_at(i + 1)) return false;
      trap("yaml-question", span(i, i + 1), "a leading '? ' starts a complex YAML key", i);
      return true;
    case '-':
      if (!after_key || !blank_at(i + 1)) return false;
      trap("yaml-dash", span(i, i + 1), "a list cannot start on the line of its key", i);
      return true;
    case '|':
    case '>': {
      std::size_t k = i + 1;
      while (std::isdigit(static_cast<unsigned char>(at(k))) != 0 || at(k) == '+' || at(k) == '-') ++k;
      if (k >= end || (blank_at(k) && at(skip_blanks(k)) == '#')) return false;
      trap("yaml-block-marker", span(i, i + 1),
           std::string("a leading ") + first + " starts a YAML block of text on the next line", i);
      return true;
    }
    default:
      return false;
  }
}

void Scanner::plain(std::size_t i, bool after_key) {
  const std::size_t end = line_end(i);
  const std::size_t hash = comment_start(i, end);
  if (hash < end) lost_comment(i, hash);
  if (after_key) {
    for (std::size_t k = i; k < hash; ++k) {
      if (text_[k] != ':' || !blank_at(k + 1)) continue;
      trap("yaml-colon", span(k, k + 1),
           "a second ': ' on one line: YAML cannot tell which colon separates key and value", i);
      break;
    }
  }
  if (hash < end) {
    pos_ = next_line(i);  // a comment ends the text
    return;
  }
  plain_continuation(i, true);
}

// The following lines that are indented deeper belong to the text, whatever they look like.
void Scanner::plain_continuation(std::size_t first, bool report) {
  const std::size_t first_column = first - line_start(first);
  pos_ = next_line(first);
  for (;;) {
    const std::size_t line = continuation(pos_);
    if (line == std::string_view::npos || line >= text_.size()) return;
    const std::size_t begin = skip_blanks(line), end = line_end(line);
    const std::size_t hash = comment_start(begin, end);
    const std::size_t key = find_key_end(begin);
    if (report && dash_at(begin)) {
      Diagnostic& found = diagnostics_.error(
          "yaml-nested-list", span(begin, begin + 1),
          "this '- ' is read as part of the text above, not as a list below it",
          "give the item above a key for its text and one for its list:\n- text: …\n  highlights:\n    - …");
      found.hints.push_back({"the text starts here", span(first, trimmed_end(first))});
      report = false;
    } else if (report && key != std::string_view::npos) {
      const std::string name(text_.substr(begin, key - begin));
      const std::string_view opening = text_.substr(first, trimmed_end(first) - first);
      const std::size_t colon = opening.find(':');
      if (begin - line == first_column && colon != std::string_view::npos && opening.find(' ') > colon) {
        diagnostics_.error("yaml-missing-space", span(first + colon, first + colon + 1),
                           "a colon needs a space after it to separate key and value",
                           "write:\n" + std::string(text_.substr(line_start(first), first - line_start(first))) +
                               std::string(opening.substr(0, colon + 1)) + " " +
                               std::string(opening.substr(colon + 1)));
      } else {
        Diagnostic& found = diagnostics_.error(
            "yaml-nested-key", span(begin, key + 1), "'" + name + ":' is indented below a text that has already begun",
            "put '" + name + "' in the column of its sibling keys, or put the text in quotes");
        found.hints.push_back({"the text starts here", span(first, trimmed_end(first))});
      }
      report = false;
    }
    pos_ = next_line(line);
    if (hash < end) {
      lost_comment(begin, hash);
      return;
    }
    if (pos_ == line) return;
  }
}

void Scanner::quoted(std::size_t i) {
  const Extent extent = quoted_extent(text_, i);
  const std::size_t end = trimmed_end(i);
  bool open = extent.end == std::string_view::npos;
  // Text in quotes may go on in lines that are indented deeper than its key. A line further left shows that
  // the quote that ended it was the first one of another value.
  if (!open) {
    for (std::size_t line = next_line(i); line < extent.end; line = next_line(line)) {
      const std::size_t first = skip_blanks(line);
      if (first < line_end(line) && static_cast<int>(first - line) <= parent_column()) open = true;
    }
  }
  if (open) {
    std::string fixed(text_.substr(line_start(i), end - line_start(i)));
    diagnostics_.error("yaml-open-quote", span(i, end), "this quote is never closed", "close it:\n" + fixed + at(i));
    pos_ = next_line(i);
    return;
  }
  const std::size_t after = skip_blanks(extent.end);
  pos_ = next_line(extent.end);
  if (after >= line_end(extent.end) || (at(after) == '#' && after > extent.end)) return;
  const bool one_line = extent.end <= line_end(i);
  if (at(after) == ':') {
    diagnostics_.error("yaml-missing-space", span(after, after + 1),
                       "a colon needs a space after it to separate key and value");
    return;
  }
  diagnostics_.error("yaml-after-quote", span(after, trimmed_end(after)), "text after the closing quote",
                     one_line ? quoted_line(i, end) : "put the whole text in one pair of quotes");
}

void Scanner::block_scalar(std::size_t i) {
  const int parent = parent_column();
  pos_ = next_line(i);
  while (pos_ < text_.size()) {
    std::size_t first = pos_;
    while (at(first) == ' ') ++first;
    const bool empty = first >= line_end(pos_);
    if (!empty && static_cast<int>(first - pos_) <= parent) return;
    const std::size_t next = next_line(pos_);
    if (next == pos_) return;
    pos_ = next;
  }
}

void Scanner::flow(std::size_t i) {
  const std::size_t end = trimmed_end(i);
  const std::size_t bracket = i + std::min(text_.substr(i, end - i).find("]("), end - i);
  if (at(i) == '[' && bracket < end && text_.substr(i + 1, bracket - i - 1).find('[') == std::string_view::npos) {
    trap("yaml-markdown-link", span(i, end), "a leading [ starts a YAML list, not a Markdown link", i);
    plain_continuation(i, false);
    return;
  }
  std::string closers;
  bool start = true;  // where an item may begin; elsewhere quotes and brackets' friends are ordinary characters
  std::size_t k = i;
  for (; k < text_.size() && !enough(); ++k) {
    const char c = text_[k];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    if (start && (c == '"' || c == '\'')) {
      const Extent extent = quoted_extent(text_, k);
      if (extent.end == std::string_view::npos) {
        diagnostics_.error("yaml-open-quote", span(k, trimmed_end(k)), "this quote is never closed",
                           "add the closing quote");
        pos_ = text_.size();
        return;
      }
      k = extent.end - 1;
      start = false;
    } else if (c == '#' && k > 0 && blank_at(k - 1)) {
      lost_comment(std::max(skip_blanks(line_start(k)), i), k);
      k = line_end(k) - 1;
    } else if (c == '[' || c == '{') {
      closers += c == '[' ? ']' : '}';
      start = true;
    } else if (c == ']' || c == '}') {
      if (closers.back() != c) {
        diagnostics_.error("yaml-open-bracket", span(k, k + 1),
                           std::string("expected '") + closers.back() + "' here, not '" + c + "'",
                           "close the brackets in the order in which they were opened");
        pos_ = next_line(k);
        return;
      }
      closers.pop_back();
      start = false;
      if (closers.empty()) break;
    } else if (c == ',') {
      start = true;
    } else if (c == ':' && (blank_at(k + 1) || std::string_view(",[]{}").find(at(k + 1)) != std::string_view::npos)) {
      start = true;
    } else if (start && std::string_view("@`%!").find(c) != std::string_view::npos) {
      diagnostics_.error("yaml-reserved", span(k, k + 1), std::string("YAML text cannot begin with ") + c,
                         "put this item in quotes");
      start = false;
    } else if (start && c == '*' && !word_character(at(k + 1))) {
      diagnostics_.error("yaml-asterisk", span(k, k + 1), "a leading * starts a YAML alias, not bold or italic text",
                         "put this item in quotes");
      start = false;
    } else {
      start = false;
    }
  }
  if (enough()) return;
  if (!closers.empty()) {
    diagnostics_.error("yaml-open-bracket", span(i, i + 1), std::string("this ") + at(i) + " is never closed",
                       "close it, or put the text in quotes");
    pos_ = text_.size();
    return;
  }
  const std::size_t after = skip_blanks(k + 1);
  pos_ = next_line(k);
  if (after >= line_end(k) || (at(after) == '#' && after > k + 1)) return;
  if (line_end(i) != line_end(k)) {
    diagnostics_.error("yaml-after-bracket", span(after, trimmed_end(after)), "text after the closing bracket",
                       "put the whole text in quotes");
    return;
  }
  trap(
      "yaml-after-bracket", span(after, trimmed_end(after)),
      std::string("a leading ") + at(i) + " starts a YAML " + (at(i) == '[' ? "list" : "map") + ", and text follows it",
      i);
}

}  // namespace broadside::yaml
