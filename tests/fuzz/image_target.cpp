// SPDX-License-Identifier: MIT
#include <memory>

#include "check_pdf.h"
#include "image/decode.h"
#include "targets.h"

namespace broadside::fuzz {

void image(std::string_view bytes) {
  Diagnostics diagnostics;
  auto decoded = image::decode(bytes, 600, "photo", {}, diagnostics);
  require(decoded.has_value() != diagnostics.has_errors(), "a picture and an error, or neither");
  if (!decoded) return;
  require(decoded->width >= 1 && decoded->height >= 1 && decoded->width <= 600 && decoded->height <= 600,
          "a picture of a wrong size");
  require(decoded->pixels.size() == std::size_t{decoded->width} * decoded->height * decoded->channels,
          "pixels are missing");

  display::DisplayList list;
  list.info.title = "Picture";
  list.tags.push_back({display::TagKind::Document, -1, "", "", "", "", {}});
  list.tags.push_back({display::TagKind::Figure, 0, "a photo", "", "", "", {}});
  list.images.push_back(std::make_shared<const image::Image>(std::move(*decoded)));
  list.pages.emplace_back();
  list.pages[0].size = {Length::from_pt(300), Length::from_pt(300)};
  list.pages[0].commands.emplace_back(
      display::DrawImage{{Length::from_pt(10), Length::from_pt(10), Length::from_pt(40), Length::from_pt(30)}, 0, 1});
  check_written(list, font::Library(), diagnostics);
  require(!diagnostics.has_errors(), "a picture that was read cannot be written");
}

}  // namespace broadside::fuzz
