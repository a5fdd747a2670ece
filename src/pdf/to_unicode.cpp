// SPDX-License-Identifier: MIT
// Codes and their text → the ToUnicode CMap that copying, searching and reading aloud rest on.
#include "pdf/to_unicode.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdf/utf16.h"

namespace broadside::pdf {

namespace {

std::string utf16_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8_lossy(text, at);
    const char32_t c = next.code_point;
    append_utf16be(c == 0 || c == 0xFEFF || c == 0xFFFE ? kReplacement : c, out);
    at += next.size;
  }
  return out;
}

void append_code(std::uint16_t code, std::string& out) {
  out += '<';
  const char bytes[2] = {static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
  out += to_hex({bytes, 2});
  out += '>';
}

}  // namespace

std::string to_unicode_cmap(const std::vector<CodeText>& codes) {
  constexpr std::size_t kBlock = 100;  // most entries one operator may have
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t first = 0; first < codes.size(); first += kBlock) {
    const std::size_t last = std::min(first + kBlock, codes.size());
    out += std::to_string(last - first) + " beginbfchar\n";
    for (std::size_t i = first; i < last; ++i) {
      append_code(codes[i].code, out);
      out += " <" + to_hex(utf16_of(codes[i].text)) + ">\n";
    }
    out += "endbfchar\n";
  }
  out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  return out;
}

}  // namespace broadside::pdf
