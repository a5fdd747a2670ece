// SPDX-License-Identifier: MIT
// What a run tells when it is done. Comes in: figures; goes out: text. Prints nothing.
#pragma once

#include <cstddef>
#include <string>

#include "compile.h"

namespace broadside::cli {

/// "out/resume.pdf  2 pages, 48 KB\n", and for a fitted variant the step of tightness and what was left out, each
/// with its priority, in the order of the file.
std::string document_summary(const std::string& path, const Document& document);
/// "2 PDFs in 14 ms\n"
std::string run_summary(std::size_t documents, double milliseconds);
/// "3 errors, 1 warning"; "no errors" if there is neither.
std::string count_summary(std::size_t errors, std::size_t warnings);
/// "1 page", "2 pages".
std::string plural(std::size_t count, const std::string& singular);

}  // namespace broadside::cli
