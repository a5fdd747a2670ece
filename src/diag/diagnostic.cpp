// SPDX-License-Identifier: MIT
// The list of what the user is told.
#include "diag/diagnostic.h"

#include <algorithm>

namespace broadside {

Diagnostic& Diagnostics::add(Severity severity, std::string code, Span span, std::string message, std::string hint) {
  Diagnostic& added = list_.emplace_back();
  added.severity = severity;
  added.code = std::move(code);
  added.span = span;
  added.message = std::move(message);
  if (!hint.empty()) added.hints.push_back({std::move(hint), {}});
  return added;
}

std::size_t Diagnostics::error_count() const {
  return static_cast<std::size_t>(
      std::count_if(list_.begin(), list_.end(), [](const Diagnostic& d) { return d.severity == Severity::Error; }));
}

std::size_t Diagnostics::warning_count() const { return list_.size() - error_count(); }

bool Diagnostics::has_errors() const { return error_count() > 0; }

void Diagnostics::append(const Diagnostics& other) {
  const std::size_t count = other.list_.size();  // `other` may be this very list
  for (std::size_t i = 0; i < count; ++i) list_.push_back(Diagnostic(other.list_[i]));
}

}  // namespace broadside
