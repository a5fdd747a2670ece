// SPDX-License-Identifier: MIT
// Variants: sizes, names of files, the order of sections, another language.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resume/select.h"
#include "unit/resume/load.h"

namespace broadside::resume {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Loaded load_variants(const std::string& variants) {
  return load(
      "person: {name: 'Ada King/Lovelace'}\nsections:\n" +
      std::string("  - {title: Work, text: a}\n  - {title: Education, text: b}\n  - {title: Papers, text: c}\n") +
      "variants: {" + variants + "}\n");
}

std::vector<std::string> titles(const Resume& resume) {
  std::vector<std::string> out;
  for (const Section& section : resume.sections) out.push_back(section.title.text);
  return out;
}

TEST(Variants, OutputTakesPlaceholdersAndGetsItsEnding) {
  const Loaded loaded = load_variants("v: {output: '{name} - {variant}'}, w: {output: w.pdf}");
  ASSERT_TRUE(loaded.resume) << loaded.report();
  EXPECT_EQ(loaded.resume->variants[2].output, "Ada King-Lovelace - v.pdf");
  EXPECT_EQ(loaded.resume->variants[3].output, "w.pdf");
}

TEST(Variants, TwoThatWouldShareAFileAreRefused) {
  const Loaded loaded = load_variants("v: {output: 'cv {variant}'}, w: {output: cv v.pdf}");
  EXPECT_FALSE(loaded.resume);
  EXPECT_THAT(loaded.report(), HasSubstr("two variants would write 'cv v.pdf'"));
}

TEST(Variants, OrderPutsSectionsFirstAndLeavesTheRest) {
  const Loaded loaded = load_variants("v: {order: [papers, Education]}, w: {order: Papers}");
  ASSERT_TRUE(loaded.resume) << loaded.report();
  EXPECT_THAT(titles(select(*loaded.resume, loaded.resume->variants[2])), ElementsAre("Papers", "Education", "Work"));
  EXPECT_THAT(titles(select(*loaded.resume, loaded.resume->variants[3])), ElementsAre("Papers", "Work", "Education"));
  EXPECT_THAT(titles(select(*loaded.resume, loaded.resume->variants[0])), ElementsAre("Work", "Education", "Papers"));
}

TEST(Variants, OrderWarnsOfSectionsThatAreNotThere) {
  const Loaded loaded = load_variants("v: {order: [Paper]}");
  EXPECT_THAT(loaded.report(), HasSubstr("'order' names 'Paper', but nothing here is called that"));
}

TEST(Variants, MinSizeIsInPoints) {
  const Loaded loaded = load_variants("v: {min-size: 9.5pt}, w: {min-size: 10}");
  ASSERT_TRUE(loaded.resume) << loaded.report();
  EXPECT_EQ(loaded.resume->variants[2].min_size, Length::from_pt(9.5));
  EXPECT_EQ(loaded.resume->variants[3].min_size, Length::from_pt(10));
  EXPECT_EQ(loaded.resume->variants[0].min_size, std::nullopt);
  for (const char* bad : {"small", "9mm", "3pt", "25pt", "9pt x", "nan", "-9pt"}) {
    const Loaded refused = load_variants(std::string("v: {min-size: '") + bad + "'}");
    EXPECT_FALSE(refused.resume) << bad;
    EXPECT_THAT(refused.report(), HasSubstr("is not a size of type from 4pt to 24pt")) << bad;
  }
}

TEST(Variants, LocaleIsThatOfTheVariantOnly) {
  const Loaded loaded = load_variants("v: {locale: de_DE}");
  ASSERT_TRUE(loaded.resume) << loaded.report();
  EXPECT_EQ(select(*loaded.resume, loaded.resume->variants[2]).locale, "de-DE");
  EXPECT_EQ(select(*loaded.resume, loaded.resume->variants[0]).locale, "en-US");
  EXPECT_THAT(load_variants("v: {locale: xx-YY}").report(), HasSubstr("is not a known language"));
}

}  // namespace
}  // namespace broadside::resume
