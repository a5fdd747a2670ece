// SPDX-License-Identifier: MIT
// Spec × step → Layout: copies what does not move and fills in the lengths. Implements tighten.h.
#include "layout/tighten.h"

#include <algorithm>
#include <cmath>

#include "layout/spec.h"

namespace broadside::layout {

namespace {

/// How far a dial has moved at a step, 0 to 1.
double progress(const Dial& dial, int step) {
  const double way = static_cast<double>(step - dial.first) / static_cast<double>(dial.last - dial.first);
  return std::clamp(way, 0.0, 1.0);
}

double value_at(const Spec& spec, const Slot& slot, int step) {
  if (slot.dial < 0) return slot.amount.number;
  const double way = progress(spec.dials[static_cast<std::size_t>(slot.dial)], step);
  return slot.amount.number + (slot.tight - slot.amount.number) * way;
}

int price_of(const Spec& spec, int step) {
  double sum = 0;
  for (const Dial& dial : spec.dials) sum += dial.price * progress(dial, step);
  return static_cast<int>(std::lround(sum));
}

}  // namespace

int steps(const Spec& spec) { return spec.base.fit.steps; }

Layout tighten(const Spec& spec, int step) {
  Layout layout = spec.base;
  step = std::clamp(step, 0, spec.base.fit.steps);

  std::vector<double> sizes(spec.styles.size());
  for (StyleId id : spec.order) {
    const StyleRecipe& recipe = spec.styles[id];
    double& size = sizes[id];
    if (!recipe.size) {
      size = sizes[static_cast<std::size_t>(recipe.parent)];
    } else {
      const Slot& slot = spec.slots[*recipe.size];
      const double number = value_at(spec, slot, step);
      const double parent = recipe.parent < 0 ? 0 : sizes[static_cast<std::size_t>(recipe.parent)];
      size = slot.amount.unit == Unit::Pt   ? number
             : slot.amount.unit == Unit::Em ? number * parent
                                            : number * parent / 100;
    }
    const Slot& leading = spec.slots[recipe.leading];
    const double number = value_at(spec, leading, step);
    const double line = leading.amount.unit == Unit::Pt        ? number
                        : leading.amount.unit == Unit::Percent ? number * size / 100
                                                               : number * size;
    layout.styles[id].size = Length::from_pt(size);
    layout.styles[id].line_height = Length::from_pt(line);
  }

  const double em = sizes[spec.body];
  const double spacing = value_at(spec, spec.slots[spec.spacing], step);
  for (const Write& write : spec.writes) {
    const Slot& slot = spec.slots[write.slot];
    double pt = value_at(spec, slot, step);
    if (slot.amount.unit == Unit::Em) pt *= em;
    if (write.spaced) pt *= spacing;
    write.target(layout) = Length::from_pt(write.negated ? -pt : pt);
  }

  layout.fit.price.resize(static_cast<std::size_t>(layout.fit.steps) + 1);
  for (int i = 0; i <= layout.fit.steps; ++i) layout.fit.price[static_cast<std::size_t>(i)] = price_of(spec, i);
  return layout;
}

bool smaller(const Layout& layout, const Layout& loosest, Length least) {
  for (std::size_t i = 0; i < layout.styles.size(); ++i) {
    if (layout.styles[i].size < least && layout.styles[i].size < loosest.styles[i].size) return true;
  }
  return false;
}

}  // namespace broadside::layout
