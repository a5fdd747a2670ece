// SPDX-License-Identifier: MIT
// StyledText → ShapedText: itemize, shape, find the breaks, make items. See paragraph.h.
#include <algorithm>

#include "text/east_asian.h"
#include "text/itemize.h"
#include "text/make_items.h"
#include "text/opportunities.h"
#include "text/paragraph.h"
#include "text/shaped_text.h"

namespace broadside::text {
namespace {

// What belongs together is broken only by force, where it is wider than the measure.
void hold_together(const std::vector<StyledSpan>& spans, std::vector<Opportunity>& opportunities) {
  auto span = spans.begin();  // both ascend
  std::erase_if(opportunities, [&](const Opportunity& one) {
    while (span != spans.end() && span->end <= one.offset) ++span;
    return span != spans.end() && span->together && span->begin < one.offset;
  });
}

void add_up(ShapedText& text) {
  text.extents.resize(text.looks.size());
  for (const Item& item : text.items) {
    if (item.kind == ItemKind::Penalty) continue;
    Extent& extent = text.extents[item.look];
    std::int64_t units = item.glyphs.empty() ? item.space : 0;
    for (std::uint32_t g = item.glyphs.begin; g < item.glyphs.end; ++g) units += text.glyphs[g].advance;
    // The last glue of a line counts for nothing, so none may count for less.
    extent.units += item.kind == ItemKind::Glue ? std::max<std::int64_t>(0, units) : units;
    extent.glyphs += std::max<std::int64_t>(1, item.glyphs.end - item.glyphs.begin);
  }
}

// Code is read sign by sign: what a monospaced face sets is not divided.
void keep_code_whole(const std::vector<ShapedRun>& runs, const ShapedText& text, std::vector<std::uint32_t>& points) {
  auto run = runs.begin();  // both ascend
  std::erase_if(points, [&](std::uint32_t at) {
    while (run != runs.end() && run->run.end <= at) ++run;
    return run != runs.end() && !text.looks[run->run.look].elastic && run->run.begin < at;
  });
}

}  // namespace

std::shared_ptr<const ShapedText> shape(const StyledText& text, std::span<const TextStyle> styles,
                                        const font::Library& fonts, Diagnostics& diagnostics, Hyphenator* hyphenator,
                                        WordCache* words) {
  auto shaped = std::make_shared<ShapedText>();
  shaped->text = text.text;
  shaped->links = text.links;
  // Spans must cover the text in order; whatever does not is brought into line rather than trusted.
  std::uint32_t covered = 0;
  const auto size = static_cast<std::uint32_t>(text.text.size());
  for (StyledSpan span : text.spans) {
    span.begin = covered;
    span.end = std::min(std::max(span.end, covered), size);
    if (span.end == span.begin || span.style >= styles.size()) continue;
    covered = span.end;
    shaped->spans.push_back(span);
  }
  if (shaped->spans.empty()) {
    shaped->text.clear();
    return shaped;
  }
  shaped->text.resize(covered);
  shaped->glyphs.reserve(covered + covered / 8);

  Shaper shaper(*shaped, fonts, styles, text.language, words);
  const std::vector<Borrowed> borrowed = borrowed_signs(shaped->text, text.language);
  std::vector<ShapedRun> runs = itemize(*shaped, text, borrowed, styles, fonts, shaper, diagnostics);
  shaped->pieces = runs.size();
  for (Look& look : shaped->looks) {
    const font::Face* face = fonts.find(look.face);
    look.elastic = face != nullptr && !face->monospace();
  }
  std::vector<Opportunity> opportunities =
      borrowed.empty() ? find_opportunities(shaped->text, text.language)
                       : find_opportunities(for_line_breaks(shaped->text, borrowed), text.language);
  if (text.hyphenate && hyphenator != nullptr) {
    std::vector<std::uint32_t> points = hyphenator->points(shaped->text, text.language);
    keep_code_whole(runs, *shaped, points);
    add_hyphenation(points, opportunities);
  }
  hold_together(shaped->spans, opportunities);
  make_items(*shaped, runs, opportunities, fonts, shaper);
  set_wide_text(*shaped, fonts);
  add_up(*shaped);
  shaped->glyphs.shrink_to_fit();  // kept as long as the run: no slack
  shaped->items.shrink_to_fit();
  return shaped;
}

std::size_t byte_count(const ShapedText& text) { return text.text.size(); }
std::size_t piece_count(const ShapedText& text) { return text.pieces; }
const std::vector<std::string>& links(const ShapedText& text) { return text.links; }

}  // namespace broadside::text
