// SPDX-License-Identifier: MIT
// PNG → pixels, through libpng. Comes in: bytes that begin with PNG's signature. Goes out: 8 bits a sample, whatever
// the file has: palette, 1 to 16 bits, interlaced, a transparent colour.
#include <png.h>

#include <csetjmp>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include "image/codec.h"

namespace broadside::image {

namespace {

/// libpng leaves a failing call by longjmp, which runs no destructors. Everything that needs one lives here, outside
/// the functions that libpng may leave, and is released by this object's own.
struct PngReader {
  std::string_view bytes;
  std::size_t at = 0;
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::vector<png_bytep> rows;
  Read read;

  explicit PngReader(std::string_view given) : bytes(given) {}
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
};

void supply(png_structp png, png_bytep out, png_size_t count) {
  auto& reader = *static_cast<PngReader*>(png_get_io_ptr(png));
  if (count > reader.bytes.size() - reader.at) png_error(png, "the file ends too early");
  std::memcpy(out, reader.bytes.data() + reader.at, count);
  reader.at += count;
}

[[noreturn]] void fail(png_structp png, png_const_charp message) {
  auto& reader = *static_cast<PngReader*>(png_get_error_ptr(png));
  try {
    reader.read.detail = message;
  } catch (...) {  // without memory for the words the fault alone is told
  }
  if (reader.read.fault == Fault::None) reader.read.fault = Fault::Broken;
  png_longjmp(png, 1);
}

/// libpng warns of damage in chunks that do not matter for the pixels, and goes on without them.
void ignore(png_structp, png_const_charp) {}

/// False, with the fault noted, if the header is bad or beyond the caps.
bool read_header(PngReader& r) {
  if (setjmp(png_jmpbuf(r.png)) != 0) return false;  // NOLINT(cert-err52-cpp): libpng's interface
  // The caps themselves are checked below, where the size can be told; these keep libpng from larger ones.
  png_set_user_limits(r.png, kMostPixels, kMostPixels);
  png_set_chunk_malloc_max(r.png, 4'000'000);
  png_set_chunk_cache_max(r.png, 64);
  png_set_read_fn(r.png, &r, supply);
  png_read_info(r.png, r.info);
  return true;
}

/// False, with the fault noted, if the data is bad.
bool read_rows(PngReader& r) {
  if (setjmp(png_jmpbuf(r.png)) != 0) return false;  // NOLINT(cert-err52-cpp)
  png_read_image(r.png, r.rows.data());
  png_read_end(r.png, nullptr);
  return true;
}

/// Asks for 8 bits, no palette and real alpha; false, with the fault noted, if libpng refuses.
bool choose_form(PngReader& r) {
  if (setjmp(png_jmpbuf(r.png)) != 0) return false;  // NOLINT(cert-err52-cpp)
  png_set_expand(r.png);
  png_set_scale_16(r.png);
  png_set_interlace_handling(r.png);
  png_read_update_info(r.png, r.info);
  return true;
}

}  // namespace

Read read_png(std::string_view bytes) {
  PngReader r(bytes);
  r.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &r, fail, ignore);
  if (r.png != nullptr) r.info = png_create_info_struct(r.png);
  if (r.info == nullptr) throw std::bad_alloc();
  if (!read_header(r)) return std::move(r.read);

  const std::uint64_t width = png_get_image_width(r.png, r.info), height = png_get_image_height(r.png, r.info);
  if (width * height > kMostPixels) {
    r.read.fault = Fault::TooLarge;
    r.read.detail = std::to_string(width) + " × " + std::to_string(height);
    return std::move(r.read);
  }
  if (!choose_form(r)) return std::move(r.read);
  Image& image = r.read.image;
  image.width = static_cast<std::uint32_t>(width);
  image.height = static_cast<std::uint32_t>(height);
  image.channels = png_get_channels(r.png, r.info);
  const std::size_t stride = png_get_rowbytes(r.png, r.info);
  if (image.channels < 1 || image.channels > 4 || stride != width * static_cast<std::size_t>(image.channels)) {
    r.read.fault = Fault::Broken;
    r.read.detail = "its samples are of an unknown form";
    return std::move(r.read);
  }
  image.pixels.resize(stride * image.height);
  r.rows.resize(image.height);
  for (std::size_t y = 0; y < r.rows.size(); ++y) {
    r.rows[y] = reinterpret_cast<png_bytep>(image.pixels.data()) + y * stride;
  }
  read_rows(r);
  return std::move(r.read);
}

}  // namespace broadside::image
