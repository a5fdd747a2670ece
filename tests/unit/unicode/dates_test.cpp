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

struct Expected {
  const char* locale;
  const char* year;
  const char* month;
  const char* day;
};

// Every language that has built-in words, in the forms in which its readers write a date.
TEST(Dates, EveryLanguageWithWordsHasItsOwnDates) {
  const Expected all[] = {
      {"en", "2022", "Oct 2022", "Oct 5, 2022"},       {"zh", "2022年", "2022年10月", "2022年10月5日"},
      {"de", "2022", "Okt. 2022", "5. Okt. 2022"},     {"fr", "2022", "oct. 2022", "5 oct. 2022"},
      {"es", "2022", "oct 2022", "5 oct 2022"},        {"pt", "2022", "out. de 2022", "5 de out. de 2022"},
      {"it", "2022", "ott 2022", "5 ott 2022"},        {"nl", "2022", "okt 2022", "5 okt 2022"},
      {"pl", "2022", "paź 2022", "5 paź 2022"},        {"ru", "2022", "окт. 2022\u202Fг.", "5 окт. 2022\u202Fг."},
      {"ja", "2022年", "2022年10月", "2022年10月5日"}, {"ko", "2022년", "2022년 10월", "2022년 10월 5일"},
      {"ar", "٢٠٢٢", "أكتوبر ٢٠٢٢", "٥ أكتوبر ٢٠٢٢"},  {"hi", "2022", "अक्तू॰ 2022", "5 अक्तू॰ 2022"}};
  for (const Expected& expected : all) {
    EXPECT_EQ(format_date(2022, 0, 0, expected.locale), expected.year) << expected.locale;
    EXPECT_EQ(format_date(2022, 10, 0, expected.locale), expected.month) << expected.locale;
    EXPECT_EQ(format_date(2022, 10, 5, expected.locale), expected.day) << expected.locale;
  }
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

TEST(BuiltInWords, OnlyWordsThatAreTheSameInBothAreEnglishElsewhere) {
  for (const char* locale : {"de", "fr", "es", "it", "pt", "nl", "pl", "ru", "zh", "ja", "ko", "ar", "hi"}) {
    EXPECT_NE(built_in(BuiltIn::Present, locale), built_in(BuiltIn::Present, "en")) << locale;
    EXPECT_NE(built_in(BuiltIn::Continued, locale), built_in(BuiltIn::Continued, "en")) << locale;
  }
}

TEST(BuiltInWords, NoneIsMissingInAnyLanguage) {
  for (const char* locale :
       {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "zh", "zh-Hant", "ja", "ko", "ar", "hi"}) {
    for (int word = 0; word < kBuiltIns; ++word) {
      EXPECT_FALSE(built_in(static_cast<BuiltIn>(word), locale).empty()) << locale << ' ' << word;
      EXPECT_FALSE(label_key(static_cast<BuiltIn>(word)).empty());
    }
  }
}

}  // namespace
}  // namespace broadside::unicode
