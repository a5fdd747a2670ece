// SPDX-License-Identifier: MIT
#include "compile.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "fit/fit.h"
#include "flow/compose.h"
#include "flow/flow.h"
#include "font/beside.h"
#include "font/library.h"
#include "host/read_file.h"
#include "image/decode.h"
#include "layout/tighten.h"
#include "pdf/write.h"
#include "resume/read.h"
#include "resume/select.h"
#include "yaml/parse.h"

namespace broadside {
namespace {

constexpr std::size_t kMostPages = 500;
constexpr std::size_t kMostVariants = 16;
constexpr std::size_t kDictionaryCap = std::size_t{8} << 20;  // bytes; the patterns of most languages have a tenth

bool is_path(const std::string& layout) {
  return layout.find('/') != std::string::npos || layout.ends_with(".yaml") || layout.ends_with(".yml");
}

// The variants asked for, in the order of the file.
std::vector<const resume::Variant*> wanted_variants(const resume::Resume& resume, const Request& request,
                                                    Diagnostics& diagnostics) {
  std::vector<const resume::Variant*> out;
  const auto asked = [&request](const std::string& name) {
    return request.variants.empty() ||
           std::find(request.variants.begin(), request.variants.end(), name) != request.variants.end();
  };
  std::string known;
  for (const resume::Variant& variant : resume.variants) {
    if (asked(variant.name)) out.push_back(&variant);
    known += (known.empty() ? "" : ", ") + variant.name;
  }
  for (const std::string& name : request.variants) {
    const auto same = [&name](const resume::Variant& variant) { return variant.name == name; };
    if (std::none_of(resume.variants.begin(), resume.variants.end(), same)) {
      diagnostics.error("variant-unknown", {}, "there is no variant '" + name + "'", "the variants are: " + known);
    }
  }
  if (out.size() > kMostVariants) {
    diagnostics.error("variant-cap", out[kMostVariants]->span,
                      "more than " + std::to_string(kMostVariants) + " variants in one run",
                      "choose some with --variant NAME");
  }
  return out;
}

/// Whether the fonts that a layout asks for are at hand.
bool check_fonts(const layout::Layout& layout, const font::Library& fonts, Diagnostics& diagnostics) {
  std::set<std::string> asked;
  bool known = true;
  for (const layout::Style& style : layout.styles) {
    for (const std::string& family : {style.family, style.mono_family}) {
      if (family.empty() || !asked.insert(family).second) continue;
      if (fonts.match(family, style.weight, style.italic) != font::kNoFace) continue;
      std::string families;
      for (const std::string& one : fonts.families()) families += (families.empty() ? "" : ", ") + one;
      diagnostics.error("layout-unknown-font", {},
                        "there is no font family '" + family + "', which the layout '" + layout.name + "' asks for",
                        "the families at hand are: " + families);
      known = false;
    }
  }
  return known;
}

using Images = std::vector<std::shared_ptr<const image::Image>>;

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

  static constexpr std::uint32_t kEntryImageSide = 1200;  ///< 100 mm at 300 dpi
  static constexpr std::uint64_t kMostKeptPixels = 20'000'000;

  const std::string& folder_;
  Images& images_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> numbers_;
  std::uint64_t kept_ = 0;
};

}  // namespace

namespace {

/// Fonts, and what was shaped with them.
struct Desk {
  explicit Desk(text::Hyphenator* hyphenator) : typesetter(fonts, hyphenator) {}
  font::Library fonts;
  flow::Typesetter typesetter;
};

}  // namespace

struct Compiler::Impl {
  explicit Impl(Environment given) : environment(std::move(given)) {}

  /// The shipped fonts and, where a résumé has some of its own beside it, those: one desk for each such folder, one for
  /// all other résumés. Warnings about its fonts are repeated for each résumé.
  Desk& desk_for(const std::string& folder, Diagnostics& diagnostics);

  [[nodiscard]] std::string dictionary(const std::string& name) const {
    for (const std::string& folder : environment.hyphenation_folders) {
      host::FileRead file = host::read_below(folder, name, kDictionaryCap);
      if (file.ok()) return std::move(file.bytes);
    }
    return {};
  }
  std::shared_ptr<const layout::Spec> read_layout(const resume::Resume& resume, const resume::Variant& variant,
                                                  const Request& request, Sources& sources, Diagnostics& diagnostics);
  std::optional<display::DisplayList> lay_out(const resume::Resume& resume, const resume::Variant& variant,
                                              const resume::Choice& choice, const layout::Spec& spec, int step,
                                              Desk& desk, Diagnostics& diagnostics);
  std::optional<Document> compile_variant(const resume::Resume& resume, const resume::Variant& variant,
                                          const Request& request, Want want, Desk& desk, Sources& sources,
                                          Diagnostics& diagnostics);

  Environment environment;
  text::Hyphenator hyphenator{[this](const std::string& name) { return dictionary(name); }};
  std::map<std::string, std::unique_ptr<Desk>> desks;  ///< "" has the shipped fonts alone
  /// Layouts read for the résumé at hand, by name and overrides: its variants mostly share one.
  std::map<std::string, std::shared_ptr<const layout::Spec>> specs;
  Images images;  ///< of the résumé at hand
};

Desk& Compiler::Impl::desk_for(const std::string& folder, Diagnostics& diagnostics) {
  auto desk = std::make_unique<Desk>(&hyphenator);
  desk->fonts.add_folder(environment.fonts_folder);
  desk->fonts.use_system_fonts(environment.system_fonts);
  const bool shipped = host::same_folder(folder.empty() ? "fonts" : folder + "/fonts", environment.fonts_folder);
  const bool own = !shipped && font::add_fonts_beside(desk->fonts, folder, diagnostics) > 0;
  std::unique_ptr<Desk>& place = desks[own ? folder : std::string()];
  if (!place) place = std::move(desk);
  return *place;
}

std::shared_ptr<const layout::Spec> Compiler::Impl::read_layout(const resume::Resume& resume,
                                                                const resume::Variant& variant, const Request& request,
                                                                Sources& sources, Diagnostics& diagnostics) {
  // The command line wins over the variant, the variant over the résumé.
  const bool from_command_line = !request.layout.empty();
  const std::string name = from_command_line         ? request.layout
                           : !variant.layout.empty() ? variant.layout
                                                     : resume.layout.use;
  const Span place = from_command_line ? Span{} : !variant.layout.empty() ? variant.span : resume.layout.span;
  std::vector<layout::Override> overrides;
  for (const auto* settings : {&resume.layout.set, &variant.set}) {
    for (const resume::Setting& one : *settings) overrides.push_back({one.path, one.value, one.span});
  }
  overrides.insert(overrides.end(), request.overrides.begin(), request.overrides.end());

  std::string key = name;
  for (const layout::Override& one : overrides) key += '\0' + one.path + '\0' + one.value;
  if (const auto known = specs.find(key); known != specs.end()) return known->second;

  host::FileRead file;
  if (!is_path(name)) {
    file = host::read_below(environment.layouts_folder, name + ".yaml", host::kInputCap);
  } else if (from_command_line) {
    file = host::read_trusted(name, host::kInputCap);
  } else {
    file = host::read_below(request.folder, name, host::kInputCap);
  }
  if (!file.ok()) {
    std::string known;
    for (const std::string& shipped : host::list_files(environment.layouts_folder, {".yaml"})) {
      known += (known.empty() ? "" : ", ") + shipped.substr(0, shipped.size() - 5);
    }
    diagnostics.error("layout-not-found", place,
                      is_path(name) ? "the layout file '" + name + "' " + host::describe(file.problem, host::kInputCap)
                                    : "there is no layout '" + name + "'",
                      "the layouts that come with Broadside are: " + known +
                          "; a layout of your own is named by its file, such as ./mine.yaml");
    return nullptr;
  }
  const std::uint32_t source = sources.add(is_path(name) ? name : "layouts/" + name + ".yaml", std::move(file.bytes));
  const std::optional<yaml::Node> root = yaml::parse(sources, source, diagnostics);
  return specs[key] = root ? layout::read(*root, name, overrides, diagnostics) : nullptr;
}

// All that leads to the pages dies with this function: writing hundreds of them needs the room.
std::optional<display::DisplayList> Compiler::Impl::lay_out(const resume::Resume& resume,
                                                            const resume::Variant& variant,
                                                            const resume::Choice& choice, const layout::Spec& spec,
                                                            int step, Desk& desk, Diagnostics& diagnostics) {
  const resume::Resume shown = resume::select(resume, variant, choice);
  const layout::Layout composed_for = layout::tighten(spec, step);
  const flow::Composition composition =
      flow::compose(shown, composed_for, desk.typesetter, flow::ShortForms::Leave, diagnostics);
  flow::Settled settled;
  const std::size_t most = variant.pages ? static_cast<std::size_t>(*variant.pages) : kMostPages;
  if (variant.pages) {
    settled.setting = std::make_unique<const flow::Setting>(composed_for, desk.fonts);
    settled.pages = flow::paginate(composition, *settled.setting, most);
  } else {
    settled = flow::settle(composition, spec, desk.fonts, most, variant.min_size);
  }
  const flow::Pages& pages = settled.pages;
  if (pages.overfull) {
    const std::string sentence = pages.too_tall != nullptr
                                     ? "'" + pages.too_tall->label + "' has a line that is taller than the box it is in"
                                     : "the variant '" + variant.name + "' does not go onto " + std::to_string(most) +
                                           (most == 1 ? " page" : " pages");
    diagnostics.error("flow-overfull", variant.span, sentence,
                      pages.too_tall != nullptr ? "give the layout smaller type, or larger boxes"
                                                : "give it more pages, or its layout larger boxes");
    return std::nullopt;
  }
  display::DisplayList list = flow::place(composition, *settled.setting, pages,
                                          variant.pages ? flow::Stretch::EveryPage : flow::Stretch::FullPages);
  list.images = images;
  return list;
}

std::optional<Document> Compiler::Impl::compile_variant(const resume::Resume& resume, const resume::Variant& variant,
                                                        const Request& request, Want want, Desk& desk, Sources& sources,
                                                        Diagnostics& diagnostics) {
  const std::shared_ptr<const layout::Spec> spec = read_layout(resume, variant, request, sources, diagnostics);
  if (!spec) return std::nullopt;
  const font::Library& fonts = desk.fonts;
  const layout::Layout loosest = layout::tighten(*spec, 0);
  const bool fonts_known = check_fonts(loosest, fonts, diagnostics);
  if (!flow::check_boxes(loosest, diagnostics) || !fonts_known) return std::nullopt;
  Document out;
  out.variant = variant.name;
  out.output = variant.output;

  resume::Choice choice;
  int step = 0;
  if (variant.pages) {
    std::optional<fit::Fitted> fitted = fit::fit(resume, variant, *spec, desk.typesetter, diagnostics, request.fit);
    if (!fitted) return std::nullopt;
    choice = std::move(fitted->choice);
    step = fitted->report.step;
    out.fit = std::move(fitted->report);
  }

  std::optional<display::DisplayList> list = lay_out(resume, variant, choice, *spec, step, desk, diagnostics);
  if (!list) return std::nullopt;
  out.pages = static_cast<int>(list->pages.size());
  if (want == Want::Check) return out;

  pdf::Options options;
  options.timestamp = environment.timestamp;
  std::optional<std::string> bytes = pdf::write(*list, fonts, options, diagnostics);
  if (!bytes) return std::nullopt;
  out.pdf = std::move(*bytes);
  return out;
}

Compiler::Compiler(Environment environment) : impl_(std::make_unique<Impl>(std::move(environment))) {}
Compiler::~Compiler() = default;

std::vector<Document> Compiler::compile(const Request& request, Want want, Sources& sources, Diagnostics& diagnostics) {
  std::vector<Document> documents;
  impl_->specs.clear();
  impl_->images.clear();
  std::optional<yaml::Node> root = yaml::parse(sources, request.source, diagnostics);
  if (!root) return documents;
  std::optional<resume::Resume> resume = resume::read(*root, sources, diagnostics);
  root.reset();
  if (!resume) return documents;
  ImageReader(request.folder, impl_->images, diagnostics).read(*resume);
  const std::vector<const resume::Variant*> variants = wanted_variants(*resume, request, diagnostics);
  Desk& desk = impl_->desk_for(request.folder, diagnostics);
  if (diagnostics.has_errors()) return documents;
  for (const resume::Variant* variant : variants) {
    std::optional<Document> document =
        impl_->compile_variant(*resume, *variant, request, want, desk, sources, diagnostics);
    if (document) documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace broadside
