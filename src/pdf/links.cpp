// SPDX-License-Identifier: MIT
// Link areas → annotations that meet PDF/UA-1 (described, tagged) and PDF/A-2 (printable, without appearance).
#include "pdf/links.h"

#include <cstdint>

#include "pdf/utf16.h"

namespace broadside::pdf {

std::string ascii_uri(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte > 0x20 && byte < 0x7F) {
      out += c;
    } else {
      out += '%' + to_hex({&c, 1});
    }
  }
  return out;
}

std::vector<LinkAnnotations> write_links(Objects& objects, const display::DisplayList& list,
                                         const std::vector<OwnedPiece>& pieces, int first_key) {
  std::vector<LinkAnnotations> result;
  int key = first_key;
  for (const OwnedPiece& piece : pieces) {
    if (piece.link == nullptr) continue;
    LinkAnnotations& link = result.emplace_back();
    link.first_key = key;
    const Length height = list.pages[piece.page].size.height;
    for (const Rect& rect : piece.link->rects) {
      Dict annotation = objects.dict();
      annotation.name("Type", "Annot").name("Subtype", "Link").number("F", 4).number("StructParent", key++);
      annotation.array("Rect")
          .real(rect.x.pt())
          .real((height - rect.bottom()).pt())
          .real(rect.right().pt())
          .real((height - rect.y).pt());
      annotation.array("Border").number(0).number(0).number(0);
      annotation.text("Contents", piece.link->description);
      annotation.dict("A").name("S", "URI").ascii("URI", ascii_uri(piece.link->url));
      objects.finish(annotation);
      link.dicts.push_back(annotation);
    }
  }
  return result;
}

}  // namespace broadside::pdf
