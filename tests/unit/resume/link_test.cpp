// SPDX-License-Identifier: MIT
// Links: schemes, encoding, networks.
#include "resume/link.h"

#include <gtest/gtest.h>

namespace broadside::resume {
namespace {

TEST(CheckUrl, AnEnormousAddressIsRefused) {
  EXPECT_TRUE(check_url("https://example.org/" + std::string(7900, 'x')).problem.empty());
  EXPECT_EQ(check_url("https://example.org/" + std::string(8000, 'x')).problem,
            "this address has 8020 bytes; the limit for an address is 8000");
}

TEST(CheckUrl, LetsFourSchemesThrough) {
  for (const char* good : {"https://example.org", "http://example.org:8080/a?b=c#d", "mailto:a@example.org?subject=x",
                           "tel:+16075550100", "https://localhost/x", "https://[::1]/"}) {
    EXPECT_EQ(check_url(good).url, good);
    EXPECT_EQ(check_url(good).problem, "");
  }
  EXPECT_EQ(check_url("HTTPS://Example.org/A").url, "https://Example.org/A");
}

TEST(CheckUrl, RefusesTheRest) {
  for (const char* bad :
       {"", "javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "ftp://x.y",
        "//example.org", "/x", "x.png", "https:", "https://", "https:///x", "https:example.org",
        "mailto:", "tel:", "example.org:80", "https://a b/c", "vbscript:x", "\\\\host\\x"}) {
    EXPECT_EQ(check_url(bad).url, "") << bad;
    EXPECT_NE(check_url(bad).problem, "") << bad;
    EXPECT_NE(check_url(bad).hint, "") << bad;
  }
}

TEST(CheckUrl, ResultIsAlwaysPlainAscii) {
  EXPECT_EQ(check_url("https://example.org/é x\"<>").url, "https://example.org/%C3%A9%20x%22%3C%3E");
  EXPECT_EQ(check_url("https://example.org/%C3%A9").url, "https://example.org/%C3%A9");
}

TEST(WithoutScheme, ShowsWhatPeopleRead) {
  EXPECT_EQ(without_scheme("https://example.org/"), "example.org");
  EXPECT_EQ(without_scheme("https://example.org/a/"), "example.org/a/");
  EXPECT_EQ(without_scheme("example.org"), "example.org");
}

TEST(ProfileUrl, KnowsTheNetworks) {
  EXPECT_EQ(profile_url("GitHub", "ada"), "https://github.com/ada");
  EXPECT_EQ(profile_url("github", "@ada"), "https://github.com/ada");
  EXPECT_EQ(profile_url("LinkedIn", "ada"), "https://www.linkedin.com/in/ada/");
  EXPECT_EQ(profile_url("stackoverflow", "1"), "https://stackoverflow.com/users/1");
  EXPECT_EQ(profile_url("Google Scholar", "x"), "https://scholar.google.com/citations?user=x");
  EXPECT_EQ(profile_url("ORCID", "0000-0002-1825-0097"), "https://orcid.org/0000-0002-1825-0097");
  EXPECT_EQ(profile_url("Mastodon", "@ada@host.example"), "https://host.example/@ada");
  EXPECT_EQ(profile_url("Mastodon", "ada"), std::nullopt);
  EXPECT_EQ(profile_url("Unknown", "ada"), std::nullopt);
  EXPECT_EQ(profile_url("GitHub", ""), std::nullopt);
  for (const auto network : known_networks()) EXPECT_TRUE(profile_url(network, "a@b.example")) << network;
}

}  // namespace
}  // namespace broadside::resume
