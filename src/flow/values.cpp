// SPDX-License-Identifier: MIT
#include "flow/values.h"

#include "unicode/dates.h"
#include "unicode/words.h"

namespace broadside::flow {
namespace {

std::string format(const resume::PartialDate& date, const std::string& locale) {
  return unicode::format_date(date.year, date.month, date.day, locale);
}

std::string word(unicode::BuiltIn which, const resume::Resume& resume) {
  const auto label = resume.labels.find(std::string(unicode::label_key(which)));
  return label != resume.labels.end() ? label->second : std::string(unicode::built_in(which, resume.locale));
}

}  // namespace

resume::RichText date_text(const resume::Date& date, const resume::Resume& resume) {
  resume::RichText out;
  out.span = date.span;
  if (!date.text.empty()) {
    out.text = date.text;
    return out;
  }
  std::string end;
  if (date.present) {
    end = word(unicode::BuiltIn::Present, resume);
  } else if (date.end) {
    end = format(*date.end, resume.locale);
  }
  if (!date.start) {
    out.text = end;
  } else if (end.empty()) {
    out.text = format(*date.start, resume.locale);
  } else {
    out.text = unicode::format_range(format(*date.start, resume.locale), end);
  }
  return out;
}

std::string shown_url(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
    if (url.substr(0, scheme.size()) == scheme) {
      url.remove_prefix(scheme.size());
      break;
    }
  }
  constexpr std::string_view kWww = "www.";
  if (url.substr(0, kWww.size()) == kWww) url.remove_prefix(kWww.size());
  if (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return std::string(url);
}

}  // namespace broadside::flow
