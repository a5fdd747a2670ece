// SPDX-License-Identifier: MIT
#include "pdf/metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/icc.h"
#include "pdf/links.h"
#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Xmp, SaysWhatTheDocumentSays) {
  display::DocumentInfo info{"Résumé & <b>", "Ada", "about", "C++", "en-GB"};
  const std::string xmp = pdf::xmp_packet(info, {1700000000, "Broadside 1"});
  EXPECT_THAT(xmp, HasSubstr("<rdf:li xml:lang=\"x-default\">Résumé &amp; &lt;b&gt;</rdf:li>"));
  EXPECT_THAT(xmp, HasSubstr("<dc:creator><rdf:Seq><rdf:li>Ada</rdf:li></rdf:Seq></dc:creator>"));
  EXPECT_THAT(xmp, HasSubstr("<pdf:Keywords>C++</pdf:Keywords>"));
  EXPECT_THAT(xmp, HasSubstr("<pdf:Producer>Broadside 1</pdf:Producer>"));
  EXPECT_THAT(xmp, HasSubstr("<xmp:CreateDate>2023-11-14T22:13:20Z</xmp:CreateDate>"));
  EXPECT_THAT(xmp, HasSubstr("<pdfaid:conformance>A</pdfaid:conformance>"));
}

TEST(Xmp, LeavesOutWhatXmlCannotHold) {
  display::DocumentInfo info;
  info.title = "a\x01\uFFFE\tb";
  const std::string xmp = pdf::xmp_packet(info, {0, ""});
  EXPECT_THAT(xmp, HasSubstr(">a\tb</rdf:li>"));
  EXPECT_THAT(xmp, Not(HasSubstr("pdf:Producer>")));
}

TEST(Xmp, AgreesWithInfo) {
  if (!test::has_program("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
  pdf::Options options;
  options.timestamp = 951782399;  // the last second before a leap day
  const std::string path = test::save_sample("dates", test::write_or_die(test::resume(1), options));
  const std::string info = test::output_of("TZ=UTC LC_ALL=C pdfinfo -isodates " + path);
  EXPECT_THAT(info, HasSubstr("CreationDate:    2000-02-28T23:59:59Z"));
  EXPECT_THAT(info, HasSubstr("Title:           Ada Lovelace: Résumé & <Works>"));
  EXPECT_THAT(info, HasSubstr("Tagged:          yes"));
  EXPECT_THAT(test::output_of("pdfinfo -meta " + path), HasSubstr("2000-02-28T23:59:59Z"));
}

TEST(Icc, IsAWellFormedProfile) {
  const std::string icc = pdf::srgb_profile();
  const auto number = [&icc](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | static_cast<std::uint8_t>(icc.at(at + i));
    return value;
  };
  EXPECT_EQ(number(0), icc.size());
  EXPECT_EQ(icc.substr(12, 12), "mntrRGB XYZ ");
  EXPECT_EQ(icc.substr(36, 4), "acsp");
  ASSERT_EQ(number(128), 9U);
  for (std::size_t i = 0; i < 9; ++i) {
    const std::size_t entry = 132 + 12 * i;
    EXPECT_EQ(number(entry + 4) % 4, 0U);
    EXPECT_LE(number(entry + 4) + number(entry + 8), icc.size());
  }
  // White is the sum of the primaries, to the precision of the published numbers.
  std::uint32_t y = 0;
  for (const std::size_t tag : {3, 4, 5}) y += number(number(132 + 12 * tag + 4) + 12);
  EXPECT_NEAR(y / 65536.0, 1.0, 1e-4);
}

TEST(Links, AddressesAreAscii) {
  EXPECT_EQ(pdf::ascii_uri("https://a.example/b?c=%20(d)"), "https://a.example/b?c=%20(d)");
  EXPECT_EQ(pdf::ascii_uri("https://a.example/é b\n"), "https://a.example/%C3%A9%20b%0A");
}

}  // namespace
}  // namespace broadside
