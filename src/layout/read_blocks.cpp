// SPDX-License-Identifier: MIT
// `blocks`, `running` → how each thing is set. A block that the file leaves out gets the plain rows of kPlain.
#include <algorithm>
#include <array>

#include "layout/reader.h"
#include "layout/template.h"

namespace broadside::layout {

namespace {

/// What a block prints when the layout says nothing about it: every field, in reading order.
constexpr std::array<std::string_view, kBlockKinds> kPlain = {
    "{name}[, {label}][ {contacts}]",
    "{text}",
    "{title}",
    "{title}",
    "{title}[, {organization}][, {department}][, {location}][, {date}][. {summary}][ {keywords}]",
    "{title}[, {organization}][, {department}][, {location}][, {date}][. {summary}][ {keywords}]",
    "{text}",
    "[{name}: ]{keywords}",
    "{title}[. {authors}][. {venue}][, {date}][. {doi}]",
    "{text}",
    "{contacts}",
    "{text}",
};

Block& block_of(Layout& layout, std::size_t kind) { return layout.blocks[kind]; }

/// A flow's own block: its keys, then those of the common block that it does not give.
yaml::Node over(const yaml::Node& own, const yaml::Node* common) {
  yaml::Node merged = own;
  if (common == nullptr || !common->is_map()) return merged;
  for (const yaml::Pair& pair : common->pairs) {
    if (own.find(pair.key.scalar) == nullptr) merged.pairs.push_back(pair);
  }
  return merged;
}

/// A value written in short, as the map it stands for.
yaml::Node as_map(const yaml::Node& node, std::string_view key) {
  if (!node.is_scalar()) return node;
  yaml::Node map, name;
  name.kind = yaml::Kind::Scalar;
  name.scalar = key;
  name.span = map.span = node.span;
  map.kind = yaml::Kind::Map;
  map.pairs.push_back({std::move(name), node});
  return map;
}

class BlockReader {
 public:
  /// Reads into the layout's block number `id`; `where` is its path in the file.
  BlockReader(Reading& reading, const yaml::Node& node, BlockKind kind, std::size_t id, std::string where)
      : reading_(reading),
        id_(id),
        where_(std::move(where)),
        fields_(fields_of(kind)),
        map_(reading, node, kBlockKeys, where_),
        block_(block_of(reading.spec.base, id)) {
    block_.kind = kind;
  }

  void read() {
    const std::size_t k = id_;
    style_ = map_.style("style").value_or(reading_.spec.body);
    const std::optional<std::size_t> before = map_.slot("before");
    if (before)
      reading_.write(
          *before, [k](Layout& l) -> Length& { return block_of(l, k).space_before; }, true);
    const std::optional<std::size_t> between = map_.node("between") != nullptr ? map_.slot("between") : before;
    if (between)
      reading_.write(
          *between, [k](Layout& l) -> Length& { return block_of(l, k).space_between; }, true);
    map_.length(
        "after", [k](Layout& l) -> Length& { return block_of(l, k).space_after; }, true);
    map_.length("indent", [k](Layout& l) -> Length& { return block_of(l, k).indent; });
    block_.marker = map_.text("marker").value_or("");
    block_.marker_style = map_.style("marker-style").value_or(style_);
    if (!block_.marker.empty()) {
      std::optional<std::size_t> width = map_.slot("marker-width");
      if (!width) width = reading_.add_slot({1, Unit::Em}, where_ + ".marker-width");
      reading_.write(*width, [k](Layout& l) -> Length& { return block_of(l, k).marker_width; });
    }
    block_.separator = map_.text("separator").value_or(", ");
    block_.keep_with_next = map_.flag("keep-with-next").value_or(false);
    rule("rule-above", &Block::rule_above);
    rule("rule-below", &Block::rule_below);
    picture();
    rows();
  }

 private:
  void rule(std::string_view key, std::optional<Rule> Block::*member) {
    const yaml::Node* node = map_.node(key);
    if (node == nullptr || (node->is_scalar() && node->scalar == "none")) return;
    Rule rule;
    rule.thickness = Length::from_pt(0.5);
    rule.gap = Length::from_pt(2);
    rule.color = reading_.spec.base.styles[reading_.spec.body].color;
    const yaml::Node written = as_map(*node, "thickness");
    const MapReader map(reading_, written, kRuleKeys, where_ + "." + std::string(key));
    rule.color = map.color("color").value_or(rule.color);
    block_.*member = rule;
    const std::size_t k = id_;
    map.length("thickness", [k, member](Layout& l) -> Length& { return (block_of(l, k).*member)->thickness; });
    map.length("gap", [k, member](Layout& l) -> Length& { return (block_of(l, k).*member)->gap; });
  }

  /// A photo, and the image of an entry, have a place in every layout that does not refuse it. The photo's is the
  /// masthead, unless the contacts ask for it.
  void picture() {
    const yaml::Node* node = map_.node("image");
    const bool photo = block_.kind == BlockKind::Masthead || block_.kind == BlockKind::Contacts;
    if (block_.kind == BlockKind::Contacts && node == nullptr) return;  // the masthead has it
    if (!photo && block_.kind != BlockKind::Entry && block_.kind != BlockKind::Position) {
      if (node != nullptr)
        map_.wrong("image", *node, "has no picture to place", "only masthead, contacts, entry and position do");
      return;
    }
    if (node != nullptr && node->is_scalar() && node->scalar == "none") return;
    yaml::Node written;
    if (node != nullptr) written = as_map(*node, "place");
    const MapReader map(reading_, written, kPictureKeys, where_ + ".image");
    Picture picture;
    picture.place = photo ? Picture::Place::Right : Picture::Place::Left;
    if (const std::optional<int> word = map.word("place")) picture.place = static_cast<Picture::Place>(*word);
    if (const std::optional<int> word = map.word("align")) picture.align = static_cast<Align>(*word);
    picture.height = Length::from_mm(photo ? 32 : 11);
    picture.gap = Length::from_mm(photo ? 6 : 3);
    std::optional<std::size_t> slot;
    picture.width =
        map.dimension("width", slot).value_or(Dimension{Dimension::Kind::Fixed, Length::from_mm(photo ? 24 : 11), 0});
    block_.picture = picture;
    const std::size_t k = id_;
    if (slot) reading_.write(*slot, [k](Layout& l) -> Length& { return block_of(l, k).picture->width.length; });
    map.length("height", [k](Layout& l) -> Length& { return block_of(l, k).picture->height; });
    map.length("gap", [k](Layout& l) -> Length& { return block_of(l, k).picture->gap; });
  }

  void rows() {
    const yaml::Node* node = map_.node("rows");
    if (node == nullptr) {
      yaml::Node plain;
      plain.kind = yaml::Kind::Scalar;
      plain.scalar = kPlain[static_cast<std::size_t>(block_.kind)];
      row(plain);
    } else if (node->is_sequence()) {
      for (const yaml::Node& item : node->items) row(item);
    } else {
      row(*node);
    }
  }

  Cell cell_of(const yaml::Node& text, StyleId style) {
    Cell cell;
    cell.style = style;
    cell.text = parse_template(reading_, text, fields_, where_);
    return cell;
  }

  void row(const yaml::Node& node) {
    Row row;
    const std::size_t k = id_;
    const std::size_t r = block_.rows.size();
    std::vector<bool> sized;
    if (node.is_scalar()) {
      row.cells.push_back(cell_of(node, style_));
    } else {
      const MapReader map(reading_, node, kRowKeys, where_ + ".rows." + std::to_string(r + 1));
      const StyleId style = map.style("style").value_or(style_);
      std::optional<Align> align;
      if (const std::optional<int> word = map.word("align")) align = static_cast<Align>(*word);
      const yaml::Node* text = map.node("text");
      const yaml::Node* cells = map.node("cells");
      if (node.is_map() && (text == nullptr) == (cells == nullptr))
        reading_.diagnostics.error("layout-value", node.span, "a row of `" + where_ + "` needs either text or cells",
                                   "write  {text: \"…\"}  or  {cells: [\"…\", \"…\"]}");
      if (text != nullptr && text->is_scalar()) {
        row.cells.push_back(cell_of(*text, style));
        row.cells.back().align = align;
      } else if (text != nullptr) {
        map.wrong("text", *text, "needs a template in quotes");
      }
      if (cells != nullptr && !cells->is_sequence()) map.wrong("cells", *cells, "needs a list of cells");
      if (cells != nullptr)
        for (const yaml::Node& item : cells->items) cell(row, sized, item, style, align);
      const std::optional<std::size_t> gap = map.slot("gap");
      reading_.write(gap ? *gap : reading_.add_slot({1, Unit::Em}),
                     [k, r](Layout& l) -> Length& { return block_of(l, k).rows[r].gap; });
      map.length(
          "before", [k, r](Layout& l) -> Length& { return block_of(l, k).rows[r].space_before; }, true);
    }
    default_widths(row, sized);
    block_.rows.push_back(std::move(row));
  }

  void cell(Row& row, std::vector<bool>& sized, const yaml::Node& node, StyleId style, std::optional<Align> align) {
    const std::size_t k = id_, r = block_.rows.size(), c = row.cells.size();
    sized.push_back(false);
    if (node.is_scalar()) {
      row.cells.push_back(cell_of(node, style));
      row.cells.back().align = align;
      return;
    }
    const MapReader map(reading_, node, kCellKeys,
                        where_ + ".rows." + std::to_string(r + 1) + ".cells." + std::to_string(c + 1));
    const yaml::Node* text = map.node("text");
    const StyleId own = map.style("style").value_or(style);
    if (text != nullptr && text->is_scalar()) {
      row.cells.push_back(cell_of(*text, own));
    } else {
      if (text != nullptr || node.is_map())
        map.wrong("text", text == nullptr ? node : *text, "needs a template in quotes");
      row.cells.push_back({{}, own, {}, {}});
    }
    row.cells.back().align = align;
    if (const std::optional<int> word = map.word("align")) row.cells.back().align = static_cast<Align>(*word);
    std::optional<std::size_t> slot;
    if (const std::optional<Dimension> width = map.dimension("width", slot)) {
      row.cells.back().width = *width;
      sized.back() = true;
      if (slot)
        reading_.write(*slot, [k, r, c](Layout& l) -> Length& { return block_of(l, k).rows[r].cells[c].width.length; });
    }
  }

  /// Without a word about widths, the first cell takes what the others, as wide as their text, leave.
  static void default_widths(Row& row, const std::vector<bool>& sized) {
    if (sized.empty()) return;
    bool rest = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      rest = rest || (sized[i] && row.cells[i].width.kind == Dimension::Kind::Rest);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (sized[i]) continue;
      row.cells[i].width.kind = rest ? Dimension::Kind::Content : Dimension::Kind::Rest;
      rest = true;
    }
  }

  Reading& reading_;
  std::size_t id_;
  std::string where_;
  std::span<const FieldInfo> fields_;
  MapReader map_;
  Block& block_;
  StyleId style_ = 0;
};

}  // namespace

void read_blocks(Reading& reading, const yaml::Node* node) {
  const yaml::Node nothing;
  reading.spec.base.blocks.resize(kBlockKinds);
  const MapReader map(reading, node == nullptr ? nothing : *node, kBlocksKeys, "blocks");
  for (int kind = 0; kind < kBlockKinds; ++kind) {
    const auto block = static_cast<BlockKind>(kind);
    // A key with nothing behind it is the plain block, as if it were not there.
    const yaml::Node* found = node != nullptr && node->is_map() ? node->find(name_of(block)) : nullptr;
    BlockReader(reading, found == nullptr ? nothing : *found, block, static_cast<std::size_t>(kind),
                "blocks." + std::string(name_of(block)))
        .read();
  }
}

void read_flow_blocks(Reading& reading, const yaml::Node* node, const yaml::Node* common) {
  if (node == nullptr || node->is_null()) return;
  Layout& base = reading.spec.base;
  std::vector<std::string> flows;
  for (const Flow& flow : base.flows) flows.push_back(flow.name);
  if (!node->is_map()) {
    reading.diagnostics.error("layout-type", node->span, "`flow-blocks` needs a map of flows",
                              "write  " + (flows.empty() ? "main" : flows.front()) + ": {entry: {rows: [...]}}");
    return;
  }
  for (const yaml::Pair& pair : node->pairs) {
    const std::string path = "flow-blocks." + pair.key.scalar;
    const MapReader map(reading, pair.value, kBlocksKeys, path);
    const auto flow = std::find_if(base.flows.begin(), base.flows.end(),
                                   [&pair](const Flow& one) { return one.name == pair.key.scalar; });
    if (flow == base.flows.end()) {
      reading.unknown_name("layout-unknown-flow", "flow", pair.key.scalar, pair.key.span, flows);
      continue;
    }
    for (int kind = 0; kind < kBlockKinds; ++kind) flow->blocks.push_back(static_cast<BlockId>(kind));
    for (int kind = 0; kind < kBlockKinds && pair.value.is_map(); ++kind) {
      const auto block = static_cast<BlockKind>(kind);
      const yaml::Node* own = pair.value.find(name_of(block));
      if (own == nullptr || !own->is_map()) continue;
      const yaml::Node* shared = common != nullptr && common->is_map() ? common->find(name_of(block)) : nullptr;
      const std::size_t id = base.blocks.size();
      flow->blocks[static_cast<std::size_t>(kind)] = static_cast<BlockId>(id);
      base.blocks.emplace_back();
      BlockReader(reading, over(*own, shared), block, id, path + "." + std::string(name_of(block))).read();
    }
  }
}

void read_running(Reading& reading, const yaml::Node* node) {
  if (node == nullptr || node->is_null()) return;
  if (!node->is_sequence()) {
    reading.diagnostics.error("layout-type", node->span, "`running` needs a list",
                              "write  - {text: \"{page}\", bottom: 10mm}");
    return;
  }
  std::vector<RunningText>& running = reading.spec.base.running;
  for (const yaml::Node& item : node->items) {
    const std::size_t r = running.size();
    const MapReader map(reading, item, kRunningKeys, "running." + std::to_string(r + 1));
    RunningText text;
    const yaml::Node* written = map.node("text");
    if (written != nullptr && written->is_scalar())
      text.text = parse_template(reading, *written, running_fields(), "running text");
    else if (item.is_map())
      map.wrong("text", written == nullptr ? item : *written, "needs a template in quotes");
    text.style = map.style("style").value_or(reading.spec.body);
    if (const std::optional<int> align = map.word("align")) text.align = static_cast<Align>(*align);
    text.on_first = map.flag("on-first").value_or(true);
    const bool top = map.node("top") != nullptr;
    if (item.is_map() && top == (map.node("bottom") != nullptr))
      reading.diagnostics.error("layout-value", item.span, "running text needs either `top` or `bottom`",
                                "write  bottom: 10mm");
    if (const std::optional<std::size_t> slot = map.slot(top ? "top" : "bottom"))
      reading.write(
          *slot, [r](Layout& l) -> Length& { return l.running[r].y; }, false, !top);
    running.push_back(std::move(text));
  }
}

}  // namespace broadside::layout
