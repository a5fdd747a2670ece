// SPDX-License-Identifier: MIT
#include "flow/template.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "flow/curl_quotes.h"
#include "flow/punctuation.h"
#include "unicode/letter_case.h"
#include "unicode/locale.h"

namespace broadside::flow {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// Whether any field in the pieces has a value; `any` tells whether there is a field at all.
bool has_value(const std::vector<layout::Piece>& pieces, const Fields& fields, bool& any) {
  bool found = false;
  for (const layout::Piece& piece : pieces) {
    if (const auto* field = std::get_if<layout::Field>(&piece.value)) {
      any = true;
      found = found || fields.find(field->name) != nullptr;
    } else if (const auto* optional = std::get_if<layout::Optional>(&piece.value)) {
      found = has_value(optional->pieces, fields, any) || found;
    }
  }
  return found;
}

// "· x" → "x": without what separates it from something before it. A bracket or a word is no separator.
std::string_view without_separator(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8_lossy(text, at);
    constexpr std::u32string_view kSeparators = U" ,;:.|/-\u00A0\u00B7\u2010\u2011\u2012\u2013\u2014\u2022\u2219\u22C5";
    if (kSeparators.find(c.code_point) == std::u32string_view::npos) return text.substr(at);
    at += c.size;
  }
  return {};
}

// " · ", " | ": a dot or a bar between two things of one line, which nobody misses where the line ends.
bool is_separator(std::string_view text) {
  if (!text.starts_with(' ') || !text.ends_with(' ')) return false;
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  const std::string_view sign = text.substr(first, text.find_last_not_of(' ') + 1 - first);
  for (const char* one : {"·", "•", "∙", "⋅", "|"}) {
    if (sign == one) return true;
  }
  return false;
}

// `part` is what stands in brackets: it begins with its separator only where there is something to separate it from.
void emit(const std::vector<layout::Piece>& pieces, layout::StyleId style, const Fields& fields,
          StyledTextBuilder& builder, bool part = false) {
  bool leads = part && builder.blank();
  for (const layout::Piece& piece : pieces) {
    const bool leading = std::exchange(leads, false);
    std::visit(Overloaded{
                   [&](const layout::Literal& literal) {
                     builder.literal(leading ? without_separator(literal.text) : literal.text, style, false);
                   },
                   [&](const layout::Field& field) {
                     const FieldValue* value = fields.find(field.name);
                     if (value == nullptr) return;
                     const std::string* url = field.link.empty() ? nullptr : fields.link(field.link);
                     for (std::size_t i = 0; i < value->items.size(); ++i) {
                       const FieldItem& item = value->items[i];
                       if (i > 0) builder.literal(value->separator, style, true);
                       builder.rich(item.text, field.style.value_or(style), url != nullptr ? *url : item.url,
                                    value->together);
                     }
                   },
                   [&](const layout::Optional& optional) {
                     bool any = false;
                     if (has_value(optional.pieces, fields, any) || !any) {
                       emit(optional.pieces, style, fields, builder, true);
                     }
                   },
               },
               piece.value);
  }
}

}  // namespace

void Fields::add(std::string_view name, const resume::RichText& text) {
  if (!text.empty()) add_list(name, FieldValue{{FieldItem{text, {}}}, {}});
}

void Fields::add_list(std::string_view name, FieldValue value) {
  if (!value.items.empty()) values_.emplace_back(name, std::make_shared<const FieldValue>(std::move(value)));
}

void Fields::narrow(std::string_view name, std::size_t item) {
  for (auto& [key, value] : values_) {
    if (key != name) continue;
    value = std::make_shared<const FieldValue>(FieldValue{{value->items[item]}, value->separator, value->together});
  }
}

const FieldValue* Fields::find(std::string_view name) const {
  for (const auto& [key, value] : values_) {
    if (key == name) return value.get();
  }
  return nullptr;
}

const std::string* Fields::link(std::string_view name) const {
  for (const auto& [key, value] : links_) {
    if (key == name && !value.empty()) return &value;
  }
  return nullptr;
}

StyledTextBuilder::StyledTextBuilder(const layout::Layout& layout, const std::string& language)
    : layout_(layout), right_to_left_(unicode::is_right_to_left(language)) {
  text_.language = language;
  if (right_to_left_) text_.direction = text::Direction::RightToLeft;
}

void StyledTextBuilder::append(std::string_view text, layout::StyleId style, unsigned flags, const std::string* url,
                               Span source, Kind kind) {
  if (text.empty()) return;
  text::StyledSpan span;
  span.begin = static_cast<std::uint32_t>(text_.text.size());
  if (layout_.style(style).uppercase) {
    text_.text += unicode::to_upper(text, text_.language);
  } else {
    text_.text += text;
  }
  span.end = static_cast<std::uint32_t>(text_.text.size());
  span.style = style_id(style, flags | (url != nullptr ? kLinkFlag : 0U));
  span.source = source;
  span.together = kind == Kind::Together;
  span.separator = kind == Kind::Separator;
  if (url != nullptr) {
    const auto [known, added] = links_.try_emplace(*url, static_cast<std::int32_t>(text_.links.size()));
    span.link = known->second;
    if (added) text_.links.push_back(*url);
  }
  if (!text_.spans.empty()) {
    text::StyledSpan& last = text_.spans.back();
    if (last.style == span.style && last.link == span.link && last.source == span.source && !last.separator &&
        kind == Kind::Plain) {
      last.end = span.end;
      return;
    }
  }
  text_.spans.push_back(span);
}

void StyledTextBuilder::literal(std::string_view text, layout::StyleId style, bool between_items) {
  const std::string local = localized(text, text_.language, between_items);
  append(local, style, 0, nullptr, {}, is_separator(local) ? Kind::Separator : Kind::Plain);
}

void StyledTextBuilder::rich(const resume::RichText& typed, layout::StyleId style, const std::string& url,
                             bool together) {
  // Contacts are no prose.
  const bool curl = layout_.text.curly_quotes && !together;
  const resume::RichText curled = curl ? curl_quotes(typed, text_.language) : resume::RichText();
  const resume::RichText& text = curl ? curled : typed;
  const std::string_view all = text.text;
  const std::string* outer = url.empty() ? nullptr : &url;
  const Kind kind = together ? Kind::Together : Kind::Plain;
  const auto write = [&](std::string_view part, unsigned flags, const std::string* target) {
    append(right_to_left_ ? for_right_to_left(part) : std::string(part), style, flags, target, text.span, kind);
  };
  const bool island = right_to_left_ && is_island(all, together);
  if (island) append(kIslandBegin, style, 0, outer, text.span, kind);
  std::uint32_t at = 0;
  for (const resume::Mark& mark : text.marks) {
    write(all.substr(at, mark.begin - at), 0, outer);
    const std::string* inner = mark.link >= 0 ? &text.links[static_cast<std::size_t>(mark.link)] : outer;
    write(all.substr(mark.begin, mark.end - mark.begin), mark.flags, inner);
    at = mark.end;
  }
  write(all.substr(at), 0, outer);
  if (island) append(kIslandEnd, style, 0, outer, text.span, kind);
}

bool prints(const layout::Block& block, std::string_view field) {
  const auto in = [field](const auto& self, const std::vector<layout::Piece>& pieces) -> bool {
    return std::any_of(pieces.begin(), pieces.end(), [&](const layout::Piece& piece) {
      if (const auto* named = std::get_if<layout::Field>(&piece.value)) return named->name == field;
      const auto* optional = std::get_if<layout::Optional>(&piece.value);
      return optional != nullptr && self(self, optional->pieces);
    });
  };
  for (const layout::Row& row : block.rows) {
    for (const layout::Cell& cell : row.cells) {
      if (in(in, cell.text)) return true;
    }
  }
  return false;
}

std::vector<Fields> one_each(const std::vector<layout::Piece>& pieces, const Fields& fields) {
  std::vector<Fields> out;
  for (const layout::Piece& piece : pieces) {
    if (const auto* optional = std::get_if<layout::Optional>(&piece.value)) {
      out = one_each(optional->pieces, fields);
      if (!out.empty()) return out;
      continue;
    }
    const auto* field = std::get_if<layout::Field>(&piece.value);
    const FieldValue* value = field == nullptr ? nullptr : fields.find(field->name);
    if (value == nullptr || value->items.size() < 2) continue;
    for (std::size_t i = 0; i < value->items.size(); ++i) {
      out.push_back(fields);
      out.back().narrow(field->name, i);
    }
    return out;
  }
  return out;
}

std::optional<text::StyledText> fill(const std::vector<layout::Piece>& pieces, layout::StyleId style,
                                     const Fields& fields, const layout::Layout& layout, const std::string& language) {
  bool any = false;
  if (!has_value(pieces, fields, any) && any) return std::nullopt;
  StyledTextBuilder builder(layout, language);
  emit(pieces, style, fields, builder);
  if (builder.empty()) return std::nullopt;
  return builder.take();
}

}  // namespace broadside::flow
