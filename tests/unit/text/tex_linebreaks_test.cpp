// SPDX-License-Identifier: MIT
// The breaker against breaks recorded from TeX (tests/data/tex-linebreaks): every break and every total of demerits
// must be TeX's. TEX_LINEBREAKS names another folder of the same format (the full recording).
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "shaping/json.h"
#include "text/break_items.h"

namespace broadside::text {
namespace {

using test::Json;

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

TEST(TexLinebreaks, EveryRecordedBreakAndItsDemerits) {
  const char* named = std::getenv("TEX_LINEBREAKS");
  const std::string folder = named != nullptr ? named : SOURCE_DIR "/tests/data/tex-linebreaks";
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
    if (!equal && shown++ < 10) {
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

}  // namespace
}  // namespace broadside::text
