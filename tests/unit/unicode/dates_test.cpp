// SPDX-License-Identifier: MIT
#include "unicode/dates.h"

#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>

#include "unicode/dates_icu.h"
#include "unicode/words.h"

namespace broadside::unicode {
namespace {

TEST(Dates, TableEqualsIcu) {
  for (const char* locale : {"en", "en-US", "de", "de-DE", "fr", "fr-FR", "es", "es-ES", "zh", "zh-CN", "zh-Hans"}) {
    for (const DateWidth width : {DateWidth::Abbreviated, DateWidth::Full, DateWidth::Numeric}) {
      EXPECT_EQ(format_date(2022, 0, 0, locale, width), format_date_icu(2022, 0, 0, locale, width)) << locale;
      for (int month = 1; month <= 12; ++month) {
        EXPECT_EQ(format_date(1999, month, 0, locale, width), format_date_icu(1999, month, 0, locale, width)) << locale;
        for (const int day : {1, 9, 28}) {
          EXPECT_EQ(format_date(2024, month, day, locale, width), format_date_icu(2024, month, day, locale, width))
              << locale;
        }
      }
    }
  }
}

TEST(Dates, OrderAndWordsAreTheLocales) {
  EXPECT_EQ(format_date(2022, 7, 0, "en-US"), "Jul 2022");
  EXPECT_EQ(format_date(2022, 7, 12, "en-US"), "Jul 12, 2022");
  EXPECT_EQ(format_date(2022, 7, 12, "en-GB"), "12 Jul 2022");
  EXPECT_EQ(format_date(2022, 9, 0, "en-GB"), "Sept 2022");
  EXPECT_EQ(format_date(2022, 7, 0, "de", DateWidth::Numeric), "07.2022");
  EXPECT_EQ(format_date(2022, 7, 0, "zh"), "2022\u5E747\u6708");
  EXPECT_EQ(format_date(2022, 7, 0, "ja"), "2022\u5E747\u6708");
  EXPECT_EQ(format_date(2024, 2, 29, "nl"), "29 feb 2024");
}

TEST(Dates, WhatIsOutOfRangeIsLeftOut) {
  EXPECT_EQ(format_date(2022, 13, 1, "en"), "2022");
  EXPECT_EQ(format_date(2022, 5, 32, "en"), "May 2022");
  EXPECT_EQ(format_date(2022, 0, 5, "en"), "2022");
}

TEST(Dates, ProcessLocaleIsNeverRead) {
  ::setenv("LC_ALL", "de_DE.UTF-8", 1);
  ::setenv("LANG", "de_DE.UTF-8", 1);
  std::setlocale(LC_ALL, "");
  EXPECT_EQ(format_date(2022, 10, 0, "it"), "ott 2022");
  EXPECT_EQ(format_date_icu(2022, 10, 0, "", DateWidth::Full), format_date_icu(2022, 10, 0, "und", DateWidth::Full));
  std::setlocale(LC_ALL, "C");
}

TEST(Dates, Ranges) {
  EXPECT_EQ(format_range("2019", "2023"), "2019\u20132023");
  EXPECT_EQ(format_range("Jul 2022", "Aug 2024"), "Jul 2022 \u2013 Aug 2024");
  EXPECT_EQ(format_range("2022", "Present"), "2022 \u2013 Present");
  EXPECT_EQ(format_range("2022", "2022"), "2022");
  EXPECT_EQ(format_range("", "2022"), "2022");
  EXPECT_EQ(format_range("2022", ""), "2022");
}

TEST(BuiltInWords, AreInTheLanguageElseEnglish) {
  EXPECT_EQ(built_in(BuiltIn::Present, "en-US"), "Present");
  EXPECT_EQ(built_in(BuiltIn::Present, "de-AT"), "heute");
  EXPECT_EQ(built_in(BuiltIn::Continued, "zh-CN"), "\u7EED");
  EXPECT_EQ(built_in(BuiltIn::Continued, "zh-TW"), "\u7E8C");
  EXPECT_EQ(built_in(BuiltIn::Page, "sw"), "Page");
  EXPECT_EQ(label_key(BuiltIn::Present), "present");
}

TEST(BuiltInWords, NoneIsMissingInAnyLanguage) {
  for (const char* locale : {"en", "de", "fr", "es", "it", "pt", "nl", "zh", "zh-Hant", "ja"}) {
    for (int word = 0; word < kBuiltIns; ++word) {
      EXPECT_FALSE(built_in(static_cast<BuiltIn>(word), locale).empty()) << locale << ' ' << word;
      EXPECT_FALSE(label_key(static_cast<BuiltIn>(word)).empty());
    }
  }
}

}  // namespace
}  // namespace broadside::unicode
