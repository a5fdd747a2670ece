// SPDX-License-Identifier: MIT
// Parts of a variant that need more than the value as it stands: sizes, file names with placeholders.
#include <charconv>

#include "resume/reader.h"

namespace broadside::resume {
namespace {

constexpr double kLeastSize = 4, kMostSize = 24;  // points

void replace_all(std::string& text, std::string_view placeholder, const std::string& value) {
  for (std::size_t at = 0; (at = text.find(placeholder, at)) != std::string::npos; at += value.size()) {
    text.replace(at, placeholder.size(), value);
  }
}

// What no file name may hold becomes a hyphen: "A/B" is "A-B".
std::string for_file_name(std::string text) {
  for (char& c : text) {
    if (c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = '-';
  }
  return text;
}

}  // namespace

std::optional<Length> Reader::min_size(const Node& node) {
  const std::string& text = node.scalar;
  double points = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), points);
  const std::string_view unit(stop, static_cast<std::size_t>(text.data() + text.size() - stop));
  if (error == std::errc{} && (unit.empty() || unit == "pt" || unit == " pt") && points >= kLeastSize &&
      points <= kMostSize) {
    return Length::from_pt(points);
  }
  diagnostics_.error("resume-value", node.span, "'" + text + "' is not a size of type from 4pt to 24pt",
                     "write points, such as 9pt or 9.5pt");
  return std::nullopt;
}

std::string Reader::output(const Variant& variant, const Person& person) {
  std::string out = variant.output;
  replace_all(out, "{variant}", variant.name);
  replace_all(out, "{name}", for_file_name(person.name.text));
  return out;
}

}  // namespace broadside::resume
