// SPDX-License-Identifier: MIT
// Reports: the message, the place, the source line with the range underlined, the hints.
#include "diag/report.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/json.h"
#include "base/utf8.h"

namespace broadside {
namespace {

// Source lines longer than this many code points are shown as a window round the range.
constexpr std::size_t kWindow = 140;
constexpr std::size_t kContext = 50;
// A message or hint that quotes more of the file than this many code points loses its middle.
constexpr std::size_t kLongestSentence = 400;
// Nobody reads on beyond these, and each one costs a walk through its line.
constexpr std::size_t kMostReports = 100;

std::vector<const Diagnostic*> in_order(const Diagnostics& diagnostics) {
  std::vector<const Diagnostic*> order;
  for (const Diagnostic& diagnostic : diagnostics.list()) order.push_back(&diagnostic);
  const auto key = [](const Diagnostic* d) {
    // Reports without a place stand last.
    return std::tuple(d->span.source == 0 ? UINT32_MAX : d->span.source, d->span.begin, d->span.end,
                      d->severity == Severity::Warning, std::string_view(d->code), std::string_view(d->message));
  };
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
  order.erase(std::unique(order.begin(), order.end(), [&](const auto* a, const auto* b) { return key(a) == key(b); }),
              order.end());
  return order;
}

// Columns a code point takes in a terminal: the blocks of East Asian Width W and F, and of combining marks.
std::size_t terminal_width(char32_t c) {
  const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (in(0x300, 0x36F) || in(0x200B, 0x200F) || in(0xFE00, 0xFE0F) || in(0x20D0, 0x20FF) || c == 0xFEFF) return 0;
  const bool wide = in(0x1100, 0x115F) || in(0x2E80, 0x303E) || in(0x3041, 0xA4CF) || in(0xA960, 0xA97F) ||
                    in(0xAC00, 0xD7A3) || in(0xF900, 0xFAFF) || in(0xFE30, 0xFE6F) || in(0xFF00, 0xFF60) ||
                    in(0xFFE0, 0xFFE6) || in(0x1F300, 0x1F64F) || in(0x1F900, 0x1F9FF) || in(0x20000, 0x3FFFD);
  return wide ? 2 : 1;
}

/// The sentence, its middle left out if it is too long.
std::string shortened(const std::string& sentence) {
  if (sentence.size() <= kLongestSentence || count_code_points(sentence) <= kLongestSentence) return sentence;
  constexpr std::size_t kHead = kLongestSentence * 3 / 4, kTail = kLongestSentence / 4;
  const std::size_t all = count_code_points(sentence);
  std::string out;
  std::size_t i = 0;
  for (std::size_t point = 0; i < sentence.size(); ++point) {
    const std::size_t size = decode_utf8_lossy(sentence, i).size;
    if (point < kHead || point >= all - kTail) out.append(sentence, i, size);
    if (point == kHead) out += " … ";
    i += size;
  }
  return out;
}

/// What a terminal may be sent: a control character in the file, quoted by a message, must not become one there.
std::string printable(const std::string& sentence) {
  std::string out;
  for (std::size_t i = 0; i < sentence.size();) {
    const Decoded decoded = decode_utf8_lossy(sentence, i);
    const char32_t c = decoded.code_point;
    const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
    append_utf8(out, control ? kReplacement : c);
    i += decoded.size;
  }
  return out;
}

class TextReport {
 public:
  TextReport(const Sources& sources, UseColor color) : sources_(sources), color_(color == UseColor::Yes) {}

  void add(const Diagnostic& diagnostic) {
    if (!out_.empty()) out_ += '\n';
    const bool error = diagnostic.severity == Severity::Error;
    paint(error ? "1;31" : "1;33", error ? "error" : "warning");
    paint("2", "[" + diagnostic.code + "]");
    paint("1", ": " + printable(shortened(diagnostic.message)));
    out_ += '\n';
    place(diagnostic.span, error ? "1;31" : "1;33");
    for (const Hint& hint : diagnostic.hints) {
      paint("1;36", "  hint: ");
      // A corrected line stands on a line of its own, under the hint that introduces it.
      for (const char c : printable(shortened(hint.text))) {
        out_ += c;
        if (c == '\n') out_ += "        ";
      }
      out_ += '\n';
      if (!hint.span.detached()) place(hint.span, "1;36");
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void paint(std::string_view code, std::string_view text) {
    if (color_) out_.append("\x1b[").append(code).append("m");
    out_ += text;
    if (color_) out_ += "\x1b[0m";
  }

  void place(Span span, std::string_view color) {
    const Source* source = sources_.find(span.source);
    if (source == nullptr) return;
    const LineColumn at = source->locate(span.begin);
    const std::string number = std::to_string(at.line);
    const std::string margin(number.size() + 1, ' ');
    out_.append(margin).append("--> ").append(source->name()).append(":").append(number);
    out_.append(":").append(std::to_string(at.column)).append("\n");
    underlined_line(*source, span, at, number, margin, color);
  }

  void underlined_line(const Source& source, Span span, LineColumn at, const std::string& number,
                       const std::string& margin, std::string_view color) {
    std::string_view line = source.line(at.line);
    const std::uint32_t start = source.line_start(at.line);
    const std::size_t begin = std::min<std::size_t>(span.begin - start, line.size());
    // A range over several lines is underlined to the end of its first one.
    const std::size_t end = std::clamp<std::size_t>(span.end < start ? 0 : span.end - start, begin, line.size());

    std::string shown, under;
    std::size_t column = 0, marks = 0;
    const bool cut = count_code_points(line) > kWindow;
    const std::size_t first = cut && at.column > kContext ? at.column - kContext : 1;
    if (first > 1) {
      shown += "… ";
      under += "  ";
    }
    for (std::size_t i = 0; i < line.size(); ++column) {
      const Decoded decoded = decode_utf8_lossy(line, i);
      if (decoded.code_point != 0xFEFF && column + 1 >= first) {
        if (cut && column + 1 >= first + kWindow) {
          shown += " …";
          break;
        }
        // Control characters would move the terminal's cursor.
        const bool control = decoded.code_point < 0x20 || decoded.code_point == 0x7F;
        if (decoded.code_point == U'\t') {
          shown += ' ';
        } else {
          append_utf8(shown, control ? kReplacement : decoded.code_point);
        }
        const std::size_t width = terminal_width(control ? kReplacement : decoded.code_point);
        if (i < begin) under.append(width, ' ');
        if (i >= begin && i < end) marks += width;
      }
      i += decoded.size;
    }
    out_.append(margin).append("|\n");
    out_.append(number).append(" | ").append(shown).append("\n");
    out_.append(margin).append("| ").append(under);
    paint(color, std::string(std::max<std::size_t>(marks, 1), '^'));
    out_ += '\n';
  }

  const Sources& sources_;
  bool color_;
  std::string out_;
};

void write_place(JsonWriter& json, Span span, const Sources& sources) {
  const Source* source = sources.find(span.source);
  if (source == nullptr) {
    json.key("file").null();
    return;
  }
  const LineColumn begin = source->locate(span.begin), end = source->locate(std::max(span.begin, span.end));
  json.key("file").value(source->name());
  json.key("line").value(begin.line).key("column").value(begin.column);
  json.key("end_line").value(end.line).key("end_column").value(end.column);
}

}  // namespace

std::string render_text(const Diagnostics& diagnostics, const Sources& sources, UseColor color) {
  TextReport report(sources, color);
  const std::vector<const Diagnostic*> order = in_order(diagnostics);
  const std::size_t shown = std::min(order.size(), kMostReports);
  for (std::size_t i = 0; i < shown; ++i) report.add(*order[i]);
  std::string text = report.take();
  if (shown < order.size()) text += "\n… and " + std::to_string(order.size() - shown) + " more\n";
  return text;
}

std::string render_json(const Diagnostics& diagnostics, const Sources& sources) {
  JsonWriter json(2);
  json.begin_array();
  for (const Diagnostic* diagnostic : in_order(diagnostics)) {
    json.begin_object();
    json.key("severity").value(diagnostic->severity == Severity::Error ? "error" : "warning");
    json.key("code").value(diagnostic->code);
    write_place(json, diagnostic->span, sources);
    json.key("message").value(shortened(diagnostic->message));
    json.key("hints").begin_array();
    for (const Hint& hint : diagnostic->hints) {
      json.begin_object().key("text").value(shortened(hint.text));
      if (!hint.span.detached()) write_place(json, hint.span, sources);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  return json.text() + "\n";
}

}  // namespace broadside
