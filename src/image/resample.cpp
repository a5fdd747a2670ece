// SPDX-License-Identifier: MIT
#include "image/resample.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace broadside::image {

namespace {

std::uint64_t sample(const std::string& pixels, std::size_t at) { return static_cast<unsigned char>(pixels[at]); }

/// Adds a row, shrunk sideways, into `sums`. A pixel of the row is `out_width` units wide, a new pixel `in_width`.
void add_row(const Image& in, std::uint32_t row, std::uint32_t out_width, std::uint64_t weight,
             std::vector<std::uint64_t>& sums) {
  const auto channels = static_cast<std::size_t>(in.channels);
  const std::size_t colors = in.has_alpha() ? channels - 1 : channels;
  std::size_t at = static_cast<std::size_t>(row) * in.width * channels;
  std::uint64_t left = 0;
  for (std::uint32_t x = 0; x < in.width; ++x, at += channels, left += out_width) {
    const std::uint64_t right = left + out_width;
    const std::uint64_t alpha = in.has_alpha() ? sample(in.pixels, at + colors) : 1;
    // At most two new pixels share an old one.
    for (std::uint64_t i = left / in.width; i * in.width < right; ++i) {
      const std::uint64_t begin = std::max(left, i * in.width), end = std::min(right, (i + 1) * in.width);
      const std::uint64_t part = (end - begin) * weight * alpha;
      std::uint64_t* sum = &sums[i * channels];
      for (std::size_t c = 0; c < colors; ++c) sum[c] += sample(in.pixels, at + c) * part;
      if (in.has_alpha()) sum[colors] += part;
    }
  }
}

/// Rounded means of one row of sums; `area` is the sum of the weights in each.
void finish_row(std::vector<std::uint64_t>& sums, const Image& in, std::uint64_t area, std::string& out) {
  const auto channels = static_cast<std::size_t>(in.channels);
  const std::size_t colors = in.has_alpha() ? channels - 1 : channels;
  for (std::size_t at = 0; at < sums.size(); at += channels) {
    const std::uint64_t whole = in.has_alpha() ? sums[at + colors] : area;
    for (std::size_t c = 0; c < colors; ++c) {
      out += static_cast<char>(whole == 0 ? 0 : (sums[at + c] + whole / 2) / whole);
    }
    if (in.has_alpha()) out += static_cast<char>((whole + area / 2) / area);
  }
  std::fill(sums.begin(), sums.end(), 0);
}

}  // namespace

Image reduced(const Image& in, std::uint32_t width, std::uint32_t height) {
  Image out;
  out.width = width;
  out.height = height;
  out.channels = in.channels;
  out.photographic = in.photographic;
  out.pixels.reserve(static_cast<std::size_t>(width) * height * static_cast<std::size_t>(in.channels));
  std::vector<std::uint64_t> sums(static_cast<std::size_t>(width) * static_cast<std::size_t>(in.channels));
  // Downwards as sideways: an old row is `height` units high, a new one `in.height`. The sums stay below
  // 255² × 40 million, far inside 64 bits.
  const std::uint64_t area = static_cast<std::uint64_t>(in.width) * in.height;
  std::uint64_t top = 0;
  std::uint64_t next = in.height;  // where the new row ends
  for (std::uint32_t y = 0; y < in.height; ++y, top += height) {
    const std::uint64_t bottom = top + height;
    const std::uint64_t mine = std::min(bottom, next) - top;
    add_row(in, y, width, mine, sums);
    if (bottom >= next) {
      finish_row(sums, in, area, out.pixels);
      if (bottom > next) add_row(in, y, width, bottom - next, sums);
      next += in.height;
    }
  }
  return out;
}

Image fit_into(const Image& image, std::uint32_t width, std::uint32_t height) {
  if (image.width <= width && image.height <= height) return image;
  const auto scaled = [](std::uint32_t side, std::uint32_t to, std::uint32_t from) {
    return static_cast<std::uint32_t>(
        std::max<std::uint64_t>(1, (static_cast<std::uint64_t>(side) * to + from / 2) / from));
  };
  // The side that must shrink more decides.
  const bool by_width =
      static_cast<std::uint64_t>(width) * image.height <= static_cast<std::uint64_t>(height) * image.width;
  if (by_width) return reduced(image, width, std::min(height, scaled(image.height, width, image.width)));
  return reduced(image, std::min(width, scaled(image.width, height, image.height)), height);
}

Image turned(const Image& in, int orientation) {
  Image out;
  out.channels = in.channels;
  out.photographic = in.photographic;
  const bool sideways = orientation >= 5;
  out.width = sideways ? in.height : in.width;
  out.height = sideways ? in.width : in.height;
  const auto channels = static_cast<std::size_t>(in.channels);
  out.pixels.reserve(in.pixels.size());
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  for (std::uint32_t y = 0; y < out.height; ++y) {
    for (std::uint32_t x = 0; x < out.width; ++x) {
      std::uint32_t stored_x = sideways ? y : x, stored_y = sideways ? x : y;
      if (from_right) stored_x = in.width - 1 - stored_x;
      if (from_bottom) stored_y = in.height - 1 - stored_y;
      out.pixels.append(in.pixels, (static_cast<std::size_t>(stored_y) * in.width + stored_x) * channels, channels);
    }
  }
  return out;
}

Image drop_opaque_alpha(Image image) {
  if (!image.has_alpha()) return image;
  const auto channels = static_cast<std::size_t>(image.channels);
  for (std::size_t at = channels - 1; at < image.pixels.size(); at += channels) {
    if (sample(image.pixels, at) != 255) return image;
  }
  std::size_t to = 0;
  for (std::size_t at = 0; at < image.pixels.size(); at += channels) {
    for (std::size_t c = 0; c + 1 < channels; ++c) image.pixels[to++] = image.pixels[at + c];
  }
  image.pixels.resize(to);
  --image.channels;
  return image;
}

}  // namespace broadside::image
