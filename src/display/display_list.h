// SPDX-License-Identifier: MIT
// The narrow waist between layout and output: pages of plain drawing commands, and one tree of structure
// tags for the whole document. Comes from flow/place; goes to pdf/ and to the text dump. Every coordinate is
// final. Knows no résumé and no layout.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "diag/source.h"
#include "font/glyph_run.h"
#include "image/image.h"

namespace broadside::display {

/// Index into DisplayList::tags. Artifacts (rules, bullets' icons, page numbers) have no tag.
using TagId = std::int32_t;
inline constexpr TagId kArtifact = -1;

/// Standard structure types of PDF 1.7 that Broadside uses.
enum class TagKind : std::uint8_t {
  Document,
  Section,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  Heading5,
  Heading6,
  Paragraph,
  Span,
  List,
  ListItem,
  Label,
  ListBody,
  Link,
  Figure
};

/// One structure element. Tags stand in logical (reading) order: a parent before its children, siblings in order.
/// Its content is every command that names it, on whatever pages, in drawing order; children and own content
/// are interleaved in the order in which they first appear.
struct Tag {
  TagKind kind = TagKind::Paragraph;
  TagId parent = -1;        ///< -1 only for the Document
  std::string alt;          ///< figures: alternative text
  std::string actual_text;  ///< what this stands for, where the glyphs do not say it
  std::string language;     ///< BCP 47, only where it differs from the document's
  std::string title;        ///< /T, for headings and sections
  Span span;
};

struct DrawGlyphs {
  Point origin;  ///< left end of the baseline
  font::GlyphRun run;
  TagId tag = kArtifact;
};

struct FillRect {
  Rect rect;
  Color color;
  TagId tag = kArtifact;
};

struct StrokeLine {
  Point from, to;
  Length width;
  Color color;
  TagId tag = kArtifact;
};

/// One step of an outline; for curves `to` is the end and c1, c2 the control points.
struct PathStep {
  enum class Kind : std::uint8_t { Move, Line, Curve, Close } kind = Kind::Move;
  Point c1, c2, to;
};

/// A filled outline (an icon, a missing-glyph box), non-zero winding.
struct FillPath {
  std::vector<PathStep> steps;
  Color color;
  TagId tag = kArtifact;
};

/// Clickable areas of one link on one page: one rectangle per line. `tag` is a Link tag that also holds the text.
struct LinkArea {
  std::vector<Rect> rects;
  std::string url;
  std::string description;  ///< /Contents: "GitHub: yewentao256", never empty
  TagId tag = kArtifact;
};

/// A picture that fills a rectangle. `tag` is a Figure with alternative text, or the picture is an artifact.
struct DrawImage {
  Rect rect;
  std::uint32_t image = 0;  ///< index into DisplayList::images
  TagId tag = kArtifact;
};

using Command = std::variant<DrawGlyphs, FillRect, StrokeLine, FillPath, LinkArea, DrawImage>;

struct Page {
  Size size;
  std::vector<Command> commands;  ///< in reading order; running text last
};

struct OutlineItem {
  std::string title;
  int level = 1;  ///< 1 = top
  std::uint32_t page = 0;
  Point target;
};

struct DocumentInfo {
  std::string title;  ///< never empty
  std::string author;
  std::string subject;
  std::string keywords;
  std::string language = "en-US";  ///< BCP 47
  bool right_to_left = false;      ///< how its pages are read
};

struct DisplayList {
  DocumentInfo info;
  std::vector<Page> pages;
  std::vector<Tag> tags;  ///< [0] is the Document
  std::vector<OutlineItem> outline;
  /// Decoded pictures, shared by all documents of a run: not all need be drawn here. None is null.
  std::vector<std::shared_ptr<const image::Image>> images;
};

/// Stable text for golden tests: one line a command, coordinates in points with 3 decimals.
std::string dump(const DisplayList& list, const font::Library& fonts);

}  // namespace broadside::display
