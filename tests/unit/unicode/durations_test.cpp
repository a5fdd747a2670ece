// SPDX-License-Identifier: MIT
#include "unicode/durations.h"

#include <gtest/gtest.h>

namespace broadside::unicode {
namespace {

TEST(Durations, InFourteenLanguages) {
  struct Row {
    const char *locale, *long_one, *month;
  };
  // ICU 72 (CLDR 42), short width.
  const Row rows[] = {
      {"en-US", "2 yrs, 3 mths", "1 mth"},    {"zh-CN", "2年3个月", "1个月"},
      {"zh-TW", "2 年 3 個月", "1 個月"},     {"de-DE", "2 J, 3 Mon.", "1 Mon."},
      {"fr-FR", "2 ans et 3 m.", "1 m."},     {"es-ES", "2 a y 3 m.", "1 m."},
      {"pt-BR", "2 anos e 3 meses", "1 mês"}, {"it-IT", "2 anni e 3 mesi", "1 mese"},
      {"nl-NL", "2 jr, 3 mnd", "1 mnd"},      {"pl-PL", "2 lata i 3 mies.", "1 mies."},
      {"ru-RU", "2 г. 3 мес.", "1 мес."},     {"ja-JP", "2 年 3 か月", "1 か月"},
      {"ko-KR", "2년 3개월", "1개월"},        {"ar", "سنتان و٣ أشهر", "شهر"},
      {"hi-IN", "2 वर्ष, 3 माह", "1 माह"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(format_duration(27, row.locale), row.long_one) << row.locale;
    EXPECT_EQ(format_duration(1, row.locale), row.month) << row.locale;
  }
}

TEST(Durations, PartsOfWhichThereAreNoneAreLeftOut) {
  EXPECT_EQ(format_duration(12, "en"), "1 yr");
  EXPECT_EQ(format_duration(24, "en"), "2 yrs");
  EXPECT_EQ(format_duration(11, "en"), "11 mths");
  EXPECT_EQ(format_duration(13, "en"), "1 yr, 1 mth");
  EXPECT_EQ(format_duration(0, "en"), "");
  EXPECT_EQ(format_duration(-5, "en"), "");
}

TEST(Durations, AnUnknownLocaleHasSomeWords) { EXPECT_FALSE(format_duration(27, "xx-unknown").empty()); }

}  // namespace
}  // namespace broadside::unicode
