// SPDX-License-Identifier: MIT
// Focus and postings: which words count, for what, and how much.
#include "fit/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fit/fit.h"
#include "support/pipeline.h"

namespace broadside::fit {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

constexpr const char* kText = R"(
person: {name: Ada}
sections:
  - title: Work
    entries:
      - title: Programmer
        tags: [cuda]
        highlights:
          - {text: Wrote kernels in C++, short: Wrote kernels}
          - Trained networks for machine learning
      - title: Gardener
        highlights:
          - Grew Roses in three gardens
          - {text: Built a pond with pumps and neural networks, short: Built a pond}
  - title: Skills
    keywords: [{name: Fields, keywords: [Machine learning, Rose growing]}]
)";

class Terms : public testing::Test, protected test::Pipeline {
 protected:
  Terms() : resume(read_resume(kText).value_or(resume::Resume{})), spec(classic()) {
    composition = flow::compose(resume, layout::tighten(*spec, 0), typesetter, flow::ShortForms::Compose, diagnostics);
    items = fit::items(composition);
  }
  const Item& item(const std::string& start) const {
    for (const Item& one : items) {
      if (one.path.ends_with(start)) return one;
    }
    ADD_FAILURE() << start;
    return items.front();
  }
  resume::Resume resume;
  std::shared_ptr<const layout::Spec> spec;
  flow::Composition composition;
  std::vector<Item> items;
};

std::vector<std::string> folded(const std::string& text) {
  std::vector<std::string> out;
  for (const FoldedWord& word : folded_words(text, "en-US")) out.push_back(word.folded);
  return out;
}

TEST(FoldedWords, ForgetCaseAndPlainPlurals) {
  EXPECT_THAT(folded("Networks, ENTRIES; boxes & classes of Status analysis"),
              ElementsAre("network", "entry", "box", "class", "of", "status", "analysis"));
  EXPECT_THAT(folded("C++/C# and Straße"), ElementsAre("c++", "c#", "and", "straße"));
}

TEST_F(Terms, FocusCountsByTagsWithAllBelowAndByOwnWords) {
  const std::vector<Item> before = items;
  EXPECT_THAT(add_focus(items, {"CUDA", "pump", "zeppelin"}, "en-US"), ElementsAre("zeppelin"));
  EXPECT_EQ(item("Wrote kernels in C++").bonus, kFocusBonus);
  EXPECT_EQ(item("Wrote kernels in C++").short_bonus, kFocusBonus);
  EXPECT_EQ(item("Programmer").value, 1 + kFocusBonus);
  EXPECT_EQ(item("Gardener").bonus, 0);
  EXPECT_EQ(item("Grew Roses in three gardens").bonus, 0);
  EXPECT_EQ(item("Built a pond with pumps and neural networks").bonus, kFocusBonus);
  EXPECT_EQ(item("Built a pond with pumps and neural networks").short_bonus, 0);
  EXPECT_EQ(item("Work").value, 0);
  for (std::size_t i = 0; i < items.size(); ++i) EXPECT_EQ(items[i].value, before[i].value + items[i].bonus);
}

TEST_F(Terms, APostingRaisesWhatCarriesItsTerms) {
  Posting posting("We are looking for experience in Machine Learning, C++ and the network. No horses, horse!", items,
                  resume, "en-US");
  posting.add_bonuses(items);
  // "network", "machine", "learning" and the skill of two words: no more than three count.
  EXPECT_EQ(item("Trained networks for machine learning").bonus, kMostTermBonus);
  EXPECT_EQ(item("Wrote kernels in C++").bonus, kTermBonus);
  EXPECT_EQ(item("Wrote kernels in C++").short_bonus, 0);
  EXPECT_EQ(item("Grew Roses in three gardens").bonus, 0);

  std::vector<knapsack::Shown> shown(items.size(), knapsack::Shown::Full);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].path.ends_with("C++")) shown[i] = knapsack::Shown::Short;
  }
  std::vector<std::string> on_page, left_out, missing;
  for (const Term& term : posting.terms(items, shown)) {
    (term.place == Term::Place::Shown     ? on_page
     : term.place == Term::Place::LeftOut ? left_out
                                          : missing)
        .push_back(term.text);
  }
  EXPECT_THAT(on_page, IsSupersetOf({"Machine learning", "network"}));
  EXPECT_THAT(left_out, ElementsAre("C++"));
  EXPECT_THAT(missing, ElementsAre("horses"));
}

TEST_F(Terms, FocusAndPostingDecideWhatTheOnePageShows) {
  std::string text = "person: {name: Ada}\nsections:\n  - title: Work\n    highlights:\n";
  for (int i = 0; i < 40; ++i) {
    text += "      - Thing number " + std::to_string(i) + (i % 2 == 0 ? " with lathes" : " with pumps") + "\n";
  }
  const auto many = read_resume(text);
  const auto small = classic(420);
  const auto count = [&](const std::vector<std::string>& focus, const std::string& posting, const std::string& word) {
    resume::Variant variant;
    variant.name = "v";
    variant.pages = 1;
    variant.focus = focus;
    Options options;
    options.posting = posting;
    const auto fitted = fit(*many, variant, *small, typesetter, diagnostics, options);
    EXPECT_TRUE(fitted);
    int left = 0;
    for (const Left& one : fitted->report.left) left += one.what.find(word) != std::string::npos ? 1 : 0;
    return 20 - left;
  };
  EXPECT_EQ(count({"lathe"}, "", "lathes"), 20);
  EXPECT_EQ(count({"pumps"}, "", "pumps"), 20);
  EXPECT_LT(count({"pumps"}, "", "lathes"), 20);
  // Carried by half of all things: says nothing about any of them.
  EXPECT_EQ(count({}, "Lathes wanted", "lathes"), count({}, "", "lathes"));
  EXPECT_EQ(count({}, "Number 39", "number 39"), count({}, "", "number 39"));
}

}  // namespace
}  // namespace broadside::fit
