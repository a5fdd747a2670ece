// SPDX-License-Identifier: MIT
// Text of many scripts through the three kinds of fonts: what other programs read and draw must be what was meant.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <ostream>

#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using test::fonts;
using test::TagKind;
using ::testing::HasSubstr;

struct Sample {
  std::string name;
  font::FaceId test::Fonts::*face;
  std::string text;
  std::string read;  ///< what comes out again: for decomposed letters readers may compose (NFC)
  bool left_to_right = true;
};

void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.text; }

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {"TrueTypeLigatures", &test::Fonts::serif, "An efficient affluent office", "An efficient affluent office"},
      {"TrueTypeBaseAndMark", &test::Fonts::serif, "e\u0301tude re\u0301sume\u0301", "étude résumé"},
      {"CffLigatures", &test::Fonts::garamond, "Thorough fjord, fifth office", "Thorough fjord, fifth office"},
      {"CffBaseAndMark", &test::Fonts::garamond, "e\u0301tude", "étude"},
      // The same glyph for a composed and a decomposed letter: two texts, so a second Type0 font for CFF.
      {"CffSecondText", &test::Fonts::garamond, "é is e\u0301, é is e\u0301", "é is é, é is é"},
      {"Devanagari", &test::Fonts::devanagari, "हिन्दी में अभियंता कर्म क्षेत्र श्री", "हिन्दी में अभियंता कर्म क्षेत्र श्री"},
      {"Thai", &test::Fonts::thai, "ภาษาไทย ทำงาน น้ำ วิศวกรที่", "ภาษาไทย ทำงาน น้ำ วิศวกรที่"},
      {"Arabic", &test::Fonts::arabic, "السلام عليكم مهندس برمجيات", "السلام عليكم مهندس برمجيات", false},
      {"CidKeyedCff", &test::Fonts::cjk, "软件工程师简历 2024 年", "软件工程师简历 2024 年"},
  };
  return all;
}

display::DisplayList one(const Sample& sample) {
  test::Sheet sheet;
  sheet.line(TagKind::Paragraph, fonts().*sample.face, sample.text, Length::from_pt(14));
  return sheet.list;
}

display::DisplayList all_scripts() {
  test::Sheet sheet;
  for (const Sample& sample : samples()) {
    sheet.line(TagKind::Paragraph, fonts().*sample.face, sample.text, Length::from_pt(14));
  }
  return sheet.list;
}

/// poppler composes e + accent itself and puts direction marks around Arabic; neither is in the text.
std::string plain(std::string text) {
  const std::vector<std::pair<std::string, std::string>> replaced = {
      {"e\u0301", "é"}, {"\u202A", ""}, {"\u202B", ""}, {"\u202C", ""}};
  for (const auto& [from, to] : replaced) {
    for (std::size_t at; (at = text.find(from)) != std::string::npos;) text.replace(at, from.size(), to);
  }
  return test::squeeze(text);
}

class Scripts : public ::testing::TestWithParam<Sample> {};

TEST_P(Scripts, ReadBackByPoppler) {
  const std::string path = test::save_sample(GetParam().name, test::write_or_die(one(GetParam())));
  // Only where the packages of [test] were never installed: make check installs poppler-utils first.
  if (!test::has_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  EXPECT_EQ(plain(test::output_of("pdftotext " + path + " -")), GetParam().read);
  if (!GetParam().left_to_right) return;  // -raw is drawing order
  EXPECT_EQ(plain(test::output_of("pdftotext -raw " + path + " -")), GetParam().read);
}

TEST_P(Scripts, ReadBackByMuPdf) {
  if (!GetParam().left_to_right) GTEST_SKIP() << "MuPDF gives right-to-left text in drawing order";
  const std::string path = test::save_sample(GetParam().name, test::write_or_die(one(GetParam())));
  if (!test::has_program("mutool")) GTEST_SKIP() << "mutool is not installed";
  EXPECT_EQ(plain(test::output_of("mutool draw -q -F text " + path + " 2> /dev/null")), GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(All, Scripts, ::testing::ValuesIn(samples()),
                         [](const auto& parameter) { return parameter.param.name; });

/// Grey levels of a page, 0 (white) to 255.
struct Image {
  int width = 0, height = 0;
  std::vector<int> ink;
};

Image read_ppm(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const auto word = [&in] {
    std::string w;
    while (in >> w && w[0] == '#') std::getline(in, w);
    return w;
  };
  Image image;
  if (word() != "P6") return image;
  image.width = std::stoi(word());
  image.height = std::stoi(word());
  word();
  in.get();
  for (int i = 0; i < image.width * image.height; ++i) {
    const int r = in.get(), g = in.get(), b = in.get();
    image.ink.push_back(255 - (r + g + b) / 3);
  }
  return image;
}

/// Mean ink in squares of 12 pixels: blind to anti-aliasing, not to a missing or misplaced glyph.
std::vector<double> cells(const Image& image, int width, int height) {
  constexpr int kCell = 12;
  std::vector<double> out;
  for (int y = 0; y + kCell <= height; y += kCell) {
    for (int x = 0; x + kCell <= width; x += kCell) {
      double sum = 0;
      for (int dy = 0; dy < kCell; ++dy) {
        for (int dx = 0; dx < kCell; ++dx) {
          sum += image.ink[static_cast<std::size_t>((y + dy) * image.width + x + dx)];
        }
      }
      out.push_back(sum / (kCell * kCell));
    }
  }
  return out;
}

TEST(Renderers, DrawAllFontsAlike) {
  const std::string path = test::save_sample("all-scripts", test::write_or_die(all_scripts()));
  const std::map<std::string, std::string> commands = {
      {"pdftoppm", "pdftoppm -r 144 -singlefile " + path + " " + path + ".pdftoppm && mv " + path + ".pdftoppm.ppm " +
                       path + ".pdftoppm"},
      {"mutool", "mutool draw -q -r 144 -F ppm -o " + path + ".mutool " + path + " 1"},
      {"gs", "gs -q -dNOPAUSE -dBATCH -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -sDEVICE=ppmraw -r144 -o " + path +
                 ".gs " + path}};
  std::map<std::string, Image> images;
  for (const auto& [program, command] : commands) {
    if (!test::has_program(program)) {
      std::printf("skipped: %s is not installed\n", program.c_str());
      continue;
    }
    test::output_of(command);
    images[program] = read_ppm(path + "." + program);
    ASSERT_GT(images[program].width, 1000) << program;
  }
  if (images.size() < 2) GTEST_SKIP() << "fewer than two of pdftoppm, mutool and gs are installed";

  const auto& [first_name, first] = *images.begin();
  for (const auto& [name, image] : images) {
    // Each line of text has ink where it should be (14 pt type at 144 dpi, 36.4 pixels a line from 144 down).
    for (std::size_t line = 0; line < samples().size(); ++line) {
      long ink = 0;
      const int base = 144 + static_cast<int>(std::lround(36.4 * static_cast<double>(line)));
      for (int y = base - 16; y < base; ++y) {
        for (int x = 144; x < 500; ++x) ink += image.ink[static_cast<std::size_t>(y * image.width + x)];
      }
      EXPECT_GT(ink, 40000) << name << " draws nothing for " << samples()[line].name;
    }
    const int width = std::min(first.width, image.width), height = std::min(first.height, image.height);
    const std::vector<double> a = cells(first, width, height), b = cells(image, width, height);
    double worst = 0;
    for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, std::fabs(a[i] - b[i]));
    EXPECT_LT(worst, 40) << first_name << " and " << name << " draw differently";
  }
}

// The signs that tell readers the direction, and joiners, have a glyph in some fonts: a frame with their name in it.
TEST(RightToLeft, MarksOfDirectionDrawNothingAndAreNotRead) {
  // In packages.txt; a build without it can still run the other tests.
  if (!test::has_program("pdftoppm")) GTEST_SKIP() << "poppler-utils is not installed";
  const auto shown = [](const std::string& name, const std::string& text) {
    const std::string path =
        test::save_sample(name, test::write_or_die(one({name, &test::Fonts::arabic, text, "", false})));
    test::output_of("pdftoppm -r 144 -singlefile " + path + " " + path);
    return std::pair(read_ppm(path + ".ppm").ink, plain(test::output_of("pdftotext " + path + " -")));
  };
  const auto [bare, bare_text] = shown("without-marks", "مهندس برمجيات");
  ASSERT_EQ(bare_text, "مهندس برمجيات");
  EXPECT_GT(std::count_if(bare.begin(), bare.end(), [](int level) { return level > 128; }), 100);
  for (const std::string mark : {"\u200F", "\u200E", "\u061C", "\u2067", "\u2069"}) {
    const auto [ink, text] = shown("with-marks", mark + "مهندس" + mark + " " + mark + "برمجيات" + mark);
    EXPECT_EQ(ink, bare);
    EXPECT_EQ(text, bare_text);
  }
}

TEST(RightToLeft, EveryLetterMovesThePen) {
  pdf::Options options;
  options.compress = options.object_streams = false;
  const std::string bytes =
      test::write_or_die(one({"lam-alef", &test::Fonts::arabic, "السلام لا", "", false}), options);
  const std::size_t begin = bytes.find("/W [");
  ASSERT_NE(begin, std::string::npos);
  const std::string widths = bytes.substr(begin, bytes.find("]\n", begin) - begin);
  EXPECT_THAT(widths, HasSubstr(" 1 610 "));  // alef and lam
  EXPECT_EQ(widths.find(" 0 "), std::string::npos) << widths;
}

TEST(Thai, SaraAmIsDrawnAsAPathAndReadAsOneCharacter) {
  pdf::Options options;
  options.compress = options.object_streams = false;
  const std::string bytes = test::write_or_die(one(samples()[6]), options);
  EXPECT_THAT(bytes, HasSubstr(" c\n"));                    // the ring is an outline
  EXPECT_EQ(bytes.find("/ActualText"), std::string::npos);  // and nothing has to be explained
  EXPECT_THAT(bytes, HasSubstr("<0E33>\n"));                // the vowel sign stands for SARA AM
}

}  // namespace
}  // namespace broadside
