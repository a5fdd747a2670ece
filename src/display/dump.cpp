// SPDX-License-Identifier: MIT
// DisplayList → text, for golden tests and for people. Comes in: any list, valid or not. Goes out: lines that change
// only when the page would.
#include <cstdio>

#include "display/display_list.h"

namespace broadside::display {

namespace {

const char* name(TagKind kind) {
  switch (kind) {
    case TagKind::Document:
      return "Document";
    case TagKind::Section:
      return "Section";
    case TagKind::Heading1:
      return "Heading1";
    case TagKind::Heading2:
      return "Heading2";
    case TagKind::Heading3:
      return "Heading3";
    case TagKind::Heading4:
      return "Heading4";
    case TagKind::Heading5:
      return "Heading5";
    case TagKind::Heading6:
      return "Heading6";
    case TagKind::Paragraph:
      return "Paragraph";
    case TagKind::Span:
      return "Span";
    case TagKind::List:
      return "List";
    case TagKind::ListItem:
      return "ListItem";
    case TagKind::Label:
      return "Label";
    case TagKind::ListBody:
      return "ListBody";
    case TagKind::Link:
      return "Link";
    case TagKind::Figure:
      return "Figure";
  }
  return "?";
}

class Dump {
 public:
  explicit Dump(const font::Library& fonts) : fonts_(fonts) {}

  std::string run(const DisplayList& list) {
    out_ += "document";
    field("title", list.info.title);
    field("author", list.info.author);
    field("subject", list.info.subject);
    field("keywords", list.info.keywords);
    field("language", list.info.language);
    out_ += '\n';
    for (std::size_t i = 0; i < list.tags.size(); ++i) tag(i, list.tags[i]);
    for (const OutlineItem& item : list.outline) {
      out_ += "outline " + std::to_string(item.level) + " page " + std::to_string(item.page + 1);
      point(item.target);
      text(item.title);
      out_ += '\n';
    }
    for (std::size_t i = 0; i < list.pages.size(); ++i) {
      out_ += "page " + std::to_string(i + 1);
      length(list.pages[i].size.width);
      length(list.pages[i].size.height);
      out_ += '\n';
      for (const Command& command : list.pages[i].commands) {
        std::visit(*this, command);
        out_ += '\n';
      }
    }
    return std::move(out_);
  }

  void operator()(const DrawGlyphs& c) {
    out_ += "  glyphs";
    point(c.origin);
    out_ += " width";
    length(c.run.width());
    const bool known = c.run.face < fonts_.size();
    out_ += ' ' + (known ? fonts_.face(c.run.face).postscript_name() : std::string("no-face"));
    length(c.run.size);
    if (c.run.expansion != 1.0) {
      out_ += " expansion";
      length(Length::from_pt(c.run.expansion));  // for its 3 decimals
    }
    if (c.run.right_to_left) out_ += " right-to-left";
    end(c.run.color, c.tag);
    out_ += ' ' + std::to_string(c.run.glyphs.size());
    text(c.run.text);
  }
  void operator()(const FillRect& c) {
    out_ += "  rect";
    rect(c.rect);
    end(c.color, c.tag);
  }
  void operator()(const StrokeLine& c) {
    out_ += "  line";
    point(c.from);
    point(c.to);
    out_ += " width";
    length(c.width);
    end(c.color, c.tag);
  }
  void operator()(const FillPath& c) {
    out_ += "  path";
    for (const PathStep& step : c.steps) {
      switch (step.kind) {
        case PathStep::Kind::Move:
          out_ += " M";
          point(step.to);
          break;
        case PathStep::Kind::Line:
          out_ += " L";
          point(step.to);
          break;
        case PathStep::Kind::Curve:
          out_ += " C";
          point(step.c1);
          point(step.c2);
          point(step.to);
          break;
        case PathStep::Kind::Close:
          out_ += " Z";
          break;
      }
    }
    end(c.color, c.tag);
  }
  void operator()(const LinkArea& c) {
    out_ += "  link";
    for (const Rect& r : c.rects) rect(r);
    out_ += " tag " + std::to_string(c.tag);
    text(c.url);
    text(c.description);
  }
  void operator()(const DrawImage& c) {
    out_ += "  image " + std::to_string(c.image);
    rect(c.rect);
    out_ += c.tag == kArtifact ? std::string(" artifact") : " tag " + std::to_string(c.tag);
  }

 private:
  void tag(std::size_t number, const Tag& tag) {
    out_ += "tag " + std::to_string(number) + " < " + std::to_string(tag.parent) + ' ' + name(tag.kind);
    field("title", tag.title);
    field("alt", tag.alt);
    field("actual", tag.actual_text);
    field("language", tag.language);
    out_ += '\n';
  }

  /// Points with 3 decimals, from integers: the same in every locale.
  void length(Length value) {
    const std::int64_t thousandths = Length::ratio(value.raw, 1000, Length::kUnitsPerPoint).raw;
    const std::int64_t magnitude = thousandths < 0 ? -thousandths : thousandths;
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, " %s%lld.%03lld", thousandths < 0 ? "-" : "",
                  static_cast<long long>(magnitude / 1000), static_cast<long long>(magnitude % 1000));
    out_ += buffer;
  }
  void point(Point at) {
    length(at.x);
    length(at.y);
  }
  void rect(const Rect& r) {
    length(r.x);
    length(r.y);
    length(r.width);
    length(r.height);
  }
  void end(Color color, TagId tag) {
    out_ += ' ' + to_string(color);
    out_ += tag == kArtifact ? std::string(" artifact") : " tag " + std::to_string(tag);
  }
  void field(const char* key, const std::string& value) {
    if (value.empty()) return;
    out_ += std::string(" ") + key;
    text(value);
  }
  /// Quoted; quotes, backslashes and control characters are escaped so that a command stays one line.
  void text(const std::string& value) {
    out_ += " \"";
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else if (byte < 0x20 || byte == 0x7F) {
        char buffer[8];
        std::snprintf(buffer, sizeof buffer, "\\x%02x", byte);
        out_ += buffer;
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  const font::Library& fonts_;
  std::string out_;
};

}  // namespace

std::string dump(const DisplayList& list, const font::Library& fonts) { return Dump(fonts).run(list); }

}  // namespace broadside::display
