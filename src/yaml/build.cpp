// SPDX-License-Identifier: MIT
// The event handler that builds nodes, and the translation of yaml-cpp's errors.
#include "yaml/build.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <map>
#include <new>
#include <numeric>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "yaml/extent.h"

namespace broadside::yaml {
namespace {

// Thrown through yaml-cpp's parser after the diagnostic has been written; never leaves this file.
struct Stop {};

// Reads straight from the source's bytes, without a copy.
class View : public std::streambuf {
 public:
  explicit View(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // streambuf's interface; nothing writes
    setg(begin, begin, begin + text.size());
  }
};

struct Cost {
  std::size_t nodes = 0;
  std::size_t text = 0;
};

struct Anchored {
  Node node;
  Cost cost;
  Span span;
  bool finished = false;
  bool used = false;
};

struct Frame {
  Node node;
  std::optional<Node> key;  // of a map: read, its value still to come
  YAML::anchor_t anchor = 0;
  Cost before;  // what had been counted when it was opened
};

class Builder : public YAML::EventHandler {
 public:
  Builder(const Source& source, std::uint32_t id, std::size_t skipped, Diagnostics& diagnostics, const Limits& limits)
      : text_(source.text()), id_(id), skipped_(skipped), diagnostics_(diagnostics), limits_(limits) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    const std::size_t begin = skip_properties(text_, offset(mark));
    std::size_t end = begin;
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (text_.substr(begin).starts_with(word)) end = begin + word.size();
    }
    node.span = span(begin, end);
    node.scalar = text_.substr(begin, end - begin);  // what was written, for "did you mean the word"
    leaf(std::move(node), anchor, mark);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node;
    node.kind = Kind::Scalar;
    node.quoted = tag == "!";
    node.scalar = value;
    const Extent extent = scalar_extent(text_, offset(mark), value);
    node.span = span(extent.begin, extent.end);
    leaf(std::move(node), anchor, mark);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::size_t begin = offset(mark);
    std::size_t end = begin;
    while (end < text_.size() && std::string_view(" \t\r\n,]}").find(text_[end]) == std::string_view::npos) ++end;
    const auto found = anchored_.find(anchor);
    if (found == anchored_.end() || !found->second.finished) {
      stop("yaml-alias-cycle", span(begin, end), "an alias stands inside the very node it repeats",
           "write the text out instead of repeating it");
    }
    Anchored& target = found->second;
    target.used = true;
    count(target.cost, span(begin, end));
    if (stack_.size() + depth_of(target.node) > limits_.depth) too_deep(span(begin, end));
    add(Node(target.node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Kind::Sequence, mark, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Kind::Map, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override {
    check_keys(stack_.back().node);
    close();
  }

  Node take_root() { return std::move(root_); }

  // An anchor that nothing repeats is most likely a word that began with "&", which YAML drops.
  void warn_of_unused_anchors() {
    for (const auto& [anchor, anchored] : anchored_) {
      if (anchored.used) continue;
      const std::string_view name = text_.substr(anchored.span.begin, anchored.span.end - anchored.span.begin);
      diagnostics_.warning("yaml-anchor", anchored.span,
                           "'" + std::string(name) + "' is read as a YAML anchor and will not be shown",
                           "put the text in quotes if the & belongs to it");
    }
  }

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos) + skipped_, text_.size());
  }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
  }

 private:
  [[noreturn]] void stop(std::string code, Span place, std::string message, std::string hint) {
    diagnostics_.error(std::move(code), place, std::move(message), std::move(hint));
    throw Stop{};
  }

  [[noreturn]] void too_deep(Span place) {
    stop("yaml-too-deep", place, "nested deeper than " + std::to_string(limits_.depth) + " levels",
         "the limit keeps damaged files from exhausting memory");
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

  void open(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    const std::size_t begin = skip_properties(text_, offset(mark));
    if (stack_.size() >= limits_.depth) too_deep(span(begin, begin + 1));
    Frame& frame = stack_.emplace_back();
    frame.before = total_;
    frame.anchor = anchor;
    frame.node.kind = kind;
    frame.node.span = span(begin, begin + 1);
    note_anchor(anchor, mark);
    count({1, 0}, frame.node.span);
  }

  void note_anchor(YAML::anchor_t anchor, const YAML::Mark& mark) {
    if (anchor == 0) return;
    std::size_t begin = offset(mark);
    while (begin < text_.size() && text_[begin] != '&') ++begin;
    const std::size_t end = text_.find_first_of(" \t\r\n,]}", begin);
    anchored_[anchor].span = span(begin, std::min(end, text_.size()));
  }

  void leaf(Node node, YAML::anchor_t anchor, const YAML::Mark& mark) {
    const Cost cost{1, node.scalar.size()};
    count(cost, node.span);
    if (anchor != 0) {
      note_anchor(anchor, mark);
      finish_anchor(anchor, node, cost);
    }
    add(std::move(node));
  }

  void finish_anchor(YAML::anchor_t anchor, const Node& node, Cost cost) {
    Anchored& anchored = anchored_[anchor];
    anchored.node = node;
    anchored.cost = cost;
    anchored.finished = true;
  }

  void close() {
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    Node& node = frame.node;
    std::size_t end = node.span.end;
    // Children copied from an anchor stand elsewhere and say nothing about this node's end.
    const auto reach = [&](const Node& child) {
      if (child.span.begin >= node.span.begin) end = std::max<std::size_t>(end, child.span.end);
    };
    for (const Node& item : node.items) reach(item);
    for (const Pair& pair : node.pairs) {
      reach(pair.key);
      reach(pair.value);
    }
    const char first = node.span.begin < text_.size() ? text_[node.span.begin] : '\0';
    if (first == '[' || first == '{') {
      const std::size_t bracket = text_.find(first == '[' ? ']' : '}', end - (end > node.span.begin + 1 ? 0 : 1));
      if (bracket != std::string_view::npos) end = bracket + 1;
    }
    node.span.end = static_cast<std::uint32_t>(end);
    if (frame.anchor != 0) {
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
  std::size_t skipped_;
  Diagnostics& diagnostics_;
  const Limits& limits_;
  std::vector<Frame> stack_;
  std::map<YAML::anchor_t, Anchored> anchored_;
  Cost total_;
  Node root_;
};

// yaml-cpp's messages in plain words; the scan has already named the usual causes.
std::pair<std::string, std::string> explain(const std::string& message) {
  struct Known {
    std::string_view part, sentence, hint;
  };
  static constexpr Known kKnown[] = {
      {"the referenced anchor is not defined", "a leading * starts a YAML alias, and no such anchor was set before",
       "put the text in quotes"},
      {"end of map not found", "this line does not continue the map above it",
       "write it as 'key: value', in the same column as the keys above"},
      {"end of sequence not found", "this line does not continue the list above it",
       "begin it with '- ' in the same column as the items above"},
      {"end of map flow", "a { is never closed with }", "close it, or put the text in quotes"},
      {"end of sequence flow", "a [ is never closed with ]", "close it, or put the text in quotes"},
      {"illegal map value", "a value cannot stand here", "check the columns of this line, or put the text in quotes"},
      {"illegal map key", "a key cannot stand here", "check the column of this line"},
      {"illegal block entry", "a list item cannot stand here", "put '- ' on a line of its own, below its key"},
      {"illegal flow end", "a closing bracket without an opening one", "put the text in quotes"},
      {"illegal EOF in scalar", "a quote is never closed", "add the closing quote"},
      {"unknown escape character", "an unknown escape sequence after a backslash in double quotes",
       "double the backslash, or use single quotes"},
      {"illegal tab", "a tab cannot stand here", "use spaces"},
      {"bad character found while scanning hex number", "a bad \\x, \\u or \\U escape in double quotes",
       "double the backslash, or use single quotes"},
  };
  for (const Known& known : kKnown) {
    if (message.find(known.part) != std::string::npos) {
      return {std::string(known.sentence), std::string(known.hint)};
    }
  }
  return {"this is not valid YAML (" + message + ")", "put the text in quotes, or check the columns of this line"};
}

}  // namespace

std::optional<Node> build(const Source& source, std::uint32_t id, Diagnostics& diagnostics, const Limits& limits) {
  std::string_view text = source.text();
  const std::size_t skipped = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  View view(text.substr(skipped));
  std::istream stream(&view);
  Builder builder(source, id, skipped, diagnostics, limits);
  const std::size_t errors = diagnostics.error_count();
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      Node nothing;
      nothing.span = builder.span(skipped, skipped);
      return nothing;
    }
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::DeepRecursion& error) {
    const std::size_t at = builder.offset(error.mark);
    diagnostics.error("yaml-too-deep", builder.span(at, at + 1),
                      "nested deeper than " + std::to_string(limits.depth) + " levels");
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const auto [sentence, hint] = explain(error.msg);
    const std::size_t at = builder.offset(error.mark);
    diagnostics.error("yaml-syntax", builder.span(at, at + 1), sentence, hint);
    return std::nullopt;
  }
  if (diagnostics.error_count() > errors) return std::nullopt;
  builder.warn_of_unused_anchors();
  return builder.take_root();
}

}  // namespace broadside::yaml
