// SPDX-License-Identifier: MIT
// What every selectable thing may carry, dates, images.
#include "resume/read_date.h"
#include "resume/reader.h"

namespace broadside::resume {

Meta Reader::begin_meta(const Node& node) {
  Meta meta;
  meta.id = ++last_id_;
  meta.span = node.span;
  return meta;
}

bool Reader::read_meta(const Given& given, Meta& meta) {
  const Node& value = *given.value;
  const auto wrong_word = [&] {
    const std::string words(given.field->words);
    diagnostics_.error("resume-value", value.span,
                       "'" + std::string(given.field->name) + "' must be " + words.substr(0, words.find(' ')) + " or " +
                           words.substr(words.find(' ') + 1) + ", not '" + value.scalar + "'");
  };
  switch (given.field->key) {
    case Key::Tags:
      meta.tags = words(value);
      return true;
    case Key::Priority:
      meta.priority = integer(value, *given.field, meta.priority);
      meta.own_priority = true;
      return true;
    case Key::Keep:
      if (value.scalar == "always") {
        meta.keep = Keep::Always;
      } else if (value.scalar == "never") {
        meta.keep = Keep::Never;
      } else {
        wrong_word();
      }
      return true;
    case Key::AtLeast:
      meta.at_least = integer(value, *given.field, 0);
      return true;
    case Key::Break:
      if (value.scalar == "before") {
        meta.break_wish = BreakWish::Before;
      } else if (value.scalar == "avoid") {
        meta.break_wish = BreakWish::Avoid;
      } else {
        wrong_word();
      }
      return true;
    case Key::Note:
      meta.note = markdown(value);
      return true;
    default:
      return false;
  }
}

std::optional<PartialDate> Reader::date_point(const Node& node) {
  ParsedPoint parsed = parse_point(node.scalar);
  if (parsed.date) return parsed.date;
  if (parsed.problem.empty()) {
    parsed.problem = "'" + node.scalar + "' is not a date in the form 2024, 2024-08 or 2024-08-31";
    parsed.hint = is_present(node.scalar) ? "only 'end' can be present" : "use 'date:' for a date in words";
  }
  diagnostics_.error("resume-date", node.span, parsed.problem, parsed.hint);
  return std::nullopt;
}

void Reader::date_end(const Node& node, Date& out) {
  if (is_present(node.scalar)) {
    out.present = true;
    return;
  }
  ParsedPoint parsed = parse_point(node.scalar);
  if (!parsed.date && parsed.problem.empty()) {
    diagnostics_.error("resume-date", node.span, "'" + node.scalar + "' is not a date in the form 2024 or 2024-08",
                       "write present for what goes on");
    return;
  }
  out.end = date_point(node);
}

Date Reader::date(const Node& node) {
  Date out;
  out.span = node.span;
  const std::string& text = node.scalar;
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) {
    ParsedPoint parsed = parse_point(text);
    // Only digits and hyphens are an attempt at this notation; "Jul 2022" is free text and fine.
    const bool digits = text.find_first_not_of("0123456789-") == std::string::npos;
    if (parsed.date) {
      out.start = parsed.date;
    } else if (digits && !parsed.problem.empty()) {
      diagnostics_.error("resume-date", node.span, parsed.problem, parsed.hint);
    } else {
      out.text = this->text(node).text;
    }
    return out;
  }
  Node first = node, second = node;  // the two halves, with their own places where the source shows them
  first.scalar = text.substr(0, slash);
  second.scalar = text.substr(slash + 1);
  const bool four_digits = first.scalar.size() >= 4 && parse_point(first.scalar.substr(0, 4)).date.has_value();
  if (!four_digits) {
    out.text = this->text(node).text;  // "Winter 2020/21"
    return out;
  }
  if (const std::size_t place = source_of(node).find('/'); place != std::string_view::npos) {
    first.span.end = node.span.begin + static_cast<std::uint32_t>(place);
    second.span.begin = first.span.end + 1;
  }
  if (is_present(second.scalar) || parse_point(second.scalar).date || second.scalar.find('-') != std::string::npos) {
    return finish_dates(nullptr, &first, &second);
  }
  const ParsedPoint whole = parse_point(text);
  diagnostics_.error("resume-date", node.span, "'" + text + "' is not a range such as 2020-01/2021-02",
                     whole.hint.empty() ? "write start/end, each as 2020, 2020-01 or 2020-01-31" : whole.hint);
  return out;
}

Date Reader::finish_dates(const Node* whole, const Node* start, const Node* end) {
  if (whole != nullptr && (start != nullptr || end != nullptr)) {
    diagnostics_.error("resume-date", whole->span, "'date' stands beside 'start' or 'end'",
                       "keep either 'date' or the other two");
    return {};
  }
  if (whole != nullptr) return date(*whole);
  Date out;
  if (start != nullptr) {
    out.span = start->span;
    out.start = date_point(*start);
  }
  if (end != nullptr) {
    if (start == nullptr) out.span = end->span;
    if (end->span.begin >= out.span.begin) out.span.end = end->span.end;
    date_end(*end, out);
  }
  if (out.start && out.end && compare(*out.end, *out.start) < 0) {
    Diagnostic& report = diagnostics_.error("resume-date-order", end->span, "this ends before it starts");
    report.hints.push_back({"the start is here", start->span});
  }
  return out;
}

std::optional<Image> Reader::image(const Node& node) {
  Image out;
  out.span = node.span;
  for (const Given& given : fields(node, Mapping::Image)) {
    if (given.field->key == Key::Path) {
      out.path = given.value->scalar;
      out.span = given.value->span;
    } else if (given.field->key == Key::Alt) {
      out.alt = text(*given.value);
      // PDF/UA asks for it, and so does everyone who hears a résumé.
      if (out.alt.text.find_first_not_of(' ') == std::string::npos) {
        diagnostics_.error("resume-missing", given.value->span, "the 'alt' of this image is empty",
                           "say in a few words what it shows, such as 'Portrait of Ada Lovelace'");
      }
    }
  }
  if (out.path.empty()) return std::nullopt;
  return out;
}

}  // namespace broadside::resume
