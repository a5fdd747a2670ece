// SPDX-License-Identifier: MIT
#include "image/print.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "image/resample.h"
#include "image/write_jpeg.h"

namespace broadside::image {

namespace {

/// Channels [first, first + count) of the picture, row behind row.
std::string channels_of(const Image& image, int first, int count) {
  std::string out;
  out.reserve(static_cast<std::size_t>(image.width) * image.height * static_cast<std::size_t>(count));
  for (std::size_t at = 0; at < image.pixels.size(); at += static_cast<std::size_t>(image.channels)) {
    out.append(image.pixels, at + static_cast<std::size_t>(first), static_cast<std::size_t>(count));
  }
  return out;
}

/// The neighbour that left + above − diagonal is nearest to (PNG, clause 9.4).
int paeth(int left, int above, int diagonal) {
  const int guess = left + above - diagonal;
  const int a = std::abs(guess - left), b = std::abs(guess - above), c = std::abs(guess - diagonal);
  if (a <= b && a <= c) return left;
  return b <= c ? above : diagonal;
}

/// Each row behind the number of the filter whose bytes, taken as signed, have the least sum: the choice that PNG's
/// authors recommend (clause 12.7). A PDF reader undoes it with /Predictor 15.
std::string filtered(std::string_view samples, std::uint32_t width, std::uint32_t height, int colors) {
  const auto pixel = static_cast<std::size_t>(colors);
  const std::size_t stride = width * pixel;
  std::string out;
  out.reserve((stride + 1) * height);
  std::string candidate(stride, '\0'), best;
  const auto byte = [&](std::uint32_t row, std::size_t x) {
    return static_cast<int>(static_cast<unsigned char>(samples[row * stride + x]));
  };
  for (std::uint32_t y = 0; y < height; ++y) {
    long best_sum = -1;
    int best_filter = 0;
    for (int filter = 0; filter <= 4; ++filter) {
      long sum = 0;
      for (std::size_t x = 0; x < stride; ++x) {
        const int left = x < pixel ? 0 : byte(y, x - pixel);
        const int above = y == 0 ? 0 : byte(y - 1, x);
        const int diagonal = x < pixel || y == 0 ? 0 : byte(y - 1, x - pixel);
        const int guesses[] = {0, left, above, (left + above) / 2, paeth(left, above, diagonal)};
        const auto rest = static_cast<signed char>(byte(y, x) - guesses[filter]);
        candidate[x] = static_cast<char>(rest);
        sum += std::abs(static_cast<int>(rest));
      }
      if (best_sum >= 0 && sum >= best_sum) continue;
      best_sum = sum;
      best_filter = filter;
      best = candidate;
    }
    out += static_cast<char>(best_filter);
    out += best;
  }
  return out;
}

std::uint32_t pixels_at(Length side, int dpi) {
  return static_cast<std::uint32_t>(std::clamp(std::ceil(side.pt() / 72.0 * dpi), 1.0, 100'000.0));
}

}  // namespace

Printable for_print(const Image& image, Size placed) {
  Image small;
  const Image* shown = &image;
  constexpr int kMostDpi = kPrintDpi * 3 / 2;
  if (image.width > pixels_at(placed.width, kMostDpi) || image.height > pixels_at(placed.height, kMostDpi)) {
    small = fit_into(image, pixels_at(placed.width, kPrintDpi), pixels_at(placed.height, kPrintDpi));
    shown = &small;
  }
  Printable out;
  out.width = shown->width;
  out.height = shown->height;
  out.colors = shown->channels >= 3 ? 3 : 1;
  if (!shown->jpeg.empty()) {
    out.data = shown->jpeg;
  } else if (shown->photographic) {
    out.data = write_jpeg(*shown);
  }
  out.jpeg = !out.data.empty();
  if (out.jpeg) return out;
  out.data = filtered(shown->has_alpha() ? channels_of(*shown, 0, out.colors) : std::string_view(shown->pixels),
                      out.width, out.height, out.colors);
  if (shown->has_alpha()) out.alpha = filtered(channels_of(*shown, out.colors, 1), out.width, out.height, 1);
  return out;
}

}  // namespace broadside::image
