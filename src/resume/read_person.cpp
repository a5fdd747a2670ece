// SPDX-License-Identifier: MIT
// The person: name, summary, contacts in the order of the file.
#include <algorithm>

#include "base/nearest.h"
#include "resume/link.h"
#include "resume/reader.h"

namespace broadside::resume {

Person Reader::person(const Node& node) {
  Person out;
  for (const Given& given : fields(node, Mapping::Person)) {
    const Node& value = *given.value;
    switch (given.field->key) {
      case Key::Name:
        out.name = text(value, kLongestName);
        if (out.name.empty() && value.scalar.size() <= kLongestName)
          diagnostics_.error("resume-missing", value.span, "the name is empty");
        break;
      case Key::Label:
        out.label = text(value);
        break;
      case Key::Summary:
        summary(value, out);
        break;
      case Key::Email:
        contacts(value, ContactKind::Email, out);
        break;
      case Key::Phone:
        contacts(value, ContactKind::Phone, out);
        break;
      case Key::Url:
        contacts(value, ContactKind::Url, out);
        break;
      case Key::Location:
        contacts(value, ContactKind::Location, out);
        break;
      case Key::Profiles:
        for (const Node* item : items(value)) {
          Contact found = profile(*item);
          if (!found.text.empty()) out.contacts.push_back(std::move(found));
        }
        break;
      case Key::Photo:
        out.photo = image(value);
        break;
      default:
        diagnostics_.error("internal-unread", given.key->span, "this key is in the table of fields but is not read");
    }
  }
  return out;
}

void Reader::summary(const Node& node, Person& out) {
  out.summary_meta = begin_meta(node);
  if (node.is_scalar()) {
    out.summary = markdown(node);
    return;
  }
  for (const Given& given : fields(node, Mapping::Summary)) {
    if (given.field->key == Key::Text) {
      out.summary = markdown(*given.value);
    } else if (given.field->key == Key::Short) {
      out.summary_short = markdown(*given.value);
    } else if (!read_meta(given, out.summary_meta)) {
      diagnostics_.error("internal-unread", given.key->span, "this key is in the table of fields but is not read");
    }
  }
}

void Reader::contacts(const Node& node, ContactKind kind, Person& out) {
  for (const Node* item : items(node)) {
    if (item->is_null()) continue;
    if (item->is_sequence()) {
      diagnostics_.error("resume-type", item->span, "expected a text here, not a list");
      continue;
    }
    Contact found = contact(*item, kind);
    if (!found.text.empty()) out.contacts.push_back(std::move(found));
  }
}

Contact Reader::contact(const Node& node, ContactKind kind) {
  Contact out;
  out.kind = kind;
  out.meta = begin_meta(node);
  const Node* place = &node;
  if (node.is_scalar()) {
    out.text = text(node);
  } else {
    for (const Given& given : fields(node, Mapping::Contact)) {
      if (given.field->key == Key::Text) {
        out.text = text(*given.value);
        place = given.value;
      } else if (given.field->key == Key::Url) {
        out.url = url(*given.value);
      } else if (!read_meta(given, out.meta)) {
        diagnostics_.error("internal-unread", given.key->span, "this key is in the table of fields but is not read");
      }
    }
  }
  if (!out.text.empty() && out.url.empty()) derive_link(out, *place);
  return out;
}

// An e-mail address, a telephone number and a web address are links by themselves.
void Reader::derive_link(Contact& contact, const Node& node) {
  const std::string& shown = contact.text.text;
  CheckedUrl checked;
  switch (contact.kind) {
    case ContactKind::Email: {
      const std::size_t at = shown.find('@');
      const bool good = at != std::string::npos && at > 0 && at + 1 < shown.size() &&
                        shown.find_first_of(" ,;<>") == std::string::npos &&
                        shown.find('@', at + 1) == std::string::npos;
      if (good) {
        checked = check_url("mailto:" + shown);
      } else {
        checked.problem = "'" + shown + "' is not an e-mail address";
        checked.hint = "write one address as name@example.org, several as a list";
      }
      break;
    }
    case ContactKind::Phone: {
      std::string digits;
      for (const char c : shown) {
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
      }
      if (digits.find_first_of("0123456789") == std::string::npos) {
        checked.problem = "'" + shown + "' is not a telephone number";
        checked.hint = "write it with its country, such as +1 607 555 0100";
      } else {
        checked.url = "tel:" + digits;
      }
      break;
    }
    case ContactKind::Url:
      checked = check_url(shown);
      if (checked.problem.empty()) contact.text.text = without_scheme(shown);
      break;
    case ContactKind::Location:
    case ContactKind::Profile:
      return;
  }
  if (checked.problem.empty()) {
    contact.url = {checked.url, node.span};
  } else {
    diagnostics_.error(contact.kind == ContactKind::Url ? "resume-link" : "resume-contact", node.span, checked.problem,
                       checked.hint);
  }
}

Contact Reader::profile(const Node& node) {
  Contact out;
  out.kind = ContactKind::Profile;
  out.meta = begin_meta(node);
  RichText username;
  const Node* network = nullptr;
  for (const Given& given : fields(node, Mapping::Profile)) {
    switch (given.field->key) {
      case Key::Network:
        out.network = text(*given.value).text;
        network = given.value;
        break;
      case Key::Username:
        username = text(*given.value);
        break;
      case Key::Url:
        out.url = url(*given.value);
        break;
      case Key::Text:
        out.text = text(*given.value);
        break;
      default:
        if (!read_meta(given, out.meta)) {
          diagnostics_.error("internal-unread", given.key->span, "this key is in the table of fields but is not read");
        }
    }
  }
  if (network == nullptr) return out;
  if (node.find("url") == nullptr) {
    const std::optional<std::string> page = profile_url(out.network, username.text);
    if (page) {
      out.url = {*page, username.span};
    } else if (username.empty()) {
      diagnostics_.error("resume-missing", network->span, "a profile needs 'username' or 'url'");
    } else {
      const std::string_view near = nearest(out.network, known_networks());
      const bool known = !near.empty() && profile_url(near, "a").has_value() && near != out.network;
      std::string hint = "add 'url: https://…'";
      if (known) hint = "did you mean '" + std::string(near) + "'? For another network " + hint;
      if (near == "Mastodon") hint = "write the user name as @name@host, or " + hint;
      diagnostics_.error("resume-network", near == "Mastodon" ? username.span : network->span,
                         "the page of '" + username.text + "' on '" + out.network + "' is not known", hint);
    }
  }
  if (out.text.empty()) out.text = username;
  if (out.text.empty() && !out.url.empty()) {
    out.text.text = without_scheme(out.url.url);
    out.text.span = out.url.span;
  }
  return out;
}

}  // namespace broadside::resume
