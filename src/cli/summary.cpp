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

std::string counts(const fit::Report& report) {
  std::size_t shortened = 0, hidden = 0;
  for (const fit::Left& left : report.left) ++(left.show == resume::Show::Short ? shortened : hidden);
  if (shortened + hidden == 0) return "everything fits";
  std::string text;
  if (shortened > 0) text += std::to_string(shortened) + " shortened";
  if (hidden > 0) text += (text.empty() ? "" : ", ") + std::to_string(hidden) + " left out";
  return text;
}

}  // namespace

std::string plural(std::size_t count, const std::string& singular) {
  return std::to_string(count) + " " + singular + (count == 1 ? "" : "s");
}

std::string document_summary(const std::string& path, const std::string& file, const Document& document) {
  // As `ls` and file managers count: 1 KB = 1000 bytes, rounded up so that nothing is 0 KB.
  const std::size_t kilobytes = (document.pdf.size() + 999) / 1000;
  std::string text =
      path + "  " + plural(static_cast<std::size_t>(document.pages), "page") + ", " + std::to_string(kilobytes) + " KB";
  if (!document.fit) return text + "\n";
  const fit::Report& report = *document.fit;
  text += ", " + fill_and_step(report) + "\n  " + counts(report);
  if (!report.left.empty()) text += "; why: broadside explain " + file + " --variant " + document.variant;
  return text + "\n";
}

std::string fill_and_step(const fit::Report& report) {
  std::string text;
  if (report.capacity > Length{}) text += std::to_string(report.filled.raw * 100 / report.capacity.raw) + " % full";
  if (report.steps > 0) {
    text += (text.empty() ? "" : ", ") + ("step " + std::to_string(report.step)) + " of " +
            std::to_string(report.steps) + " (0 is the loosest)";
  }
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
