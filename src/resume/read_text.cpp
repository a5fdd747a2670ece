// SPDX-License-Identifier: MIT
// Texts with their limits. Comes in: a scalar. Goes out: RichText, without its words where a limit is broken.
#include <algorithm>

#include "base/utf8.h"
#include "resume/markdown.h"
#include "resume/reader.h"
#include "unicode/letter_case.h"

namespace broadside::resume {
namespace {

/// Unicode's Stream-Safe Text Format (UAX #15, section 13) allows no more, and no writing system comes near. Shapers
/// take time in the square of their number.
constexpr std::size_t kMostMarks = 30;

/// Lines of a text as written that begin like points of a list.
std::size_t count_points(std::string_view source) {
  std::size_t points = 0;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t end = source.find('\n', at);
    if (end == std::string_view::npos) end = source.size();
    std::string_view line = source.substr(at, end - at);
    line.remove_prefix(std::min(line.find_first_not_of(" \t\"'"), line.size()));
    for (const std::string_view sign : {"- ", "* ", "+ ", "• "}) points += line.starts_with(sign) ? 1 : 0;
    at = end + 1;
  }
  return points;
}

}  // namespace

void Reader::too_long(const Node& node, std::size_t limit) {
  diagnostics_.error(
      "resume-too-long", {node.span.source, node.span.begin, node.span.begin + 1},
      "this text has " + std::to_string(node.scalar.size()) + " bytes; the limit here is " + std::to_string(limit));
}

RichText Reader::text(const Node& node, std::size_t limit) {
  if (node.scalar.size() > limit) {
    too_long(node, limit);
    return {};
  }
  RichText result = plain_text(node.scalar);
  result.span = node.span;
  check_marks(result);
  const std::size_t link = result.text.find("](");
  if (link != std::string::npos && result.text.find('[') < link) {
    diagnostics_.warning("resume-markdown-here", node.span,
                         "Markdown does not apply here, so this link is printed as typed",
                         "put the address in 'url:' and the words here");
  } else if (const std::size_t bold = result.text.find("**");
             bold != std::string::npos && result.text.find("**", bold + 2) != std::string::npos) {
    diagnostics_.warning("resume-markdown-here", node.span,
                         "Markdown does not apply here, so the asterisks are printed",
                         "leave them out; the layout decides how this is set");
  }
  return result;
}

RichText Reader::markdown(const Node& node) {
  if (node.scalar.size() > kLongestText) {
    too_long(node, kLongestText);
    return {};
  }
  std::vector<BadLink> bad_links;
  RichText result = parse_markdown(node.scalar, bad_links);
  result.span = node.span;
  check_marks(result);
  if (count_points(source_of(node)) > 1) {
    diagnostics_.warning("resume-points", node.span, "the points of this text are set as one paragraph, dashes and all",
                         "write each as an item of 'highlights', which sections, entries and positions take");
  }
  std::size_t from = 0;
  for (const BadLink& bad : bad_links) {
    Span place = node.span;
    const std::size_t found = source_of(node).find(bad.target, from);
    if (!bad.target.empty() && found != std::string_view::npos) {
      place.begin += static_cast<std::uint32_t>(found);
      place.end = place.begin + static_cast<std::uint32_t>(bad.target.size());
      from = found + bad.target.size();
    }
    diagnostics_.error("resume-link", place, bad.problem, bad.hint);
  }
  return result;
}

void Reader::check_marks(RichText& text) {
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.text.size();) {
    const Decoded decoded = decode_utf8_lossy(text.text, i);
    marks = decoded.code_point >= 0x300 && unicode::is_mark(decoded.code_point) ? marks + 1 : 0;
    if (marks > kMostMarks) {
      diagnostics_.error("resume-marks", text.span,
                         "more than " + std::to_string(kMostMarks) + " accents and marks on one character",
                         "leave them out: no font can show them");
      const Span place = text.span;
      text = RichText{"?", {}, {}, place};  // not empty: that would be a second mistake
      return;
    }
    i += decoded.size;
  }
}

}  // namespace broadside::resume
