// SPDX-License-Identifier: MIT
// The spine: one résumé in, one document per variant out. Comes in: the bytes of resume.yaml and where the shipped
// files lie. Goes out: PDF bytes and what happened to them. Writes no file and prints nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "fit/fit.h"
#include "host/system_fonts.h"
#include "load/layouts.h"

namespace broadside {

/// What one process needs to know of its surroundings.
struct Environment {
  std::string layouts_folder;                    ///< shipped layouts: NAME is NAME.yaml in it
  std::string fonts_folder;                      ///< shipped fonts
  std::vector<std::string> hyphenation_folders;  ///< of dictionaries, asked in this order
  /// Of the machine, for characters that no other font has; null = none. Asked only if there is such a character.
  std::shared_ptr<host::SystemFonts> system_fonts;
  std::int64_t timestamp = 0;  ///< SOURCE_DATE_EPOCH, or 0: seconds since 1970 for the dates inside the PDF
};

/// One résumé to compile.
struct Request {
  std::uint32_t source = 0;           ///< its text, already added to the Sources
  std::string folder;                 ///< of the file: images, fonts and layouts are looked up below it
  std::vector<std::string> variants;  ///< empty = all of the file
  load::LayoutWish layout;            ///< --layout and --set
  fit::Options fit;                   ///< `explain`, and the text of --for
};

/// One variant, done.
struct Document {
  std::string variant;
  std::string output;  ///< the variant's own file name, or empty
  std::string pdf;     ///< bytes; empty when only checked
  int pages = 0;
  std::optional<fit::Report> fit;  ///< for variants with a number of pages
};

enum class Want : std::uint8_t { Check, Build };

/// Keeps what several résumés of one run share (fonts, shaped text).
class Compiler {
 public:
  explicit Compiler(Environment environment);
  ~Compiler();
  Compiler(const Compiler&) = delete;
  Compiler& operator=(const Compiler&) = delete;

  /// The documents in the order of the variants; errors are in `diagnostics`, and a variant with an error has no
  /// document. `sources` receives the layout files that were read.
  std::vector<Document> compile(const Request& request, Want want, Sources& sources, Diagnostics& diagnostics);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace broadside
