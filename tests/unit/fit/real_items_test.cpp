// SPDX-License-Identifier: MIT
// The whole fit against every page that could be made of small résumés, set by the real engine; and on every shipped
// layout and example, predicted heights against laid-out ones, and how full the page is.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "fit/fit.h"
#include "fit/ladder.h"
#include "knapsack_brute.h"
#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::fit {
namespace {

using knapsack::Assignment;
using knapsack::Shown;

resume::Variant on_pages(int pages) {
  resume::Variant variant;
  variant.name = "fitted";
  variant.pages = pages;
  return variant;
}
resume::Variant one_page() { return on_pages(1); }

class RealItems : public testing::Test, protected test::Pipeline {
 protected:
  Length laid_out(const resume::Resume& resume, const resume::Choice& choice, const layout::Spec& spec, int step,
                  bool& overfull, int pages_allowed = 1) {
    const resume::Resume shown = resume::select(resume, one_page(), choice);
    const flow::Setting setting(layout::tighten(spec, step), fonts);
    const flow::Composition composition =
        flow::compose(shown, setting.layout(), typesetter, flow::ShortForms::Leave, diagnostics);
    const flow::Pages pages = flow::paginate(composition, setting, static_cast<std::size_t>(pages_allowed));
    overfull = pages.overfull;
    Length sum;
    for (const flow::FlowPages& flow : pages.flows) sum += flow::total_height(flow.list);
    return sum;
  }

  /// The largest value − price of all choices that the real flow can set on so many pages.
  int best_of_all(const resume::Resume& resume, const layout::Spec& spec, Ladder& ladder, int& pages_made,
                  std::size_t pages_allowed = 1) {
    const std::vector<Item>& items = ladder.items();
    std::vector<knapsack::Item> tree(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      tree[i].parent = items[i].parent;
      if (items[i].has_short()) tree[i].brief.emplace();
    }
    const auto allowed = [&items](const Assignment& shown) {
      for (std::size_t i = 0; i < items.size(); ++i) {
        int inside = 0, children = 0;
        for (std::size_t j = i + 1; j < items.size(); ++j) {
          if (items[j].parent != static_cast<int>(i)) continue;
          ++children;
          inside += shown[j] != Shown::Hidden ? 1 : 0;
        }
        const bool pinned = items[i].id == 0 || items[i].part->meta.keep == resume::Keep::Always;
        if (pinned && shown[i] == Shown::Hidden) return false;
        const int least =
            std::max(items[i].part->meta.at_least.value_or(items[i].bulleted ? 1 : 0), items[i].heading ? 1 : 0);
        if (shown[i] == Shown::Full && inside < std::min(least, children)) return false;
      }
      return true;
    };
    int best = -1'000;
    Assignment shown(items.size(), Shown::Hidden);
    knapsack::each_assignment(tree, shown, 0, [&](const Assignment& candidate) {
      if (!allowed(candidate)) return;
      int value = 0;
      for (std::size_t i = 0; i < items.size(); ++i) {
        const int priority = items[i].part->meta.priority;
        if (items[i].id == 0 || items[i].heading || candidate[i] == Shown::Hidden) continue;
        int whole = 1;  // of an entry with bullets, in full
        for (std::size_t j = i + 1; j < end_of(items, i); ++j) whole += value_of(items[j].part->meta.priority);
        const int most = items[i].bulleted ? (3 * whole + 2) / 4 : 8;
        const int in_full = items[i].bulleted ? 1 : value_of(priority);
        value += candidate[i] == Shown::Short ? std::min(short_value_of(priority), most) : in_full;
      }
      const resume::Resume chosen = resume::select(resume, one_page(), ladder.choice_of(candidate));
      const flow::Composition composition =
          flow::compose(chosen, layout::tighten(spec, 0), typesetter, flow::ShortForms::Leave, diagnostics);
      for (int step = 0; step <= ladder.steps(); ++step) {
        const flow::Setting setting(layout::tighten(spec, step), fonts);
        const int objective = value - setting.layout().fit.price[static_cast<std::size_t>(step)];
        if (objective <= best) break;
        ++pages_made;
        if (!flow::paginate(composition, setting, pages_allowed).overfull) best = objective;
      }
    });
    return best;
  }
};

std::string random_resume(std::mt19937& random) {
  const auto below = [&random](unsigned n) { return static_cast<int>(random() % n); };
  const auto words = [&](int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += std::string(i == 0 ? "" : " ") + "word" + std::to_string(below(9));
    return out;
  };
  const auto meta = [&] {
    std::string out = ", priority: " + std::to_string(1 + below(5));
    if (below(12) == 0) out += ", keep: always";
    return out;
  };
  std::string text = "person: {name: Ada, email: ada@example.org}\nsections:\n";
  int things = 7;
  for (int section = 0; section < 2 && things > 1; ++section) {
    text += "  - title: Section " + std::to_string(section) + "\n";
    if (below(3) == 0) {
      text += "    highlights:\n";
      for (int i = 0; i < 2 && things > 0; ++i, --things)
        text += "      - {text: " + words(3 + below(40)) + meta() + "}\n";
      continue;
    }
    text += "    entries:\n";
    for (int i = 0; i < 2 && things > 0; ++i) {
      --things;
      text += "      - {title: " + words(2) + meta();
      if (below(4) == 0) text += ", short: " + words(3);
      if (const int bullets = below(3); bullets > 0 && things > 0) {
        text += ", highlights: [";
        for (int b = 0; b < bullets && things > 0; ++b, --things) {
          text += "{text: " + words(2 + below(50)) + meta() + (below(2) == 0 ? ", short: " + words(4) : "") + "},";
        }
        text += "]";
      }
      text += "}\n";
    }
  }
  return text;
}

TEST_F(RealItems, NoPageThatTheFlowCanSetIsWorthMore) {
  std::mt19937 random(11);
  int solved = 0, refused = 0, made = 0;
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    const auto resume = read_resume(random_resume(random));
    ASSERT_TRUE(resume);
    const auto spec = classic(150 + static_cast<int>(random() % 180));
    Ladder ladder(*resume, one_page(), *spec, typesetter, diagnostics);
    const int best = best_of_all(*resume, *spec, ladder, made);
    Diagnostics ignored;
    const auto fitted = fit(*resume, one_page(), *spec, typesetter, ignored);
    ASSERT_EQ(fitted.has_value(), best > -1'000);
    ++(fitted ? solved : refused);
    if (!fitted) continue;
    EXPECT_EQ(fitted->report.value - fitted->report.price, best);
    EXPECT_EQ(fitted->report.bound, best);
  }
  EXPECT_GT(solved, 40);
  EXPECT_GT(made, 3'000);
}

// Heights add up over several pages, page breaks do not: what is found goes onto the pages, no choice is worth more
// than the bound, and four times in five it is the best there is.
TEST_F(RealItems, OnTwoPagesTheBoundHoldsAndTheBestIsMostlyFound) {
  std::mt19937 random(23);
  int solved = 0, best_found = 0, proven = 0, made = 0;
  for (int round = 0; round < 50; ++round) {
    SCOPED_TRACE(round);
    const auto resume = read_resume(random_resume(random));
    ASSERT_TRUE(resume);
    const auto spec = classic(150 + static_cast<int>(random() % 50));
    Ladder ladder(*resume, on_pages(2), *spec, typesetter, diagnostics);
    const int best = best_of_all(*resume, *spec, ladder, made, 2);
    Diagnostics ignored;
    const auto fitted = fit(*resume, on_pages(2), *spec, typesetter, ignored);
    if (!fitted) continue;
    ++solved;
    bool overfull = true;
    laid_out(*resume, fitted->choice, *spec, fitted->report.step, overfull, 2);
    EXPECT_FALSE(overfull);
    const int objective = fitted->report.value - fitted->report.price;
    EXPECT_LE(objective, best);
    EXPECT_LE(best, fitted->report.bound);
    EXPECT_EQ(fitted->report.exact, objective == fitted->report.bound);
    best_found += objective == best ? 1 : 0;
    proven += fitted->report.exact ? 1 : 0;
  }
  std::printf("two pages: %d of %d are the best, %d proven; %d pages made\n", best_found, solved, proven, made);
  EXPECT_GT(solved, 40);
  EXPECT_GE(best_found * 10, solved * 8);
}

// A person with these profiles, each with its priority; 0 = none, so it always stays.
std::string person_with(const std::vector<int>& priorities) {
  std::string out = "person: {name: Ada, email: ada@example.org, profiles: [";
  for (std::size_t i = 0; i < priorities.size(); ++i) {
    out += "{network: GitHub, username: a-rather-long-name-" + std::to_string(i);
    if (priorities[i] > 0) out += ", priority: " + std::to_string(priorities[i]);
    out += "}, ";
  }
  return out + "]}\n";
}

TEST_F(RealItems, NoSetOfContactsIsWorthMore) {
  std::mt19937 random(5);
  int dropped = 0;
  for (int round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    std::string sections = random_resume(random);
    sections.erase(0, sections.find("sections:"));
    std::vector<int> priorities;
    for (int i = 0; i < 4; ++i) priorities.push_back(1 + static_cast<int>(random() % 3));
    const auto spec = classic(140 + static_cast<int>(random() % 50));
    Diagnostics ignored;
    const auto whole = read_resume(person_with(priorities) + sections);
    ASSERT_TRUE(whole);
    const auto fitted = fit(*whole, one_page(), *spec, typesetter, ignored);
    // Each set by itself, as a résumé that has no other contacts.
    std::optional<int> best;
    for (unsigned set = 0; set < 16; ++set) {
      std::vector<int> some;
      int worth = 0;
      for (unsigned i = 0; i < 4; ++i) {
        if ((set >> i & 1U) == 0) continue;
        worth += value_of(priorities[i]);
        some.push_back(static_cast<int>(i));
      }
      auto only = *whole;
      std::erase_if(only.person.contacts, [&](const resume::Contact& contact) {
        return contact.kind == resume::ContactKind::Profile && std::none_of(some.begin(), some.end(), [&](int i) {
                 return contact.url.url.ends_with(std::to_string(i));
               });
      });
      for (resume::Contact& contact : only.person.contacts) contact.meta.own_priority = false;
      const auto alone = fit(only, one_page(), *spec, typesetter, ignored);
      if (!alone) continue;
      best = std::max(best.value_or(-1'000), alone->report.value - alone->report.price + worth);
    }
    ASSERT_EQ(fitted.has_value(), best.has_value());
    if (!fitted) continue;
    EXPECT_EQ(fitted->report.value - fitted->report.price, *best);
    EXPECT_EQ(fitted->report.bound, *best);
    bool overfull = true;
    EXPECT_EQ(laid_out(*whole, fitted->choice, *spec, fitted->report.step, overfull), fitted->report.used);
    EXPECT_FALSE(overfull);
    for (const Left& left : fitted->report.left) dropped += left.what.starts_with("Contacts > ") ? 1 : 0;
  }
  EXPECT_GT(dropped, 5);
}

struct Place {
  std::string resume, layout, paper;
};

std::vector<Place> places() {
  std::vector<Place> out;
  std::vector<std::string> resumes{test::source_dir() + "/resume.yaml"}, layouts;
  for (const auto& file : std::filesystem::directory_iterator(test::source_dir() + "/examples")) {
    if (file.path().extension() == ".yaml") resumes.push_back(file.path());
  }
  for (const auto& file : std::filesystem::directory_iterator(test::source_dir() + "/layouts")) {
    if (file.path().extension() == ".yaml") layouts.push_back(file.path());
  }
  for (const std::string& resume : resumes) {
    for (const std::string& layout : layouts) {
      for (const char* paper : {"A4", "letter"}) out.push_back({resume, layout, paper});
    }
  }
  return out;
}

TEST_F(RealItems, PredictedHeightsAreLaidOutAndThePageIsFull) {
  for (const Place& place : places()) {
    SCOPED_TRACE(place.resume + " " + place.layout + " " + place.paper);
    const auto resume = read_resume(test::slurp(place.resume));
    const auto node = yaml::parse(sources, sources.add(place.layout, test::slurp(place.layout)), diagnostics);
    ASSERT_TRUE(resume && node);
    const auto spec = layout::read(*node, "layout", {{"page.size", place.paper, {}}}, diagnostics);
    ASSERT_TRUE(spec);
    const auto fitted = fit(*resume, one_page(), *spec, typesetter, diagnostics);
    ASSERT_TRUE(fitted);
    bool overfull = true;
    const Length laid = laid_out(*resume, fitted->choice, *spec, fitted->report.step, overfull);
    EXPECT_FALSE(overfull);
    EXPECT_EQ(laid.raw, fitted->report.used.raw);
    EXPECT_TRUE(fitted->report.exact);
    EXPECT_LE(fitted->report.filled, fitted->report.capacity);
    for (const FlowFill& flow : fitted->report.flows) {
      SCOPED_TRACE(flow.name);
      EXPECT_LE(flow.filled, flow.capacity);
      // Where something was left out there was enough to show.
      if (!flow.whole) {
        EXPECT_GE(flow.filled.raw * 100, flow.capacity.raw * 92);
      }
    }
  }
}

TEST_F(RealItems, MoreRoomIsNeverWorseInAnyLayout) {
  int different = 0;
  for (const Place& place : places()) {
    if (place.paper != "A4") continue;
    const auto resume = read_resume(test::slurp(place.resume));
    ASSERT_TRUE(resume) << place.resume;
    int last = -1'000;
    for (int height = 700; height <= 1300; height += 75) {
      SCOPED_TRACE(place.resume + " " + place.layout + " " + std::to_string(height));
      std::string text = test::slurp(place.layout);
      const std::string paper = "size: A4";
      text.replace(text.find(paper), paper.size(), "size: {width: 210mm, height: " + std::to_string(height) + "pt}");
      const auto spec = read_layout(text);
      ASSERT_TRUE(spec);
      const auto fitted = fit(*resume, one_page(), *spec, typesetter, diagnostics);
      ASSERT_TRUE(fitted);
      bool overfull = true;
      EXPECT_EQ(laid_out(*resume, fitted->choice, *spec, fitted->report.step, overfull), fitted->report.used);
      EXPECT_FALSE(overfull);
      const int objective = fitted->report.value - fitted->report.price;
      EXPECT_GE(objective, last);
      different += objective != last ? 1 : 0;
      last = objective;
      const auto again = fit(*resume, one_page(), *spec, typesetter, diagnostics);
      EXPECT_EQ(again->choice.show, fitted->choice.show);
    }
  }
  EXPECT_GT(different, 15);
}

TEST_F(RealItems, WithEnoughContentEveryPageIsFull) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  ASSERT_TRUE(resume);
  int full = 0;
  for (int height = 560; height <= 1900; height += 35) {
    const auto spec = classic(height);
    const auto fitted = fit(*resume, one_page(), *spec, typesetter, diagnostics);
    ASSERT_TRUE(fitted);
    if (fitted->report.left.empty()) continue;
    ++full;
    EXPECT_GE(fitted->report.filled.raw * 100, fitted->report.capacity.raw * 92) << height;
    EXPECT_LE(fitted->report.filled, fitted->report.capacity) << height;
  }
  EXPECT_GT(full, 20);
}

TEST_F(RealItems, ShortContentKeepsItsGaps) {
  const auto resume =
      read_resume("person: {name: Ada}\nsections: [{title: Work, text: Some}, {title: More, text: Words}]\n");
  const auto spec = classic();
  const auto fitted = fit(*resume, one_page(), *spec, typesetter, diagnostics);
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->report.step, 0);
  const double most = layout::tighten(*spec, 0).fit.stretch_gaps;
  EXPECT_LE(fitted->report.filled, scale(fitted->report.used, most));
  EXPECT_LT(fitted->report.filled * 4, fitted->report.capacity);
}

}  // namespace
}  // namespace broadside::fit
