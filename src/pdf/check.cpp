// SPDX-License-Identifier: MIT
// The list is checked whole before the first object is made, so that every fault is reported in one run.
#include "pdf/check.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "pdf/cluster_text.h"
#include "pdf/haru.h"

namespace broadside::pdf {

namespace {

using display::TagId;

constexpr std::size_t kMaxPages = 500;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The shape of a BCP 47 tag: subtags of 1 to 8 letters or digits, the first one of letters.
bool is_language(std::string_view tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      length = 0;
      first = false;
      continue;
    }
    if (!is_letter(c) && (first || c < '0' || c > '9')) return false;
    if (++length > 8) return false;
  }
  return length > 0;
}

class Checker {
 public:
  Checker(const display::DisplayList& list, const font::Library& fonts, Diagnostics& diagnostics)
      : list_(list), fonts_(fonts), diagnostics_(diagnostics) {}

  void run() {
    check_document();
    check_tags();
    for (const display::Page& page : list_.pages) {
      constexpr double kLeast = 3, kMost = 14400;  // ISO 19005-2, 6.1.13
      const double width = page.size.width.pt(), height = page.size.height.pt();
      if (!(width >= kLeast && width <= kMost && height >= kLeast && height <= kMost)) {
        diagnostics_.error("pdf-page-size", {}, "A PDF page must be between 3 and 14,400 pt wide and high");
      }
      for (const display::Command& command : page.commands) {
        std::visit([this](const auto& c) { check_tag_of(c.tag), check_command(c); }, command);
      }
    }
    for (const display::OutlineItem& item : list_.outline) {
      if (item.page >= list_.pages.size()) {
        diagnostics_.error("pdf-outline", {},
                           "The outline item \"" + item.title + "\" points to a page that is missing");
      }
    }
  }

 private:
  void check_document() {
    if (list_.pages.empty()) diagnostics_.error("pdf-no-pages", {}, "There is no page to write");
    if (list_.pages.size() > kMaxPages) {
      diagnostics_.error("pdf-too-many-pages", {},
                         "The document has " + std::to_string(list_.pages.size()) + " pages; the limit is 500");
    }
    if (list_.info.title.empty()) {
      diagnostics_.error("pdf-no-title", {}, "The document has no title, which accessible PDF requires");
    }
    if (!is_language(list_.info.language)) {
      diagnostics_.error("pdf-language", {}, "\"" + list_.info.language + "\" is not a language tag",
                         "write one such as en-US or de");
    }
    const display::DocumentInfo& info = list_.info;
    for (const std::string* text : {&info.title, &info.author, &info.subject, &info.keywords}) {
      check_length(*text, {});
    }
  }

  void check_length(std::string_view text, Span span) {
    // Twice the bytes is an upper bound of the UTF-16 form, with two for the byte order mark.
    if (text.size() * 2 + 2 > kMaxString) {
      diagnostics_.error("pdf-long-string", span, "This text is too long for one string of a PDF (32,767 bytes)");
    }
  }

  void check_tags() {
    if (list_.tags.empty() || list_.tags[0].kind != display::TagKind::Document || list_.tags[0].parent != -1) {
      diagnostics_.error("pdf-tags", {}, "The first structure tag is not the document");
      broken_tags_ = true;
      return;
    }
    for (std::size_t i = 0; i < list_.tags.size(); ++i) {
      const display::Tag& tag = list_.tags[i];
      if (i > 0 && (tag.parent < 0 || static_cast<std::size_t>(tag.parent) >= i)) {
        diagnostics_.error("pdf-tags", tag.span, "A structure tag stands before its parent");
        broken_tags_ = true;
      }
      if (!tag.language.empty() && !is_language(tag.language)) {
        diagnostics_.error("pdf-language", tag.span, "\"" + tag.language + "\" is not a language tag",
                           "write one such as en-US or de");
      }
      if (tag.kind == display::TagKind::Figure && tag.alt.empty() && tag.actual_text.empty()) {
        diagnostics_.error("pdf-no-alt", tag.span, "This picture has no alternative text",
                           "say in `alt:` what it shows");
      }
      check_length(tag.alt, tag.span);
      check_length(tag.actual_text, tag.span);
      check_length(tag.title, tag.span);
    }
  }

  void check_tag_of(TagId tag) {
    if (broken_tags_ || (tag >= display::kArtifact && tag < static_cast<TagId>(list_.tags.size()))) return;
    diagnostics_.error("pdf-tags", {}, "A drawing command names a structure tag that does not exist");
    broken_tags_ = true;
  }

  void check_command(const display::DrawGlyphs& command) {
    const font::GlyphRun& run = command.run;
    if (!(run.size > Length{}) || !(run.expansion > 0.1 && run.expansion < 10)) {
      diagnostics_.error("pdf-text-size", run.span, "Text of this size cannot be written");
    }
    if (run.face != font::kNoFace && fonts_.find(run.face) == nullptr) {
      diagnostics_.error("pdf-font", run.span, "A text run names a font that is not loaded");
    } else if (run.face != font::kNoFace && seen_faces_.insert(run.face).second &&
               !fonts_.face(run.face).embeddable()) {
      diagnostics_.error("pdf-font-licence", run.span,
                         "The font " + fonts_.face(run.face).postscript_name() + " may not be embedded in a document",
                         "choose a font whose licence allows embedding, such as one of those in fonts/");
    }
    if (may_be_private_use(run.text) && deal_text(run).private_use) {
      diagnostics_.warning("pdf-private-use", run.span,
                           "A character of the Private Use Area has no meaning outside its font",
                           "other programs read it as an unknown character; write a word or a standard symbol");
    }
  }
  void check_command(const display::LinkArea& link) {
    const Span span = link.tag >= 0 && !broken_tags_ ? list_.tags[static_cast<std::size_t>(link.tag)].span : Span{};
    if (broken_tags_) return;
    if (link.tag < 0 || list_.tags[static_cast<std::size_t>(link.tag)].kind != display::TagKind::Link) {
      diagnostics_.error("pdf-link-tag", span, "A link has no place in the document's structure");
    }
    if (link.description.empty()) {
      diagnostics_.error("pdf-link-description", span, "A link has no description for people who cannot see it");
    }
    if (link.url.empty() || link.rects.empty()) {
      diagnostics_.error("pdf-link-target", span, "A link has no address or covers no text");
    }
    check_length(link.description, span);
    check_length(link.url, span);
  }
  void check_command(const display::DrawImage& command) {
    if (command.image >= list_.images.size() || list_.images[command.image] == nullptr) {
      diagnostics_.error("pdf-image", {}, "A drawing command names a picture that does not exist");
    }
    if (!(command.rect.width > Length{}) || !(command.rect.height > Length{})) {
      diagnostics_.error("pdf-image", {}, "A picture without width or height cannot be drawn");
    }
  }
  void check_command(const display::FillRect&) {}
  void check_command(const display::StrokeLine&) {}
  void check_command(const display::FillPath&) {}

  const display::DisplayList& list_;
  const font::Library& fonts_;
  Diagnostics& diagnostics_;
  std::set<font::FaceId> seen_faces_;
  bool broken_tags_ = false;
};

}  // namespace

bool check(const display::DisplayList& list, const font::Library& fonts, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.error_count();
  Checker(list, fonts, diagnostics).run();
  return diagnostics.error_count() == before;
}

}  // namespace broadside::pdf
