// SPDX-License-Identifier: MIT
#include "compile.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/nearest.h"
#include "fit/fit.h"
#include "flow/compose.h"
#include "flow/flow.h"
#include "font/beside.h"
#include "font/library.h"
#include "host/read_file.h"
#include "layout/tighten.h"
#include "load/images.h"
#include "pdf/write.h"
#include "resume/read.h"
#include "resume/select.h"
#include "yaml/parse.h"

namespace broadside {
namespace {

constexpr std::size_t kMostPages = 500;
constexpr std::size_t kMostPieces = 200'000;  // eight a line, on all those pages
constexpr std::size_t kMostVariants = 16;
constexpr std::size_t kDictionaryCap = std::size_t{8} << 20;  // bytes; the patterns of most languages have a tenth

resume::PartialDate date_of(std::int64_t timestamp) {
  const std::chrono::sys_seconds moment{std::chrono::seconds{timestamp}};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(moment)};
  return {static_cast<std::int16_t>(int{day.year()}), static_cast<std::uint8_t>(unsigned{day.month()}),
          static_cast<std::uint8_t>(unsigned{day.day()})};
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
    diagnostics.error(
        "variant-cap", out[kMostVariants]->span,
        "more than " + std::to_string(kMostVariants) + " variants in one run, full and one-page counted in",
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
      std::vector<std::string_view> names;
      const std::vector<std::string> all = fonts.families();
      for (const std::string& one : all) {
        families += (families.empty() ? "" : ", ") + one;
        names.push_back(one);
      }
      const std::string near(nearest(family, names));
      Diagnostic& report =
          diagnostics.error("layout-unknown-font", {},
                            "there is no font family '" + family + "', which the layout '" + layout.name + "' asks for",
                            near.empty() ? "the families at hand are: " + families : "did you mean '" + near + "'?");
      report.hints.push_back(
          {"fonts that are only installed on this machine cannot be named; put the file into fonts/ beside the résumé",
           {}});
      known = false;
    }
  }
  return known;
}

/// The first box of a flow that the layout file names; null if there is none.
const layout::Box* box_of(const layout::Layout& layout, const std::string& flow) {
  for (const layout::Box& box : layout.first_boxes) {
    if (!flow.empty() && box.flow == flow && !box.span.detached()) return &box;
  }
  return nullptr;
}

/// Fonts, and what was shaped with them.
struct Desk {
  explicit Desk(text::Hyphenator* hyphenator) : typesetter(fonts, hyphenator) {}
  font::Library fonts;
  flow::Typesetter typesetter;
  Diagnostics about_fonts;  ///< those beside the résumé
};

}  // namespace

struct Compiler::Impl {
  explicit Impl(Environment given) : environment(std::move(given)) {}

  /// The shipped fonts and, where a résumé has some of its own beside it, those: one desk for each such folder, one for
  /// all other résumés. Warnings about its fonts are repeated for each run.
  Desk& desk_for(const std::string& folder, Diagnostics& diagnostics);

  [[nodiscard]] std::string dictionary(const std::string& name) const {
    for (const std::string& folder : environment.hyphenation_folders) {
      host::FileRead file = host::read_below(folder, name, kDictionaryCap);
      if (file.ok()) return std::move(file.bytes);
    }
    return {};
  }
  std::optional<display::DisplayList> lay_out(const resume::Resume& resume, const resume::Variant& variant,
                                              const resume::Choice& choice, const layout::Spec& spec, int step,
                                              Desk& desk, Diagnostics& diagnostics);
  std::optional<Document> compile_variant(const resume::Resume& resume, const resume::Variant& variant,
                                          const Request& request, Want want, const layout::Spec& spec, Desk& desk,
                                          const load::Images& images, Diagnostics& diagnostics);

  Environment environment;
  text::Hyphenator hyphenator{[this](const std::string& name) { return dictionary(name); }};
  std::map<std::string, std::unique_ptr<Desk>> desks;  ///< "" has the shipped fonts alone
};

Desk& Compiler::Impl::desk_for(const std::string& folder, Diagnostics& diagnostics) {
  const std::string beside = folder.empty() ? "fonts" : folder + "/fonts";
  const bool own = !host::same_folder(beside, environment.fonts_folder) && font::has_fonts_beside(folder);
  std::unique_ptr<Desk>& desk = desks[own ? beside : std::string()];
  if (!desk) {
    desk = std::make_unique<Desk>(&hyphenator);
    desk->fonts.add_folder(environment.fonts_folder);
    desk->fonts.use_system_fonts(environment.system_fonts);
    if (own) font::add_fonts_beside(desk->fonts, folder, desk->about_fonts);
  }
  diagnostics.append(desk->about_fonts);
  return *desk;
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
  if (flow::extent(composition).pieces > kMostPieces) {
    diagnostics.error("flow-too-many-pieces", variant.span,
                      "the variant '" + variant.name + "' changes its style, its font or its direction of writing " +
                          "more than 200,000 times",
                      "show less in it, or leave out links, bold, italic and code");
    return std::nullopt;
  }
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
    Diagnostic& report =
        diagnostics.error("flow-overfull", variant.span, sentence,
                          pages.too_tall != nullptr ? "give the layout smaller type, or larger boxes"
                                                    : "give it more pages, or its layout larger boxes");
    if (const layout::Box* box = box_of(composed_for, pages.too_tall_in)) {
      report.hints.push_back({"the first box of the flow '" + box->flow + "' stands here", box->span});
    }
    return std::nullopt;
  }
  flow::report_broken_words(pages, diagnostics);
  return flow::place(composition, *settled.setting, pages,
                     variant.pages ? flow::Stretch::EveryPage : flow::Stretch::FullPages);
}

std::optional<Document> Compiler::Impl::compile_variant(const resume::Resume& resume, const resume::Variant& variant,
                                                        const Request& request, Want want, const layout::Spec& spec,
                                                        Desk& desk, const load::Images& images,
                                                        Diagnostics& diagnostics) {
  const font::Library& fonts = desk.fonts;
  const layout::Layout loosest = layout::tighten(spec, 0);
  const bool fonts_known = check_fonts(loosest, fonts, diagnostics);
  if (!flow::check_boxes(loosest, diagnostics) || !fonts_known) return std::nullopt;
  Document out;
  out.variant = variant.name;
  out.output = variant.output;

  resume::Choice choice;
  int step = 0;
  if (variant.pages) {
    std::optional<fit::Fitted> fitted = fit::fit(resume, variant, spec, desk.typesetter, diagnostics, request.fit);
    if (!fitted) return std::nullopt;
    choice = std::move(fitted->choice);
    step = fitted->report.step;
    out.fit = std::move(fitted->report);
  }

  std::optional<display::DisplayList> list = lay_out(resume, variant, choice, spec, step, desk, diagnostics);
  if (!list) return std::nullopt;
  list->images = images;
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
  std::optional<yaml::Node> root = yaml::parse(sources, request.source, diagnostics);
  if (!root) return documents;
  std::optional<resume::Resume> resume = resume::read(*root, sources, diagnostics);
  root.reset();
  if (!resume) return documents;
  if (!resume->as_of && impl_->environment.timestamp > 0) resume->as_of = date_of(impl_->environment.timestamp);
  const load::Images images = load::images(request.folder, *resume, diagnostics);
  const std::vector<const resume::Variant*> variants = wanted_variants(*resume, request, diagnostics);
  Desk& desk = impl_->desk_for(request.folder, diagnostics);
  if (diagnostics.has_errors()) return documents;
  load::Layouts layouts(impl_->environment.layouts_folder, request.folder);
  for (const resume::Variant* variant : variants) {
    const auto spec = layouts.read(*resume, *variant, request.layout, sources, diagnostics);
    if (!spec) continue;
    std::optional<Document> document =
        impl_->compile_variant(*resume, *variant, request, want, *spec, desk, images, diagnostics);
    if (document) documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace broadside
