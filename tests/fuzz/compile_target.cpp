// SPDX-License-Identifier: MIT
// The end to end targets: the compiler as the program calls it, with files in memory.
#include <algorithm>
#include <optional>

#include "check_pdf.h"
#include "cli/explain.h"
#include "compile.h"
#include "diag/report.h"
#include "memory_file.h"
#include "support/paths.h"
#include "targets.h"

namespace broadside::fuzz {
namespace {

/// What one run is given beside the résumé's text.
struct Arguments {
  Request request;
  std::optional<MemoryFile> layout;
};

void take_argument(std::string_view line, Request& request) {
  if (line == "explain") request.fit.explain = true;
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return;
  const std::string_view word = line.substr(0, blank);
  const std::string value(line.substr(blank + 1));
  const std::size_t equals = value.find('=');
  if (word == "set" && equals != std::string::npos) {
    request.layout.overrides.push_back({value.substr(0, equals), value.substr(equals + 1), {}});
  } else if (word == "layout" && value.find_first_of("/.") == std::string::npos) {
    request.layout.name = value;  // by name only: an input must not open other files of the machine
  } else if (word == "variant") {
    request.variants.push_back(value);
  } else if (word == "for") {
    request.fit.posting += value + "\n";
  }
}

/// Takes the lines with arguments off the front of `bytes`, and a layout file off its end.
void take_arguments(std::string_view& bytes, Arguments& arguments) {
  constexpr std::string_view kLayout = "\n#!layout:\n";
  if (const std::size_t at = bytes.find(kLayout); at != std::string_view::npos) {
    arguments.layout.emplace(bytes.substr(at + kLayout.size()));
    arguments.request.layout.name = arguments.layout->path();
    bytes = bytes.substr(0, at + 1);
  }
  while (bytes.starts_with("#!")) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1);
    std::string_view line = bytes.substr(2, end - 1);
    if (line.ends_with('\n')) line.remove_suffix(1);
    take_argument(line, arguments.request);
    bytes.remove_prefix(end + 1);
  }
}

void compile_and_check(std::string_view resume, Request& request) {
  Environment environment;
  environment.layouts_folder = test::source_dir() + "/layouts";
  environment.fonts_folder = test::source_dir() + "/fonts";
  environment.hyphenation_folders = {test::source_dir() + "/hyphenation"};
  Compiler compiler(environment);
  Sources sources;
  Diagnostics diagnostics;
  request.source = sources.add("resume.yaml", std::string(resume));
  request.folder = test::source_dir() + "/tests/fuzz/seeds/image";
  const std::vector<Document> documents = compiler.compile(request, Want::Build, sources, diagnostics);
  require(!documents.empty() || diagnostics.has_errors(), "nothing is written, and nothing is said");
  for (const Document& document : documents) {
    require(document.pages >= 1 && document.pages <= 500, "a document of a wrong number of pages");
    check_pdf(document.variant, document.pdf);
  }
  const std::string text = render_text(diagnostics, sources);
  require(text.empty() == diagnostics.empty(), "the diagnostics say nothing");
  render_json(diagnostics, sources);
  cli::explain_text({"resume.yaml", documents}, sources);
  cli::explain_json({{"resume.yaml", documents}}, sources);
}

/// Something of everything that a block of a layout can set.
constexpr std::string_view kResume = R"(person:
  name: Ada Lovelace
  label: Analyst
  email: [ada@example.org, lovelace@example.com]
  phone: "+44 20 7946 0000"
  url: https://example.org/ada
  location: London
  profiles: [{network: GitHub, username: ada}]
  photo: {path: rgb.png, alt: Ada Lovelace}
  summary: Wrote the **first** published [program](https://example.org/notes).
sections:
  - {title: Profile, text: A text with `code` and _emphasis_.}
  - title: Experience
    entries:
      - title: Analyst
        organization: Analytical Engine
        department: Notes
        location: London
        start: 1842-10
        end: 1843-09
        highlights:
          - {text: Wrote note G, short: Note G, priority: 5, highlights: [With tables]}
          - Translated Menabrea
      - organization: Royal Society
        positions:
          - {title: Reader, start: 1840, end: 1841}
          - {title: Visitor, date: Summer 1839}
  - {title: Groups, groups: [{title: One, entries: [{title: Thing, date: "1850", summary: It worked.}]}]}
  - {title: Skills, keywords: [{name: Mathematics, keywords: [Bernoulli numbers, calculus]}]}
  - title: Publications
    publications: [{title: Sketch, authors: [Menabrea, Lovelace], venue: Memoirs, date: 1843-08, doi: 10.1000/182}]
  - {title: Facts, highlights: [One, Two]}
)";

}  // namespace

void whole(std::string_view bytes) {
  Arguments arguments;
  take_arguments(bytes, arguments);
  compile_and_check(bytes, arguments.request);
}

void layout(std::string_view bytes) {
  Arguments arguments;
  take_arguments(bytes, arguments);
  arguments.layout.emplace(bytes);
  arguments.request.layout.name = arguments.layout->path();
  compile_and_check(kResume, arguments.request);
}

}  // namespace broadside::fuzz
