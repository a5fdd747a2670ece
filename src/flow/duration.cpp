// SPDX-License-Identifier: MIT
#include "flow/duration.h"

#include <algorithm>
#include <utility>

#include "unicode/durations.h"

namespace broadside::flow {
namespace {

constexpr int kMonthsOfYear = 12;

// Months since the year 0, from the first to behind the last.
using Months = std::pair<int, int>;

std::optional<Months> months_of(const resume::Date& date, const std::optional<resume::PartialDate>& as_of) {
  if (!date.text.empty() || !date.start) return std::nullopt;
  const std::optional<resume::PartialDate>& end = date.present ? as_of : date.end;
  if (!end) return std::nullopt;
  const bool years_only = date.start->month == 0 || end->month == 0;
  const auto from = [](const resume::PartialDate& point, bool year_only) {
    return point.year * kMonthsOfYear + (year_only ? 0 : point.month - 1);
  };
  return Months{from(*date.start, years_only), from(*end, years_only) + (years_only ? 0 : 1)};
}

bool lacks_as_of(const resume::Entry& entry, const resume::Resume& resume) {
  if (resume.as_of) return false;
  return (entry.date.present && entry.date.start) ||
         std::any_of(entry.positions.begin(), entry.positions.end(),
                     [&](const resume::Entry& position) { return lacks_as_of(position, resume); });
}

}  // namespace

std::optional<int> months_of(const resume::Entry& entry, const resume::Resume& resume) {
  std::vector<Months> all;
  if (!entry.date.empty() || entry.positions.empty()) {
    const std::optional<Months> own = months_of(entry.date, resume.as_of);
    if (!own) return std::nullopt;
    all.push_back(*own);
  } else {
    for (const resume::Entry& position : entry.positions) {
      const std::optional<Months> one = months_of(position.date, resume.as_of);
      if (!one) return std::nullopt;
      all.push_back(*one);
    }
  }
  std::sort(all.begin(), all.end());
  int sum = 0;
  int reached = all.front().first;
  for (const auto& [begin, end] : all) {
    sum += std::max(end - std::max(begin, reached), 0);
    reached = std::max(reached, end);
  }
  if (sum < 1) return std::nullopt;
  return sum;
}

resume::RichText duration_text(const resume::Entry& entry, const resume::Resume& resume, Diagnostics& diagnostics) {
  resume::RichText out;
  out.span = entry.date.span;
  if (const std::optional<int> months = months_of(entry, resume)) {
    out.text = unicode::format_duration(*months, resume.locale);
  } else if (lacks_as_of(entry, resume)) {
    const auto said = [](const Diagnostic& one) { return one.code == "resume-as-of"; };
    if (std::none_of(diagnostics.list().begin(), diagnostics.list().end(), said)) {
      diagnostics.warning("resume-as-of", entry.meta.span,
                          "the layout prints how long things lasted, but nothing tells until when `present` counts",
                          "write `as-of: 2026-11` at the top of the file, or set SOURCE_DATE_EPOCH");
    }
  }
  return out;
}

}  // namespace broadside::flow
