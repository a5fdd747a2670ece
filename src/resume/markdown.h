// SPDX-License-Identifier: MIT
// Inline Markdown → RichText: bold, italic, code, links and backslash escapes, as CommonMark defines them.
// Block syntax, HTML and entities do not apply: "# 1 of 400", "- 40%" and "&amp;" are text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resume/rich_text.h"

namespace broadside::resume {

/// A link whose target may not go into a PDF; its text stays, unlinked.
struct BadLink {
  std::string target;  ///< as written
  std::string problem;
  std::string hint;
};

/// `text` is UTF-8 without NUL. Runs of white space and line ends become one blank, those at the ends vanish; no
/// other character is lost but the marks themselves.
RichText parse_markdown(std::string_view text, std::vector<BadLink>& bad_links);

/// The same treatment of white space for text without marks.
RichText plain_text(std::string_view text);

}  // namespace broadside::resume
