// SPDX-License-Identifier: MIT
// Display lists for the tests of pdf/, set with HarfBuzz alone so that this room is proven without text/ and flow/.
#pragma once

#include <hb.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "display/display_list.h"
#include "pdf/write.h"
#include "support/paths.h"

namespace broadside::test {

using display::TagId;
using display::TagKind;
using namespace broadside::literals;

inline std::string test_font(const std::string& name) { return test::source_dir() + "/tests/fonts/" + name; }
inline std::string shipped_font(const std::string& name) { return test::source_dir() + "/fonts/" + name; }

/// One line of text in one face, shaped; clusters as HarfBuzz gives them.
inline font::GlyphRun shape(const font::Library& library, font::FaceId id, Length size, const std::string& text) {
  const font::Face& face = library.face(id);
  const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(), hb_buffer_destroy);
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_shape(face.hb_font(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer.get(), &count);

  font::GlyphRun run;
  run.face = id;
  run.size = size;
  run.text = text;
  run.right_to_left = hb_buffer_get_direction(buffer.get()) == HB_DIRECTION_RTL;
  const auto scaled = [&](std::int64_t units) { return Length::ratio(units, size.raw, face.metrics().units_per_em); };
  for (unsigned i = 0; i < count; ++i) {
    std::uint32_t end = static_cast<std::uint32_t>(text.size());
    for (unsigned k = 0; k < count; ++k) {  // the nearest cluster that starts later
      if (info[k].cluster > info[i].cluster && info[k].cluster < end) end = info[k].cluster;
    }
    run.glyphs.push_back({info[i].codepoint, scaled(position[i].x_advance), scaled(position[i].x_offset),
                          scaled(position[i].y_offset), info[i].cluster, end});
  }
  return run;
}

/// Faces of the shipped and the test fonts.
struct Fonts {
  font::Library library;
  font::FaceId serif, serif_bold, serif_italic;  // TrueType
  font::FaceId garamond;                         // name-keyed CFF
  font::FaceId devanagari, thai, arabic;         // TrueType
  font::FaceId cjk;                              // CID-keyed CFF

  Fonts()
      : serif(add(shipped_font("source-serif-4/SourceSerif4_400Regular.ttf"))),
        serif_bold(add(shipped_font("source-serif-4/SourceSerif4_700Bold.ttf"))),
        serif_italic(add(shipped_font("source-serif-4/SourceSerif4_400Regular_Italic.ttf"))),
        garamond(add(shipped_font("eb-garamond/EBGaramond12-Regular.otf"))),
        devanagari(add(test_font("NotoSansDevanagari-subset.ttf"))),
        thai(add(test_font("NotoSansThai-subset.ttf"))),
        arabic(add(test_font("NotoNaskhArabic-subset.ttf"))),
        cjk(add(test_font("NotoSerifCJK-subset.otf"))) {}

 private:
  font::FaceId add(const std::string& path) { return library.add(font::Face::open(path)); }
};

inline const Fonts& fonts() {
  static const Fonts all;
  return all;
}

/// Builds a display list line by line.
class Sheet {
 public:
  explicit Sheet(const Fonts& all = fonts()) : fonts_(all) {
    list.info.title = "Sample";
    list.info.author = "Ada Lovelace";
    list.tags.push_back({});
    list.tags[0].kind = TagKind::Document;
    page();
  }

  void page() {
    list.pages.push_back({{595.276_pt, 841.89_pt}, {}});
    y = 72_pt;
  }
  TagId tag(TagKind kind, TagId parent = 0) {
    display::Tag tag;
    tag.kind = kind;
    tag.parent = parent;
    list.tags.push_back(tag);
    return static_cast<TagId>(list.tags.size() - 1);
  }
  template <typename Command>
  void add(Command command) {
    list.pages.back().commands.emplace_back(std::move(command));
  }

  /// Shows text at x on the current baseline and returns the x behind it.
  Length text(TagId owner, Length x, font::FaceId face, const std::string& words, Length size = 10.5_pt,
              Color color = {}) {
    display::DrawGlyphs draw;
    draw.run = shape(fonts_.library, face, size, words);
    draw.run.color = color;
    draw.origin = {x, y};
    draw.tag = owner;
    const Length end = x + draw.run.width();
    add(std::move(draw));
    return end;
  }
  /// A paragraph of one line in a tag of its own.
  TagId line(TagKind kind, font::FaceId face, const std::string& words, Length size = 10.5_pt) {
    const TagId owner = tag(kind);
    text(owner, 72_pt, face, words, size);
    y += scale(size, 1.3);
    return owner;
  }

  display::DisplayList list;
  Length y;

 private:
  const Fonts& fonts_;
};

/// Three pages as a résumé has them: headings, dates at the right, lists, links over one and two lines, rules,
/// page numbers, an outline.
inline display::DisplayList resume(int pages = 3) {
  const Fonts& all = fonts();
  Sheet sheet;
  sheet.list.info = {"Ada Lovelace: Résumé & <Works>", "Ada Lovelace", "Analytical engines", "C++, engines", "en-GB"};
  const TagId name = sheet.tag(TagKind::Heading1);
  sheet.text(name, 72_pt, all.serif_bold, "Ada Lovelace", 22_pt);
  sheet.y += 24_pt;
  const Color accent{0, 0x55, 0xbb};
  const TagId contact = sheet.tag(TagKind::Paragraph);
  const TagId mail = sheet.tag(TagKind::Link, contact);
  Length x = sheet.text(mail, 72_pt, all.serif, "ada@example.com", 9.5_pt, accent);
  sheet.add(display::LinkArea{
      {{72_pt, sheet.y - 9_pt, x - 72_pt, 12_pt}}, "mailto:ada@example.com", "Email ada@example.com", mail});
  sheet.text(contact, x, all.serif, " · London", 9.5_pt);
  const std::array<const char*, 4> bullets = {
      "Wrote the first published program: the Bernoulli numbers on an engine that was never finished, office fluffy "
      "waffles affine.",
      "Cut the time of a build by 38% and kept it there – from 12 to 7 minutes – for “every” commit since 2019.",
      "Shipped kernels for matrix products in FP8 and BF16; AVATAR, Type, Wolfgang, Yes; naïve café Ångström Łódź.",
      "Mentored four engineers, two of whom now lead teams of their own; reviewed 1,200 changes."};
  for (int number = 1; number <= pages; ++number) {
    if (number > 1) sheet.page();
    for (int section = 0; section < 3; ++section) {
      sheet.y += 26_pt;
      const TagId sect = sheet.tag(TagKind::Section);
      const TagId heading = sheet.tag(TagKind::Heading2, sect);
      const std::string title = "Experience " + std::to_string(number) + "." + std::to_string(section + 1);
      sheet.list.outline.push_back({title, 1, static_cast<std::uint32_t>(number - 1), {72_pt, sheet.y - 12_pt}});
      sheet.text(heading, 72_pt, all.serif_bold, title, 13_pt);
      sheet.add(display::StrokeLine{{72_pt, sheet.y + 3_pt}, {523_pt, sheet.y + 3_pt}, 0.5_pt, accent});
      sheet.y += 18_pt;
      const TagId position = sheet.tag(TagKind::Paragraph, sect);
      Length end = sheet.text(position, 72_pt, all.serif_bold, "Analyst, ");
      sheet.text(position, end, all.serif_italic, "Analytical Engine Company ");
      sheet.text(position, 450_pt, all.serif, "2019-07 – 2024-08");
      const TagId list = sheet.tag(TagKind::List, sect);
      for (int i = 0; i < 4; ++i) {
        sheet.y += 14_pt;
        const TagId item = sheet.tag(TagKind::ListItem, list);
        const TagId label = sheet.tag(TagKind::Label, item);
        const TagId body = sheet.tag(TagKind::ListBody, item);
        sheet.text(label, 76_pt, all.serif, "•");
        const std::string words = bullets[static_cast<std::size_t>(i)];
        const std::size_t cut = words.rfind(' ', 80);
        sheet.text(body, 88_pt, all.serif, words.substr(0, cut + 1));
        sheet.y += 13_pt;
        end = sheet.text(body, 88_pt, all.serif, words.substr(cut + 1) + " ");
        const TagId link = sheet.tag(TagKind::Link, body);
        const Length stop = sheet.text(link, end, all.serif_italic, "see the paper", 10.5_pt, accent);
        sheet.add(display::LinkArea{{{end, sheet.y - 9_pt, stop - end, 12_pt}, {88_pt, sheet.y + 4_pt, 50_pt, 12_pt}},
                                    "https://example.com/paper?n=" + std::to_string(i),
                                    "Paper " + std::to_string(i + 1),
                                    link});
      }
    }
    const Length below = sheet.y;
    sheet.y = 810_pt;
    sheet.text(display::kArtifact, 290_pt, all.serif, std::to_string(number), 8_pt);
    sheet.y = below;
  }
  return sheet.list;
}

inline std::string write_or_die(const display::DisplayList& list, const pdf::Options& options = {}) {
  Diagnostics diagnostics;
  auto bytes = pdf::write(list, fonts().library, options, diagnostics);
  std::string why;
  for (const Diagnostic& d : diagnostics.list()) why += d.code + ": " + d.message + "\n";
  if (!bytes) std::fprintf(stderr, "%s", why.c_str());
  return bytes.value_or(std::string());
}

/// Keeps the file in the build folder, where scripts/conformance can be pointed at it. Renamed into place, because
/// tests that run side by side may write the same sample.
inline std::string save_sample(const std::string& name, const std::string& bytes) {
  const std::filesystem::path folder = test::binary_dir() + "/pdf-samples";
  std::filesystem::create_directories(folder);
  const std::string path = folder / (name + ".pdf");
  const std::string mine = path + "." + std::to_string(getpid());
  std::ofstream(mine, std::ios::binary) << bytes;
  std::filesystem::rename(mine, path);
  return path;
}

/// Whether a program is installed; tests of other readers skip without it.
inline bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " > /dev/null 2>&1").c_str()) == 0;
}

/// What a command prints to its standard output; `status` receives its exit status.
inline std::string output_of(const std::string& command, int* status = nullptr) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), got);
  const int result = pclose(pipe);
  if (status != nullptr) *status = result;
  return out;
}

/// White space in runs becomes one space, none at the ends; form feeds go.
inline std::string squeeze(const std::string& text) {
  std::istringstream words(text);
  std::string word, out;
  while (words >> word) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace broadside::test
