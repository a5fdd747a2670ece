// SPDX-License-Identifier: MIT
// The command line, read and refused.
#include "cli/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

Options accepted(const std::vector<std::string>& arguments) {
  const auto result = parse_options(arguments);
  if (const auto* error = std::get_if<UsageError>(&result)) ADD_FAILURE() << error->message;
  return std::holds_alternative<Options>(result) ? std::get<Options>(result) : Options{};
}

UsageError refused(const std::vector<std::string>& arguments) {
  const auto result = parse_options(arguments);
  EXPECT_TRUE(std::holds_alternative<UsageError>(result));
  return std::holds_alternative<UsageError>(result) ? std::get<UsageError>(result) : UsageError{};
}

TEST(Options, BuildTakesEveryOption) {
  const Options options =
      accepted({"build", "a.yaml", "-o", "out", "--variant", "full", "b.yaml", "--variant=one-page", "--layout",
                "classic", "--set", "colors.accent=#0a6", "--set", "page.size=letter", "--strict", "--quiet"});
  EXPECT_EQ(options.command, Command::Build);
  EXPECT_THAT(options.files, ElementsAre("a.yaml", "b.yaml"));
  EXPECT_EQ(options.folder, "out");
  EXPECT_THAT(options.variants, ElementsAre("full", "one-page"));
  EXPECT_EQ(options.layout, "classic");
  EXPECT_THAT(options.set, ElementsAre(Pair("colors.accent", "#0a6"), Pair("page.size", "letter")));
  EXPECT_TRUE(options.strict);
  EXPECT_TRUE(options.quiet);
}

TEST(Options, DefaultsAreThisFolderAndAllVariants) {
  const Options options = accepted({"build", "resume.yaml"});
  EXPECT_EQ(options.folder, ".");
  EXPECT_TRUE(options.variants.empty());
  EXPECT_TRUE(options.layout.empty());
  EXPECT_FALSE(options.strict);
  EXPECT_FALSE(options.quiet);
}

TEST(Options, SetKeepsWhatFollowsTheFirstEqualsSign) {
  EXPECT_THAT(accepted({"build", "r.yaml", "--set", "a.b=c=d"}).set, ElementsAre(Pair("a.b", "c=d")));
  EXPECT_THAT(accepted({"build", "r.yaml", "--set", "a.b="}).set, ElementsAre(Pair("a.b", "")));
  EXPECT_THAT(refused({"build", "r.yaml", "--set", "a.b"}).message, HasSubstr("PATH=VALUE"));
  EXPECT_THAT(refused({"build", "r.yaml", "--set", "=x"}).message, HasSubstr("PATH=VALUE"));
}

TEST(Options, FilesAfterTwoDashesMayStartWithADash) {
  EXPECT_THAT(accepted({"build", "--", "-odd.yaml"}).files, ElementsAre("-odd.yaml"));
}

TEST(Options, CheckTakesNoFolder) {
  EXPECT_EQ(accepted({"check", "a.yaml", "--strict"}).command, Command::Check);
  EXPECT_THAT(refused({"check", "a.yaml", "--output", "x"}).message, HasSubstr("--output"));
}

TEST(Options, DiagnosticsAreTextOrJson) {
  EXPECT_FALSE(accepted({"check", "a.yaml"}).json_diagnostics);
  EXPECT_TRUE(accepted({"build", "a.yaml", "--diagnostics", "json"}).json_diagnostics);
  EXPECT_FALSE(accepted({"check", "a.yaml", "--diagnostics=text"}).json_diagnostics);
  EXPECT_THAT(refused({"check", "a.yaml", "--diagnostics", "xml"}).hint, HasSubstr("json"));
}

TEST(Options, InquiriesTakeOneWordAtMost) {
  EXPECT_EQ(accepted({"schema"}).topic, "resume");
  EXPECT_EQ(accepted({"schema", "layout"}).topic, "layout");
  EXPECT_EQ(accepted({"fonts"}).command, Command::Fonts);
  EXPECT_THAT(accepted({"layouts", "cv/resume.yaml"}).files, ElementsAre("cv/resume.yaml"));
  EXPECT_THAT(refused({"schema", "layuot"}).hint, HasSubstr("'layout'"));
  EXPECT_THAT(refused({"layouts", "a", "b"}).message, HasSubstr("one argument"));
  EXPECT_THAT(accepted({"fonts", "cv/resume.yaml"}).files, ElementsAre("cv/resume.yaml"));
  EXPECT_EQ(accepted({"schema", "-h"}).command, Command::Help);
}

TEST(Options, HelpAndVersion) {
  EXPECT_EQ(accepted({"--help"}).command, Command::Help);
  EXPECT_EQ(accepted({"-h"}).command, Command::Help);
  EXPECT_EQ(accepted({"help", "build"}).topic, "build");
  EXPECT_EQ(accepted({"--version"}).command, Command::Version);
  const Options of_build = accepted({"build", "--help"});
  EXPECT_EQ(of_build.command, Command::Help);
  EXPECT_EQ(of_build.topic, "build");
  EXPECT_THAT(refused({"help", "biuld"}).hint, HasSubstr("help build"));
}

TEST(Options, AnUnknownCommandNamesTheNearest) {
  const UsageError error = refused({"biuld", "resume.yaml"});
  EXPECT_THAT(error.message, HasSubstr("'biuld'"));
  EXPECT_THAT(error.hint, HasSubstr("'build'"));
  EXPECT_THAT(refused({"typeset"}).hint, HasSubstr("build, check, explain, help"));
}

TEST(Options, AFileInPlaceOfACommandIsUnderstood) {
  EXPECT_THAT(refused({"resume.yaml"}).hint, HasSubstr("broadside build resume.yaml"));
}

TEST(Options, AnUnknownOptionNamesTheNearest) {
  EXPECT_THAT(refused({"build", "a.yaml", "--varient", "x"}).hint, HasSubstr("--variant"));
  EXPECT_THAT(refused({"--versoin"}).hint, HasSubstr("--version"));
}

TEST(Options, WhatOtherProgramsCallACommandIsUnderstood) {
  EXPECT_THAT(refused({"render", "a.yaml"}).hint, HasSubstr("broadside build"));
  EXPECT_THAT(refused({"init"}).hint, HasSubstr("a résumé to start from"));
}

TEST(Options, AbbreviatedOptionsAreRefused) {
  EXPECT_THAT(refused({"build", "a.yaml", "--var", "x"}).message, HasSubstr("--var"));
}

TEST(Options, MissingPartsAreNamed) {
  EXPECT_THAT(refused({}).message, HasSubstr("no command"));
  EXPECT_THAT(refused({"build"}).message, HasSubstr("needs the name of a résumé file"));
  EXPECT_THAT(refused({"build", ""}).message, HasSubstr("empty"));
  EXPECT_THAT(refused({"build", "a.yaml", "-o"}).message, HasSubstr("output"));
  EXPECT_THAT(refused({"build", "a.yaml", "-o", "x", "-o", "y"}).message, HasSubstr("only once"));
}

}  // namespace
}  // namespace broadside::cli
