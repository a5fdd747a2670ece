// SPDX-License-Identifier: MIT
// A recursive-descent reader of text templates. Implements template.h.
//   text   = (literal | "{" field ("|" option)* "}" | "[" text "]")*      option = style | "link:" field
//   "\" before any of \ [ ] { } | makes it a literal.
#include "layout/template.h"

#include "layout/suggestion.h"

namespace broadside::layout {

namespace {

constexpr int kMaxDepth = 8;

class Parser {
 public:
  Parser(Reading& reading, const yaml::Node& node, std::span<const FieldInfo> fields, std::string_view where)
      : reading_(reading), node_(node), fields_(fields), where_(where), text_(node.scalar) {
    // A scalar without escapes stands in the file as it is, perhaps in quotes; only then do offsets carry over.
    const std::size_t length = node.span.end - node.span.begin;
    exact_ = !node.span.detached() && (length == text_.size() || length == text_.size() + 2);
    shift_ = length == text_.size() + 2 ? 1 : 0;
  }

  std::vector<Piece> run() {
    std::vector<Piece> pieces = parse(0);
    while (at_ < text_.size()) {
      error(at_, at_ + 1, "a `]` without its `[`", "write \\] for a bracket that is printed");
      ++at_;
      for (Piece& piece : parse(0)) pieces.push_back(std::move(piece));
    }
    return pieces;
  }

 private:
  /// Up to the end or an unread `]`.
  std::vector<Piece> parse(int depth) {
    std::vector<Piece> pieces;
    std::string literal;
    const auto flush = [&] {
      if (!literal.empty()) pieces.push_back({Literal{std::move(literal)}});
      literal.clear();
    };
    while (at_ < text_.size() && text_[at_] != ']') {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size() &&
          std::string_view("\\[]{}|").find(text_[at_ + 1]) != std::string::npos) {
        literal += text_[at_ + 1];
        at_ += 2;
      } else if (c == '{') {
        flush();
        if (std::optional<Field> field = parse_field()) pieces.push_back({std::move(*field)});
      } else if (c == '}') {
        error(at_, at_ + 1, "a `}` without its `{`", "write \\} for a brace that is printed");
        ++at_;
      } else if (c == '[') {
        flush();
        const std::size_t begin = at_++;
        const std::size_t fields_before = seen_;
        Optional optional{depth < kMaxDepth ? parse(depth + 1) : std::vector<Piece>()};
        if (depth >= kMaxDepth) {
          error(begin, begin + 1, "brackets stand too deep in each other", "use at most 8 levels");
          at_ = text_.size();
        } else if (at_ >= text_.size()) {
          error(begin, begin + 1, "a `[` without its `]`", "write \\[ for a bracket that is printed");
        } else {
          ++at_;
          if (seen_ == fields_before)
            error(begin, at_, "a bracketed part without a field always vanishes",
                  "put a {field} in it, or write \\[ and \\] for brackets that are printed");
        }
        pieces.push_back({std::move(optional)});
      } else {
        literal += c;
        ++at_;
      }
    }
    flush();
    return pieces;
  }

  std::optional<Field> parse_field() {
    const std::size_t begin = at_;
    const std::size_t close = text_.find('}', at_);
    ++seen_;
    if (close == std::string_view::npos) {
      error(begin, begin + 1, "a `{` without its `}`", "write \\{ for a brace that is printed");
      at_ = text_.size();
      return std::nullopt;
    }
    at_ = close + 1;
    Field field;
    field.span = span(begin, at_);
    std::size_t from = begin + 1;
    for (int part = 0; from <= close; ++part) {
      const std::size_t bar = std::min(text_.find('|', from), close);
      std::string_view word = text_.substr(from, bar - from);
      const std::size_t left = std::min(word.find_first_not_of(' '), word.size());
      const std::size_t right = word.find_last_not_of(' ');
      word = right == std::string_view::npos ? std::string_view() : word.substr(left, right - left + 1);
      const std::size_t word_at = from + left;
      if (part == 0)
        name(field, word, word_at);
      else
        option(field, word, word_at);
      from = bar + 1;
    }
    if (field.name.empty()) return std::nullopt;
    return field;
  }

  [[nodiscard]] bool has_field(std::string_view name) const {
    for (const FieldInfo& field : fields_)
      if (field.name == name) return true;
    return false;
  }

  void name(Field& field, std::string_view word, std::size_t at) {
    if (has_field(word)) {
      field.name = word;
      return;
    }
    std::vector<std::string> known;
    for (const FieldInfo& info : fields_) known.emplace_back(info.name);
    reading_.diagnostics.error("layout-unknown-field", span(at, at + word.size()),
                               std::string(where_) + " has no field `" + std::string(word) + "`",
                               suggestion(word, known));
  }

  void option(Field& field, std::string_view word, std::size_t at) {
    if (word.starts_with("link:")) {
      const std::string_view target = word.substr(5);
      if (target == "url" && has_field(target))
        field.link = target;
      else
        error(at, at + word.size(), std::string(where_) + " has no link target `" + std::string(target) + "`",
              has_field("url") ? "write link:url" : "blocks with a url are entry, position, publication and masthead");
      return;
    }
    const auto found = reading_.style_ids.find(std::string(word));
    if (found != reading_.style_ids.end())
      field.style = found->second;
    else
      reading_.unknown_name("layout-unknown-style", "style", word, span(at, at + word.size()),
                            names_of(reading_.style_ids));
  }

  void error(std::size_t begin, std::size_t end, const std::string& message, const std::string& hint) {
    reading_.diagnostics.error("layout-template", span(begin, end), message, hint);
  }

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    if (!exact_) return node_.span;
    const auto start = node_.span.begin + shift_;
    return {node_.span.source, start + static_cast<std::uint32_t>(begin), start + static_cast<std::uint32_t>(end)};
  }

  Reading& reading_;
  const yaml::Node& node_;
  std::span<const FieldInfo> fields_;
  std::string_view where_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t seen_ = 0;  ///< fields so far
  bool exact_ = false;
  std::uint32_t shift_ = 0;
};

}  // namespace

std::vector<Piece> parse_template(Reading& reading, const yaml::Node& node, std::span<const FieldInfo> fields,
                                  std::string_view where) {
  return Parser(reading, node, fields, where).run();
}

}  // namespace broadside::layout
