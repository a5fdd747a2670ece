// SPDX-License-Identifier: MIT
// What a run tells when it is done. Comes in: figures; goes out: text. Prints nothing.
#pragma once

#include <cstddef>
#include <string>

#include "compile.h"

namespace broadside::cli {

/// "out/resume.pdf  2 pages, 48 KB\n"; for a fitted variant two lines, with fill, step of tightness, how much was left
/// out, and how to ask why. `file` is the résumé's.
std::string document_summary(const std::string& path, const std::string& file, const Document& document);
/// "97 % full, step 3 of 12 (0 is the loosest)"
std::string fill_and_step(const fit::Report& report);
/// "2 PDFs in 14 ms\n"
std::string run_summary(std::size_t documents, double milliseconds);
/// "3 errors, 1 warning"; "no errors" if there is neither.
std::string count_summary(std::size_t errors, std::size_t warnings);
/// "1 page", "2 pages".
std::string plural(std::size_t count, const std::string& singular);

}  // namespace broadside::cli
