// SPDX-License-Identifier: MIT
// The check by libqpdf, the library of that program, which here runs with the same arguments: every object and stream
// is read and decoded, every page's content is parsed into its operators.
#include "check_pdf.h"

#include <qpdf/qpdfjob-c.h>

#include "memory_file.h"
#include "pdf/write.h"
#include "targets.h"

namespace broadside::fuzz {
namespace {

int collect(const char* text, std::size_t length, void* said) {
  static_cast<std::string*>(said)->append(text, length);
  return 0;
}

}  // namespace

void check_pdf(const std::string& name, std::string_view pdf) {
  const MemoryFile file(pdf);
  const std::string path = file.path();
  const char* arguments[] = {"qpdf", "--check", path.c_str(), nullptr};
  std::string said;
  qpdflogger_handle log = qpdflogger_create();
  qpdflogger_set_info(log, qpdf_log_dest_discard, nullptr, nullptr);
  qpdflogger_set_warn(log, qpdf_log_dest_custom, collect, &said);
  qpdflogger_set_error(log, qpdf_log_dest_custom, collect, &said);
  qpdfjob_handle job = qpdfjob_init();
  qpdfjob_set_logger(job, log);
  int code = qpdfjob_initialize_from_argv(job, arguments);
  if (code == 0) code = qpdfjob_run(job);
  qpdfjob_cleanup(&job);
  qpdflogger_cleanup(&log);
  require(code == 0 && said.empty(), name + " is refused by qpdf --check: " + said);
}

void check_written(const display::DisplayList& list, const font::Library& fonts, Diagnostics& diagnostics) {
  const auto pdf = pdf::write(list, fonts, {}, diagnostics);
  require(pdf.has_value() || diagnostics.has_errors(), "no PDF and no reason");
  if (pdf) check_pdf("the file", *pdf);
}

}  // namespace broadside::fuzz
