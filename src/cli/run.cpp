// SPDX-License-Identifier: MIT
// `build`, `check` and `explain`: read the files, call the spine, write and tell. Comes in: Options; goes out: an exit
// code. Decides nothing about résumés.
#include "cli/run.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <set>
#include <string_view>
#include <tuple>

#include "cli/environment.h"
#include "cli/explain.h"
#include "cli/help.h"
#include "cli/inquiries.h"
#include "cli/outputs.h"
#include "cli/summary.h"
#include "compile.h"
#include "diag/report.h"
#include "host/memory.h"
#include "host/read_file.h"
#include "host/write_file.h"

namespace broadside::cli {
namespace {

using Clock = std::chrono::steady_clock;

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

/// Everything a run gathers before it writes.
struct Session {
  Sources sources;
  Diagnostics diagnostics;
  std::vector<Product> products;
  std::vector<Document> documents;  ///< one a product
  std::string posting;              ///< text of --for
  bool files_failed = false;
};

std::vector<layout::Override> overrides_of(const Options& options) {
  std::vector<layout::Override> overrides;
  for (const auto& [path, value] : options.set) overrides.push_back({path, value, Span{}});
  return overrides;
}

void compile_file(const std::string& file, const Options& options, Want want, Compiler& compiler, Session& session) {
  const host::FileRead read = host::read_trusted(file, host::kInputCap);
  if (!read.ok()) {
    const bool too_large = read.problem == host::FileProblem::TooLarge;
    session.diagnostics.error(too_large ? "input-too-large" : "io-read", {},
                              file + " " + host::describe(read.problem, host::kInputCap));
    session.files_failed = session.files_failed || !too_large;
    return;
  }
  Request request;
  request.source = session.sources.add(file, read.bytes);
  request.folder = folder_of(file);
  request.variants = options.variants;
  request.layout = {options.layout, overrides_of(options)};
  request.fit.explain = options.command == Command::Explain;
  request.fit.posting = session.posting;
  for (Document& document : compiler.compile(request, want, session.sources, session.diagnostics)) {
    session.products.push_back({file, document.variant, document.output});
    session.documents.push_back(std::move(document));
  }
}

/// What must not go on to writing: errors, and with --strict warnings too.
ExitCode verdict(const Session& session, const Options& options) {
  if (session.files_failed) return ExitCode::UsageOrFiles;
  const Diagnostics& found = session.diagnostics;
  const bool wrong = found.has_errors() || (options.strict && found.warning_count() > 0);
  return wrong ? ExitCode::WrongInput : ExitCode::Done;
}

/// Without repetitions: two variants of one layout report the same mistakes. render_text() drops them too.
Diagnostics distinct(const Diagnostics& all) {
  Diagnostics result;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string, std::string>> seen;
  for (const Diagnostic& one : all.list()) {
    if (!seen.emplace(one.span.source, one.span.begin, one.span.end, one.code, one.message).second) continue;
    const bool error = one.severity == Severity::Error;
    Diagnostic& copy =
        error ? result.error(one.code, one.span, one.message) : result.warning(one.code, one.span, one.message);
    copy.hints = one.hints;
  }
  return result;
}

void tell_diagnostics(const Session& session, const Options& options) {
  const Diagnostics found = distinct(session.diagnostics);
  if (found.empty()) return;
  print(stderr, render_text(found, session.sources, color_for(STDERR_FILENO)));
  const bool refused = options.strict && !found.has_errors();
  print(stderr, "\n" + count_summary(found.error_count(), found.warning_count()) +
                    (refused ? "; with --strict, warnings are errors\n" : "\n"));
}

void tell_reasons(const Session& session, const Options& options) {
  std::vector<Explained> all;
  for (std::size_t i = 0; i < session.documents.size(); ++i) {
    if (all.empty() || all.back().file != session.products[i].file) all.push_back({session.products[i].file, {}});
    all.back().documents.push_back(session.documents[i]);
  }
  if (options.json) {
    print(stdout, explain_json(all, session.sources));
    return;
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    print(stdout, (i > 0 ? "\n" : "") + explain_text(all[i], session.sources));
}

ExitCode tell_failure(const std::string& sentence) {
  print(stderr, "error: " + sentence + "\n");
  return ExitCode::UsageOrFiles;
}

/// What became of writing: the lines to tell, or what kept the files from being written.
struct Written {
  std::string told;
  std::vector<std::string> problems;
};

Written write_all(const Session& session, const Options& options) {
  const OutputPlan plan = plan_outputs(options.folder, session.products);
  if (!plan.problems.empty()) return {{}, plan.problems};
  if (const auto problem = host::make_folders(options.folder)) return {{}, {*problem}};
  Written written;
  for (std::size_t i = 0; i < plan.paths.size(); ++i) {
    if (const auto problem = host::write_atomically(plan.paths[i], session.documents[i].pdf)) return {{}, {*problem}};
    written.told += document_summary(plan.paths[i], session.products[i].file, session.documents[i]);
  }
  return written;
}

/// For programs: one JSON array on stdout, whatever happened, and nothing else there.
ExitCode finish_for_programs(Session& session, const Options& options, ExitCode code) {
  if (code == ExitCode::Done && options.command == Command::Build) {
    for (const std::string& problem : write_all(session, options).problems) {
      session.diagnostics.error("io-write", {}, problem);
      code = ExitCode::UsageOrFiles;
    }
  }
  print(stdout, render_json(distinct(session.diagnostics), session.sources));
  return code;
}

ExitCode run_compiler(const Options& options) {
  const Clock::time_point start = Clock::now();
  host::prepare_memory();
  std::string problem;
  const auto environment = read_environment(problem);
  if (!environment) return tell_failure(problem);

  const Want want = options.command == Command::Build ? Want::Build : Want::Check;
  Compiler compiler(*environment);
  Session session;
  if (!options.posting.empty()) {
    host::FileRead posting = host::read_trusted(options.posting, host::kInputCap);
    if (!posting.ok()) return tell_failure(options.posting + " " + host::describe(posting.problem, host::kInputCap));
    session.posting = std::move(posting.bytes);
  }
  for (const std::string& file : options.files) compile_file(file, options, want, compiler, session);
  const ExitCode code = verdict(session, options);
  if (options.json_diagnostics) return finish_for_programs(session, options, code);
  tell_diagnostics(session, options);
  if (code != ExitCode::Done) return code;
  if (options.command == Command::Explain) {
    tell_reasons(session, options);
    return ExitCode::Done;
  }
  if (want == Want::Build) {
    const Written written = write_all(session, options);
    for (const std::string& one : written.problems) tell_failure(one);
    if (!written.problems.empty()) return ExitCode::UsageOrFiles;
    const std::chrono::duration<double, std::milli> spent = Clock::now() - start;
    if (!options.quiet) print(stdout, written.told + run_summary(session.documents.size(), spent.count()));
  } else if (!options.quiet && session.diagnostics.empty()) {
    print(stdout, plural(options.files.size(), "file") + " checked, no errors\n");
  }
  return ExitCode::Done;
}

/// `schema`, `fonts`, `layouts`: a text on stdout.
ExitCode run_inquiry(const Options& options) {
  if (options.command == Command::Schema) {
    print(stdout, schema_text(options.topic));
    return ExitCode::Done;
  }
  std::string problem;
  const auto environment = read_environment(problem);
  if (!environment) return tell_failure(problem);
  const std::string beside = options.files.empty() ? "." : folder_of(options.files.front());
  print(stdout, options.command == Command::Fonts ? fonts_text(environment->fonts_folder, beside)
                                                  : layouts_text(environment->layouts_folder, beside));
  return ExitCode::Done;
}

}  // namespace

ExitCode run(const Options& options) {
  ExitCode code = ExitCode::Done;
  switch (options.command) {
    case Command::Help:
      print(stdout, help_text(options.topic));
      break;
    case Command::Version:
      print(stdout, version_text());
      break;
    case Command::Build:
    case Command::Check:
    case Command::Explain:
      code = run_compiler(options);
      break;
    case Command::Schema:
    case Command::Fonts:
    case Command::Layouts:
      code = run_inquiry(options);
      break;
  }
  // A full disk or a closed pipe behind stdout shows only when the text is flushed.
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) code = ExitCode::UsageOrFiles;
  return code;
}

ExitCode refuse(const UsageError& error) {
  print(stderr, "error: " + error.message + "\n" + (error.hint.empty() ? "" : "  hint: " + error.hint + "\n"));
  return ExitCode::UsageOrFiles;
}

}  // namespace broadside::cli
