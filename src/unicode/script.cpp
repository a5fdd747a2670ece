// SPDX-License-Identifier: MIT
// Scripts of code points by ICU's property tables, resolved into runs. See script.h.
#include "unicode/script.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"

namespace broadside::unicode {
namespace {

constexpr ScriptTag kInherited = script_tag('Z', 'i', 'n', 'h');

struct Bracket {
  char32_t closing;
  ScriptTag script;
};

}  // namespace

ScriptTag script_of(char32_t c) {
  // Latin letters and what is common to all scripts up to U+024F; above, ICU knows.
  if (c < 0x250) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == 0xAA || c == 0xBA ||
                        (c >= 0xC0 && c != 0xD7 && c != 0xF7);
    return letter ? kLatin : kCommon;
  }
  if (c >= 0x2010 && c <= 0x2027) return kCommon;
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &error);
  if (U_FAILURE(error)) return kCommon;
  const char* name = uscript_getShortName(code);
  return name != nullptr ? script_tag(name[0], name[1], name[2], name[3]) : kCommon;
}

std::vector<ScriptRun> script_runs(std::string_view text) {
  std::vector<ScriptRun> runs;
  std::vector<Bracket> open;
  ScriptTag current = kCommon;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded c = decode_utf8_lossy(text, i);
    ScriptTag script = script_of(c.code_point);
    if (script == kCommon && current != kCommon && c.code_point >= 0x28) {
      const auto kind =
          static_cast<int>(u_getIntPropertyValue(static_cast<UChar32>(c.code_point), UCHAR_BIDI_PAIRED_BRACKET_TYPE));
      if (kind == U_BPT_OPEN) {
        open.push_back({static_cast<char32_t>(u_getBidiPairedBracket(static_cast<UChar32>(c.code_point))), current});
      } else if (kind == U_BPT_CLOSE) {
        while (!open.empty() && open.back().closing != c.code_point) open.pop_back();
        if (!open.empty()) {
          script = open.back().script;
          open.pop_back();
        }
      }
    }
    const auto begin = static_cast<std::uint32_t>(i);
    i += c.size;
    const auto end = static_cast<std::uint32_t>(i);
    if (script == kInherited || script == kCommon) script = current;
    if (runs.empty()) {
      runs.push_back({begin, end, script});
    } else if (script == current || current == kCommon) {
      runs.back().end = end;
      runs.back().script = script;
    } else {
      runs.push_back({begin, end, script});
    }
    current = script;
  }
  for (ScriptRun& run : runs) {
    if (run.script == kCommon) run.script = kLatin;
  }
  return runs;
}

}  // namespace broadside::unicode
