// SPDX-License-Identifier: MIT
#include <cctype>

#include "base/utf8.h"
#include "resume/markdown.h"
#include "targets.h"

namespace broadside::fuzz {
namespace {

/// Letters and digits: no mark is made of them.
std::string letters(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
  return out;
}

/// Whether `part` is `all` with some letters left out.
bool comes_from(std::string_view part, std::string_view all) {
  std::size_t found = 0;
  for (const char c : all) {
    if (found < part.size() && part[found] == c) ++found;
  }
  return found == part.size();
}

}  // namespace

void markdown(std::string_view bytes) {
  // What the reader of YAML never lets through.
  const std::string text(bytes);
  if (find_invalid_utf8(text) || text.find('\0') != std::string::npos) return;
  std::vector<resume::BadLink> bad_links;
  const resume::RichText rich = resume::parse_markdown(text, bad_links);
  require(!find_invalid_utf8(rich.text), "the text is no longer UTF-8");
  require(comes_from(letters(rich.text), letters(text)), "a letter was invented");
  // Only a link has letters that are not shown: those of its target.
  if (text.find('[') == std::string::npos) require(letters(rich.text) == letters(text), "a letter was lost");
  std::uint32_t end = 0;
  for (const resume::Mark& mark : rich.marks) {
    require(mark.begin >= end && mark.begin < mark.end && mark.end <= rich.text.size(), "marks overlap");
    require(mark.link < static_cast<std::int32_t>(rich.links.size()), "a mark names a link that is missing");
    end = mark.end;
  }
  require(letters(resume::plain_text(text).text) == letters(text), "plain text lost a letter");
}

}  // namespace broadside::fuzz
