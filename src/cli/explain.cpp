// SPDX-License-Identifier: MIT
// The report of a fit, for people.
#include "cli/explain.h"

#include <algorithm>

#include "cli/summary.h"

namespace broadside::cli {
namespace {

constexpr std::size_t kNameColumns = 56;
constexpr std::size_t kColumns = 96;
constexpr std::size_t kMostWords = 12;  // of those that the résumé does not have

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t columns(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::string cut(const std::string& text, std::size_t most) {
  if (columns(text) <= most) return text;
  std::size_t end = 0, seen = 0;
  while (end < text.size() && (!starts_character(text[end]) || ++seen < most)) ++end;
  while (end > 0 && text[end - 1] == ' ') --end;
  return text.substr(0, end) + "…";
}

/// "Awards > National Third Prize", without the first names of a path that is too long.
std::string name_of(std::string path, std::size_t most) {
  bool shorter = false;
  for (std::size_t at = 0; columns(path) > most && (at = path.find(" > ")) != std::string::npos;) {
    path = path.substr(at + 3);
    shorter = true;
  }
  return cut((shorter && columns(path) + 4 <= most ? "… > " : "") + path, most);
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t wide = columns(text);
  return wide < width ? text + std::string(width - wide, ' ') : text;
}

std::string right(const std::string& text, std::size_t width) {
  const std::size_t wide = columns(text);
  return wide < width ? std::string(width - wide, ' ') + text : text;
}

/// Whole points, rounded up: "needs 12 pt" is enough.
std::string points(Length length) {
  return std::to_string((length.raw + Length::kUnitsPerPoint - 1) / Length::kUnitsPerPoint) + " pt";
}

std::string line_of(const Span& span, const Sources& sources) {
  const Source* source = sources.find(span.source);
  return source == nullptr ? "" : std::to_string(source->locate(span.begin).line);
}

/// Breaks at blanks; every line begins with `indent`.
std::string wrapped(const std::string& text, const std::string& indent) {
  std::string out, line = indent;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, blank - at);
    if (columns(line) > indent.size() && columns(line) + 1 + columns(word) > kColumns) {
      out += line + "\n";
      line = indent;
    }
    line += (columns(line) > indent.size() ? " " : "") + word;
    at = blank + 1;
  }
  return out + line + "\n";
}

std::string names(const std::vector<fit::Change>& changes, const Sources& sources) {
  constexpr std::size_t kMostNames = 4;
  std::string out;
  for (std::size_t i = 0; i < changes.size() && i < kMostNames; ++i) {
    const fit::Change& change = changes[i];
    const bool shortened = change.from == resume::Show::Full && change.to == resume::Show::Short;
    out += (i == 0 ? "" : "; ") + name_of(change.what, 44) + " (line " + line_of(change.span, sources) +
           (shortened ? ", shortened)" : ")");
  }
  if (changes.size() > kMostNames) out += "; and " + std::to_string(changes.size() - kMostNames) + " more";
  return out;
}

std::string way_back(const fit::Left& left, const Sources& sources) {
  if (!left.asked) return "the way back was not looked for: too many things are left out";
  if (!left.way) return "cannot come back: it does not fit beside what is pinned";
  const fit::WayBack& way = *left.way;
  std::string out = "back with ";
  out += way.priority ? "priority " + std::to_string(*way.priority) + " or keep: always" : std::string("keep: always");
  out += way.cost == 0 ? "; the page is then worth as much"
                       : "; that costs " + std::to_string(way.cost) + " of the page's worth";
  if (!way.lost.empty()) out += ", and out go: " + names(way.lost, sources);
  return out;
}

std::string left_text(const fit::Report& report, resume::Show show, const Sources& sources) {
  std::string out;
  for (const fit::Left& left : report.left) {
    if (left.show != show) continue;
    out += "  " + padded(name_of(left.what, kNameColumns), kNameColumns) + right(line_of(left.span, sources), 6) +
           right(std::to_string(left.priority), 10) + right(std::to_string(left.value), 7) +
           right(points(left.height), 9);
    if (show == resume::Show::Short) {
      const bool known = left.way && left.way->priority;
      out += right(known ? std::to_string(*left.way->priority) : "–", 9);
    }
    out += "\n";
    if (show == resume::Show::Hidden) out += wrapped(way_back(left, sources), "      ");
  }
  return out;
}

std::string heading(const std::string& title, const std::string& last) {
  return "\n" + padded(title, kNameColumns + 2) + right("line", 6) + right("priority", 10) + right("worth", 7) +
         right("height", 9) + last + "\n";
}

/// "steps 0 to 3, 5", "step 7"; empty if there is none.
std::string steps_with(const fit::Report& report, fit::Tried::Outcome outcome) {
  std::string out;
  std::size_t ranges = 0;
  for (std::size_t i = 0; i < report.tried.size(); ++i) {
    if (report.tried[i].outcome != outcome) continue;
    std::size_t last = i;
    while (last + 1 < report.tried.size() && report.tried[last + 1].outcome == outcome) ++last;
    out += (ranges++ > 0 ? ", " : "") + std::to_string(report.tried[i].step);
    if (last > i) out += " to " + std::to_string(report.tried[last].step);
    i = last;
  }
  const auto count = std::count_if(report.tried.begin(), report.tried.end(),
                                   [&](const fit::Tried& tried) { return tried.outcome == outcome; });
  return count == 0 ? "" : (count == 1 ? "step " : "steps ") + out;
}

std::string proof(const fit::Report& report) {
  using Outcome = fit::Tried::Outcome;
  const int worth = report.value - report.price;
  std::string out = report.exact ? "No page that fits is worth more than " + std::to_string(worth) + ": "
                                 : "Worth " + std::to_string(worth) + "; no page that fits is worth more than " +
                                       std::to_string(report.bound) + ": ";
  out += "every choice was weighed at " + steps_with(report, Outcome::Solved) + " (" + std::to_string(report.states) +
         " partial pages)";
  if (const std::string none = steps_with(report, Outcome::PinsDoNotFit); !none.empty()) {
    out += "; the pins do not fit at " + none;
  }
  if (const std::string skipped = steps_with(report, Outcome::Skipped); !skipped.empty()) {
    out += "; " + skipped + " cannot be better, even with everything on the page";
  }
  if (const std::string small = steps_with(report, Outcome::TooSmall); !small.empty()) {
    out += "; " + small + " would be below min-size";
  }
  return out + ".";
}

std::string term_list(const fit::Report& report, fit::Term::Place place, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (const fit::Term& term : report.terms) {
    if (term.place != place) continue;
    if (count++ < most) out += (out.empty() ? "" : ", ") + term.text;
  }
  if (count > most) out += " and " + std::to_string(count - most) + " more";
  return out.empty() ? "none" : out;
}

std::string terms_text(const fit::Report& report) {
  if (report.terms.empty()) return "";
  using Place = fit::Term::Place;
  return "\nterms of the posting\n" +
         wrapped("on the page: " + term_list(report, Place::Shown, report.terms.size()), "  ") +
         wrapped("left out: " + term_list(report, Place::LeftOut, report.terms.size()), "  ") +
         wrapped("not in the résumé: " + term_list(report, Place::Missing, kMostWords), "  ");
}

std::string tightest_text(const fit::Report& report, const Sources& sources) {
  if (report.tightest_step == report.step) return report.steps == 0 ? "" : "This is the tightest page.";
  std::vector<fit::Change> more, less;
  for (const fit::Change& change : report.tightest) (change.value > 0 ? more : less).push_back(change);
  const std::string head = "The tightest page (step " + std::to_string(report.tightest_step) + ") would ";
  if (more.empty()) return head + "show nothing more.";
  return head + "add: " + names(more, sources) + (less.empty() ? "" : "; without: " + names(less, sources)) + ".";
}

// Which column is full, where there are several.
std::string flows_text(const fit::Report& report) {
  if (report.flows.size() < 2) return "";
  std::string out;
  for (const fit::FlowFill& flow : report.flows) {
    if (flow.capacity <= Length{}) continue;
    out += (out.empty() ? "  " : "; ") + flow.name + ": " + std::to_string(flow.filled.raw * 100 / flow.capacity.raw) +
           " % full";
    if (flow.whole) out += ", all of it shown";
  }
  return out + "\n";
}

std::string document_text(const Document& document, const Sources& sources) {
  std::string out = document.variant + ": " + plural(static_cast<std::size_t>(document.pages), "page");
  if (!document.fit) return out + ", without a page limit: nothing had to be left out\n";
  const fit::Report& report = *document.fit;
  out += ", " + fill_and_step(report) + "\n";
  const auto count = [&report](resume::Show show) {
    return std::count_if(report.left.begin(), report.left.end(),
                         [&](const fit::Left& left) { return left.show == show; });
  };
  out += "  worth " + std::to_string(report.value) + " of " + std::to_string(report.total) + ", less " +
         std::to_string(report.price) + " for the step; " + std::to_string(report.kept) + " in full, " +
         std::to_string(count(resume::Show::Short)) + " shortened, " + std::to_string(count(resume::Show::Hidden)) +
         " left out; room left: " + points(report.capacity - report.used) + "\n";
  out += flows_text(report);
  if (count(resume::Show::Hidden) > 0)
    out += heading("left out", "") + left_text(report, resume::Show::Hidden, sources);
  if (count(resume::Show::Short) > 0)
    out += heading("shortened, with what full wording would add", "  full at") +
           left_text(report, resume::Show::Short, sources);
  out += terms_text(report) + "\n";
  if (const std::string tightest = tightest_text(report, sources); !tightest.empty()) out += wrapped(tightest, "");
  return out + wrapped(proof(report), "");
}

}  // namespace

std::string explain_text(const Explained& explained, const Sources& sources) {
  std::string out;
  for (const Document& document : explained.documents) {
    out += (out.empty() ? "" : "\n") + explained.file + ", " + document_text(document, sources);
  }
  return out;
}

}  // namespace broadside::cli
