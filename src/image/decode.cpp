// SPDX-License-Identifier: MIT
#include "image/decode.h"

#include <algorithm>
#include <new>
#include <utility>

#include "image/codec.h"
#include "image/resample.h"

namespace broadside::image {

namespace {

constexpr std::string_view kPng("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view kJpeg("\xFF\xD8\xFF", 3);

/// What else people take for a picture, by its first bytes.
std::string_view other_format(std::string_view bytes) {
  const auto begins = [bytes](std::string_view with) { return bytes.starts_with(with); };
  if (begins("GIF8")) return "a GIF";
  if (begins("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return "a WebP file";
  if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") {
    return bytes.substr(8, 4) == "avif" ? "an AVIF file" : "a HEIC file or a film";
  }
  if (begins("BM")) return "a BMP file";
  if (begins("II*") || begins("MM")) return "a TIFF file";
  if (begins("%PDF")) return "a PDF";
  if (begins("<svg") || begins("<?xml")) return "an SVG or another XML file";
  if (begins("<!DOCTYPE") || begins("<html")) return "a web page";
  return {};
}

std::string megapixels() { return std::to_string(kMostPixels / 1'000'000) + " megapixels"; }

}  // namespace

std::optional<Image> decode(std::string_view bytes, std::uint32_t most_side, const std::string& name, Span span,
                            Diagnostics& diagnostics) {
  const std::string file = "the image '" + name + "' ";
  if (bytes.empty()) {
    diagnostics.error("image-empty", span, file + "is an empty file", "export or copy it again");
    return std::nullopt;
  }
  const bool png = bytes.starts_with(kPng);
  if (!png && !bytes.starts_with(kJpeg)) {
    const std::string_view other = other_format(bytes);
    diagnostics.error("image-format", span,
                      file + (other.empty() ? std::string("is neither a PNG nor a JPEG")
                                            : "is " + std::string(other) + ", whatever its name says"),
                      "save it as PNG or JPEG");
    return std::nullopt;
  }
  Read read;
  try {
    read = png ? read_png(bytes) : read_jpeg(bytes, most_side);
    if (read.fault == Fault::None) {
      Image& image = read.image;
      if (std::max(image.width, image.height) > most_side) image = fit_into(image, most_side, most_side);
      if (read.orientation != 1) image = turned(image, read.orientation);
      return drop_opaque_alpha(std::move(image));
    }
  } catch (const std::bad_alloc&) {
    read.fault = Fault::TooComplex;
    read.detail = "there is not enough memory for it";
  }
  const std::string kind = png ? "PNG" : "JPEG";
  if (read.fault == Fault::TooLarge) {
    diagnostics.error("image-cap", span, file + "is " + read.detail + " pixels large; the limit is " + megapixels(),
                      "save it smaller: 600 × 800 pixels are plenty for a portrait");
  } else if (read.fault == Fault::TooComplex) {
    diagnostics.error("image-cap", span, file + "asks too much: " + read.detail,
                      "open it in a picture editor and save it as a plain " + kind + " again");
  } else {
    diagnostics.error("image-broken", span, file + "is damaged: " + read.detail,
                      "open it in a picture editor and save it again, or copy it again from where it came");
  }
  return std::nullopt;
}

}  // namespace broadside::image
