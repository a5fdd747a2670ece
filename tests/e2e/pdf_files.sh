#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The PDFs of resume.yaml as other programs see them.
. "${0%/*}/lib.bash"
set -euo pipefail
expect_exit 0 "$BROADSIDE" build "$SOURCE_DIR/resume.yaml" -o . --strict
expect_text out "resume.pdf  "
expect_text out "resume-one-page.pdf  1 page,"
expect_text out "2 PDFs in "

for pdf in resume.pdf resume-one-page.pdf; do
  pdfinfo "$pdf" >info 2>warnings
  [[ ! -s warnings ]] || fail "pdfinfo complains about $pdf: $(cat warnings)"
  grep -qE '^Tagged: +yes$' info || fail "$pdf is not tagged"
  grep -qE '^Title: +[^ ]' info || fail "$pdf has no title"
  grep -qE '^Encrypted: +no$' info || fail "$pdf is encrypted"
  qpdf --check "$pdf" >check 2>&1 || fail "qpdf --check $pdf: $(cat check)"
  expect_no_text check WARNING
  # name type encoding emb sub uni object: each font embedded, subset, with a map to Unicode
  pdffonts "$pdf" >fonts
  awk 'NR > 2 {n++; if ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes") {print; bad = 1}}
       END {exit bad || n == 0}' fonts || fail "a font of $pdf is not embedded, not subset or has no Unicode map"
  pdftotext "$pdf" text
  [[ $(LC_ALL=C.UTF-8 grep -cP '[\x{00AD}\x{2010}\x{2011}\x{FB00}-\x{FB06}\x{FFFD}\x{E000}-\x{F8FF}]' text) == 0 ]] ||
    fail "$pdf extracts as ligatures, soft hyphens or private characters"
done
grep -qE '^Pages: +1$' <(pdfinfo resume-one-page.pdf) || fail "the one page is not one page"

# Other readers draw and read the files without a complaint.
mutool draw -q -o /dev/null -r 20 resume.pdf 2>complaints || fail "mutool: $(cat complaints)"
# Debian builds mutool without colour profiles and says so for every file that has one.
! grep -v 'ICC support is not available' complaints || fail "mutool complains"
gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=nullpage resume.pdf >complaints 2>&1 || fail "gs: $(cat complaints)"
[[ ! -s complaints ]] || fail "gs: $(cat complaints)"
