// SPDX-License-Identifier: MIT
// Schemes, percent-encoding, networks.
#include "resume/link.h"

#include <algorithm>

namespace broadside::resume {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

bool is_scheme(std::string_view text) {
  if (text.empty() || !((text[0] | 32) >= 'a' && (text[0] | 32) <= 'z')) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

// Characters RFC 3986 does not allow anywhere in a URL, and everything that is not ASCII.
bool needs_encoding(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
}

std::string encode(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (!needs_encoding(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15u];
  }
  return out;
}

bool looks_like_host(std::string_view text) {
  const std::string_view host = text.substr(0, text.find('/'));
  const std::size_t dot = host.rfind('.');
  return dot != std::string_view::npos && dot > 0 && host.size() - dot > 2 &&
         host.find_first_of(" @:") == std::string_view::npos;
}

// A network's account pages: the user name goes between the two parts.
struct Network {
  std::string_view name, before, after;
};
constexpr Network kNetworks[] = {
    {"GitHub", "https://github.com/", ""},
    {"GitLab", "https://gitlab.com/", ""},
    {"LinkedIn", "https://www.linkedin.com/in/", "/"},
    {"X", "https://x.com/", ""},
    {"Twitter", "https://twitter.com/", ""},
    {"ORCID", "https://orcid.org/", ""},
    {"Google Scholar", "https://scholar.google.com/citations?user=", ""},
    {"Stack Overflow", "https://stackoverflow.com/users/", ""},
    {"Bluesky", "https://bsky.app/profile/", ""},
    {"Hugging Face", "https://huggingface.co/", ""},
    {"Kaggle", "https://www.kaggle.com/", ""},
    {"Codeberg", "https://codeberg.org/", ""},
    {"Bitbucket", "https://bitbucket.org/", "/"},
    {"LeetCode", "https://leetcode.com/u/", "/"},
    {"ResearchGate", "https://www.researchgate.net/profile/", ""},
    {"Medium", "https://medium.com/@", ""},
    {"DEV", "https://dev.to/", ""},
    {"YouTube", "https://www.youtube.com/@", ""},
    {"Telegram", "https://t.me/", ""},
    {"Facebook", "https://www.facebook.com/", ""},
    {"Instagram", "https://www.instagram.com/", "/"},
    {"Dribbble", "https://dribbble.com/", ""},
    {"Behance", "https://www.behance.net/", ""},
    {"Xing", "https://www.xing.com/profile/", ""},
    {"npm", "https://www.npmjs.com/~", ""},
};

// Names are compared without case and blanks: "stackoverflow" is "Stack Overflow".
std::string folded(std::string_view name) {
  std::string out = lower(name);
  std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return out;
}

// "@user@host" lives on its host.
std::optional<std::string> fediverse_url(std::string_view username) {
  if (username.starts_with('@')) username.remove_prefix(1);
  const std::size_t at = username.find('@');
  if (at == std::string_view::npos || at == 0 || !looks_like_host(username.substr(at + 1))) return std::nullopt;
  return "https://" + std::string(username.substr(at + 1)) + "/@" + std::string(username.substr(0, at));
}

/// Browsers and servers give up near here; escaped, it still fits one string of a PDF. Bytes.
constexpr std::size_t kLongestUrl = 8000;

}  // namespace

CheckedUrl check_url(std::string_view text) {
  CheckedUrl result;
  if (text.size() > kLongestUrl) {
    result.problem = "this address has " + std::to_string(text.size()) + " bytes; the limit for an address is " +
                     std::to_string(kLongestUrl);
    result.hint = "link to a shorter address";
    return result;
  }
  const std::string shown(text);
  const std::size_t colon = text.find(':');
  const bool has_scheme = colon != std::string_view::npos && is_scheme(text.substr(0, colon)) &&
                          !(looks_like_host(text) && text.substr(colon + 1, 2) != "//");
  if (!has_scheme) {
    result.problem = "'" + shown + "' is not a whole address";
    if (text.find('@') != std::string_view::npos && text.find('/') == std::string_view::npos) {
      result.hint = "write mailto:" + shown;
    } else if (looks_like_host(text)) {
      result.hint = "write https://" + shown;
    } else {
      result.hint = "links inside a PDF need a whole address, such as https://example.org/" + shown;
    }
    return result;
  }
  const std::string scheme = lower(text.substr(0, colon));
  const std::string_view rest = text.substr(colon + 1);
  if (scheme == "http" || scheme == "https") {
    const std::string_view after = rest.starts_with("//") ? rest.substr(2) : std::string_view();
    if (after.empty() || after[0] == '/' || after.find_first_of(" \t") < after.find('/')) {
      result.problem = "'" + shown + "' names no host";
      result.hint = "write it as " + scheme + "://example.org/…";
      return result;
    }
  } else if (scheme == "mailto") {
    if (rest.find('@') == std::string_view::npos) {
      result.problem = "'" + shown + "' names no e-mail address";
      result.hint = "write it as mailto:name@example.org";
      return result;
    }
  } else if (scheme == "tel") {
    if (rest.find_first_of("0123456789") == std::string_view::npos) {
      result.problem = "'" + shown + "' names no telephone number";
      result.hint = "write it as tel:+1-607-555-0100";
      return result;
    }
  } else {
    result.problem = "links of the kind '" + scheme + ":' are not allowed";
    result.hint = "a link begins with https:, http:, mailto: or tel:";
    return result;
  }
  result.url = scheme + ":" + encode(rest);
  return result;
}

std::string without_scheme(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes != std::string_view::npos) url.remove_prefix(slashes + 3);
  if (url.ends_with('/') && url.find('/') == url.size() - 1) url.remove_suffix(1);
  return std::string(url);
}

std::optional<std::string> profile_url(std::string_view network, std::string_view username) {
  const std::string name = folded(network);
  if (name == "mastodon" || name == "fediverse") return fediverse_url(username);
  if (username.starts_with('@')) username.remove_prefix(1);
  if (username.empty()) return std::nullopt;
  for (const Network& known : kNetworks) {
    if (folded(known.name) != name) continue;
    return std::string(known.before) + encode(username) + std::string(known.after);
  }
  return std::nullopt;
}

const std::vector<std::string_view>& known_networks() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all{"Mastodon"};
    for (const Network& known : kNetworks) all.push_back(known.name);
    return all;
  }();
  return names;
}

}  // namespace broadside::resume
