// SPDX-License-Identifier: MIT
// libyaml's events → nodes, and the translation of its errors.
#include "yaml/build.h"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <new>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "yaml/disguise.h"
#include "yaml/explain.h"
#include "yaml/extent.h"
#include "yaml/join_lines.h"

namespace broadside::yaml {
namespace {

// Thrown after the diagnostic has been written; never leaves this file and never crosses libyaml's frames.
struct Stop {};

struct Parser {
  yaml_parser_t it;
  Parser() {
    if (yaml_parser_initialize(&it) == 0) throw std::bad_alloc();
  }
  ~Parser() { yaml_parser_delete(&it); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

struct Event {
  yaml_event_t it{};
  Event() = default;
  ~Event() { yaml_event_delete(&it); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
};

std::string_view word(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct Cost {
  std::size_t nodes = 0;
  std::size_t text = 0;
};

struct Anchored {
  std::string name;
  Node node;
  Cost cost;
  Span span;
  bool finished = false;
  bool used = false;
};

constexpr std::size_t kNoAnchor = SIZE_MAX;

struct Frame {
  Node node;
  std::optional<Node> key;  // of a map: read, its value still to come
  std::size_t anchor = kNoAnchor;
  Cost before;  // what had been counted when it was opened
};

class Builder {
 public:
  Builder(const Source& source, std::uint32_t id, const Disguise& disguise, Diagnostics& diagnostics,
          const Limits& limits)
      : text_(source.text()),
        id_(id),
        disguise_(disguise),
        diagnostics_(diagnostics),
        limits_(limits),
        first_(text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0),
        bytes_(first_) {
    root_.span = span(first_, first_);
  }

  /// False once the document has ended.
  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        scalar(event);
        break;
      case YAML_ALIAS_EVENT:
        alias(event);
        break;
      case YAML_SEQUENCE_START_EVENT:
        open(Kind::Sequence, event, word(event.data.sequence_start.anchor));
        break;
      case YAML_MAPPING_START_EVENT:
        open(Kind::Map, event, word(event.data.mapping_start.anchor));
        break;
      case YAML_MAPPING_END_EVENT:
        check_keys(stack_.back().node);
        [[fallthrough]];
      case YAML_SEQUENCE_END_EVENT:
        close(event);
        break;
      case YAML_STREAM_END_EVENT:
        return false;
      default:
        break;
    }
    return true;
  }

  Node take_root() { return std::move(root_); }

  // An anchor that nothing repeats is most likely a word that began with "&", which YAML drops.
  void warn_of_unused_anchors() {
    for (const Anchored& anchored : anchored_) {
      if (anchored.used) continue;
      const std::string_view name = text_.substr(anchored.span.begin, anchored.span.end - anchored.span.begin);
      diagnostics_.warning("yaml-anchor", anchored.span,
                           std::string("'").append(name) + "' is read as a YAML anchor and will not be shown",
                           "put the text in quotes if the & belongs to it");
    }
  }

  /// libyaml counts characters. Its marks come nearly in the order of the text, so the way from the last one is short.
  [[nodiscard]] std::size_t offset(const yaml_mark_t& mark) {
    const auto inside = [this](std::size_t i) {
      return i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U;
    };
    for (; characters_ < mark.index && bytes_ < text_.size(); ++characters_) {
      do ++bytes_;
      while (inside(bytes_));
    }
    for (; characters_ > mark.index && bytes_ > first_; --characters_) {
      do --bytes_;
      while (inside(bytes_));
    }
    return bytes_;
  }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
  }
  [[nodiscard]] char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

 private:
  [[noreturn]] void stop(std::string code, Span place, std::string message, std::string hint) {
    diagnostics_.error(std::move(code), place, std::move(message), std::move(hint));
    throw Stop{};
  }

  [[noreturn]] void too_deep(Span place) {
    stop("yaml-too-deep", place, "nested deeper than " + std::to_string(limits_.depth) + " levels",
         "the limit keeps damaged files from exhausting memory");
  }

  void scalar(const yaml_event_t& event) {
    const auto& from = event.data.scalar;
    const bool plain = from.style == YAML_PLAIN_SCALAR_STYLE;
    Node node;
    node.scalar.assign(reinterpret_cast<const char*>(from.value), from.length);
    disguise_.take_off(node.scalar);
    const std::size_t start = offset(event.start_mark);
    std::size_t end = offset(event.end_mark);
    const bool bare = from.anchor == nullptr && from.tag == nullptr;
    const std::size_t begin = bare ? start : skip_properties(text_, start);
    if (from.style == YAML_LITERAL_SCALAR_STYLE || from.style == YAML_FOLDED_SCALAR_STYLE) {
      end = block_scalar_end(text_, begin, node.scalar);
    }
    node.span = span(begin, end);
    if (begin < end) join_wide_lines(node.scalar, text_.substr(begin, end - begin));
    const auto is = [&node](std::string_view text) { return node.scalar == text; };
    // What was written stays in the scalar, for "did you mean the word".
    const bool null =
        plain && from.plain_implicit != 0 && (is("") || is("~") || is("null") || is("Null") || is("NULL"));
    node.kind = null ? Kind::Null : Kind::Scalar;
    node.quoted = !plain;
    const Cost cost{1, node.scalar.size()};
    count(cost, node.span);
    if (from.anchor != nullptr) finish_anchor(note_anchor(word(from.anchor), start), node, cost);
    add(std::move(node));
  }

  void alias(const yaml_event_t& event) {
    const Span place = span(offset(event.start_mark), offset(event.end_mark));
    const std::string_view name = word(event.data.alias.anchor);
    const auto same = [name](const Anchored& one) { return one.name == name; };
    // The last one of that name: an anchor may be set anew.
    const auto found = std::find_if(anchored_.rbegin(), anchored_.rend(), same);
    if (found == anchored_.rend()) {
      stop("yaml-syntax", span(place.begin, place.begin + std::size_t{1}),
           "a leading * starts a YAML alias, and no such anchor was set before", "put the text in quotes");
    }
    if (!found->finished) {
      stop("yaml-alias-cycle", place, "an alias stands inside the very node it repeats",
           "write the text out instead of repeating it");
    }
    found->used = true;
    count(found->cost, place);
    if (stack_.size() + depth_of(found->node) > limits_.depth) too_deep(place);
    add(Node(found->node));
  }

  static std::size_t depth_of(const Node& node) {
    std::size_t deepest = 0;
    for (const Node& item : node.items) deepest = std::max(deepest, depth_of(item));
    for (const Pair& pair : node.pairs) deepest = std::max(deepest, depth_of(pair.value));
    return deepest + 1;
  }

  void count(Cost cost, Span place) {
    total_.nodes += cost.nodes;
    total_.text += cost.text;
    if (total_.nodes > limits_.nodes) {
      stop("yaml-too-many-nodes", place, "more than " + std::to_string(limits_.nodes) + " values, aliases counted in",
           "split the file, or repeat less with aliases");
    }
    if (total_.text > limits_.text_bytes) {
      stop("yaml-too-much-text", place,
           "more than " + std::to_string(limits_.text_bytes) + " bytes of text, aliases counted in",
           "split the file, or repeat less with aliases");
    }
  }

  void open(Kind kind, const yaml_event_t& event, std::string_view anchor) {
    const std::size_t start = offset(event.start_mark);
    const std::size_t begin = skip_properties(text_, start);
    if (stack_.size() >= limits_.depth) too_deep(span(begin, begin + 1));
    Frame& frame = stack_.emplace_back();
    frame.before = total_;
    frame.node.kind = kind;
    frame.node.span = span(begin, begin + 1);
    if (!anchor.empty()) frame.anchor = note_anchor(anchor, start);
    count({1, 0}, frame.node.span);
  }

  std::size_t note_anchor(std::string_view name, std::size_t begin) {
    while (begin < text_.size() && text_[begin] != '&') ++begin;
    Anchored& anchored = anchored_.emplace_back();
    anchored.name = name;
    anchored.span = span(begin, std::min(begin + 1 + name.size(), text_.size()));
    return anchored_.size() - 1;
  }

  void finish_anchor(std::size_t anchor, const Node& node, Cost cost) {
    Anchored& anchored = anchored_[anchor];
    anchored.node = node;
    anchored.cost = cost;
    anchored.finished = true;
  }

  void close(const yaml_event_t& event) {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    Node& node = frame.node;
    std::size_t end = node.span.end;
    if (at(node.span.begin) == '[' || at(node.span.begin) == '{') {
      end = offset(event.end_mark);
    } else {
      // libyaml ends a block where the next one begins. Children copied from an anchor stand elsewhere and say nothing.
      const auto reach = [&](const Node& child) {
        if (child.span.begin >= node.span.begin) end = std::max<std::size_t>(end, child.span.end);
      };
      for (const Node& item : node.items) reach(item);
      for (const Pair& pair : node.pairs) {
        reach(pair.key);
        reach(pair.value);
      }
    }
    node.span.end = static_cast<std::uint32_t>(end);
    if (frame.anchor != kNoAnchor) {
      finish_anchor(frame.anchor, node, {total_.nodes - frame.before.nodes, total_.text - frame.before.text});
    }
    add(std::move(node));
  }

  void add(Node node) {
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = stack_.back();
    if (frame.node.kind == Kind::Sequence) {
      frame.node.items.push_back(std::move(node));
    } else if (!frame.key) {
      if (!node.is_scalar()) {
        stop("yaml-key", node.span, "a key must be a plain word", "write it as 'key: value', in quotes if need be");
      }
      frame.key = std::move(node);
    } else {
      frame.node.pairs.push_back({std::move(*frame.key), std::move(node)});
      frame.key.reset();
    }
  }

  void check_keys(const Node& map) {
    std::vector<std::size_t> order(map.pairs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) -> const std::string& { return map.pairs[i].key.scalar; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (key(order[i]) != key(order[i - 1])) continue;
      Diagnostic& report = diagnostics_.error("yaml-duplicate-key", map.pairs[order[i]].key.span,
                                              "the key '" + key(order[i]) + "' stands twice in one map");
      report.hints.push_back({"it stands here first; keep one of the two", map.pairs[order[i - 1]].key.span});
    }
  }

  std::string_view text_;
  std::uint32_t id_;
  const Disguise& disguise_;
  Diagnostics& diagnostics_;
  const Limits& limits_;
  std::size_t first_;                   // behind the byte order mark
  std::size_t characters_ = 0, bytes_;  // one place, counted from first_ and from 0: see offset()
  std::vector<Frame> stack_;
  std::vector<Anchored> anchored_;  // in the order of the file
  Cost total_;
  Node root_;
};

void report(const yaml_parser_t& parser, Builder& builder, Diagnostics& diagnostics) {
  if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  const std::string problem = parser.problem == nullptr ? "unknown" : parser.problem;
  // Where a key should be, libyaml has read on to the next line before it sees that it is none.
  const bool before = problem.find("could not find expected ':'") != std::string::npos;
  const std::size_t at = builder.offset(before ? parser.context_mark : parser.problem_mark);
  if (builder.at(at) == ':' &&
      (problem == "did not find expected key" || problem == "did not find expected node content")) {
    diagnostics.error("yaml-key", builder.span(at, at), "a key must be a plain word",
                      "write it as 'key: value', in quotes if need be");
    return;
  }
  const Explanation why = explain(problem, builder.at(at));
  diagnostics.error("yaml-syntax", builder.span(at, at + 1), std::string(why.sentence), std::string(why.hint));
}

}  // namespace

std::optional<Node> build(const Source& source, std::uint32_t id, const std::vector<std::size_t>& tabs,
                          Diagnostics& diagnostics, const Limits& limits) {
  std::string_view text = source.text();
  const Disguise disguise(text, tabs);
  if (!disguise.worn().empty()) text = disguise.worn();
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Builder builder(source, id, disguise, diagnostics, limits);
  Parser parser;
  yaml_parser_set_encoding(&parser.it, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser.it, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  const std::size_t errors = diagnostics.error_count();
  try {
    for (bool more = true; more;) {
      Event event;
      if (yaml_parser_parse(&parser.it, &event.it) == 0) {
        report(parser.it, builder, diagnostics);
        return std::nullopt;
      }
      more = builder.take(event.it);
    }
  } catch (const Stop&) {
    return std::nullopt;
  }
  if (diagnostics.error_count() > errors) return std::nullopt;
  builder.warn_of_unused_anchors();
  return builder.take_root();
}

}  // namespace broadside::yaml
