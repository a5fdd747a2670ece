// SPDX-License-Identifier: MIT
// Outlines: as paths while they are few, once each when they are many, in the same place and size.
#include "pdf/outline_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/pdf/sample.h"

namespace broadside::pdf {
namespace {

using ::testing::HasSubstr;

class Forms : public ::testing::Test {
 protected:
  Forms() : id_(library_.add(font::Face::open(test::shipped_font("source-serif-4/SourceSerif4_400Regular.ttf")))) {}

  [[nodiscard]] const font::Face& face() const { return library_.face(id_); }
  std::string drawn(OutlineForms& forms, const char32_t letter, const OutlinePlace& place) const {
    std::string out;
    forms.draw(id_, face(), face().glyph(letter), place, out);
    return out;
  }

  font::Library library_;
  font::FaceId id_;
  OutlinePlace place_{Length::from_pt(72), Length::from_pt(100.5), Length::from_pt(10.3), 0.98};
};

TEST_F(Forms, FewOutlinesArePaths) {
  OutlineForms forms(OutlineForms::kMany);
  std::string path;
  append_outline(face(), face().glyph('o'), place_, path);
  EXPECT_EQ(drawn(forms, 'o', place_), path);
  EXPECT_TRUE(forms.empty());
}

TEST_F(Forms, ManyAreNamedAndEachIsKeptOnce) {
  OutlineForms forms(OutlineForms::kMany + 1);
  EXPECT_EQ(drawn(forms, 'o', place_), "q .10094 0 0 .103 72 100.5 cm /M0 Do Q\n");
  EXPECT_THAT(drawn(forms, 'x', place_), HasSubstr("/M1 Do"));
  EXPECT_THAT(drawn(forms, 'o', {{}, {}, Length::from_pt(20), 1.0}), HasSubstr("q .2 0 0 .2 0 0 cm /M0 Do"));
  EXPECT_EQ(drawn(forms, ' ', place_), "");

  Objects objects;
  Deflater deflater(false);
  const Dict resources = objects.dict();
  forms.list_resources(objects, deflater, resources);
  std::string named;
  objects.serialize(resources.id(), named);
  EXPECT_THAT(named, HasSubstr("/M0 "));
  EXPECT_THAT(named, HasSubstr("/M1 "));
  EXPECT_EQ(named.find("/M2"), std::string::npos);
  // The path of an em of 100.
  std::string path;
  append_outline(face(), face().glyph('o'), {{}, {}, Length::from_pt(100), 1.0}, path);
  bool found = false;
  for (std::uint32_t i = 1; i <= objects.count(); ++i) {
    const std::string* data = objects.stream_data(i);
    found = found || (data != nullptr && *data == path);
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace broadside::pdf
