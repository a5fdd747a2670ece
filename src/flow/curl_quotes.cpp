// SPDX-License-Identifier: MIT
#include "flow/curl_quotes.h"

#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "unicode/quotation_marks.h"

namespace broadside::flow {
namespace {

constexpr std::string_view kApostrophe = "\u2019";

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Of ASCII, or any byte of another character.
bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool opens_after(char32_t before) {
  constexpr std::u32string_view kOpening = U" \t([{/\u00A0\u2013\u2014\u00AB\u201C\u201E\u2018\u201A\"'";
  return before == 0 || kOpening.find(before) != std::u32string_view::npos;
}

}  // namespace

resume::RichText curl_quotes(const resume::RichText& text, const std::string& locale) {
  if (text.text.find_first_of("\"'") == std::string::npos) return text;
  const unicode::QuotationMarks& marks = unicode::quotation_marks(locale);
  resume::RichText out;
  out.links = text.links;
  out.span = text.span;
  out.marks = text.marks;
  std::size_t mark = 0;
  bool outer = false, inner = false;  // open
  char32_t before = 0;
  for (std::size_t at = 0; at < text.text.size();) {
    while (mark < text.marks.size() && text.marks[mark].end <= at) {
      out.marks[mark++].end = static_cast<std::uint32_t>(out.text.size());
    }
    const bool marked = mark < text.marks.size() && text.marks[mark].begin <= at;
    if (marked && text.marks[mark].begin == at) out.marks[mark].begin = static_cast<std::uint32_t>(out.text.size());
    const Decoded c = decode_utf8_lossy(text.text, at);
    const std::string_view typed = std::string_view(text.text).substr(at, c.size);
    at += c.size;
    const bool code = marked && (text.marks[mark].flags & resume::kCode) != 0;
    const bool last = at >= text.text.size() || text.text[at] == ' ';
    const bool letter_follows = at < text.text.size() && is_letter(text.text[at]);
    const bool digit_follows = !last && is_digit(static_cast<unsigned char>(text.text[at]));
    if (code || (c.code_point != '"' && c.code_point != '\'')) {
      out.text += typed;
    } else if (c.code_point == '"') {
      if (!outer && opens_after(before) && !last) {
        out.text += marks.open;
        outer = true;
      } else if (outer) {
        out.text += marks.close;
        outer = false;
      } else {
        out.text += typed;
      }
    } else if (!inner && opens_after(before) && !last && !digit_follows) {
      out.text += marks.inner_open;
      inner = true;
    } else if (inner && !letter_follows) {
      out.text += marks.inner_close;
      inner = false;
    } else if (is_digit(before)) {
      out.text += typed;
    } else {
      out.text += kApostrophe;
    }
    before = c.code_point;
  }
  for (; mark < text.marks.size(); ++mark) out.marks[mark].end = static_cast<std::uint32_t>(out.text.size());
  return out;
}

}  // namespace broadside::flow
