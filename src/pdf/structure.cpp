// SPDX-License-Identifier: MIT
// Tags → structure elements, in three steps: which tags have content, what is below each of them and in which
// order, and the objects.
#include "pdf/structure.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "pdf/object_text.h"

namespace broadside::pdf {

namespace {

using display::TagId;
using display::TagKind;

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

std::size_t index(TagId tag) { return static_cast<std::size_t>(tag); }

const char* standard_type(TagKind kind) {
  switch (kind) {
    case TagKind::Document:
      return "Document";
    case TagKind::Section:
      return "Sect";
    case TagKind::Heading1:
      return "H1";
    case TagKind::Heading2:
      return "H2";
    case TagKind::Heading3:
      return "H3";
    case TagKind::Heading4:
      return "H4";
    case TagKind::Heading5:
      return "H5";
    case TagKind::Heading6:
      return "H6";
    case TagKind::Paragraph:
      return "P";
    case TagKind::Span:
      return "Span";
    case TagKind::List:
      return "L";
    case TagKind::ListItem:
      return "LI";
    case TagKind::Label:
      return "Lbl";
    case TagKind::ListBody:
      return "LBody";
    case TagKind::Link:
      return "Link";
    case TagKind::Figure:
      return "Figure";
  }
  return "Span";
}

/// 1 … 6; 0 for anything that is no heading.
int heading_level(TagKind kind) {
  if (kind < TagKind::Heading1 || kind > TagKind::Heading6) return 0;
  return static_cast<int>(kind) - static_cast<int>(TagKind::Heading1) + 1;
}

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Something below an element: a child element, which stands for a tag or is a group of others, or a piece of its own.
struct Kid {
  Dict element;  // empty for a piece
  std::size_t tag = kNone;
  std::size_t group = kNone;
  std::uint32_t piece = 0;
};

/// An element between, which changes nothing in the meaning: an array may not hold more.
struct Group {
  Dict element;
  Dict parent;
  std::vector<Kid> kids;
};

/// The value of /ListNumbering that a list's first label stands for (ISO 32000-1, table 347).
const char* numbering(std::string_view label) {
  if (label.empty()) return "Disc";
  switch (decode_utf8_lossy(label, 0).code_point) {
    case U'\u25E6':
    case U'\u25CB':
      return "Circle";
    case U'\u25AA':
    case U'\u25A0':
      return "Square";
    default:
      break;
  }
  const char c = label[0];
  if (c >= '0' && c <= '9') return "Decimal";
  if (c >= 'a' && c <= 'z') return "LowerAlpha";
  if (c >= 'A' && c <= 'Z') return "UpperAlpha";
  return "Disc";
}

class Builder {
 public:
  Builder(Objects& objects, const display::DisplayList& list, const std::vector<const char*>& types,
          const std::vector<OwnedPiece>& pieces, const std::vector<Dict>& pages,
          const std::vector<LinkAnnotations>& links)
      : objects_(objects), list_(list), types_(types), pieces_(pieces), pages_(pages), links_(links) {}

  Dict build() {
    number_links();
    collect();
    Dict root = objects_.dict();
    root.name("Type", "StructTreeRoot");
    create_elements(root);
    const std::vector<std::string_view> labels = first_labels();
    const std::vector<Rect> figures = figure_boxes();
    for (std::size_t i = 0; i < types_.size(); ++i) {
      if (!elements_[i]) continue;
      const std::vector<Kid> kids = group(elements_[i], list_.tags[i].kind, kids_of(i));
      // Its parent, whose kids may have been put into groups, came before it.
      DictText text = begin(parents_[i], types_[i]);
      describe(i, labels[i], figures[i], text);
      finish(elements_[i], std::move(text), kids);
    }
    if (elements_[0]) root.refer("K", elements_[0]);
    write_parent_tree(root);
    return root;
  }

 private:
  void number_links() {
    link_of_piece_.resize(pieces_.size(), 0);
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].link != nullptr) link_of_piece_[i] = next++;
    }
  }

  /// Own pieces, children and the first appearance of each tag.
  void collect() {
    own_.resize(types_.size());
    children_.resize(types_.size());
    first_.resize(types_.size(), kNever);
    owner_.resize(pieces_.size());
    for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
      const std::size_t tag = index(pieces_[i].tag);
      own_[tag].push_back(i);
      first_[tag] = std::min(first_[tag], i);
    }
    for (std::size_t i = types_.size(); i-- > 1;) {  // a parent comes before its children
      std::uint32_t& above = first_[index(list_.tags[i].parent)];
      above = std::min(above, first_[i]);
    }
    for (std::size_t i = 1; i < types_.size(); ++i) {
      if (types_[i] != nullptr) children_[index(list_.tags[i].parent)].push_back(static_cast<TagId>(i));
    }
  }

  /// Their numbers only, so that they can be referred to.
  void create_elements(const Dict& root) {
    elements_.resize(types_.size());
    parents_.resize(types_.size());
    for (std::size_t i = 0; i < types_.size(); ++i) {
      if (types_[i] == nullptr) continue;
      elements_[i] = objects_.dict();
      parents_[i] = i == 0 ? root : elements_[index(list_.tags[i].parent)];
    }
  }

  static DictText begin(const Dict& parent, std::string_view type) {
    DictText text;
    text.refer("P", parent).name("Type", "StructElem").name("S", type);
    return text;
  }

  /// What an element says of itself. `label`: as first_labels(); `figure`: as figure_boxes().
  void describe(std::size_t i, std::string_view label, const Rect& figure, DictText& element) const {
    const display::Tag& tag = list_.tags[i];
    if (!tag.title.empty()) element.text("T", tag.title);
    if (!tag.language.empty()) element.ascii("Lang", tag.language);
    if (!tag.alt.empty()) element.text("Alt", tag.alt);
    if (!tag.actual_text.empty()) element.text("ActualText", tag.actual_text);
    if (tag.kind == TagKind::List && label.data() != nullptr) {
      DictText list;
      list.name("O", "List").name("ListNumbering", numbering(label));
      element.value("A", std::move(list).finish());
    }
    if (tag.kind == TagKind::Figure && figure.width > Length{}) {
      std::string box = "[ ";
      for (const Length edge : {figure.x, figure.y, figure.right(), figure.bottom()}) {
        box += objects_.real_text(edge.pt()) + ' ';
      }
      DictText layout;
      layout.name("O", "Layout").name("Placement", "Block").value("BBox", box + ']');
      element.value("A", std::move(layout).finish());
    }
  }

  /// For each tag the rectangle of its first picture, y upwards from the page's bottom edge; of no width if it has
  /// none.
  std::vector<Rect> figure_boxes() const {
    std::vector<Rect> result(types_.size());
    for (const display::Page& page : list_.pages) {
      for (const display::Command& command : page.commands) {
        const auto* image = std::get_if<display::DrawImage>(&command);
        if (image == nullptr || image->tag < 0 || result[index(image->tag)].width > Length{}) continue;
        result[index(image->tag)] = image->rect;
        result[index(image->tag)].y = page.size.height - image->rect.bottom();
      }
    }
    return result;
  }

  /// For each list the text of its first label: a null view if it has none, an empty one if the label is a shape.
  std::vector<std::string_view> first_labels() const {
    std::vector<std::string_view> text_of(types_.size());
    for (const display::Page& page : list_.pages) {
      for (const display::Command& command : page.commands) {
        const auto* glyphs = std::get_if<display::DrawGlyphs>(&command);
        if (glyphs != nullptr && glyphs->tag >= 0 && text_of[index(glyphs->tag)].empty()) {
          text_of[index(glyphs->tag)] = glyphs->run.text;
        }
      }
    }
    std::vector<std::string_view> result(types_.size());
    for (std::size_t i = types_.size(); i-- > 1;) {
      if (types_[i] == nullptr || list_.tags[i].kind != TagKind::Label) continue;
      const TagId item = list_.tags[i].parent;
      const TagId above = item > 0 ? list_.tags[index(item)].parent : -1;
      if (above >= 0) result[index(above)] = text_of[i].data() != nullptr ? text_of[i] : std::string_view("");
    }
    return result;
  }

  static Kid kid_of(std::uint32_t piece) { return {{}, kNone, kNone, piece}; }

  /// Children stay in their order; own pieces go where they first appear among them.
  std::vector<Kid> kids_of(std::size_t tag) const {
    std::vector<Kid> kids;
    auto piece = own_[tag].begin();
    for (const TagId child : children_[tag]) {
      for (; piece != own_[tag].end() && *piece < first_[index(child)]; ++piece) kids.push_back(kid_of(*piece));
      kids.push_back({elements_[index(child)], index(child), kNone, 0});
    }
    for (; piece != own_[tag].end(); ++piece) kids.push_back(kid_of(*piece));
    return kids;
  }

  /// More kids than an array may hold are gathered in groups.
  std::vector<Kid> group(const Dict& element, TagKind kind, std::vector<Kid> kids) {
    std::vector<Group> groups;
    while (kids.size() > kMaxArray) {
      std::vector<Kid> grouped;
      for (std::size_t first = 0; first < kids.size(); first += kMaxArray) {
        const std::size_t last = std::min(first + kMaxArray, kids.size());
        Group& one = groups.emplace_back();
        one.element = objects_.dict();
        one.parent = element;
        one.kids.assign(kids.begin() + static_cast<std::ptrdiff_t>(first),
                        kids.begin() + static_cast<std::ptrdiff_t>(last));
        for (const Kid& kid : one.kids) {
          if (kid.tag != kNone) parents_[kid.tag] = one.element;
          if (kid.group != kNone) groups[kid.group].parent = one.element;
        }
        grouped.push_back({one.element, kNone, groups.size() - 1, 0});
      }
      kids = std::move(grouped);
    }
    const bool block = kind == TagKind::Document || kind == TagKind::Section || kind == TagKind::ListBody;
    const char* type = kind == TagKind::List ? "L" : block ? "Div" : "Span";
    for (const Group& one : groups) finish(one.element, begin(one.parent, type), one.kids);
    return kids;
  }

  /// Adds the kids, and keeps the element.
  void finish(const Dict& element, DictText text, const std::vector<Kid>& kids) {
    // Marked content of the element's page is named by its number alone.
    const auto first = std::find_if(kids.begin(), kids.end(),
                                    [this](const Kid& k) { return !k.element && pieces_[k.piece].link == nullptr; });
    const std::uint32_t page = first == kids.end() ? kNever : pieces_[first->piece].page;
    std::string array = "[ ";
    for (const Kid& kid : kids) {
      if (kid.element) {
        append_reference(kid.element, array);
        array += ' ';
        continue;
      }
      const OwnedPiece& piece = pieces_[kid.piece];
      owner_[kid.piece] = element;
      if (piece.link != nullptr) {
        for (const Dict& annotation : links_[link_of_piece_[kid.piece]].dicts) {
          DictText link;
          link.name("Type", "OBJR").refer("Obj", annotation).refer("Pg", pages_[piece.page]);
          array += std::move(link).finish() + ' ';
        }
      } else if (piece.page == page) {
        array += std::to_string(piece.mcid) + ' ';
      } else {
        DictText content;
        content.name("Type", "MCR").refer("Pg", pages_[piece.page]).number("MCID", piece.mcid);
        array += std::move(content).finish() + ' ';
      }
    }
    text.value("K", array + ']');
    if (page != kNever) text.refer("Pg", pages_[page]);
    objects_.finish(element, std::move(text).finish());
  }

  /// Key → element: for a page the array of its pieces' owners, for an annotation its Link. A number tree whose
  /// leaves hold 256 pairs, since libharu's arrays end at 32,767 items.
  void write_parent_tree(Dict& root) {
    std::vector<Array> of_page;
    for (std::size_t i = 0; i < pages_.size(); ++i) of_page.push_back(objects_.array());
    int keys = static_cast<int>(pages_.size());
    std::vector<Dict> of_annotation;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].link == nullptr) {
        of_page[pieces_[i].page].refer(owner_[i]);
        continue;
      }
      const LinkAnnotations& link = links_[link_of_piece_[i]];
      if (link.first_key != keys) throw Failure("annotations out of order");
      keys += static_cast<int>(link.dicts.size());
      of_annotation.insert(of_annotation.end(), link.dicts.size(), owner_[i]);
    }

    constexpr int kLeaf = 256;
    Dict tree = objects_.dict();
    Array kids = tree.array("Kids");
    for (int first = 0; first < keys; first += kLeaf) {
      const int last = std::min(first + kLeaf, keys) - 1;
      Dict leaf = objects_.dict();
      leaf.array("Limits").number(first).number(last);
      Array nums = leaf.array("Nums");
      for (int key = first; key <= last; ++key) {
        nums.number(key);
        const auto at = static_cast<std::size_t>(key);
        if (at < of_page.size()) {
          nums.refer(of_page[at]);
        } else {
          nums.refer(of_annotation[at - of_page.size()]);
        }
      }
      kids.refer(leaf);
    }
    root.refer("ParentTree", tree).number("ParentTreeNextKey", keys);
  }

  Objects& objects_;
  const display::DisplayList& list_;
  const std::vector<const char*>& types_;
  const std::vector<OwnedPiece>& pieces_;
  const std::vector<Dict>& pages_;
  const std::vector<LinkAnnotations>& links_;

  std::vector<std::vector<std::uint32_t>> own_;  // by tag: its pieces
  std::vector<std::vector<TagId>> children_;     // by tag
  std::vector<std::uint32_t> first_;             // by tag: first piece at or below it
  std::vector<Dict> elements_;                   // by tag
  std::vector<Dict> parents_;                    // by tag
  std::vector<Dict> owner_;                      // by piece
  std::vector<std::uint32_t> link_of_piece_;
};

}  // namespace

std::vector<const char*> structure_types(const display::DisplayList& list) {
  std::vector<bool> reached(list.tags.size(), false);
  for (const display::Page& page : list.pages) {
    for (const display::Command& command : page.commands) {
      const TagId tag = std::visit([](const auto& c) { return c.tag; }, command);
      if (tag >= 0) reached[index(tag)] = true;
    }
  }
  for (std::size_t i = list.tags.size(); i-- > 1;) {
    if (reached[i]) reached[index(list.tags[i].parent)] = true;
  }
  std::vector<const char*> types(list.tags.size(), nullptr);
  int level = 0;
  for (std::size_t i = 0; i < list.tags.size(); ++i) {
    if (!reached[i] && i != 0) continue;
    TagKind kind = list.tags[i].kind;
    if (heading_level(kind) > 0) {
      level = std::min(heading_level(kind), level + 1);
      kind = static_cast<TagKind>(static_cast<int>(TagKind::Heading1) + level - 1);
    }
    types[i] = standard_type(kind);
  }
  return types;
}

Dict write_structure(Objects& objects, const display::DisplayList& list, const std::vector<const char*>& types,
                     const std::vector<OwnedPiece>& pieces, const std::vector<Dict>& pages,
                     const std::vector<LinkAnnotations>& links) {
  return Builder(objects, list, types, pieces, pages, links).build();
}

}  // namespace broadside::pdf
