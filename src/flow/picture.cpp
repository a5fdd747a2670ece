// SPDX-License-Identifier: MIT
#include "flow/picture.h"

namespace broadside::flow {
namespace {

using layout::Dimension;
using layout::Picture;

Length most_width(const Picture& place, Length width) {
  Length most = width;
  if (place.width.kind == Dimension::Kind::Fixed) most = place.width.length;
  if (place.width.kind == Dimension::Kind::Percent) most = scale(width, place.width.percent / 100.0);
  return min(most, place.place == Picture::Place::Above ? width : width / 2);
}

}  // namespace

std::optional<PictureBox> picture_box(const layout::Layout& layout, const Part& part, Length width) {
  const std::optional<Picture>& place = layout.block(part.block).picture;
  if (!part.image || !place) return std::nullopt;
  constexpr Length kLeast = Length::from_pt(0.5);  // of a picture that is a mere line
  const Length column = most_width(*place, width);
  const PartImage& image = *part.image;
  Length picture_width = column;
  Length height = Length::ratio(picture_width.raw, image.height, image.width);
  if (height > place->height) {
    height = place->height;
    picture_width = Length::ratio(height.raw, image.width, image.height);
  }
  PictureBox out;
  out.rect = {{}, {}, max(picture_width, kLeast), max(height, kLeast)};
  out.rows_width = width;
  switch (place->place) {
    case Picture::Place::Right:
      out.rect.x = width - out.rect.width;
      out.rows_width = max(width - out.rect.width - place->gap, Length{});
      out.beside = out.rect.height;
      break;
    case Picture::Place::Left:
      // The rows of one entry and the next begin at the same edge, whatever the shapes of their pictures.
      out.rect.x = (column - out.rect.width) / 2;
      out.rows_left = column + place->gap;
      out.rows_width = max(width - out.rows_left, Length{});
      out.beside = out.rect.height;
      break;
    case Picture::Place::Above:
      if (place->align == layout::Align::Right) out.rect.x = width - out.rect.width;
      if (place->align == layout::Align::Center) out.rect.x = (width - out.rect.width) / 2;
      out.rows_top = out.rect.height + place->gap;
      break;
  }
  return out;
}

}  // namespace broadside::flow
