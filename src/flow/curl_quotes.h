// SPDX-License-Identifier: MIT
// Straight quotes → those of the locale. Comes in: a text as typed. Goes out: the same with “ ” ’ where " and ' stood,
// its marks moved along. Code keeps its signs.
#pragma once

#include <string>

#include "resume/rich_text.h"

namespace broadside::flow {

/// A quote opens at the start, after a blank, an opening bracket or a dash; elsewhere it closes one that is open.
/// What closes none is an apostrophe, or after a digit a sign of feet, inches or minutes, which stays as it is.
resume::RichText curl_quotes(const resume::RichText& text, const std::string& locale);

}  // namespace broadside::flow
