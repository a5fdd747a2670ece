// SPDX-License-Identifier: MIT
// See beside.h.
#include "font/beside.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "host/read_file.h"

namespace broadside::font {
namespace {

constexpr std::size_t kMostBytes = std::size_t{128} << 20;
constexpr std::size_t kMostFiles = 200;

void too_many(const std::string& sentence, Diagnostics& diagnostics) {
  diagnostics.error("font-cap", {}, sentence, "keep only the fonts there that the résumé uses");
}

std::string root_of(const std::string& folder) { return folder.empty() ? "." : folder; }

std::vector<std::string> files_below(const std::string& root) {
  return host::list_two_levels(root + "/fonts", {".ttf", ".otf", ".ttc"});
}

}  // namespace

bool has_fonts_beside(const std::string& folder) { return !files_below(root_of(folder)).empty(); }

std::size_t add_fonts_beside(Library& library, const std::string& folder, Diagnostics& diagnostics) {
  const std::string root = root_of(folder);
  std::size_t files = 0, bytes = 0, added = 0;
  for (const std::string& path : files_below(root)) {
    const std::string name = path.substr(root.size() + 1);
    if (++files > kMostFiles) {
      too_many("the folder 'fonts' beside the résumé holds more than " + std::to_string(kMostFiles) + " font files",
               diagnostics);
      return added;
    }
    const host::FileRead file = host::read_below(root, name, host::kFontCap);
    if (file.problem == host::FileProblem::TooLarge) {
      too_many("the font file '" + name + "' " + host::describe(file.problem, host::kFontCap), diagnostics);
      continue;
    }
    if (!file.ok()) {
      diagnostics.warning("font-unusable", {},
                          "the font file '" + name + "' " + host::describe(file.problem, host::kFontCap),
                          "put the file itself into the folder 'fonts' beside the résumé");
      continue;
    }
    bytes += file.bytes.size();
    if (bytes > kMostBytes) {
      too_many(
          "the folder 'fonts' beside the résumé holds more than " + std::to_string(kMostBytes >> 20) + " MiB of fonts",
          diagnostics);
      return added;
    }
    const auto faces = Face::load_all({file.bytes.begin(), file.bytes.end()});
    if (faces.empty()) {
      diagnostics.warning("font-unusable", {}, "the file '" + name + "' is no TrueType or OpenType font",
                          "put a .ttf or .otf file there, with outlines");
    }
    for (const std::shared_ptr<const Face>& face : faces) {
      if (face->embeddable()) {
        if (library.add(face) != kNoFace) ++added;
      } else {
        diagnostics.warning("font-unusable", {},
                            "the licence of the font file '" + name + "' does not allow its use in a PDF",
                            "choose a font that may be embedded");
      }
    }
  }
  return added;
}

}  // namespace broadside::font
