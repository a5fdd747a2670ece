// SPDX-License-Identifier: MIT
// The fit on the project's own résumé: what the solver predicts is what the flow lays out.
#include "fit/fit.h"

#include <gtest/gtest.h>

#include "fit/items.h"
#include "support/paths.h"
#include "support/pipeline.h"

namespace broadside::fit {
namespace {

class Fit : public testing::Test, protected test::Pipeline {
 protected:
  static resume::Variant one_page() {
    resume::Variant variant;
    variant.name = "one-page";
    variant.pages = 1;
    return variant;
  }
  // Heights of the content as the flow sets what the fit has chosen, and how many pages it takes.
  std::pair<Length, std::size_t> laid_out(const resume::Resume& resume, const layout::Spec& spec,
                                          const Fitted& fitted) {
    const resume::Resume shown = resume::select(resume, one_page(), fitted.choice);
    const flow::Setting setting(layout::tighten(spec, fitted.report.step), fonts);
    const flow::Composition composition =
        flow::compose(shown, setting.layout(), typesetter, flow::ShortForms::Leave, diagnostics);
    const flow::Pages pages = flow::paginate(composition, setting, 1);
    EXPECT_FALSE(pages.overfull);
    Length sum;
    for (const flow::FlowPages& flow : pages.flows) sum += flow::total_height(flow.list);
    return {sum, pages.count};
  }
};

TEST_F(Fit, PredictedHeightIsTheLaidOutOneAndMoreRoomIsNeverWorse) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  ASSERT_TRUE(resume);
  int last = -1'000;
  int different = 0;
  for (int height = 560; height <= 2600; height += 60) {
    const auto spec = classic(height);
    ASSERT_TRUE(spec) << height;
    const auto fitted = fit(*resume, one_page(), *spec, typesetter, diagnostics);
    ASSERT_TRUE(fitted) << height;
    const auto [laid, pages] = laid_out(*resume, *spec, *fitted);
    EXPECT_EQ(fitted->report.used.raw, laid.raw) << height;
    EXPECT_EQ(pages, 1U) << height;
    EXPECT_LE(fitted->report.used, fitted->report.capacity) << height;
    EXPECT_TRUE(fitted->report.exact) << height;
    const int objective = fitted->report.value - fitted->report.price;
    EXPECT_GE(objective, last) << height;
    different += objective != last ? 1 : 0;
    last = objective;
  }
  EXPECT_GT(different, 10);
}

TEST_F(Fit, EverythingOnALargePageIsSetLoosest) {
  const auto resume = read_resume(test::slurp(test::source_dir() + "/resume.yaml"));
  const auto spec = classic(3000);
  ASSERT_TRUE(resume && spec);
  const auto fitted = fit(*resume, one_page(), *spec, typesetter, diagnostics);
  ASSERT_TRUE(fitted);
  EXPECT_EQ(fitted->report.step, 0);
  EXPECT_TRUE(fitted->report.left.empty());
  EXPECT_EQ(fitted->report.value, fitted->report.total);
}

TEST_F(Fit, PinsThatDoNotFitAreNamed) {
  std::string text = "person: {name: Ada}\nsections:\n  - title: Work\n    entries:\n";
  for (int i = 0; i < 60; ++i) {
    text += "      - {title: Job " + std::to_string(i) + ", keep: always, highlights: [One thing, another]}\n";
  }
  const auto resume = read_resume(text);
  const auto spec = classic();
  ASSERT_TRUE(resume && spec);
  EXPECT_FALSE(fit(*resume, one_page(), *spec, typesetter, diagnostics));
  ASSERT_EQ(diagnostics.error_count(), 1U);
  const Diagnostic& error = diagnostics.list().back();
  EXPECT_EQ(error.code, "fit-pins");
  EXPECT_NE(error.message.find("pt are missing at the tightest setting"), std::string::npos) << error.message;
  EXPECT_GT(error.hints.size(), 1U);
  EXPECT_NE(error.hints[1].text.find("Work > Job"), std::string::npos) << error.hints[1].text;
}

TEST_F(Fit, ABareTitleNeedsLeaveWhereBulletsWereWritten) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "ten thousand things ";
  const std::string head = "person: {name: Ada}\nsections:\n  - title: Work\n    entries:\n      - title: Job\n";
  const auto bare_titles = [&](const std::string& leave) {
    const auto resume = read_resume(head + leave + "        highlights: [" + words + "]\n");
    int count = 0;
    for (int height = 160; height < 500; height += 10) {
      const auto spec = classic(height);
      const auto fitted = fit(*resume, one_page(), *spec, typesetter, diagnostics);
      if (!fitted) continue;
      for (const Left& left : fitted->report.left) count += left.what.starts_with("Work > Job > ") ? 1 : 0;
    }
    return count;
  };
  EXPECT_EQ(bare_titles(""), 0);
  EXPECT_GT(bare_titles("        at-least: 0\n"), 0);
}

TEST(Values, GrowWithPriorityAndShortIsLess) {
  for (int priority = 2; priority <= 5; ++priority) {
    EXPECT_GT(value_of(priority), value_of(priority - 1));
    EXPECT_LE(short_value_of(priority), value_of(priority));
    EXPECT_GE(short_value_of(priority), 1);
  }
}

}  // namespace
}  // namespace broadside::fit
