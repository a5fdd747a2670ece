// SPDX-License-Identifier: MIT
#include "pdf/images.h"

#include <map>
#include <string>
#include <utility>

#include "image/print.h"
#include "pdf/deflate.h"

namespace broadside::pdf {

namespace {

Dict image_object(Objects& objects, std::string data, std::uint32_t width, std::uint32_t height, int colors) {
  Dict image = objects.stream(std::move(data));
  image.name("Type", "XObject").name("Subtype", "Image");
  image.number("Width", static_cast<int>(width)).number("Height", static_cast<int>(height));
  return image.name("ColorSpace", colors == 1 ? "DeviceGray" : "DeviceRGB").number("BitsPerComponent", 8);
}

/// Samples behind PNG's filters.
Dict filtered_image(Objects& objects, const std::string& data, std::uint32_t width, std::uint32_t height, int colors) {
  // Without compression nobody would undo the filters, so pictures are always deflated.
  Deflater deflater(true);
  Dict image = image_object(objects, deflater(data), width, height, colors);
  image.name("Filter", "FlateDecode");
  Dict parameters = image.dict("DecodeParms");
  parameters.number("Predictor", 15).number("Colors", colors).number("Columns", static_cast<int>(width));
  return image;
}

}  // namespace

ImageSet::ImageSet(Objects& objects, const display::DisplayList& list) {
  std::map<std::uint32_t, Size> largest;
  for (const display::Page& page : list.pages) {
    for (const display::Command& command : page.commands) {
      const auto* draw = std::get_if<display::DrawImage>(&command);
      if (draw == nullptr) continue;
      Size& size = largest[draw->image];
      size.width = max(size.width, draw->rect.width);
      size.height = max(size.height, draw->rect.height);
    }
  }
  for (const auto& [number, size] : largest) {
    image::Printable shown = image::for_print(*list.images.at(number), size);
    Dict object;
    if (shown.jpeg) {
      object = image_object(objects, std::move(shown.data), shown.width, shown.height, shown.colors);
      object.name("Filter", "DCTDecode");
    } else {
      object = filtered_image(objects, shown.data, shown.width, shown.height, shown.colors);
      if (!shown.alpha.empty()) {
        object.refer("SMask", filtered_image(objects, shown.alpha, shown.width, shown.height, 1));
      }
    }
    used_.push_back({number, object});
  }
}

void ImageSet::list_resources(Dict xobjects) const {
  for (const Used& used : used_) {
    const std::string name = std::to_string(used.number).insert(0, 1, 'I');
    xobjects.refer(name.c_str(), used.object);
  }
}

}  // namespace broadside::pdf
