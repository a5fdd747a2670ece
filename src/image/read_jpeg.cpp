// SPDX-License-Identifier: MIT
// JPEG → pixels, through libjpeg-turbo. Comes in: bytes that begin with JPEG's signature. Goes out: grey or RGB,
// whatever the file has: baseline or progressive, YCbCr, RGB, CMYK, Adobe's inverted CMYK.
#include <cstdio>  // before jpeglib.h, which forgets it

#include <jerror.h>
#include <jpeglib.h>

#include <algorithm>
#include <csetjmp>
#include <utility>
#include <vector>

#include "image/codec.h"
#include "image/jpeg_file.h"

namespace broadside::image {

namespace {

/// A progressive picture is kept whole as coefficients of 2 bytes; with its pixels that must stay in 240 MB.
constexpr std::uint64_t kMostCoefficientBytes = 160'000'000;
/// Each pass of a progressive picture costs time for all of it; encoders write about ten.
constexpr int kMostScans = 100;

/// libjpeg leaves a failing call by longjmp, which runs no destructors: what needs one lives here.
struct JpegReader {
  jpeg_error_mgr errors{};  // libjpeg knows this object by its address
  jpeg_decompress_struct jpeg{};
  jpeg_progress_mgr progress{};
  std::jmp_buf escape{};
  bool warned = false;
  char message[JMSG_LENGTH_MAX] = {};
  Fault fault = Fault::None;
  std::string_view bytes;
  std::uint32_t most_side;
  std::vector<JSAMPLE> row;
  Image image;

  JpegReader(std::string_view given, std::uint32_t side) : bytes(given), most_side(side) {}
  ~JpegReader() { jpeg_destroy_decompress(&jpeg); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
};

JpegReader& reader_of(j_common_ptr jpeg) { return *static_cast<JpegReader*>(jpeg->client_data); }

[[noreturn]] void fail(j_common_ptr jpeg) {
  JpegReader& r = reader_of(jpeg);
  if (r.fault == Fault::None) r.fault = Fault::Broken;
  if (r.message[0] == '\0') (*jpeg->err->format_message)(jpeg, r.message);
  std::longjmp(r.escape, 1);  // NOLINT(cert-err52-cpp): libjpeg's interface
}

/// libjpeg paints grey over what is missing and calls that a warning. A damaged portrait is an error to us; only what
/// leaves the pixels whole is let through.
void warn(j_common_ptr jpeg, int level) {
  if (level >= 0) return;
  reader_of(jpeg).warned = true;
  const int code = jpeg->err->msg_code;
  if (code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR) return;
  fail(jpeg);
}

void watch(j_common_ptr jpeg) {
  // Only decompressors have a progress monitor here.
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= kMostScans) return;
  JpegReader& r = reader_of(jpeg);
  r.fault = Fault::TooComplex;
  std::snprintf(r.message, sizeof r.message, "it has more than %d passes", kMostScans);
  fail(jpeg);
}

/// Bytes of the coefficients that libjpeg keeps for a file of several scans.
std::uint64_t coefficient_bytes(const jpeg_decompress_struct& jpeg) {
  std::uint64_t sum = 0;
  for (int i = 0; i < jpeg.num_components; ++i) {
    const jpeg_component_info& component = jpeg.comp_info[i];
    sum +=
        static_cast<std::uint64_t>(component.width_in_blocks) * component.height_in_blocks * DCTSIZE2 * sizeof(JCOEF);
  }
  return sum;
}

bool read_header(JpegReader& r) {
  if (setjmp(r.escape) != 0) return false;  // NOLINT(cert-err52-cpp)
  jpeg_create_decompress(&r.jpeg);
  jpeg_mem_src(&r.jpeg, reinterpret_cast<const unsigned char*>(r.bytes.data()), r.bytes.size());
  jpeg_save_markers(&r.jpeg, JPEG_APP0 + 1, 0xFFFF);
  jpeg_read_header(&r.jpeg, TRUE);
  return true;
}

/// Size, caps and the form of the output.
bool choose_form(JpegReader& r) {
  jpeg_decompress_struct& jpeg = r.jpeg;
  const std::uint64_t width = jpeg.image_width, height = jpeg.image_height;
  if (width * height > kMostPixels) {
    r.fault = Fault::TooLarge;
    std::snprintf(r.message, sizeof r.message, "%u × %u", jpeg.image_width, jpeg.image_height);
    return false;
  }
  if (jpeg_has_multiple_scans(&jpeg) != 0 && coefficient_bytes(jpeg) > kMostCoefficientBytes) {
    r.fault = Fault::TooComplex;
    std::snprintf(r.message, sizeof r.message, "a progressive JPEG of %u × %u pixels needs too much memory",
                  jpeg.image_width, jpeg.image_height);
    return false;
  }
  jpeg.dct_method = JDCT_ISLOW;  // the same bits with every processor
  while (jpeg.scale_denom < 8 && std::max(width, height) / (jpeg.scale_denom * 2) >= r.most_side) jpeg.scale_denom *= 2;
  switch (jpeg.jpeg_color_space) {
    case JCS_GRAYSCALE:
      jpeg.out_color_space = JCS_GRAYSCALE;
      r.image.channels = 1;
      return true;
    case JCS_RGB:
    case JCS_YCbCr:
      jpeg.out_color_space = JCS_RGB;
      return true;
    case JCS_CMYK:
    case JCS_YCCK:
      jpeg.out_color_space = JCS_CMYK;
      return true;
    default:
      r.fault = Fault::Broken;
      std::snprintf(r.message, sizeof r.message, "it has %d colour channels", jpeg.num_components);
      return false;
  }
}

bool start(JpegReader& r) {
  if (setjmp(r.escape) != 0) return false;  // NOLINT(cert-err52-cpp)
  jpeg_start_decompress(&r.jpeg);
  return true;
}

/// False at the end, or with the fault noted.
bool next_row(JpegReader& r) {
  if (setjmp(r.escape) != 0) return false;  // NOLINT(cert-err52-cpp)
  JSAMPROW row = r.row.data();
  if (r.jpeg.output_scanline >= r.jpeg.output_height) {
    jpeg_finish_decompress(&r.jpeg);
    return false;
  }
  jpeg_read_scanlines(&r.jpeg, &row, 1);
  return true;
}

/// Light that four inks leave, by the plain complement. Adobe's programs store the light, not the ink.
void append_cmyk(const std::vector<JSAMPLE>& row, bool inverted, std::string& out) {
  for (std::size_t at = 0; at + 3 < row.size(); at += 4) {
    const unsigned key = inverted ? row[at + 3] : 255U - row[at + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      const unsigned light = inverted ? row[at + c] : 255U - row[at + c];
      out += static_cast<char>((light * key + 127) / 255);
    }
  }
}

}  // namespace

Read read_jpeg(std::string_view bytes, std::uint32_t most_side) {
  JpegReader r(bytes, most_side);
  r.jpeg.err = jpeg_std_error(&r.errors);
  r.jpeg.client_data = &r;
  r.errors.error_exit = fail;
  r.errors.emit_message = warn;
  r.progress.progress_monitor = watch;

  int orientation = 1;
  if (read_header(r) && choose_form(r)) {
    for (jpeg_saved_marker_ptr marker = r.jpeg.marker_list; marker != nullptr; marker = marker->next) {
      const std::string_view segment(reinterpret_cast<const char*>(marker->data), marker->data_length);
      if (orientation == 1) orientation = exif_orientation(segment);
    }
    r.jpeg.progress = &r.progress;  // jpeg_create_decompress cleared it
    if (start(r)) {
      const bool cmyk = r.jpeg.out_color_space == JCS_CMYK;
      r.image.width = r.jpeg.output_width;
      r.image.height = r.jpeg.output_height;
      r.image.photographic = true;
      r.row.resize(static_cast<std::size_t>(r.jpeg.output_width) * static_cast<std::size_t>(r.jpeg.output_components));
      r.image.pixels.reserve(static_cast<std::size_t>(r.image.width) * r.image.height *
                             static_cast<std::size_t>(r.image.channels));
      while (next_row(r)) {
        if (cmyk) {
          append_cmyk(r.row, r.jpeg.saw_Adobe_marker != 0, r.image.pixels);
        } else {
          r.image.pixels.append(r.row.begin(), r.row.end());
        }
      }
    }
  }
  Read out;
  out.fault = r.fault;
  out.detail = r.message;
  if (r.fault != Fault::None) return out;
  out.orientation = orientation;
  // Every PDF reader decodes these just as libjpeg does.
  const bool plain = r.jpeg.progressive_mode == 0 && r.jpeg.arith_code == 0 && r.jpeg.scale_denom == 1 &&
                     (r.jpeg.jpeg_color_space == JCS_GRAYSCALE || r.jpeg.jpeg_color_space == JCS_YCbCr);
  if (plain && !r.warned) r.image.jpeg = without_metadata(bytes);
  out.image = std::move(r.image);
  return out;
}

}  // namespace broadside::image
