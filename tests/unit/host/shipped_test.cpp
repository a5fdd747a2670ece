// SPDX-License-Identifier: MIT
// Where layouts/ and fonts/ are found.
#include "host/shipped.h"

#include <gtest/gtest.h>

#include "files.h"

namespace broadside::host {
namespace {

class ShippedFiles : public FolderTest {
 protected:
  void put_shipped(const std::string& folder) const {
    put(folder + "/layouts/classic.yaml", "x");
    put(folder + "/fonts/serif.otf", "x");
  }
};

TEST_F(ShippedFiles, BesideTheBuildFolder) {
  put_shipped("tree");
  EXPECT_EQ(find_shipped_from(path("tree/build/broadside"), "", "").layouts, path("tree/layouts"));
  EXPECT_EQ(find_shipped_from(path("tree/build/broadside"), "", "").fonts, path("tree/fonts"));
}

TEST_F(ShippedFiles, InstalledUnderShare) {
  put_shipped("usr/share/broadside");
  EXPECT_EQ(find_shipped_from(path("usr/bin/broadside"), "", "").fonts, path("usr/share/broadside/fonts"));
}

TEST_F(ShippedFiles, TheFallbackComesLast) {
  put_shipped("source");
  EXPECT_EQ(find_shipped_from(path("elsewhere/bin/broadside"), "", path("source")).fonts, path("source/fonts"));
  EXPECT_EQ(find_shipped_from("", "", path("source")).fonts, path("source/fonts"));
  EXPECT_EQ(find_shipped_from(path("elsewhere/bin/broadside"), "", "").fonts, "");
}

TEST_F(ShippedFiles, AnOverrideIsTheOnlyPlace) {
  put_shipped("tree");
  put_shipped("own");
  EXPECT_EQ(find_shipped_from(path("tree/build/broadside"), path("own"), "").fonts, path("own/fonts"));
  EXPECT_EQ(find_shipped_from(path("tree/build/broadside"), path("nothing"), path("tree")).fonts, "");
}

TEST_F(ShippedFiles, BothFoldersMustBeThere) {
  put("half/fonts/serif.otf", "x");
  EXPECT_EQ(find_shipped_from(path("half/build/broadside"), "", "").fonts, "");
}

TEST(Executable, IsThisTest) { EXPECT_NE(executable_path().find("host_test"), std::string::npos); }

}  // namespace
}  // namespace broadside::host
