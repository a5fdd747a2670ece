// SPDX-License-Identifier: MIT
// md4c's events → text and marks. md4c decides where a paragraph ends by how lines begin, so it is handed one
// line that begins with a word: then nothing but inline syntax can apply, and emphasis at the start of the
// text sees a blank before it, as it would at the start of a line.
#include "resume/markdown.h"

#include <md4c.h>

#include <functional>

#include "resume/link.h"

namespace broadside::resume {
namespace {

constexpr std::string_view kFirstWord = "x ";

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string join(const MD_ATTRIBUTE& attribute) {
  return attribute.text == nullptr ? std::string() : std::string(attribute.text, attribute.size);
}

class Collector {
 public:
  Collector(std::string_view source, std::vector<BadLink>& bad_links) : source_(source), bad_links_(bad_links) {}

  void enter(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_STRONG:
        ++bold_;
        break;
      case MD_SPAN_EM:
        ++italic_;
        break;
      case MD_SPAN_CODE:
        ++code_;
        break;
      case MD_SPAN_A:
        if (link_depth_++ > 0) {
          // "[<https://a>](https://b)": the outer link wins, and its target must not get lost.
          if (!link_known_) resolve_link(nullptr);
          break;
        }
        target_ = join(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
        link_known_ = false;
        link_end_.clear();
        break;
      case MD_SPAN_IMG:
        append("![");  // images have no place in a line of text, so the notation stays as it is
        break;
      default:
        break;
    }
  }

  void leave(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_STRONG:
        --bold_;
        break;
      case MD_SPAN_EM:
        --italic_;
        break;
      case MD_SPAN_CODE:
        --code_;
        break;
      case MD_SPAN_A:
        if (--link_depth_ > 0) break;
        if (!link_known_) resolve_link(nullptr);  // "[](url)" has no text; its target is still checked
        link_ = -1;
        append(link_end_);
        link_end_.clear();
        break;
      case MD_SPAN_IMG: {
        const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
        append("](" + join(image->src));
        if (image->title.size > 0) append(" \"" + join(image->title) + "\"");
        append(")");
        break;
      }
      default:
        break;
    }
  }

  void text(MD_TEXTTYPE type, const char* data, std::size_t size) {
    if (link_depth_ > 0 && !link_known_) resolve_link(data);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      append(" ");
    } else {
      append(std::string_view(data, size));
    }
  }

  RichText take() {
    const auto skip = static_cast<std::uint32_t>(kFirstWord.size());
    result_.text.erase(0, skip);
    for (Mark& mark : result_.marks) {
      mark.begin -= skip;
      mark.end -= skip;
    }
    return std::move(result_);
  }

 private:
  // "<scheme:rest>" is a link too; with a scheme of no use it was more likely meant as it stands.
  [[nodiscard]] bool in_angle_brackets(const char* text) const {
    const std::less<const char*> before;
    const char* begin = source_.data();
    if (text == nullptr || !before(begin, text) || !before(text, begin + source_.size())) return false;
    return text[-1] == '<';
  }

  void resolve_link(const char* text) {
    link_known_ = true;
    const CheckedUrl checked = check_url(target_);
    if (checked.problem.empty()) {
      link_ = static_cast<std::int32_t>(result_.links.size());
      result_.links.push_back(checked.url);
    } else if (in_angle_brackets(text)) {
      append("<");
      link_end_ = ">";
    } else {
      bad_links_.push_back({target_, checked.problem, checked.hint});
    }
  }

  void append(std::string_view piece) {
    if (piece.empty()) return;
    const auto begin = static_cast<std::uint32_t>(result_.text.size());
    result_.text += piece;
    const auto end = static_cast<std::uint32_t>(result_.text.size());
    const int flags = (bold_ > 0 ? kBold : 0) | (italic_ > 0 ? kItalic : 0) | (code_ > 0 ? kCode : 0);
    if (flags == 0 && link_ < 0) return;
    std::vector<Mark>& marks = result_.marks;
    const Mark mark{begin, end, static_cast<std::uint8_t>(flags), link_};
    if (!marks.empty() && marks.back().end == begin && marks.back().flags == mark.flags && marks.back().link == link_) {
      marks.back().end = end;
    } else {
      marks.push_back(mark);
    }
  }

  std::string_view source_;
  std::vector<BadLink>& bad_links_;
  RichText result_;
  int bold_ = 0, italic_ = 0, code_ = 0;
  std::int32_t link_ = -1;
  int link_depth_ = 0;
  bool link_known_ = false;
  std::string target_, link_end_;
};

}  // namespace

RichText plain_text(std::string_view text) {
  RichText result;
  result.text = one_line(text);
  return result;
}

RichText parse_markdown(std::string_view text, std::vector<BadLink>& bad_links) {
  RichText plain = plain_text(text);
  // Without these no inline syntax can apply, and most texts have none of them.
  if (plain.text.find_first_of("*_`[\\<") == std::string::npos) return plain;

  const std::string line = std::string(kFirstWord) + plain.text;
  Collector collector(line, bad_links);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    static_cast<Collector*>(self)->enter(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
    static_cast<Collector*>(self)->leave(type, detail);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* self) {
    static_cast<Collector*>(self)->text(type, data, size);
    return 0;
  };
  if (md_parse(line.data(), static_cast<MD_SIZE>(line.size()), &parser, &collector) != 0) return plain;
  return collector.take();
}

}  // namespace broadside::resume
