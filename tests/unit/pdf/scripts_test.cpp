// SPDX-License-Identifier: MIT
// Text of many scripts, through three kinds of fonts: what other programs read and draw must be what was meant.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/pdf/sample.h"

namespace broadside {
namespace {

using ::testing::HasSubstr;
using test::fonts;
using test::TagKind;

display::DisplayList scripts() {
  test::Sheet sheet;
  const test::Fonts& all = fonts();
  sheet.line(TagKind::Heading1, all.serif_bold, "Scripts", Length::from_pt(18));
  sheet.line(TagKind::Paragraph, all.serif, "An efficient affluent office, e\u0301tude re\u0301sume\u0301 na\u00EFve");
  sheet.line(TagKind::Paragraph, all.garamond, "An efficient affluent office, Thorough fjord e\u0301tude");
  sheet.line(TagKind::Paragraph, all.devanagari, "हिन्दी में अभियंता कर्म क्षेत्र श्री");
  sheet.line(TagKind::Paragraph, all.thai, "ภาษาไทย ทำงาน น้ำ วิศวกรที่");
  sheet.line(TagKind::Paragraph, all.arabic, "السلام عليكم مهندس برمجيات");
  sheet.line(TagKind::Paragraph, all.cjk, "软件工程师简历 2024 年");
  return sheet.list;
}
}  // namespace
TEST(X, Y) { test::save_sample("scripts", test::write_or_die(scripts())); 
pdf::Options o; o.compress=false; o.object_streams=false;
test::save_sample("scripts-plain", test::write_or_die(scripts(),o)); }
}  // namespace broadside
