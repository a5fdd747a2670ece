// SPDX-License-Identifier: MIT
// The breaker against breaks recorded from TeX (tests/data/tex-linebreaks): every break and every total of demerits
// must be TeX's. TEX_LINEBREAKS names another folder of the same format (the full recording).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "shaping/json.h"
#include "support/paths.h"
#include "text/break_items.h"
#include "text/hyphenate.h"
#include "text/measure.h"
#include "unit/text/setting.h"

namespace broadside::text {
namespace {

using broadside::test::Json;

struct Set {
  BreakParameters parameters;  // without what depends on the size
  std::map<int, std::int64_t> emergency, right;
  std::int32_t hyphen_penalty = 50, explicit_penalty = 50;
  bool hyphenation = true, ragged = false;
  int cases = 0, agreed = 0;
};

Set read_set(const std::string& name, const Json& params) {
  Set set;
  BreakParameters& p = set.parameters;
  p.pretolerance = static_cast<std::int32_t>(params["pretolerance"].integer());
  p.tolerance = static_cast<std::int32_t>(params["tolerance"].integer());
  p.line_penalty = static_cast<std::int32_t>(params["linepenalty"].integer());
  p.adj_demerits = static_cast<std::int32_t>(params["adjdemerits"].integer());
  p.double_hyphen_demerits = static_cast<std::int32_t>(params["doublehyphendemerits"].integer());
  p.final_hyphen_demerits = static_cast<std::int32_t>(params["finalhyphendemerits"].integer());
  p.looseness = static_cast<std::int32_t>(params["looseness"].integer());
  set.hyphen_penalty = static_cast<std::int32_t>(params["hyphenpenalty"].integer());
  set.explicit_penalty = static_cast<std::int32_t>(params["exhyphenpenalty"].integer());
  set.hyphenation = params["hyphenation"].boolean();
  set.ragged = name.rfind("ragged/", 0) == 0;
  for (const int size : {9, 10, 11}) {
    set.emergency[size] = params["emergencystretch"][std::to_string(size)].integer();
    set.right[size] = params["rightskip_stretch"][std::to_string(size)].integer();
  }
  return set;
}

/// One recorded item list in the mode of a set.
std::vector<BreakItem> convert(const Json& list, const Set& set) {
  std::vector<BreakItem> items;
  for (const Json& entry : list.array()) {
    BreakItem item;
    const std::string& kind = entry[0].string();
    if (kind == "b") {
      item.width = entry[1].integer();
    } else if (kind == "g") {
      item.kind = ItemKind::Glue;
      item.width = entry[1].integer();
      item.stretch = set.ragged ? 0 : entry[2].integer();
      item.shrink = set.ragged ? 0 : entry[3].integer();
    } else if (kind == "p") {
      item.kind = ItemKind::Penalty;
      item.penalty = static_cast<std::int32_t>(entry[1].integer());
    } else {
      const bool hyphenation = entry[1].string() == "h";
      item.width = entry[4].integer();
      if (!hyphenation || set.hyphenation) {
        item.kind = ItemKind::Discretionary;
        item.hyphenation = hyphenation;
        item.penalty = hyphenation ? set.hyphen_penalty : set.explicit_penalty;
        item.pre = entry[2].integer();
        item.post = entry[3].integer();
      }
    }
    items.push_back(item);
  }
  return items;
}

std::string recording() {
  const char* named = std::getenv("TEX_LINEBREAKS");
  return named != nullptr ? named : broadside::test::source_dir() + "/tests/data/tex-linebreaks";
}

TEST(TexLinebreaks, EveryRecordedBreakAndItsDemerits) {
  const std::string folder = recording();
  std::map<std::tuple<std::string, std::string, int>, Json> lists;
  std::ifstream paragraphs(folder + "/paragraphs.jsonl"), cases(folder + "/cases.jsonl");
  ASSERT_TRUE(paragraphs && cases) << folder;
  for (std::string line; std::getline(paragraphs, line);) {
    Json entry = Json::parse(line);
    if (!entry.has("items")) continue;
    lists[{entry["p"].string(), entry["font"].string(), static_cast<int>(entry["size"].integer())}] = entry["items"];
  }

  std::map<std::string, Set> sets;
  int shown = 0;
  for (std::string line; std::getline(cases, line);) {
    const Json entry = Json::parse(line);
    const std::string& name = entry["set"].string();
    if (entry.has("params")) {
      sets[name] = read_set(name, entry["params"]);
      continue;
    }
    if (!entry.has("breaks")) continue;
    Set& set = sets.at(name);
    const int size = static_cast<int>(entry["size"].integer());
    BreakParameters parameters = set.parameters;
    parameters.emergency_stretch = set.emergency[size];
    parameters.right_stretch = set.right[size];
    const auto list = lists.find({entry["p"].string(), entry["font"].string(), size});
    ASSERT_NE(list, lists.end()) << line;
    const std::vector<BreakItem> items = convert(list->second, set);
    const ItemBreaks found = break_items(items, entry["width"].integer() * 65536, parameters);
    std::vector<std::uint32_t> expected;
    for (const Json& end : entry["breaks"].array()) expected.push_back(static_cast<std::uint32_t>(end.integer()));
    const bool equal = found.ends == expected && found.demerits == entry["demerits"].integer() &&
                       found.pass == entry["pass"].integer() && found.overfull == entry.has("overfull");
    ++set.cases;
    if (equal) ++set.agreed;
    if (!equal && shown++ < 500) {
      ADD_FAILURE() << line.substr(0, 400) << "\nfound pass " << found.pass << ", demerits " << found.demerits
                    << ", breaks " << ::testing::PrintToString(found.ends);
    }
  }
  int total = 0;
  for (const auto& [name, set] : sets) {
    if (set.cases == 0) continue;
    std::cout << name << ": agreement: " << set.agreed << " of " << set.cases << '\n';
    EXPECT_EQ(set.agreed, set.cases) << name;
    total += set.cases;
  }
  EXPECT_GE(total, 1900);
}

/// The recorded fonts: one is shipped, the other is Debian's fonts-lato.
struct Font {
  std::string family;
  const font::Library* library = nullptr;
};

const font::Library& lato() {
  static const font::Library* const library = [] {
    auto* made = new font::Library;
    made->add_folder("/usr/share/fonts/truetype/lato");
    return made;
  }();
  return *library;
}

Hyphenator& patterns() {
  static Hyphenator shared(
      [](const std::string& name) {
        std::ifstream file(broadside::test::source_dir() + "/hyphenation/" + name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
      },
      Capitals::Divide);
  return shared;
}

std::string printed(const Line& line) {
  std::string text = test::line_text(line);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (text.ends_with("\u00AD")) text.replace(text.size() - 2, 2, "-");
  return text;
}

/// From text and font file to lines, with our shaper, hyphenation, break opportunities and widths. Glyph widths are
/// rounded at other places than TeX's, so a case in a thousand may differ; a hyphen before a digit ("Part-66") is no
/// break for us.
TEST(TexLinebreaks, TextAndFontGiveTheRecordedLines) {
  const std::string folder = recording();
  const std::map<std::string, Font> fonts = {{"ebgaramond", {"EB Garamond", &test::shipped_fonts()}},
                                             {"lato", {"Lato", &lato()}}};
  ASSERT_NE(lato().match("Lato", 400, false), font::kNoFace) << "install fonts-lato";
  std::map<std::string, std::string> texts;
  std::map<std::string, Set> sets;
  std::map<std::tuple<std::string, std::string, bool>, std::shared_ptr<const ShapedText>> shaped;
  std::map<std::string, std::pair<int, int>> table;  // by font and set: lines that are equal, and all
  std::ifstream paragraphs(folder + "/paragraphs.jsonl"), cases(folder + "/cases.jsonl");
  for (std::string line; std::getline(paragraphs, line);) {
    Json entry = Json::parse(line);
    if (entry.has("text")) texts[entry["p"].string()] = entry["text"].string();
  }
  int shown = 0;
  for (std::string line; std::getline(cases, line);) {
    const Json entry = Json::parse(line);
    const std::string& name = entry["set"].string();
    if (entry.has("params")) sets[name] = read_set(name, entry["params"]);
    if (!entry.has("breaks") || entry.has("overfull") || entry.has("tie") || entry.has("fragile")) continue;
    const Set& set = sets.at(name);
    const Font& font = fonts.at(entry["font"].string());
    const int size = static_cast<int>(entry["size"].integer());
    const Length measure = Length::from_pt(static_cast<double>(entry["width"].integer()));
    BreakParameters parameters = set.parameters;
    parameters.emergency_stretch = set.emergency.at(size);
    parameters.right_stretch = set.right.at(size);
    TextStyle style;
    style.font.family = font.family;
    style.size = Length::from_pt(size);
    const std::vector<TextStyle> styles = {style};
    const bool divided = set.hyphenation && !set.ragged;
    std::shared_ptr<const ShapedText>& text = shaped[{entry["p"].string(), font.family, divided}];
    if (!text) {
      Diagnostics diagnostics;
      StyledText given = test::styled({{texts.at(entry["p"].string()), 0}}, "en-US");
      given.hyphenate = divided;
      text = shape(given, styles, *font.library, diagnostics, divided ? &patterns() : nullptr);
    }
    const Measurer measurer(*text, styles);
    std::vector<BreakItem> items;
    for (std::size_t i = 0; i < text->items.size(); ++i) {
      items.push_back(measurer.item(i, set.ragged));
      if (items.back().hyphenation) items.back().penalty = set.hyphen_penalty;
    }
    Breaks breaks;
    breaks.ends = break_items(items, measure.raw, parameters).ends;
    const std::vector<Line> built = build_lines(*text, breaks, styles, measure, {});
    const std::vector<Json>& expected = entry["lines"].array();
    auto& [equal, all] = table[font.family + ", " + name];
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ++all;
      const std::string found = i < built.size() ? printed(built[i]) : "";
      if (found == expected[i].string()) {
        ++equal;
      } else if (shown++ < 500) {
        std::cout << font.family << ", " << name << ", " << entry["width"].integer() << " pt: " << expected[i].string()
                  << " | " << found << '\n';
      }
    }
  }
  int lines = 0, equal_lines = 0;
  for (const auto& [what, count] : table) {
    std::cout << "text and font, " << what << ": agreement: " << count.first << " of " << count.second << " lines\n";
    equal_lines += count.first;
    lines += count.second;
  }
  std::cout << "text and font: agreement: " << equal_lines << " of " << lines << " lines\n";
  EXPECT_GT(lines, 6500);
  EXPECT_GE(equal_lines * 1000, lines * 995);
}

/// Words as they stand between glue, each with its kerns and ligatures, undivided.
std::vector<std::int64_t> word_widths(const std::vector<BreakItem>& items) {
  std::vector<std::int64_t> out;
  bool inside = false;
  for (const BreakItem& item : items) {
    if (item.kind == ItemKind::Glue) inside = false;
    if (item.kind != ItemKind::Box && item.kind != ItemKind::Discretionary) continue;
    if (!inside) out.push_back(0);
    inside = true;
    out.back() += item.width;
  }
  return out;
}

/// The shaper alone: a word is as wide as TeX's to within the rounding of its glyphs and kerns to scaled points.
TEST(TexLinebreaks, WordsAreAsWideAsRecorded) {
  const std::map<std::string, Font> fonts = {{"ebgaramond", {"EB Garamond", &test::shipped_fonts()}},
                                             {"lato", {"Lato", &lato()}}};
  std::map<std::string, std::string> texts;
  std::map<std::pair<std::string, std::string>, std::shared_ptr<const ShapedText>> shaped;
  std::ifstream paragraphs(recording() + "/paragraphs.jsonl");
  int words = 0, shown = 0;
  std::int64_t worst = 0;
  for (std::string line; std::getline(paragraphs, line);) {
    const Json entry = Json::parse(line);
    if (entry.has("text")) texts[entry["p"].string()] = entry["text"].string();
    if (!entry.has("items")) continue;
    const Font& font = fonts.at(entry["font"].string());
    TextStyle style;
    style.font.family = font.family;
    style.size = Length::from_pt(static_cast<double>(entry["size"].integer()));
    const std::vector<TextStyle> styles = {style};
    std::shared_ptr<const ShapedText>& text = shaped[{entry["p"].string(), font.family}];
    if (!text) {
      Diagnostics diagnostics;
      const StyledText given = test::styled({{texts.at(entry["p"].string()), 0}}, "en-US");
      text = shape(given, styles, *font.library, diagnostics, nullptr);
    }
    const Measurer measurer(*text, styles);
    std::vector<BreakItem> items;
    for (std::size_t i = 0; i < text->items.size(); ++i) items.push_back(measurer.item(i, false));
    const std::vector<std::int64_t> ours = word_widths(items), recorded = word_widths(convert(entry["items"], {}));
    ASSERT_EQ(ours.size(), recorded.size()) << entry["p"].string();
    for (std::size_t i = 0; i < ours.size(); ++i) {
      const std::int64_t apart = std::abs(ours[i] - recorded[i]);
      ++words;
      worst = std::max(worst, apart);
      if (apart > 4 && shown++ < 10) {
        ADD_FAILURE() << entry["p"].string() << ", " << font.family << ", word " << i << ": " << ours[i]
                      << ", recorded " << recorded[i];
      }
    }
  }
  std::cout << "widths of " << words << " words, at most " << worst << " sp apart\n";
  EXPECT_GT(words, 4000);
}

}  // namespace
}  // namespace broadside::text
