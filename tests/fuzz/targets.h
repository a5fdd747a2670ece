// SPDX-License-Identifier: MIT
// What is fuzzed. Comes in: any bytes. Goes out: nothing; a wrong answer is a Violation, and whatever the sanitizers
// stop is a finding too. libfuzzer.cpp runs one of these with coverage; replay_test.cpp runs all with the kept seeds.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace broadside::fuzz {

/// The program gave an answer that no input may get.
struct Violation : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void require(bool holds, const std::string& what) {
  if (!holds) throw Violation(what);
}

/// A résumé's text → nodes → model, and what is said about it.
void yaml(std::string_view bytes);
/// A layout file's text → the PDFs of one résumé that has something of everything. Settings as in whole().
void layout(std::string_view bytes);
/// Inline Markdown → rich text: no word is lost or invented.
void markdown(std::string_view bytes);
/// The bytes of a picture → pixels → a PDF.
void image(std::string_view bytes);
/// The bytes of a font → a face, shaped text, a PDF with its subset.
void font(std::string_view bytes);
/// A résumé's text → PDFs: exit code 0 with files that pass `qpdf --check`, or 1 with diagnostics. Lines at the start
/// that begin with "#!" are the command line: `#!set PATH=VALUE`, `#!layout NAME`, `#!variant NAME`, `#!for WORDS`,
/// `#!explain`.
/// What follows a line "#!layout:" is a layout file.
void whole(std::string_view bytes);

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

inline constexpr Target kTargets[] = {
    {"yaml", yaml}, {"layout", layout}, {"markdown", markdown}, {"image", image}, {"font", font}, {"whole", whole},
};

}  // namespace broadside::fuzz
