// SPDX-License-Identifier: MIT
// Every example with every layout on every paper, all variants, in one process: no error, no warning, no page too many.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "compile.h"
#include "support/paths.h"

namespace broadside {
namespace {

std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& file : std::filesystem::directory_iterator(test::source_dir() + "/" + folder)) {
    if (file.path().extension() == ".yaml") out.push_back(file.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string slurp(const std::string& path) {
  std::stringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

TEST(Examples, CompileWithEveryLayoutOnEveryPaper) {
  Environment environment;
  environment.layouts_folder = test::source_dir() + "/layouts";
  environment.fonts_folder = test::source_dir() + "/fonts";
  environment.system_fonts = std::make_shared<host::FontconfigFonts>();
  Compiler compiler(std::move(environment));
  std::vector<std::string> resumes = yaml_files("examples");
  resumes.push_back(test::source_dir() + "/resume.yaml");
  ASSERT_GE(resumes.size(), 4U);
  const std::vector<std::string> layouts = yaml_files("layouts");
  ASSERT_GE(layouts.size(), 2U);
  int compiled = 0;
  for (const std::string& resume : resumes) {
    for (const std::string& layout : layouts) {
      for (const char* paper : {"A4", "letter"}) {
        SCOPED_TRACE(resume + " with " + layout + " on " + paper);
        Sources sources;
        Diagnostics diagnostics;
        Request request;
        request.source = sources.add(resume, slurp(resume));
        request.folder = std::filesystem::path(resume).parent_path().string();
        request.layout = {std::filesystem::path(layout).stem().string(), {{"page.size", paper, {}}}};
        const std::vector<Document> documents = compiler.compile(request, Want::Build, sources, diagnostics);
        for (const Diagnostic& one : diagnostics.list()) ADD_FAILURE() << one.code << ": " << one.message;
        ASSERT_GE(documents.size(), 2U);
        for (const Document& document : documents) {
          ++compiled;
          EXPECT_EQ(document.pdf.substr(0, 5), "%PDF-") << document.variant;
          if (document.variant == "one-page") {
            EXPECT_EQ(document.pages, 1);
          }
          EXPECT_LE(document.pages, 14);
        }
      }
    }
  }
  EXPECT_GE(compiled, 32);
}

TEST(Examples, TheAuthorsResumeNeedsNoFontOfTheMachine) {
  const auto system = std::make_shared<host::FixedFonts>();
  Environment environment;
  environment.layouts_folder = test::source_dir() + "/layouts";
  environment.fonts_folder = test::source_dir() + "/fonts";
  environment.system_fonts = system;
  Compiler compiler(std::move(environment));
  for (const std::string& layout : yaml_files("layouts")) {
    Sources sources;
    Diagnostics diagnostics;
    Request request;
    request.source = sources.add("resume.yaml", slurp(test::source_dir() + "/resume.yaml"));
    request.folder = test::source_dir();
    request.layout.name = std::filesystem::path(layout).stem().string();
    EXPECT_GE(compiler.compile(request, Want::Build, sources, diagnostics).size(), 2U);
    EXPECT_TRUE(system->asked().empty()) << "starting fontconfig costs 5 ms";
  }
}

TEST(Examples, AreAsLongAsTheySay) {
  Environment environment;
  environment.layouts_folder = test::source_dir() + "/layouts";
  environment.fonts_folder = test::source_dir() + "/fonts";
  Compiler compiler(std::move(environment));
  const std::pair<const char*, int> expected[] = {{"student", 1}, {"senior-engineer", 2}, {"academic", 10}};
  for (const auto& [name, pages] : expected) {
    Sources sources;
    Diagnostics diagnostics;
    Request request;
    const std::string path = test::source_dir() + "/examples/" + name + ".yaml";
    request.source = sources.add(path, slurp(path));
    request.folder = test::source_dir() + "/examples";
    request.variants = {"full"};
    const std::vector<Document> documents = compiler.compile(request, Want::Check, sources, diagnostics);
    ASSERT_EQ(documents.size(), 1U) << name;
    EXPECT_EQ(documents[0].pages, pages) << name;
  }
}

}  // namespace
}  // namespace broadside
