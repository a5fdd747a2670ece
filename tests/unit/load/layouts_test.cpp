// SPDX-License-Identifier: MIT
// Which layout a variant gets, and that variants with the same wishes share what was read.
#include "load/layouts.h"

#include <gtest/gtest.h>

#include "layout/spec.h"
#include "support/paths.h"

namespace broadside::load {
namespace {

class Layouts : public testing::Test {
 protected:
  std::shared_ptr<const layout::Spec> read(const resume::Variant& variant, const LayoutWish& wish = {}) {
    return layouts.read(resume, variant, wish, sources, diagnostics);
  }
  static resume::Variant variant(std::string layout, std::vector<resume::Setting> set = {}) {
    resume::Variant out;
    out.layout = std::move(layout);
    out.set = std::move(set);
    return out;
  }

  load::Layouts layouts{test::source_dir() + "/layouts", test::source_dir() + "/examples"};
  resume::Resume resume;
  Sources sources;
  Diagnostics diagnostics;
};

TEST_F(Layouts, TheCommandLineWinsOverTheVariantAndTheVariantOverTheResume) {
  resume.layout.use = "classic";
  const auto own = read(variant(""));
  const auto of_variant = read(variant("sidebar"));
  const auto of_command_line = read(variant("sidebar"), {"classic", {}});
  ASSERT_TRUE(own && of_variant && of_command_line);
  EXPECT_EQ(own->base.name, "classic");
  EXPECT_EQ(of_variant->base.name, "sidebar");
  EXPECT_EQ(of_command_line->base.name, "classic");
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Layouts, AreReadOnceForTheSameWishes) {
  const auto first = read(variant("classic"));
  EXPECT_EQ(read(variant("classic")), first);
  EXPECT_NE(read(variant("classic", {{"page.size", "letter", {}}})), first);
}

TEST_F(Layouts, OneThatIsNotThereIsAnErrorThatNamesThoseThatAre) {
  EXPECT_EQ(read(variant("clasic")), nullptr);
  EXPECT_EQ(read(variant("../layouts/classic.yaml")), nullptr);  // a résumé reaches only what lies below it
  ASSERT_EQ(diagnostics.error_count(), 2U);
  EXPECT_EQ(diagnostics.list()[0].code, "layout-not-found");
  EXPECT_NE(diagnostics.list()[0].hints[0].text.find("classic, "), std::string::npos);
  EXPECT_EQ(read(variant(""), {test::source_dir() + "/layouts/classic.yaml", {}})->base.page,
            read(variant("classic"))->base.page);
}

}  // namespace
}  // namespace broadside::load
