// SPDX-License-Identifier: MIT
// The words of a finished run. Comes in: documents and counts; goes out: lines for people.
#include "cli/summary.h"

#include <cmath>

namespace broadside::cli {
namespace {

/// "12 ms", "0.4 ms", "2.1 s": two figures are enough, and no locale is asked.
std::string duration(double milliseconds) {
  const bool seconds = milliseconds >= 1000;
  const double value = seconds ? milliseconds / 1000 : milliseconds;
  const auto tenths = std::lround(value * 10);
  const std::string unit = seconds ? " s" : " ms";
  if (tenths >= 100) return std::to_string(std::lround(value)) + unit;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + unit;
}

std::string left_line(const fit::Left& left) {
  const char* how = left.show == resume::Show::Short ? "shortened" : "left out";
  return std::string("    ") + how + " (priority " + std::to_string(left.priority) + "): " + left.what + "\n";
}

std::string fit_lines(const fit::Report& report) {
  std::string text;
  if (report.steps > 0)
    text += "  set at step " + std::to_string(report.step) + " of " + std::to_string(report.steps) +
            " (0 is the loosest)\n";
  if (report.left.empty()) return text + "  everything fits\n";
  text += "  to fit " + plural(static_cast<std::size_t>(report.pages), "page") + ":\n";
  for (const fit::Left& left : report.left) text += left_line(left);
  return text;
}

}  // namespace

std::string plural(std::size_t count, const std::string& singular) {
  return std::to_string(count) + " " + singular + (count == 1 ? "" : "s");
}

std::string document_summary(const std::string& path, const Document& document) {
  // As `ls` and file managers count: 1 KB = 1000 bytes, rounded up so that nothing is 0 KB.
  const std::size_t kilobytes = (document.pdf.size() + 999) / 1000;
  std::string text = path + "  " + plural(static_cast<std::size_t>(document.pages), "page") + ", " +
                     std::to_string(kilobytes) + " KB\n";
  if (document.fit) text += fit_lines(*document.fit);
  return text;
}

std::string run_summary(std::size_t documents, double milliseconds) {
  return plural(documents, "PDF") + " in " + duration(milliseconds) + "\n";
}

std::string count_summary(std::size_t errors, std::size_t warnings) {
  if (errors == 0 && warnings == 0) return "no errors";
  std::string text;
  if (errors > 0) text += plural(errors, "error");
  if (warnings > 0) text += (text.empty() ? "" : ", ") + plural(warnings, "warning");
  return text;
}

}  // namespace broadside::cli
