// SPDX-License-Identifier: MIT
// What the report says of a page is what happens when the file is changed accordingly.
#include "fit/explain.h"

#include <gtest/gtest.h>

#include "fit/fit.h"
#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::fit {
namespace {

class Explain : public testing::Test, protected test::Pipeline {
 protected:
  static resume::Variant one_page() {
    resume::Variant variant;
    variant.name = "one-page";
    variant.pages = 1;
    return variant;
  }
  Report report(const std::string& text, const layout::Spec& spec, const resume::Variant& variant = one_page()) {
    const auto resume = read_resume(text);
    EXPECT_TRUE(resume);
    Options options;
    options.explain = true;
    const auto fitted = fit(*resume, variant, spec, typesetter, diagnostics, options);
    EXPECT_TRUE(fitted);
    return fitted ? fitted->report : Report{};
  }
  // Six jobs whose worth grows; `extra` goes into that of this number.
  static std::string jobs(int number = -1, const std::string& extra = "") {
    std::string text = "person: {name: Ada}\nsections:\n  - title: Work\n    entries:\n";
    const int priorities[] = {3, 1, 4, 2, 5, 2};
    for (int i = 0; i < 6; ++i) {
      const bool own = i == number && extra.starts_with("priority");
      text += "      - {title: Job " + std::to_string(i);
      if (!own) text += ", priority: " + std::to_string(priorities[i]);
      if (i == number) text += ", " + extra;
      text += ", summary: \"" + std::string(static_cast<std::size_t>(i % 3 + 1) * 90, 'x') + "\"}\n";
    }
    return text;
  }
  static const Left* find(const Report& report, const std::string& what) {
    for (const Left& left : report.left) {
      if (left.what == what) return &left;
    }
    return nullptr;
  }
};

TEST_F(Explain, APinCostsWhatTheReportSays) {
  int ways = 0;
  for (int height = 200; height <= 330; height += 10) {
    const auto spec = classic(height);
    const Report before = report(jobs(), *spec);
    for (int i = 0; i < 6; ++i) {
      const std::string name = "Work > Job " + std::to_string(i);
      const Left* left = find(before, name);
      if (left == nullptr || left->show != resume::Show::Hidden) continue;
      ASSERT_TRUE(left->asked);
      if (!left->way) continue;
      const Report after = report(jobs(i, "keep: always"), *spec);
      EXPECT_EQ(before.value - before.price - left->way->cost, after.value - after.price) << height << name;
      EXPECT_EQ(left->way->step, after.step) << height << name;
      EXPECT_EQ(find(after, name), nullptr);
      for (const Change& gone : left->way->lost) EXPECT_NE(find(after, gone.what), nullptr) << gone.what;
      ++ways;
    }
  }
  EXPECT_GT(ways, 10);
}

TEST_F(Explain, ThePriorityIsTheLowestThatBringsItBack) {
  int known = 0;
  for (int height = 200; height <= 330; height += 10) {
    const auto spec = classic(height);
    const Report before = report(jobs(), *spec);
    for (int i = 0; i < 6; ++i) {
      const std::string name = "Work > Job " + std::to_string(i);
      const Left* left = find(before, name);
      if (left == nullptr || left->show != resume::Show::Hidden || !left->way) continue;
      const int first = left->way->priority.value_or(6);
      for (int priority = left->priority + 1; priority <= 5; ++priority) {
        const Report after = report(jobs(i, "priority: " + std::to_string(priority)), *spec);
        if (priority <= first) {
          EXPECT_EQ(find(after, name) == nullptr, priority == first) << height << name << priority;
        }
      }
      known += left->way->priority ? 1 : 0;
    }
  }
  EXPECT_GT(known, 5);
}

// A contact with a priority of its own is left out only for something that is worth more, and the report says what.
TEST_F(Explain, AContactComesBackAtWhatTheReportSays) {
  const auto text = [](const std::string& own) {
    std::string out = "person: {name: Ada, profiles: [";
    for (int i = 0; i < 3; ++i) {
      out += "{network: GitHub, username: a-name-that-is-rather-long-" + std::to_string(i);
      if (i == 2) out += ", " + own;
      out += "}, ";
    }
    out += "]}\nsections:\n  - title: Work\n    highlights:\n";
    for (int i = 0; i < 12; ++i) out += "      - {text: Thing " + std::to_string(i) + ", priority: 4}\n";
    return out;
  };
  const std::string name = "Contacts > GitHub a-name-that-is-rather-long-2";
  int ways = 0, priorities = 0;
  for (int height = 200; height <= 330; height += 5) {
    SCOPED_TRACE(height);
    const auto spec = classic(height);
    const Report before = report(text("priority: 1"), *spec);
    const Left* left = find(before, name);
    if (left == nullptr) continue;
    EXPECT_GT(left->height, Length{});
    ASSERT_TRUE(left->way);
    const Report pinned = report(text("priority: 1, keep: always"), *spec);
    EXPECT_EQ(find(pinned, name), nullptr);
    // A pinned contact is no longer weighed: its worth of 1 is not in the sum.
    EXPECT_EQ(before.value - before.price - left->way->cost, pinned.value - pinned.price + value_of(1));
    ++ways;
    if (!left->way->priority) continue;
    const int first = *left->way->priority;
    EXPECT_EQ(find(report(text("priority: " + std::to_string(first)), *spec), name), nullptr);
    if (first > 2) {
      EXPECT_NE(find(report(text("priority: " + std::to_string(first - 1)), *spec), name), nullptr);
    }
    ++priorities;
  }
  EXPECT_GT(ways, 0);
  EXPECT_GT(priorities, 0);
}

TEST_F(Explain, TheCertificateCoversEveryStep) {
  const std::string text = test::slurp(test::source_dir() + "/resume.yaml");
  int skipped = 0;
  for (const int height : {600, 842, 1200, 1700, 2600}) {
    const auto spec = classic(height);
    const Report told = report(text, *spec);
    ASSERT_EQ(static_cast<int>(told.tried.size()), told.steps + 1);
    int bound = -1'000;
    for (std::size_t i = 0; i < told.tried.size(); ++i) {
      const Tried& tried = told.tried[i];
      EXPECT_EQ(tried.step, static_cast<int>(i));
      // Nothing that is known of any step allows a better page.
      if (tried.outcome != Tried::Outcome::PinsDoNotFit) bound = std::max(bound, tried.bound - tried.price);
      skipped += tried.outcome == Tried::Outcome::Skipped ? 1 : 0;
    }
    EXPECT_TRUE(told.exact);
    EXPECT_EQ(told.bound, told.value - told.price);
    EXPECT_EQ(bound, told.bound);
    EXPECT_GT(told.states, 0U);
  }
  EXPECT_GT(skipped, 0);
}

TEST_F(Explain, TheTightestPageIsTheBestOfItsStep) {
  const std::string text = test::slurp(test::source_dir() + "/resume.yaml");
  const auto spec = classic(1500);
  const Report told = report(text, *spec);
  ASSERT_LT(told.step, told.tightest_step);
  int gained = 0;
  for (const Change& change : told.tightest) gained += change.value;
  EXPECT_GE(gained, 0);
  // Its worth less its price is no better than that of the page taken.
  const int price = told.tried[static_cast<std::size_t>(told.tightest_step)].price;
  EXPECT_LE(told.value + gained - price, told.value - told.price);
}

TEST_F(Explain, MinSizeForbidsSmallerType) {
  resume::Variant variant = one_page();
  variant.min_size = Length::from_pt(9.9);
  const std::string text = test::slurp(test::source_dir() + "/resume.yaml");
  const auto spec = classic();
  const Report told = report(text, *spec, variant);
  EXPECT_EQ(told.tried.back().outcome, Tried::Outcome::TooSmall);
  EXPECT_LT(told.step, told.steps);
  const layout::Layout loosest = layout::tighten(*spec, 0), used = layout::tighten(*spec, told.step);
  for (std::size_t i = 0; i < used.styles.size(); ++i) {
    EXPECT_GE(used.styles[i].size, min(loosest.styles[i].size, *variant.min_size)) << used.styles[i].name;
  }
}

}  // namespace
}  // namespace broadside::fit
