// SPDX-License-Identifier: MIT
#include "yaml/explain.h"

namespace broadside::yaml {
namespace {

struct Known {
  std::string_view part;
  Explanation means;
};

constexpr Known kKnown[] = {
    {"did not find expected key",
     {"this line does not continue the map above it",
      "write it as 'key: value', in the same column as the keys above"}},
    {"could not find expected ':'",
     {"this line does not continue the map above it",
      "write it as 'key: value', in the same column as the keys above"}},
    {"did not find expected '-' indicator",
     {"this line does not continue the list above it", "begin it with '- ' in the same column as the items above"}},
    {"did not find expected ',' or '}'",
     {"a { is not closed with } before this", "close it, or put the text in quotes"}},
    {"did not find expected ',' or ']'",
     {"a [ is not closed with ] before this", "close it, or put the text in quotes"}},
    {"did not find expected node content",
     {"a value is missing before this", "write one, \"\" for an empty text, or take the comma out"}},
    {"found unexpected ':'", {"a colon cannot stand before a bracket or a comma here", "put the text in quotes"}},
    {"mapping values are not allowed",
     {"a value cannot stand here", "check the columns of this line, or put the text in quotes"}},
    {"mapping keys are not allowed", {"a key cannot stand here", "check the column of this line"}},
    {"block sequence entries are not allowed",
     {"a list item cannot stand here", "put '- ' on a line of its own, below its key"}},
    {"did not find expected <document start>",
     {"this does not belong to what stands above it", "put everything into one map of 'key: value'"}},
    {"found unexpected end of stream", {"a quote is never closed", "add the closing quote"}},
    {"found unexpected document indicator", {"a quote is never closed", "add the closing quote"}},
    {"found unknown escape character",
     {"an unknown escape sequence after a backslash in double quotes", "double the backslash, or use single quotes"}},
    {"did not find expected hexdecimal number",
     {"a bad \\x, \\u or \\U escape in double quotes", "double the backslash, or use single quotes"}},
    {"found invalid Unicode character escape code",
     {"a bad \\x, \\u or \\U escape in double quotes", "double the backslash, or use single quotes"}},
    {"found a tab character", {"a tab cannot stand here", "use spaces"}},
    {"did not find expected alphabetic or numeric character",
     {"a leading & starts a YAML anchor and a leading * an alias, and this is none", "put the text in quotes"}},
    {"found character that cannot start any token",
     {"YAML text cannot begin with this character", "put the text in quotes"}},
};

}  // namespace

Explanation explain(std::string_view problem, char at) {
  constexpr std::string_view kQuote = "put the text in quotes";
  if (at == '\t') return {"a tab cannot stand here", "use spaces"};
  const auto is = [problem](std::string_view known) { return problem.find(known) != std::string_view::npos; };
  if (at == ':' && is("did not find expected ','")) {
    return {"a second ': ' in one place: YAML cannot tell which colon separates key and value", kQuote};
  }
  if (at != ',' && at != ']' && at != '}' && is("did not find expected node content")) {
    return {"YAML text cannot begin with this character", kQuote};
  }
  for (const Known& known : kKnown) {
    if (is(known.part)) return known.means;
  }
  return {"this is not valid YAML", "put the text in quotes, or check the columns of this line"};
}

}  // namespace broadside::yaml
