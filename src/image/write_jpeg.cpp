// SPDX-License-Identifier: MIT
#include "image/write_jpeg.h"

#include <cstdio>  // before jpeglib.h, which forgets it

#include <jpeglib.h>

#include <csetjmp>
#include <cstdlib>

namespace broadside::image {

namespace {

/// Reduced pixels have little noise, so that a high quality costs little; with whole colour resolution.
constexpr int kQuality = 90;

/// What outlives a longjmp out of libjpeg.
struct JpegWriter {
  jpeg_error_mgr errors{};
  jpeg_compress_struct jpeg{};
  std::jmp_buf escape{};
  unsigned char* bytes = nullptr;  // malloc'd by libjpeg
  unsigned long size = 0;

  JpegWriter() = default;
  ~JpegWriter() {
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
  }
  JpegWriter(const JpegWriter&) = delete;
  JpegWriter& operator=(const JpegWriter&) = delete;
};

[[noreturn]] void fail(j_common_ptr jpeg) {
  std::longjmp(static_cast<JpegWriter*>(jpeg->client_data)->escape, 1);  // NOLINT(cert-err52-cpp)
}
void ignore(j_common_ptr, int) {}

bool compress(JpegWriter& w, const Image& image) {
  if (setjmp(w.escape) != 0) return false;  // NOLINT(cert-err52-cpp): libjpeg's interface
  jpeg_create_compress(&w.jpeg);
  jpeg_mem_dest(&w.jpeg, &w.bytes, &w.size);
  w.jpeg.image_width = image.width;
  w.jpeg.image_height = image.height;
  w.jpeg.input_components = image.channels;
  w.jpeg.in_color_space = image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&w.jpeg);
  jpeg_set_quality(&w.jpeg, kQuality, TRUE);
  w.jpeg.dct_method = JDCT_ISLOW;  // the same bits with every processor
  w.jpeg.optimize_coding = TRUE;
  w.jpeg.comp_info[0].h_samp_factor = 1;
  w.jpeg.comp_info[0].v_samp_factor = 1;
  jpeg_start_compress(&w.jpeg, TRUE);
  const std::size_t stride = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.channels);
  while (w.jpeg.next_scanline < w.jpeg.image_height) {
    // libjpeg only reads the row; its interface lacks the const.
    auto* row = reinterpret_cast<JSAMPLE*>(const_cast<char*>(image.pixels.data() + w.jpeg.next_scanline * stride));
    jpeg_write_scanlines(&w.jpeg, &row, 1);
  }
  jpeg_finish_compress(&w.jpeg);
  return true;
}

}  // namespace

std::string write_jpeg(const Image& image) {
  JpegWriter w;
  w.jpeg.err = jpeg_std_error(&w.errors);
  w.jpeg.client_data = &w;
  w.errors.error_exit = fail;
  w.errors.emit_message = ignore;
  if (image.has_alpha() || !compress(w, image)) return {};
  return {reinterpret_cast<const char*>(w.bytes), w.size};
}

}  // namespace broadside::image
