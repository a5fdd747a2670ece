// SPDX-License-Identifier: MIT
// The checks of single bytes, then the walk over lines.
#include "yaml/scan.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "yaml/scanner.h"

namespace broadside::yaml {
namespace {

// Enough to see a pattern; a file in another encoding would report every line.
constexpr int kMostReports = 5;

std::string hex_byte(unsigned char byte) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  return {'0', 'x', kDigits[byte >> 4], kDigits[byte & 15u]};
}

bool check_utf8(std::string_view text, std::uint32_t id, Diagnostics& diagnostics) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    diagnostics.error("yaml-utf8", {id, 0, 2}, "the file is written in UTF-16", "save it as UTF-8");
    return false;
  }
  int reports = 0;
  for (std::size_t from = 0; from < text.size() && reports < kMostReports; ++reports) {
    const auto found = find_invalid_utf8(text.substr(from));
    if (!found) break;
    const std::size_t place = from + *found;
    const auto byte = static_cast<unsigned char>(text[place]);
    std::string hint = "save the file as UTF-8";
    if (byte >= 0xA0) {
      hint += "; if it is Latin-1 now, this byte is '";
      append_utf8(hint, byte);
      hint += "'";
    }
    diagnostics.error("yaml-utf8", {id, static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place + 1)},
                      "the byte " + hex_byte(byte) + " is not valid UTF-8", hint);
    from = std::min(text.find('\n', place), text.size());  // one report a line
  }
  return reports == 0;
}

// YAML allows no control characters but tab and line ends; and a file that has some is damaged.
bool check_controls(std::string_view text, std::uint32_t id, Diagnostics& diagnostics) {
  int reports = 0;
  for (std::size_t i = 0; i < text.size() && reports < kMostReports; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool control = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    if (!control) continue;
    ++reports;
    diagnostics.error("yaml-control-character", {id, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)},
                      "the control character " + hex_byte(byte) + " cannot stand in a text file", "delete it");
  }
  return reports == 0;
}

}  // namespace

bool scan(const Source& source, std::uint32_t id, Diagnostics& diagnostics, const Limits& limits,
          std::vector<std::size_t>& tabs) {
  const std::string_view text = source.text();
  if (text.size() > limits.bytes) {
    diagnostics.error(
        "yaml-too-large", {id, 0, 0},
        "the file has " + std::to_string(text.size()) + " bytes; the limit is " + std::to_string(limits.bytes),
        "split the file");
    return false;
  }
  if (!check_utf8(text, id, diagnostics) || !check_controls(text, id, diagnostics)) return false;
  const std::size_t errors = diagnostics.error_count();
  Scanner scanner(source, id, diagnostics);
  scanner.run();
  tabs = scanner.tabs();
  return diagnostics.error_count() == errors;
}

}  // namespace broadside::yaml
