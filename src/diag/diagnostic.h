// SPDX-License-Identifier: MIT
// What the user is told: errors and warnings as values. A stage appends to the list it is handed
// and goes on as far as it can, so that one run reports everything.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diag/source.h"

namespace broadside {

enum class Severity { Error, Warning };

/// What to do about it; may point to a place of its own and may propose the corrected line.
struct Hint {
  std::string text;
  Span span;
};

struct Diagnostic {
  Severity severity = Severity::Error;
  /// Stable, for programs: "yaml-tab", "resume-unknown-key", … never changes once released.
  std::string code;
  Span span;
  /// One plain sentence without a final period, for a reader who never saw the source code.
  std::string message;
  std::vector<Hint> hints;
};

class Diagnostics {
 public:
  Diagnostic& error(std::string code, Span span, std::string message, std::string hint = {}) {
    return add(Severity::Error, std::move(code), span, std::move(message), std::move(hint));
  }
  Diagnostic& warning(std::string code, Span span, std::string message, std::string hint = {}) {
    return add(Severity::Warning, std::move(code), span, std::move(message), std::move(hint));
  }
  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] std::size_t error_count() const;
  [[nodiscard]] std::size_t warning_count() const;
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] const std::vector<Diagnostic>& list() const { return list_; }
  void append(const Diagnostics& other);

 private:
  Diagnostic& add(Severity severity, std::string code, Span span, std::string message, std::string hint);
  std::vector<Diagnostic> list_;
};

}  // namespace broadside
