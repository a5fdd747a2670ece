// SPDX-License-Identifier: MIT
// The whole layout file: overrides first, then its parts in the order in which they need each other. Implements read.h.
#include "layout/read.h"

#include "layout/override.h"
#include "layout/reader.h"
#include "layout/tighten.h"

namespace broadside::layout {

namespace {

/// Names of one kind, boxes of one page, rows of one block: a page that takes a quarter of these is hard to imagine,
/// and names that lead to names are followed in time of the cube of their number.
constexpr std::size_t kMostMembers = 200;

/// Reports the first map or list that is larger.
bool small_enough(const yaml::Node& node, Diagnostics& diagnostics) {
  const std::size_t members = node.pairs.size() + node.items.size();
  if (members > kMostMembers) {
    diagnostics.error("layout-too-many", {node.span.source, node.span.begin, node.span.begin + 1},
                      "this " +
                          std::string(node.is_map() ? "map has " + std::to_string(members) + " keys"
                                                    : "list has " + std::to_string(members) + " items") +
                          "; the limit in a layout is " + std::to_string(kMostMembers),
                      "keep what the layout uses");
    return false;
  }
  for (const yaml::Pair& pair : node.pairs)
    if (!small_enough(pair.value, diagnostics)) return false;
  for (const yaml::Node& item : node.items)
    if (!small_enough(item, diagnostics)) return false;
  return true;
}

/// Margins must leave room for a few words and lines at every step; the loosest is the narrowest.
void check_margins(Reading& reading, const yaml::Node* page) {
  const Layout loosest = tighten(reading.spec, 0);
  const Length width = loosest.page.width - loosest.margins.left - loosest.margins.right;
  const Length height = loosest.page.height - loosest.margins.top - loosest.margins.bottom;
  const Length least = Length::from_pt(36);
  const yaml::Node* margins = page != nullptr && page->is_map() ? page->find("margins") : nullptr;
  const Span span = margins != nullptr ? margins->span : reading.spec.base.span;
  if (width < least)
    reading.diagnostics.error("layout-margins", span, "the margins leave no room between left and right",
                              "make the margins smaller or the page wider");
  if (height < least)
    reading.diagnostics.error("layout-margins", span, "the margins leave no room between top and bottom",
                              "make the margins smaller or the page higher");
}

}  // namespace

std::shared_ptr<const Spec> read(const yaml::Node& root, const std::string& name,
                                 const std::vector<Override>& overrides, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.error_count();
  if (!small_enough(root, diagnostics)) return nullptr;
  auto spec = std::make_shared<Spec>();
  spec->base.name = name;
  spec->base.span = root.span;
  Reading reading{*spec, diagnostics, {}, {}, {}, {}, {}};

  yaml::Node tree = root;
  for (const Override& given : overrides)
    for (const Override& change : spread(given))
      if (apply_override(tree, change, diagnostics)) reading.overridden.push_back(change.path);

  const MapReader map(reading, tree, kLayoutKeys, "");
  map.whole("format");
  map.text("description");
  read_colors(reading, map.node("colors"));
  read_fonts(reading, map.node("fonts"));
  read_styles(reading, map.node("styles"));
  const std::optional<std::size_t> spacing = map.slot("spacing");
  spec->spacing = spacing ? *spacing : reading.add_slot({1, Unit::Factor}, "spacing");
  read_page(reading, map.node("page"));
  if (const yaml::Node* text = map.node("text")) {
    const MapReader rules(reading, *text, kTextKeys, "text");
    spec->base.text.curly_quotes = rules.word("quotes").value_or(0) == 1;
    spec->base.text.ascii_dashes = rules.flag("ascii-dashes").value_or(false);
  }
  read_flows(reading, map.node("flows"));
  read_boxes(reading, map.node("boxes"));
  read_blocks(reading, map.node("blocks"));
  read_flow_blocks(reading, map.node("flow-blocks"), map.node("blocks"));
  read_running(reading, map.node("running"));
  read_fit(reading, map.node("fit"));
  if (diagnostics.error_count() != errors_before) return nullptr;
  check_margins(reading, map.node("page"));
  if (diagnostics.error_count() != errors_before) return nullptr;
  return spec;
}

}  // namespace broadside::layout
