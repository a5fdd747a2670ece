// SPDX-License-Identifier: MIT
#include "text/break_memo.h"

namespace broadside::text {
namespace {

// More than the steps of a ladder that differ in more than their gaps.
constexpr std::size_t kMostEntries = 16;

constexpr std::size_t kMostStyles = 16;

/// Calls visit(style) for every span that is not in the style of the one before it, until one says no.
template <typename Visit>
bool each_style(const std::vector<StyledSpan>& spans, std::span<const TextStyle> styles, const Visit& visit) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0 && spans[i].style == spans[i - 1].style) continue;
    if (!visit(styles[spans[i].style])) return false;
  }
  return true;
}

}  // namespace

const Breaks* BreakMemo::find(const std::vector<StyledSpan>& spans, std::span<const TextStyle> styles, Length measure,
                              const ParagraphStyle& paragraph) const {
  for (const Entry& entry : entries_) {
    if (entry.measure != measure || entry.paragraph != paragraph) continue;
    std::size_t next = 0;  // the spans belong to the text: there are as many styles each time
    const bool same = each_style(spans, styles, [&](const TextStyle& style) { return entry.styles[next++] == style; });
    if (same) return &entry.breaks;
  }
  return nullptr;
}

void BreakMemo::keep(const std::vector<StyledSpan>& spans, std::span<const TextStyle> styles, Length measure,
                     const ParagraphStyle& paragraph, const Breaks& breaks) {
  Entry entry;
  entry.measure = measure;
  entry.paragraph = paragraph;
  const bool few = each_style(spans, styles, [&entry](const TextStyle& style) {
    entry.styles.push_back(style);
    return entry.styles.size() < kMostStyles;
  });
  if (!few) return;  // a file may change the style with every letter, and would take all memory
  entry.breaks = breaks;
  if (entries_.size() < kMostEntries) {
    entries_.push_back(std::move(entry));
    return;
  }
  entries_[next_] = std::move(entry);
  next_ = (next_ + 1) % kMostEntries;
}

}  // namespace broadside::text
