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

resume::RichText continued(const resume::RichText& name, const resume::Resume& resume) {
  resume::RichText out = name;
  const std::string in = word(unicode::BuiltIn::Continued, resume);
  // Chinese and Japanese set brackets of their own width, without a space.
  const bool wide = resume.locale.starts_with("zh") || resume.locale.starts_with("ja");
  out.text += wide ? "（" + in + "）" : " (" + in + ")";
  return out;
}

void add_contacts(const resume::Person& person, const std::string& separator, Fields& fields) {
  FieldValue all{{}, separator, true};
  constexpr std::pair<resume::ContactKind, std::string_view> kKinds[] = {{resume::ContactKind::Location, "location"},
                                                                         {resume::ContactKind::Email, "email"},
                                                                         {resume::ContactKind::Phone, "phone"},
                                                                         {resume::ContactKind::Url, "url"},
                                                                         {resume::ContactKind::Profile, "profiles"}};
  // A profile is shown by its address: it tells the network, and a reader of paper can type it.
  const auto shown = [](const resume::Contact& contact) {
    FieldItem item{contact.text, contact.url.url};
    if (contact.kind == resume::ContactKind::Profile && !item.url.empty()) item.text.text = shown_url(item.url);
    return item;
  };
  for (const resume::Contact& contact : person.contacts) all.items.push_back(shown(contact));
  for (const auto& [kind, name] : kKinds) {
    FieldValue some{{}, separator, true};
    for (const resume::Contact& contact : person.contacts) {
      if (contact.kind == kind) some.items.push_back(shown(contact));
    }
    fields.add_list(name, std::move(some));
  }
  fields.add_list("contacts", std::move(all));
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
