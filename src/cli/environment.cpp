// SPDX-License-Identifier: MIT
// Environment variables → values. Comes in: getenv; goes out: an Environment for the spine.
#include "cli/environment.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>

#include "host/shipped.h"
#include "host/system_fonts.h"

namespace broadside::cli {
namespace {

/// 9999-12-31T23:59:59Z.
constexpr std::int64_t kLastSecond = 253'402'300'799;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

}  // namespace

std::optional<std::int64_t> parse_epoch(const std::string& text) {
  std::int64_t seconds = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc{} || stop != end || seconds < 0 || seconds > kLastSecond) return std::nullopt;
  return seconds;
}

std::optional<Environment> read_environment(std::string& problem) {
  Environment environment;
  const std::string epoch = variable("SOURCE_DATE_EPOCH");
  if (!epoch.empty()) {
    const auto seconds = parse_epoch(epoch);
    if (!seconds) {
      problem = "SOURCE_DATE_EPOCH is '" + epoch + "', which is no number of seconds from 1970 to the year 9999";
      return std::nullopt;
    }
    environment.timestamp = *seconds;
  }
  const std::string share = variable("BROADSIDE_SHARE");
  const host::Shipped shipped = host::find_shipped(share, BROADSIDE_SHARE_FALLBACK);
  if (shipped.layouts.empty()) {
    problem = share.empty() ? "the folders layouts/ and fonts/ that come with the program were not found"
                            : "BROADSIDE_SHARE is '" + share + "', which does not hold layouts/ and fonts/";
    return std::nullopt;
  }
  environment.layouts_folder = shipped.layouts;
  environment.fonts_folder = shipped.fonts;
  environment.system_fonts = std::make_shared<host::FontconfigFonts>();
  // Dictionaries whose licence lets us ship them, then those that the system has.
  environment.hyphenation_folders = {shipped.hyphenation, "/usr/share/hyphen"};
  return environment;
}

UseColor color_for(int descriptor) {
  if (!variable("NO_COLOR").empty() || variable("TERM") == "dumb") return UseColor::No;
  return ::isatty(descriptor) == 1 ? UseColor::Yes : UseColor::No;
}

}  // namespace broadside::cli
