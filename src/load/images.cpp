// SPDX-License-Identifier: MIT
// Implements images.h.
#include "load/images.h"

#include <map>
#include <optional>
#include <utility>

#include "host/read_file.h"
#include "image/decode.h"

namespace broadside::load {
namespace {

constexpr std::uint32_t kEntryImageSide = 1200;  // pixels: 100 mm at 300 dpi
constexpr std::uint64_t kMostKeptPixels = 20'000'000;

/// Reads the pictures that a résumé names, each file once, and tells the résumé their sizes.
class ImageReader {
 public:
  ImageReader(const std::string& folder, Images& images, Diagnostics& diagnostics)
      : folder_(folder), images_(images), diagnostics_(diagnostics) {}

  void read(resume::Resume& resume) {
    if (resume.person.photo) read(*resume.person.photo, image::kPageSide);
    for (resume::Section& section : resume.sections) {
      read(section.entries);
      for (resume::Group& group : section.groups) read(group.entries);
    }
  }

 private:
  void read(std::vector<resume::Entry>& entries) {
    for (resume::Entry& entry : entries) {
      if (entry.image) read(*entry.image, kEntryImageSide);
      read(entry.positions);
    }
  }

  void read(resume::Image& wanted, std::uint32_t most_side) {
    const auto [known, added] = numbers_.try_emplace(wanted.path, images_.size());
    if (added) {
      std::optional<image::Image> decoded = load(wanted, most_side);
      images_.push_back(std::make_shared<const image::Image>(decoded ? std::move(*decoded) : image::Image()));
    }
    wanted.number = static_cast<std::uint32_t>(known->second);
    wanted.width = images_[known->second]->width;
    wanted.height = images_[known->second]->height;
  }

  std::optional<image::Image> load(const resume::Image& wanted, std::uint32_t most_side) {
    const host::FileRead file = host::read_below(folder_, wanted.path, host::kImageCap);
    if (!file.ok()) {
      const bool large = file.problem == host::FileProblem::TooLarge;
      diagnostics_.error(
          large ? "image-cap" : "image-not-found", wanted.span,
          "the image '" + wanted.path + "' " + host::describe(file.problem, host::kImageCap),
          large ? "save it smaller: 600 × 800 pixels are plenty for a portrait"
                : "put it beside the résumé, or in a folder below it, and write its path from there: photo.jpg");
      return std::nullopt;
    }
    std::optional<image::Image> decoded = image::decode(file.bytes, most_side, wanted.path, wanted.span, diagnostics_);
    if (decoded) kept_ += std::uint64_t{decoded->width} * decoded->height;
    if (kept_ <= kMostKeptPixels) return decoded;
    diagnostics_.error("image-cap", wanted.span,
                       "with '" + wanted.path + "' the images of this résumé hold more than " +
                           std::to_string(kMostKeptPixels / 1'000'000) + " megapixels together",
                       "save them smaller: a logo needs no more than 300 × 300 pixels");
    return std::nullopt;
  }

  const std::string& folder_;
  Images& images_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> numbers_;
  std::uint64_t kept_ = 0;
};

}  // namespace

Images images(const std::string& folder, resume::Resume& resume, Diagnostics& diagnostics) {
  Images out;
  ImageReader(folder, out, diagnostics).read(resume);
  return out;
}

}  // namespace broadside::load
