// SPDX-License-Identifier: MIT
// Links: which ones a PDF may carry, how they are written, and where an account on a network lives.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::resume {

/// Either the URL as it goes into the PDF, or what is wrong with it and what to do.
struct CheckedUrl {
  std::string url;      ///< ASCII: blanks and everything beyond are percent-encoded (RFC 3986, 2.1)
  std::string problem;  ///< empty if it is good
  std::string hint;
};

/// Lets http, https, mailto and tel through.
CheckedUrl check_url(std::string_view text);

/// "https://www.example.org/" → "www.example.org", for print.
std::string without_scheme(std::string_view url);

/// The page of an account, or nullopt if the network is unknown or the name cannot be one of its accounts.
std::optional<std::string> profile_url(std::string_view network, std::string_view username);
/// Networks whose pages are known, as they are written.
const std::vector<std::string_view>& known_networks();

}  // namespace broadside::resume
