// SPDX-License-Identifier: MIT
// Files of pictures for tests, written by libpng and libjpeg themselves: every form that the readers must understand.
#pragma once

#include <cstdio>  // before jpeglib.h, which forgets it

#include <jpeglib.h>
#include <png.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "image/decode.h"

namespace broadside::image::test {

struct PngForm {
  std::uint32_t width = 2, height = 2;
  int depth = 8;
  int color = PNG_COLOR_TYPE_RGB;
  bool interlaced = false;
  std::vector<png_color> palette;
  std::vector<png_byte> palette_alpha;
};

/// `rows`: packed samples as PNG stores them, row behind row.
inline std::string png_file(const PngForm& form, const std::string& rows) {
  std::string out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(
      png, &out,
      [](png_structp p, png_bytep bytes, png_size_t count) {
        static_cast<std::string*>(png_get_io_ptr(p))->append(reinterpret_cast<const char*>(bytes), count);
      },
      nullptr);
  png_set_IHDR(png, info, form.width, form.height, form.depth, form.color,
               form.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (!form.palette.empty()) png_set_PLTE(png, info, form.palette.data(), static_cast<int>(form.palette.size()));
  if (!form.palette_alpha.empty()) {
    png_set_tRNS(png, info, form.palette_alpha.data(), static_cast<int>(form.palette_alpha.size()), nullptr);
  }
  png_write_info(png, info);
  const std::size_t stride = rows.size() / form.height;
  std::vector<png_bytep> pointers;
  for (std::uint32_t y = 0; y < form.height; ++y) {
    pointers.push_back(reinterpret_cast<png_bytep>(const_cast<char*>(rows.data())) + y * stride);
  }
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return out;
}

struct JpegForm {
  std::uint32_t width = 16, height = 16;
  J_COLOR_SPACE space = JCS_RGB;  ///< of the samples
  J_COLOR_SPACE stored = JCS_YCbCr;
  bool progressive = false;
  int orientation = 0;  ///< in an Exif segment; 0 = none
  bool adobe = false;
  std::string comment;
};

/// "Exif", a TIFF header and one entry.
inline std::string exif_segment(int orientation, bool little = false) {
  const auto u16 = [little](int v) {
    const char high = static_cast<char>(v >> 8), low = static_cast<char>(v);
    return little ? std::string{low, high} : std::string{high, low};
  };
  const auto u32 = [&](int v) { return little ? u16(v) + u16(0) : u16(0) + u16(v); };
  return std::string("Exif\0\0", 6) + (little ? "II" : "MM") + u16(42) + u32(8) + u16(1) + u16(0x0112) + u16(3) +
         u32(1) + u16(orientation) + u16(0) + u32(0);
}

/// `samples`: 8 bits each.
inline std::string jpeg_file(const JpegForm& form, const std::string& samples) {
  jpeg_compress_struct jpeg;
  jpeg_error_mgr errors;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  jpeg.image_width = form.width;
  jpeg.image_height = form.height;
  jpeg.in_color_space = form.space;
  jpeg.input_components = form.space == JCS_GRAYSCALE ? 1 : form.space == JCS_CMYK ? 4 : 3;
  jpeg_set_defaults(&jpeg);
  jpeg_set_colorspace(&jpeg, form.stored);
  jpeg_set_quality(&jpeg, 100, TRUE);
  jpeg.comp_info[0].h_samp_factor = 1;
  jpeg.comp_info[0].v_samp_factor = 1;
  if (form.progressive) jpeg_simple_progression(&jpeg);
  jpeg.write_Adobe_marker = form.adobe ? TRUE : FALSE;
  jpeg_start_compress(&jpeg, TRUE);
  const auto marker = [&jpeg](int number, const std::string& text) {
    jpeg_write_marker(&jpeg, number, reinterpret_cast<const JOCTET*>(text.data()), static_cast<unsigned>(text.size()));
  };
  if (form.orientation > 0) marker(JPEG_APP0 + 1, exif_segment(form.orientation));
  if (!form.comment.empty()) marker(JPEG_COM, form.comment);
  const std::size_t stride = static_cast<std::size_t>(form.width) * static_cast<std::size_t>(jpeg.input_components);
  while (jpeg.next_scanline < jpeg.image_height) {
    auto* row = reinterpret_cast<JSAMPLE*>(const_cast<char*>(samples.data() + jpeg.next_scanline * stride));
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string out(reinterpret_cast<char*>(bytes), size);
  jpeg_destroy_compress(&jpeg);
  std::free(bytes);
  return out;
}

/// A picture of one colour.
inline std::string plain(std::uint32_t width, std::uint32_t height, const std::string& pixel) {
  std::string out;
  for (std::uint32_t i = 0; i < width * height; ++i) out += pixel;
  return out;
}

struct Decoded {
  Diagnostics diagnostics;  // first: decode() writes into it
  std::optional<Image> image;

  explicit Decoded(std::string_view bytes, std::uint32_t most_side = kPageSide)
      : image(decode(bytes, most_side, "a.png", Span{0, 3, 8}, diagnostics)) {}

  /// "code: message", or empty.
  [[nodiscard]] std::string error() const {
    if (diagnostics.empty()) return {};
    const Diagnostic& first = diagnostics.list().front();
    return first.code + ": " + first.message;
  }
  /// Value of a sample, 0 … 255.
  [[nodiscard]] int sample(std::uint32_t x, std::uint32_t y, int channel) const {
    const std::size_t at = (static_cast<std::size_t>(y) * image->width + x) * static_cast<std::size_t>(image->channels);
    return static_cast<unsigned char>(image->pixels.at(at + static_cast<std::size_t>(channel)));
  }
};

}  // namespace broadside::image::test
