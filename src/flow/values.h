// SPDX-License-Identifier: MIT
// Values of a résumé as the page shows them: dates in the locale's words, web addresses without their scheme.
#pragma once

#include <string>
#include <string_view>

#include "resume/resume.h"

namespace broadside::flow {

/// "Jul 2022 – Present"; empty if the date is empty. `present` is the résumé's label or the locale's word.
resume::RichText date_text(const resume::Date& date, const resume::Resume& resume);

/// "github.com/yewentao256" for "https://www.github.com/yewentao256/"; mailto: and tel: likewise without scheme.
std::string shown_url(std::string_view url);

}  // namespace broadside::flow
