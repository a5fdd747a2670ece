// SPDX-License-Identifier: MIT
// Values of a résumé as the page shows them: dates in the locale's words, contacts, web addresses without their scheme.
#pragma once

#include <string>
#include <string_view>

#include "flow/template.h"
#include "resume/resume.h"

namespace broadside::flow {

/// "Jul 2022 – Present"; empty if the date is empty. `present` is the résumé's label or the locale's word.
resume::RichText date_text(const resume::Date& date, const resume::Resume& resume);

/// "Acme (continued)": the résumé's label or the locale's word.
resume::RichText continued(const resume::RichText& name, const resume::Resume& resume);

/// The fields {contacts}, {location}, {email}, {phone}, {url} and {profiles}, with this between their items.
void add_contacts(const resume::Person& person, const std::string& separator, Fields& fields);

/// "github.com/yewentao256" for "https://www.github.com/yewentao256/"; mailto: and tel: likewise without scheme.
std::string shown_url(std::string_view url);

}  // namespace broadside::flow
