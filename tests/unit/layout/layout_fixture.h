// SPDX-License-Identifier: MIT
// Reads layouts from text in tests.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "diag/report.h"
#include "layout/read.h"
#include "layout/tighten.h"
#include "yaml/parse.h"

namespace broadside::layout {

struct Outcome {
  std::shared_ptr<const Spec> spec;
  Diagnostics diagnostics;
  Sources sources;

  /// "code: message", a line each, in the order of their places.
  [[nodiscard]] std::string errors() const {
    std::string out;
    for (const Diagnostic& item : diagnostics.list()) out += item.code + ": " + item.message + "\n";
    return out;
  }
  [[nodiscard]] bool has(const std::string& code, const std::string& part_of_message = {}) const {
    for (const Diagnostic& item : diagnostics.list())
      if (item.code == code && item.message.find(part_of_message) != std::string::npos) return true;
    return false;
  }
  [[nodiscard]] std::string hints() const {
    std::string out;
    for (const Diagnostic& item : diagnostics.list())
      for (const Hint& hint : item.hints) out += hint.text + "\n";
    return out;
  }
  /// The text that a diagnostic underlines.
  [[nodiscard]] std::string underlined(std::size_t index) const {
    const Span span = diagnostics.list().at(index).span;
    const Source* source = sources.find(span.source);
    return source == nullptr ? "" : std::string(source->text().substr(span.begin, span.end - span.begin));
  }
};

inline Outcome read_text(const std::string& text, const std::vector<Override>& overrides = {}) {
  Outcome out;
  const std::uint32_t id = out.sources.add("test.yaml", text);
  const std::optional<yaml::Node> root = yaml::parse(out.sources, id, out.diagnostics);
  EXPECT_TRUE(root.has_value()) << out.errors();
  if (root) out.spec = read(*root, "test", overrides, out.diagnostics);
  return out;
}

inline std::vector<Override> set(const std::vector<std::pair<std::string, std::string>>& values) {
  std::vector<Override> out;
  for (const auto& [path, value] : values) out.push_back({path, value, {}});
  return out;
}

}  // namespace broadside::layout
