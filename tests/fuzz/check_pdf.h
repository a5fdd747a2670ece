// SPDX-License-Identifier: MIT
// What `qpdf --check` does, in this process: a fuzzer asks thousands of times. Comes in: bytes. Goes out: a Violation
// unless the file is right and draws no warning.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.h"
#include "display/display_list.h"

namespace broadside::fuzz {

/// `name` is what messages call the file.
void check_pdf(const std::string& name, std::string_view pdf);

/// Writes the list; if pdf::write() takes it, the file has to pass check_pdf(), else there has to be a reason.
void check_written(const display::DisplayList& list, const font::Library& fonts, Diagnostics& diagnostics);

}  // namespace broadside::fuzz
