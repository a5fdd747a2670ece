// SPDX-License-Identifier: MIT
// `colors`, `fonts`, `styles` → the style table of the Spec. What a style does not say it takes from the one it
// extends; sizes and leading are left to tighten(), which knows the step.
#include <algorithm>

#include "base/utf8.h"
#include "layout/reader.h"
#include "layout/suggestion.h"

namespace broadside::layout {

namespace {

constexpr Color kBlack{0, 0, 0};
constexpr Color kWhite{255, 255, 255};

/// Follows the names in `colors` ("rule: accent") from one entry; nullopt after reporting.
std::optional<Color> resolve_color(Reading& reading, const yaml::Node& colors, const yaml::Pair& entry) {
  const std::string path = "colors." + entry.key.scalar;
  const yaml::Node* value = &entry.value;
  for (std::size_t hops = 0; hops <= colors.pairs.size(); ++hops) {
    const yaml::Node* next =
        value->is_scalar() && !value->scalar.starts_with('#') ? colors.find(value->scalar) : nullptr;
    if (next == nullptr) return read_color(reading, *value, path);
    value = next;
  }
  reading.diagnostics.error("layout-cycle", entry.value.span, "`" + path + "` leads back to itself",
                            "give one of these colours a value such as \"#224466\"");
  return std::nullopt;
}

struct Pending {
  const yaml::Node* name = nullptr;
  const yaml::Node* value = nullptr;
  int parent = -1;
};

/// Reads `extends` of every style; the first cycle through a style is reported there and cut.
void read_parents(Reading& reading, std::vector<Pending>& pending) {
  const StyleId body = reading.spec.body;
  for (std::size_t i = 0; i < pending.size(); ++i) {
    pending[i].parent = i == body ? -1 : static_cast<int>(body);
    if (pending[i].value == nullptr || !pending[i].value->is_map()) continue;
    const yaml::Node* extends = pending[i].value->find("extends");
    if (extends == nullptr || !extends->is_scalar()) continue;
    if (i == body) {
      reading.diagnostics.error("layout-value", extends->span, "`styles.body` cannot extend another style",
                                "all styles extend body in the end");
      continue;
    }
    const auto found = reading.style_ids.find(extends->scalar);
    if (found == reading.style_ids.end())
      reading.unknown_name("layout-unknown-style", "style", extends->scalar, extends->span,
                           names_of(reading.style_ids));
    else
      pending[i].parent = found->second;
  }
  for (std::size_t i = 0; i < pending.size(); ++i) {
    std::size_t hops = 0;
    for (int at = pending[i].parent; at >= 0 && hops <= pending.size(); ++hops)
      at = static_cast<std::size_t>(at) == i ? static_cast<int>(i) : pending[static_cast<std::size_t>(at)].parent;
    if (hops <= pending.size()) continue;
    // The walk never ended: some ancestor is in a cycle. Only a style that is in it itself is named.
    int at = pending[i].parent;
    for (std::size_t step = 0; step < pending.size() && at >= 0 && static_cast<std::size_t>(at) != i; ++step)
      at = pending[static_cast<std::size_t>(at)].parent;
    if (at != static_cast<int>(i)) continue;
    const yaml::Node* extends = pending[i].value->find("extends");
    reading.diagnostics.error("layout-cycle", extends->span,
                              "the style `" + pending[i].name->scalar + "` extends itself in the end",
                              "let one of these styles extend body");
    pending[i].parent = static_cast<int>(body);
  }
}

void apply_font(Style& style, const FontChoice& font, std::string& font_features) {
  style.family = font.family;
  style.mono_family = font.mono;
  style.weight = font.weight;
  style.bold_weight = font.bold;
  style.protrusion = font.protrusion.value_or(style.protrusion);
  style.expansion = font.expansion.value_or(style.expansion);
  style.hangs = font.hangs;
  font_features = font.features;
}

std::string joined(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + "," + b; }

std::optional<double> share(const MapReader& map, std::string_view key) {
  const std::optional<Amount> amount = map.amount(key);
  return amount ? std::optional<double>(amount->number) : std::nullopt;
}

std::vector<Hang> read_hangs(Reading& reading, const MapReader& font) {
  std::vector<Hang> hangs;
  const yaml::Node* list = font.node("hang");
  if (list == nullptr || list->is_null()) return hangs;
  if (!list->is_sequence()) {
    reading.diagnostics.error("layout-type", list->span, "`" + font.path() + ".hang` needs a list",
                              "write  hang: [{signs: \".,\", right: 0.7}]");
    return hangs;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const yaml::Node& item = list->items[i];
    const MapReader map(reading, item, kHangKeys, font.path() + ".hang." + std::to_string(i + 1));
    Hang hang;
    const std::string signs = map.text("signs").value_or("");
    for (std::size_t at = 0; at < signs.size();) {
      const Decoded sign = decode_utf8_lossy(signs, at);
      if (sign.code_point != U' ') hang.signs += sign.code_point;
      at += sign.size;
    }
    hang.left = share(map, "left");
    hang.right = share(map, "right");
    hang.italic = map.flag("italic");
    if (hang.signs.empty() && item.is_map()) {
      map.wrong("signs", map.node("signs") == nullptr ? item : *map.node("signs"), "names no sign",
                "write  signs: \".,\"");
    }
    hangs.push_back(std::move(hang));
  }
  return hangs;
}

}  // namespace

std::optional<Color> read_color(Reading& reading, const yaml::Node& node, const std::string& path) {
  if (node.is_scalar()) {
    if (const std::optional<Color> color = parse_color(node.scalar)) return color;
    const auto found = reading.colors.find(node.scalar);
    if (found != reading.colors.end()) return found->second;
  }
  const bool name = node.is_scalar() && !node.scalar.starts_with('#') && !node.scalar.empty();
  if (name) {
    reading.unknown_name("layout-unknown-color", "colour", node.scalar, node.span, names_of(reading.colors));
  } else {
    reading.diagnostics.error("layout-value", node.span, "`" + path + "` needs a colour",
                              node.is_null() ? "an unquoted # starts a comment: write the colour in quotes, \"#0a6\""
                                             : "write \"#rgb\" or \"#rrggbb\" in quotes, or a name from `colors`");
  }
  return std::nullopt;
}

void read_colors(Reading& reading, const yaml::Node* node) {
  reading.colors = {{"black", kBlack}, {"white", kWhite}};
  if (node == nullptr || node->is_null()) return;
  if (!node->is_map()) {
    reading.diagnostics.error("layout-type", node->span, "`colors` needs a map of names", "write  accent: \"#224466\"");
    return;
  }
  // Known before any value is read, so that a wrong value is one error and not one more at each use.
  for (const yaml::Pair& pair : node->pairs) reading.colors.emplace(pair.key.scalar, kBlack);
  for (const yaml::Pair& pair : node->pairs)
    if (const std::optional<Color> color = resolve_color(reading, *node, pair))
      reading.colors[pair.key.scalar] = *color;
}

void read_fonts(Reading& reading, const yaml::Node* node) {
  if (node == nullptr || node->is_null()) return;
  if (!node->is_map()) {
    reading.diagnostics.error("layout-type", node->span, "`fonts` needs a map of names",
                              "write  body: {family: Source Serif 4}");
    return;
  }
  for (const yaml::Pair& pair : node->pairs) {
    FontChoice font;
    // `body: Source Serif 4` is short for `body: {family: Source Serif 4}`.
    if (pair.value.is_scalar()) {
      font.family = pair.value.scalar;
    } else {
      const MapReader map(reading, pair.value, kFontKeys, "fonts." + pair.key.scalar);
      font.family = map.text("family").value_or("");
      font.mono = map.text("mono").value_or("");
      font.weight = map.whole("weight").value_or(font.weight);
      font.bold = map.whole("bold").value_or(font.bold);
      font.features = map.features("features").value_or("");
      font.protrusion = share(map, "protrusion");
      font.expansion = share(map, "expansion");
      font.hangs = read_hangs(reading, map);
      if (font.family.empty() && (pair.value.is_map() || pair.value.is_null()))
        reading.diagnostics.error("layout-value", pair.key.span, "`fonts." + pair.key.scalar + "` names no family",
                                  "write  family: Source Serif 4");
    }
    reading.fonts[pair.key.scalar] = font;
  }
}

void read_styles(Reading& reading, const yaml::Node* node) {
  Spec& spec = reading.spec;
  std::vector<Pending> pending;
  if (node != nullptr && node->is_map()) {
    for (const yaml::Pair& pair : node->pairs) {
      if (!reading.style_ids.emplace(pair.key.scalar, static_cast<StyleId>(pending.size())).second) {
        reading.diagnostics.error("layout-duplicate-key", pair.key.span,
                                  "the style `" + pair.key.scalar + "` is declared twice", "keep one of them");
        continue;
      }
      pending.push_back({&pair.key, &pair.value, -1});
    }
  } else if (node != nullptr && !node->is_null()) {
    reading.diagnostics.error("layout-type", node->span, "`styles` needs a map of names", "write  body: {size: 10pt}");
  }
  if (!reading.style_ids.contains("body")) {
    reading.style_ids["body"] = static_cast<StyleId>(pending.size());
    pending.push_back({});
  }
  spec.body = reading.style_ids["body"];
  read_parents(reading, pending);

  spec.styles.resize(pending.size());
  spec.base.styles.resize(pending.size());
  std::vector<std::string> font_features(pending.size()), own_features(pending.size());
  std::vector<bool> done(pending.size(), false);
  const yaml::Node nothing;
  const auto read_one = [&](std::size_t i) {
    Style style;
    StyleRecipe& recipe = spec.styles[i];
    recipe.parent = pending[i].parent;
    if (recipe.parent >= 0) {
      const auto parent = static_cast<std::size_t>(recipe.parent);
      style = spec.base.styles[parent];
      recipe.leading = spec.styles[parent].leading;
      font_features[i] = font_features[parent];
      own_features[i] = own_features[parent];
    } else if (!reading.fonts.empty()) {
      const auto body_font = reading.fonts.find("body");
      apply_font(style, body_font != reading.fonts.end() ? body_font->second : reading.fonts.begin()->second,
                 font_features[i]);
    }
    style.name = pending[i].name == nullptr ? "body" : pending[i].name->scalar;
    const MapReader map(reading, pending[i].value == nullptr ? nothing : *pending[i].value, kStyleKeys,
                        "styles." + style.name);
    if (const std::optional<std::string> name = map.text("font")) {
      const auto found = reading.fonts.find(*name);
      if (found != reading.fonts.end())
        apply_font(style, found->second, font_features[i]);
      else
        reading.unknown_name("layout-unknown-font", "font", *name, map.node("font")->span, names_of(reading.fonts));
    }
    recipe.size = map.slot("size");
    if (recipe.parent < 0 && !recipe.size) recipe.size = reading.add_slot({10, Unit::Pt}, "styles.body.size");
    if (recipe.parent < 0 && spec.slots[*recipe.size].amount.unit != Unit::Pt) {
      map.wrong("size", *map.node("size"), "is the size that all others count from", "write it in pt or mm");
      spec.slots[*recipe.size].amount = {10, Unit::Pt};
    }
    const std::optional<std::size_t> leading = map.slot("leading");
    if (leading)
      recipe.leading = *leading;
    else if (recipe.parent < 0)
      recipe.leading = reading.add_slot({1.3, Unit::Factor}, "styles.body.leading");
    style.color = map.color("color").value_or(style.color);
    if (const std::optional<Color> color = map.color("link-color")) style.link_color = color;
    if (const std::optional<int> align = map.word("align")) style.align = static_cast<Align>(*align);
    style.weight = map.whole("weight").value_or(style.weight);
    style.bold_weight = map.whole("bold").value_or(style.bold_weight);
    style.italic = map.flag("italic").value_or(style.italic);
    if (const std::optional<int> letters = map.word("case")) style.uppercase = *letters == 1;
    if (std::optional<std::string> features = map.features("features")) own_features[i] = std::move(*features);
    style.features = joined(font_features[i], own_features[i]);
    if (const std::optional<Amount> spacing = map.amount("letter-spacing")) {
      if (spacing->unit == Unit::Em || spacing->number == 0)
        style.letter_spacing = spacing->number;
      else
        map.wrong("letter-spacing", *map.node("letter-spacing"), "counts in em", "write 0.02em");
    }
    style.hyphenate = map.flag("hyphenate").value_or(style.hyphenate);
    style.protrusion = share(map, "protrusion").value_or(style.protrusion);
    style.expansion = share(map, "expansion").value_or(style.expansion);
    spec.base.styles[i] = std::move(style);
    done[i] = true;
    spec.order.push_back(static_cast<StyleId>(i));
  };
  // Parents first: read_parents left a tree, so each sweep reads at least one more style.
  while (spec.order.size() < pending.size())
    for (std::size_t i = 0; i < pending.size(); ++i)
      if (!done[i] && (pending[i].parent < 0 || done[static_cast<std::size_t>(pending[i].parent)])) read_one(i);
}

}  // namespace broadside::layout
