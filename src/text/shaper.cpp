// SPDX-License-Identifier: MIT
// One hb_buffer, used again and again. See shaper.h.
#include "text/shaper.h"

#include <algorithm>

namespace broadside::text {
namespace {

constexpr hb_codepoint_t kHyphen = 0x2010, kHyphenMinus = '-';

/// Width of the box that stands for a character no face can draw: 0.6 of the 1000 units of its em.
constexpr std::int32_t kMissingAdvance = 600;

}  // namespace

Shaper::Shaper(ShapedText& out, const font::Library& fonts, std::span<const TextStyle> styles,
               const std::string& language, WordCache* known)
    : out_(out),
      fonts_(fonts),
      styles_(styles),
      features_(styles.size()),
      language_name_(language),
      language_(hb_language_from_string(language.data(), static_cast<int>(language.size()))),
      buffer_(hb_buffer_create()),
      known_(known) {}

Shaper::~Shaper() { hb_buffer_destroy(buffer_); }

const Shaper::Features& Shaper::features_of(StyleId style) {
  Features& features = features_[style];
  if (features.ready) return features;
  features.ready = true;
  // Spaced letters are single letters: no ligatures unless the style asks for them by name.
  features.text = styles_[style].letter_spacing != 0 ? "-liga,-clig," : "";
  features.text += styles_[style].font.features;
  const std::string& text = features.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    hb_feature_t feature;
    if (hb_feature_from_string(text.data() + begin, static_cast<int>(end - begin), &feature) != 0) {
      features.list.push_back(feature);
      features.everywhere = features.everywhere && feature.start == HB_FEATURE_GLOBAL_START &&
                            feature.end == static_cast<unsigned>(HB_FEATURE_GLOBAL_END);
    }
    begin = end + 1;
  }
  return features;
}

void Shaper::shape(const TextRun& run, std::uint32_t begin, std::uint32_t end, std::vector<Cluster>& clusters,
                   const GlyphRange* hyphen) {
  const Look& look = out_.looks[run.look];
  const font::Face* face = fonts_.find(look.face);
  if (face == nullptr) {
    const auto glyph = static_cast<std::uint32_t>(out_.glyphs.size());
    out_.glyphs.push_back({0, kMissingAdvance, 0, 0, begin, end, true});
    clusters.push_back({begin, end, {glyph, glyph + 1}, true});
    return;
  }
  const bool right_to_left = (look.level & 1U) != 0;
  const std::string_view bytes = std::string_view(out_.text).substr(begin, end - begin);
  if (known_ != nullptr && hyphen == nullptr && !right_to_left && run.script == unicode::kLatin &&
      features_of(out_.spans[look.span].style).everywhere && is_plain_latin(bytes)) {
    shape_words(run, *face, begin, end, clusters);
    return;
  }
  shape_alone(run, *face, begin, end, hyphen);
  collect(signs_, 0, hyphen != nullptr ? hyphen->end : end, right_to_left, clusters);
}

void Shaper::shape_words(const TextRun& run, const font::Face& face, std::uint32_t begin, std::uint32_t end,
                         std::vector<Cluster>& clusters) {
  constexpr std::uint32_t kLongest = 40;  // bytes; what is longer is an address, and stands there once
  const Look& look = out_.looks[run.look];
  Words& words = known_->words(look.face, language_name_, features_of(out_.spans[look.span].style).text);
  if (clusters.empty()) clusters.reserve(end - begin);
  for (std::uint32_t from = begin; from < end;) {
    const std::size_t space = out_.text.find(' ', from);
    const auto to = static_cast<std::uint32_t>(space == from ? from + 1 : std::min<std::size_t>(space, end));
    const std::string_view word = std::string_view(out_.text).substr(from, to - from);
    if (const auto signs = words.find(word)) {
      collect(*signs, from, to, false, clusters);
    } else {
      shape_alone(run, face, from, to, nullptr);
      if (word.size() <= kLongest) words.keep(word, signs_, from);
      collect(signs_, 0, to, false, clusters);
    }
    from = to;
  }
}

void Shaper::shape_alone(const TextRun& run, const font::Face& face, std::uint32_t begin, std::uint32_t end,
                         const GlyphRange* hyphen) {
  const Look& look = out_.looks[run.look];
  hb_buffer_clear_contents(buffer_);
  hb_buffer_add_utf8(buffer_, out_.text.data(), static_cast<int>(out_.text.size()), begin,
                     static_cast<int>(end - begin));
  if (hyphen != nullptr) {
    hb_buffer_add(buffer_, face.glyph(kHyphen) != 0 ? kHyphen : kHyphenMinus, hyphen->begin);
  }
  hb_buffer_set_direction(buffer_, (look.level & 1U) != 0 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_, hb_script_from_iso15924_tag(run.script));
  hb_buffer_set_language(buffer_, language_);
  const std::vector<hb_feature_t>& features = features_of(out_.spans[look.span].style).list;
  hb_shape(face.hb_font(), buffer_, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_, &count);
  signs_.clear();
  signs_.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const bool unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    const hb_glyph_position_t& at = positions[i];
    signs_.push_back({infos[i].codepoint, at.x_advance, at.x_offset, at.y_offset, infos[i].cluster, !unsafe});
  }
}

void Shaper::collect(std::span<const Sign> signs, std::uint32_t begin, std::uint32_t end, bool right_to_left,
                     std::vector<Cluster>& clusters) {
  const auto first = static_cast<std::uint32_t>(out_.glyphs.size());
  const std::size_t first_cluster = clusters.size();
  if (clusters.empty()) clusters.reserve(signs.size());
  for (std::uint32_t i = 0; i < signs.size(); ++i) {
    const Sign& sign = signs[i];
    UnitGlyph glyph;
    glyph.id = sign.id;
    glyph.advance = sign.advance;
    glyph.dx = sign.dx;
    glyph.dy = sign.dy;
    glyph.begin = begin + sign.cluster;
    glyph.ends_cluster = i + 1 == signs.size() || signs[i + 1].cluster != sign.cluster;
    out_.glyphs.push_back(glyph);
    if (i == 0 || signs[i - 1].cluster != sign.cluster) {
      clusters.push_back({glyph.begin, 0, {first + i, first + i + 1}, sign.safe});
    } else {
      clusters.back().glyphs.end = first + i + 1;
    }
  }
  if (right_to_left) std::reverse(clusters.begin() + static_cast<std::ptrdiff_t>(first_cluster), clusters.end());
  for (std::size_t i = first_cluster; i < clusters.size(); ++i) {
    Cluster& cluster = clusters[i];
    cluster.end = i + 1 < clusters.size() ? clusters[i + 1].begin : end;
    for (std::uint32_t g = cluster.glyphs.begin; g < cluster.glyphs.end; ++g) out_.glyphs[g].end = cluster.end;
  }
}

}  // namespace broadside::text
