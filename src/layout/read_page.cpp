// SPDX-License-Identifier: MIT
// `page`, `flows`, `boxes` → page size, margins, what pours where. Checks that every flow has a box and every box a
// flow that exists.
#include <algorithm>
#include <functional>

#include "layout/reader.h"
#include "layout/suggestion.h"

namespace broadside::layout {

namespace {

constexpr double kDefaultMargin = 18 * 72.0 / 25.4;

void read_paper(Reading& reading, const yaml::Node& node) {
  Size& page = reading.spec.base.page;
  if (node.is_scalar()) {
    if (const Paper* paper = find_paper(node.scalar)) {
      page = {Length::from_pt(paper->width_pt), Length::from_pt(paper->height_pt)};
      return;
    }
    std::vector<std::string> known;
    for (const Paper& paper : papers()) known.emplace_back(paper.name);
    const std::string near = suggestion(node.scalar, known);
    reading.diagnostics.error(
        "layout-value", node.span, "`page.size` knows no paper \"" + node.scalar + "\"",
        near + (near.ends_with('?') ? " Otherwise" : "; or") + " write {width: 210mm, height: 297mm}");
    return;
  }
  const MapReader map(reading, node, kPaperKeys, "page.size");
  const auto side = [&](std::string_view key, Length& target) {
    const std::optional<Amount> amount = map.amount(key);
    if (amount && amount->unit == Unit::Pt)
      target = Length::from_pt(amount->number);
    else if (amount)
      map.wrong(key, *map.node(key), "needs an absolute length", "write it in mm, in or pt");
    else if (node.is_map() && map.node(key) == nullptr && node.find(key) == nullptr)
      reading.diagnostics.error("layout-value", node.span, "`page.size` has no " + std::string(key),
                                "write {width: 210mm, height: 297mm}");
  };
  side("width", page.width);
  side("height", page.height);
}

/// One value for all four sides, or a map. `spaces` receives each side's slot; a dial on `path` moves all of them.
void read_insets(Reading& reading, const MapReader& outer, std::string_view key, const Keys& keys,
                 const std::function<Insets&(Layout&)>& target) {
  static constexpr Length Insets::*kSides[] = {&Insets::top, &Insets::right, &Insets::bottom, &Insets::left};
  static constexpr std::string_view kNames[] = {"top", "right", "bottom", "left"};
  const yaml::Node* node = outer.node(key);
  if (node == nullptr) return;
  const std::string path = outer.path() + "." + std::string(key);
  std::optional<yaml::Node> wrapped;
  if (node->is_scalar()) {
    // Read under the key `top`, so that one table holds the limits; the message names the key itself.
    const std::optional<Amount> amount = parse_amount(node->scalar);
    const Key& limits = keys.keys[0];
    if (!amount || (amount->unit != Unit::Pt && amount->unit != Unit::Em && amount->number != 0) ||
        amount->number < limits.min || amount->number > limits.max) {
      outer.wrong(key, *node, "needs a length, not \"" + node->scalar + "\"",
                  "write one length such as 18mm, or {top: …, right: …, bottom: …, left: …}");
      return;
    }
    const std::size_t slot = reading.add_slot(amount->number == 0 ? Amount{0, Unit::Pt} : *amount, path);
    for (Length Insets::*side : kSides)
      reading.write(slot, [target, side](Layout& layout) -> Length& { return target(layout).*side; });
    return;
  }
  const MapReader map(reading, *node, keys, path);
  for (std::size_t i = 0; i < 4; ++i) {
    const std::optional<std::size_t> slot = map.slot(kNames[i]);
    if (!slot) continue;
    reading.slots[path].push_back(*slot);
    reading.write(*slot, [target, side = kSides[i]](Layout& layout) -> Length& { return target(layout).*side; });
  }
}

bool is_word(const yaml::Node& node, std::string_view word) { return node.is_scalar() && node.scalar == word; }

std::optional<layout::Part> read_part(Reading& reading, const yaml::Node& node, const std::string& path) {
  layout::Part part;
  part.span = node.span;
  if (is_word(node, "masthead")) {
    part.kind = Part::Kind::Masthead;
  } else if (is_word(node, "contacts")) {
    part.kind = Part::Kind::Contacts;
  } else if (is_word(node, "summary")) {
    part.kind = Part::Kind::Summary;
  } else if (node.is_map()) {
    const MapReader map(reading, node, kPartKeys, path);
    part.titles = map.texts("titles").value_or(std::vector<std::string>());
    part.kinds = map.texts("kinds").value_or(std::vector<std::string>());
    part.tags = map.texts("tags").value_or(std::vector<std::string>());
    part.topics = map.texts("topics").value_or(std::vector<std::string>());
    part.longest = map.whole("longest").value_or(0);
  } else if (!is_word(node, "sections")) {
    reading.diagnostics.error("layout-value", node.span, "`" + path + "` holds parts that no flow knows",
                              node.is_scalar()
                                  ? suggestion(node.scalar, {"masthead", "contacts", "summary", "sections"})
                                  : "write masthead, contacts, summary, sections, or {titles: [Skills]}");
    return std::nullopt;
  }
  return part;
}

/// `below` and `right-of` must name another box of the same page and never lead back.
void check_neighbours(Reading& reading, const std::vector<Box>& boxes, const std::vector<const yaml::Node*>& nodes,
                      const char* key, std::string Box::*neighbour) {
  std::vector<std::string> names;
  for (const Box& box : boxes)
    if (!box.name.empty()) names.push_back(box.name);
  const auto index_of = [&](const std::string& name) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
      if (boxes[i].name == name) return i;
    return boxes.size();
  };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if ((boxes[i].*neighbour).empty()) continue;
    const yaml::Node* named = nodes[i]->find(key);
    const Span span = named == nullptr ? boxes[i].span : named->span;
    if (index_of(boxes[i].*neighbour) == boxes.size()) {
      reading.unknown_name("layout-unknown-box", "box", boxes[i].*neighbour, span, names);
      continue;
    }
    std::size_t at = index_of(boxes[i].*neighbour);
    for (std::size_t hops = 0; hops < boxes.size() && at < boxes.size() && at != i; ++hops)
      at = (boxes[at].*neighbour).empty() ? boxes.size() : index_of(boxes[at].*neighbour);
    if (at == i)
      reading.diagnostics.error("layout-cycle", span, "this box stands " + std::string(key) + " itself in the end",
                                "place one of these boxes by x and y");
  }
}

/// `page` finds the boxes in a finished layout, where their lengths are written at each step.
std::vector<Box> read_page_boxes(Reading& reading, const yaml::Node& list, const std::string& path,
                                 const std::function<std::vector<Box>&(Layout&)>& page) {
  std::vector<Box> boxes;
  std::vector<const yaml::Node*> nodes;
  if (!list.is_sequence()) {
    reading.diagnostics.error("layout-type", list.span, "`" + path + "` needs a list of boxes",
                              "write  - {flow: main}");
    return boxes;
  }
  std::vector<std::string> flows;
  for (const Flow& flow : reading.spec.base.flows) flows.push_back(flow.name);
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const yaml::Node& node = list.items[i];
    const yaml::Node* name = node.is_map() ? node.find("name") : nullptr;
    const bool named = name != nullptr && name->is_scalar();
    const MapReader map(reading, node, kBoxKeys, path + "." + (named ? name->scalar : std::to_string(i + 1)));
    Box box;
    box.span = node.span;
    box.name = map.text("name").value_or("");
    if (named && std::any_of(boxes.begin(), boxes.end(), [&](const Box& other) { return other.name == box.name; }))
      reading.diagnostics.error("layout-value", name->span, "two boxes of one page are called `" + box.name + "`",
                                "give each box its own name");
    box.flow = map.text("flow").value_or("");
    if (const yaml::Node* flow = map.node("flow"); flow == nullptr) {
      // A box that is only a background holds no text.
      const bool painted = map.node("background") != nullptr;
      if (flows.size() == 1)
        box.flow = flows.front();
      else if (node.is_map() && !painted)
        reading.diagnostics.error("layout-value", node.span, "this box says no flow that fills it",
                                  "add  flow: " + (flows.empty() ? "main" : flows.front()));
    } else if (std::find(flows.begin(), flows.end(), box.flow) == flows.end()) {
      reading.unknown_name("layout-unknown-flow", "flow", box.flow, flow->span, flows);
    }
    box.below = map.text("below").value_or("");
    box.right_of = map.text("right-of").value_or("");
    box.background = map.color("background");
    box.bleed = map.flag("bleed").value_or(false);
    const auto place = [&](std::string_view key, Dimension Box::*member) {
      std::optional<std::size_t> slot;
      const std::optional<Dimension> read = map.dimension(key, slot);
      if (!read) return;
      const bool position = key == "x" || key == "y";
      if (position && (read->kind == Dimension::Kind::Rest || read->kind == Dimension::Kind::Content)) {
        map.wrong(key, *map.node(key), "needs a length or a percentage");
        return;
      }
      if (key == "width" && read->kind == Dimension::Kind::Content) {
        map.wrong(key, *map.node(key), "cannot follow the content", "lines are broken from a width: give it one");
        return;
      }
      box.*member = *read;
      if (slot)
        reading.write(*slot, [page, i, member](Layout& layout) -> Length& { return (page(layout)[i].*member).length; });
    };
    place("x", &Box::x);
    place("y", &Box::y);
    place("width", &Box::width);
    place("height", &Box::height);
    map.length(
        "gap", [page, i](Layout& layout) -> Length& { return page(layout)[i].gap; }, true);
    read_insets(reading, map, "padding", kMarginKeys,
                [page, i](Layout& layout) -> Insets& { return page(layout)[i].padding; });
    boxes.push_back(std::move(box));
    nodes.push_back(&node);
  }
  check_neighbours(reading, boxes, nodes, "below", &Box::below);
  check_neighbours(reading, boxes, nodes, "right-of", &Box::right_of);
  return boxes;
}

bool has_box(const std::vector<Box>& boxes, const std::string& flow) {
  return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.flow == flow; });
}

/// `boxes.after`: other boxes for the pages on which certain flows have ended. The flows that go on need a box there.
void read_after(Reading& reading, const MapReader& boxes) {
  const yaml::Node* list = boxes.node("after");
  if (list == nullptr) return;
  if (!list->is_sequence()) {
    boxes.wrong("after", *list, "needs a list", "write  - {ended: [aside], boxes: [{flow: main}]}");
    return;
  }
  Layout& base = reading.spec.base;
  std::vector<std::string> flows;
  for (const Flow& flow : base.flows) flows.push_back(flow.name);
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const yaml::Node& item = list->items[i];
    const std::string path = "boxes.after." + std::to_string(i + 1);
    const MapReader map(reading, item, kAfterKeys, path);
    BoxSet set;
    set.ended = map.texts("ended").value_or(std::vector<std::string>());
    for (const std::string& flow : set.ended) {
      if (std::find(flows.begin(), flows.end(), flow) == flows.end())
        reading.unknown_name("layout-unknown-flow", "flow", flow, map.node("ended")->span, flows);
    }
    const yaml::Node* own = map.node("boxes");
    if (item.is_map() && (own == nullptr || set.ended.empty()))
      reading.diagnostics.error("layout-value", item.span, "`" + path + "` needs both `ended` and `boxes`",
                                "write  - {ended: [aside], boxes: [{flow: main}]}");
    if (own != nullptr)
      set.boxes = read_page_boxes(reading, *own, path + ".boxes",
                                  [i](Layout& layout) -> std::vector<Box>& { return layout.after[i].boxes; });
    for (const std::string& flow : flows) {
      const bool over = std::find(set.ended.begin(), set.ended.end(), flow) != set.ended.end();
      if (own != nullptr && !over && has_box(base.next_boxes, flow) && !has_box(set.boxes, flow))
        reading.diagnostics.error("layout-no-box", item.span,
                                  "here no box is filled by the flow `" + flow + "`, which may not have ended",
                                  "add a box with  flow: " + flow);
    }
    base.after.push_back(std::move(set));
  }
}

}  // namespace

void read_page(Reading& reading, const yaml::Node* node) {
  const yaml::Node nothing;
  Layout& base = reading.spec.base;
  base.page = {Length::from_pt(papers()[0].width_pt), Length::from_pt(papers()[0].height_pt)};
  base.margins = {Length::from_pt(kDefaultMargin), Length::from_pt(kDefaultMargin), Length::from_pt(kDefaultMargin),
                  Length::from_pt(kDefaultMargin)};
  const MapReader map(reading, node == nullptr ? nothing : *node, kPageKeys, "page");
  if (const yaml::Node* size = map.node("size")) read_paper(reading, *size);
  read_insets(reading, map, "margins", kMarginKeys, [](Layout& layout) -> Insets& { return layout.margins; });
}

void read_flows(Reading& reading, const yaml::Node* node) {
  std::vector<Flow>& flows = reading.spec.base.flows;
  if (node == nullptr || node->is_null()) {
    flows.push_back({"main", {Part::of(Part::Kind::Masthead), Part::of(Part::Kind::Summary), Part{}}, {}});
    return;
  }
  if (!node->is_map()) {
    reading.diagnostics.error("layout-type", node->span, "`flows` needs a map of names",
                              "write  main: [masthead, summary, sections]");
    return;
  }
  const Part* masthead = nullptr;
  for (const yaml::Pair& pair : node->pairs) {
    Flow flow{pair.key.scalar, {}, {}};
    const std::string path = "flows." + flow.name;
    if (!pair.value.is_sequence() || pair.value.items.empty())
      reading.diagnostics.error("layout-type", pair.key.span, "`" + path + "` needs a list of parts",
                                "write  " + flow.name + ": [masthead, summary, sections]");
    for (const yaml::Node& item : pair.value.items)
      if (std::optional<Part> part = read_part(reading, item, path)) flow.parts.push_back(std::move(*part));
    flows.push_back(std::move(flow));
  }
  for (const Flow& flow : flows)
    for (const Part& part : flow.parts) {
      if (part.kind != Part::Kind::Masthead) continue;
      if (masthead != nullptr)
        reading.diagnostics.error("layout-value", part.span, "the masthead is poured twice", "remove it here");
      masthead = &part;
    }
}

void read_boxes(Reading& reading, const yaml::Node* node) {
  Layout& base = reading.spec.base;
  if (node == nullptr || node->is_null()) {
    if (base.flows.size() > 1)
      reading.diagnostics.error("layout-no-box", base.span, "several flows need `boxes` that say where they go",
                                "write  boxes: {first: [{flow: " + base.flows.front().name + "}, …]}");
    Box box;
    if (!base.flows.empty()) box.flow = base.flows.front().name;
    base.first_boxes = {box};
    base.next_boxes = {box};
    return;
  }
  const bool plain = node->is_sequence();
  const yaml::Node nothing;
  const MapReader map(reading, plain ? nothing : *node, kBoxesKeys, "boxes");
  const yaml::Node* first = plain ? node : map.node("first");
  const yaml::Node* next = plain ? nullptr : map.node("next");
  if (first == nullptr) {
    if (node->is_map())
      reading.diagnostics.error("layout-no-box", node->span, "`boxes` has no `first`", "write  first: [{flow: main}]");
    return;
  }
  const auto first_of = [](Layout& layout) -> std::vector<Box>& { return layout.first_boxes; };
  const auto next_of = [](Layout& layout) -> std::vector<Box>& { return layout.next_boxes; };
  base.first_boxes = read_page_boxes(reading, *first, "boxes.first", first_of);
  if (next != nullptr) {
    base.next_boxes = read_page_boxes(reading, *next, "boxes.next", next_of);
  } else {
    // The same boxes again; read a second time so that their lengths move with the same dials, silently.
    Diagnostics silent;
    Reading again{reading.spec, silent, {}, reading.colors, reading.fonts, reading.style_ids, {}};
    base.next_boxes = read_page_boxes(again, *first, "boxes.first", next_of);
    for (const auto& [path, slots] : again.slots)
      for (std::size_t slot : slots) reading.slots[path].push_back(slot);
  }
  if (!plain) read_after(reading, map);
  const auto known = [&base](const Box& box) {
    return box.flow.empty() ||
           std::any_of(base.flows.begin(), base.flows.end(), [&](const Flow& flow) { return flow.name == box.flow; });
  };
  // A box whose flow is misspelt has been reported; the flow it was meant for would only be a second complaint.
  if (!std::all_of(base.first_boxes.begin(), base.first_boxes.end(), known) ||
      !std::all_of(base.next_boxes.begin(), base.next_boxes.end(), known))
    return;
  for (const Flow& flow : base.flows)
    if (!has_box(base.first_boxes, flow.name) && !has_box(base.next_boxes, flow.name))
      reading.diagnostics.error("layout-no-box", node->span, "no box is filled by the flow `" + flow.name + "`",
                                "add a box with  flow: " + flow.name);
}

}  // namespace broadside::layout
