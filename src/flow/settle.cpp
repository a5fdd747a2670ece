// SPDX-License-Identifier: MIT
// Pages of a document of any length: how tight they are set, so that the last one is worth its paper. Implements
// settle() of flow.h. Chooses no content.
#include "flow/flow.h"
#include "layout/tighten.h"

namespace broadside::flow {
namespace {

/// On so much paper nobody minds the last page, and each step sets all of it again.
constexpr std::size_t kMostPagesTightened = 50;

}  // namespace

Settled settle(const Composition& composition, const layout::Spec& spec, const font::Library& fonts,
               std::size_t most_pages, std::optional<Length> min_size) {
  const auto at_step = [&](int step, LastPage last_page) {
    Settled out;
    out.step = step;
    out.setting = std::make_unique<const Setting>(layout::tighten(spec, step), fonts);
    out.pages = paginate(composition, *out.setting, most_pages, last_page);
    return out;
  };
  Settled loosest = at_step(0, LastPage::AsItComes);
  if (!loosest.pages.short_last || loosest.pages.overfull || loosest.pages.count > kMostPagesTightened) return loosest;
  for (int step = 1; step <= layout::steps(spec); ++step) {
    if (min_size && layout::smaller(layout::tighten(spec, step), loosest.setting->layout(), *min_size)) break;
    Settled tighter = at_step(step, LastPage::AsItComes);
    if (tighter.pages.count < loosest.pages.count && !tighter.pages.short_last) return tighter;
  }
  Settled filled = at_step(0, LastPage::Fill);
  return filled.pages.short_last ? std::move(loosest) : std::move(filled);
}

}  // namespace broadside::flow
