// SPDX-License-Identifier: MIT
// The texts that teach. Examples first: they are what is read.
#include "cli/help.h"

namespace broadside::cli {
namespace {

constexpr const char* kProgram = R"(Broadside compiles a résumé written in YAML into typeset PDFs: the full one, and
a one-page one that it chooses and fits by itself.

Try this first:
  broadside build resume.yaml        writes resume.pdf and resume-one-page.pdf
  broadside check resume.yaml        tells every mistake, writes nothing

Commands:
  build FILE…      compile résumés into PDFs
  check FILE…      look for mistakes only
  explain FILE…    tell what a page left out, why, and what would bring it back
  fonts            list the type families
  layouts [FILE]   list the layouts
  schema [WHAT]    print the JSON Schema of a résumé or a layout, for editors
  help [COMMAND]   more about a command, with examples

Options:
  -h, --help       this text
      --version    the version

A résumé starts like this:
  person: {name: Ada Lovelace, email: ada@example.org}
  sections:
    - title: Experience
      entries:
        - title: Analyst
          organization: Analytical Engine
          start: 1842-10
          end: present
          highlights:
            - Wrote the **first published program**

Exit codes: 0 done (warnings allowed), 1 the résumé or the layout is wrong,
2 the command line is wrong, or a file could not be read or written.
)";

constexpr const char* kBuild = R"(broadside build FILE… [options]

Compiles each résumé into one PDF for each of its variants. `full` goes to
DIR/<name>.pdf, any other to DIR/<name>-<variant>.pdf. A file without
`variants:` has two: full and one-page. Nothing is written if anything is
wrong; an older PDF then stays as it was.

Examples:
  broadside build resume.yaml                    both variants, into this folder
  broadside build resume.yaml -o out             into out/, made if missing
  broadside build resume.yaml --variant one-page only the one-page PDF
  broadside build resume.yaml --set page.size=letter --set colors.accent=#0a6
  broadside build resume.yaml --layout my-layout.yaml
  broadside build resume.yaml --for posting.txt  the posting's terms count more
  broadside build cv/*.yaml -o out --strict       in CI: warnings fail the build

Options:
  -o, --output DIR     where the PDFs go (default: this folder)
      --variant NAME   only this variant; may be given several times
      --layout NAME    a shipped layout, or the path of a layout file
      --set PATH=VALUE change a value of the layout; may be given several times,
                       and wins over what the résumé says
      --for FILE       text of a job posting: where a page limit makes choose,
                       what carries its terms is worth more
      --diagnostics json
                       errors and warnings on stdout as one JSON array, and
                       nothing else there: for editors and CI
      --strict         warnings are errors
  -q, --quiet          print only errors and warnings
  -h, --help           this text

Environment:
  SOURCE_DATE_EPOCH    seconds since 1970: the date inside the PDFs. Without it
                       the PDFs carry no clock time; the same input always gives
                       the same bytes.
  BROADSIDE_SHARE      folder with layouts/ and fonts/ to use instead of those
                       that came with the program
  NO_COLOR             set to anything: no colours
)";

constexpr const char* kCheck = R"(broadside check FILE… [options]

Reads each résumé, its layout and all its variants, lays them out, and tells
every mistake with its line, its column and what to do. Writes nothing.

Examples:
  broadside check resume.yaml
  broadside check cv/*.yaml --strict              in CI: warnings fail the build
  broadside check resume.yaml --layout my-layout.yaml

Options:
      --variant NAME   only this variant; may be given several times
      --layout NAME    a shipped layout, or the path of a layout file
      --set PATH=VALUE change a value of the layout; may be given several times
      --for FILE       text of a job posting whose terms count
      --diagnostics json
                       errors and warnings on stdout as one JSON array, and
                       nothing else there: for editors and CI
      --strict         warnings are errors
  -q, --quiet          print only errors and warnings
  -h, --help           this text

An element of the array is {severity, code, file, line, column, end_line,
end_column, message, hints}; without a place, file is null and there are no
lines. docs/errors.md explains the codes.
)";

constexpr const char* kFonts = R"(broadside fonts [FILE]

Lists the type families that a layout can name, with their weights: those that
came with the program, and those of the files in the folder fonts/ beside the
résumé FILE (without FILE: in this folder). Other fonts of the machine are used
only for characters that these lack.

Examples:
  broadside fonts
  broadside build resume.yaml --set "fonts.body.family=EB Garamond"
)";

constexpr const char* kLayouts = R"(broadside layouts [FILE]

Lists the layouts, each with its own line about itself: those that came with
the program, and those in the folder layouts/ beside the résumé FILE (without
FILE: in this folder), which a résumé names by their path.

Examples:
  broadside layouts
  broadside build resume.yaml --layout classic
)";

constexpr const char* kSchema = R"(broadside schema [resume|layout]

Prints the JSON Schema (draft 2020-12) of resume.yaml, or of a layout file. With
it an editor completes the keys, explains them and marks mistakes.

Examples:
  broadside schema > resume.schema.json
  broadside schema layout > layout.schema.json

Editors with yaml-language-server (VS Code, Neovim, Emacs …) then take this as
the first line of resume.yaml:
  # yaml-language-server: $schema=resume.schema.json
)";

constexpr const char* kExplain = R"(broadside explain FILE… [options]

Tells how each variant with a page limit was chosen: how full the page is, what
was left out or shortened, what each of it is worth and how high it is, which
priority or pin would bring it back and what would have to go then, what the
tightest page would add, and the proof that nothing better fits. Writes nothing.

Examples:
  broadside explain resume.yaml --variant one-page
  broadside explain resume.yaml --json            the same for programs
  broadside explain resume.yaml --for posting.txt which terms the page covers

Options:
      --variant NAME   only this variant; may be given several times
      --json           as JSON, with source positions
      --for FILE       text of a job posting whose terms count
      --layout NAME    a shipped layout, or the path of a layout file
      --set PATH=VALUE change a value of the layout; may be given several times
      --strict         warnings are errors
  -q, --quiet          print only errors and warnings besides the report
  -h, --help           this text
)";

constexpr const char* kHelp = R"(broadside help [COMMAND]

Tells about the program, or about one command: build, check, explain, fonts,
layouts, schema.

Example:
  broadside help build
)";

}  // namespace

std::string help_text(const std::string& topic) {
  if (topic == "build") return kBuild;
  if (topic == "check") return kCheck;
  if (topic == "explain") return kExplain;
  if (topic == "fonts") return kFonts;
  if (topic == "layouts") return kLayouts;
  if (topic == "schema") return kSchema;
  if (topic == "help") return kHelp;
  return kProgram;
}

std::string version_text() { return "broadside " BROADSIDE_VERSION "\n"; }

}  // namespace broadside::cli
