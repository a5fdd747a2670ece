#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# `broadside fonts` and `broadside layouts`: what there is to choose from.
. "${0%/*}/lib.bash"
set -euo pipefail
expect_exit 0 "$BROADSIDE" fonts
expect_text out "Source Serif 4   400, 400 italic, 600, 600 italic, 700, 700 italic"
expect_exit 0 "$BROADSIDE" layouts
expect_text out "classic  One column"

mkdir -p cv/layouts
printf 'format: 1\ndescription: Mine\n' >cv/layouts/mine.yaml
printf 'format: 2\n' >cv/layouts/wrong.yaml
expect_exit 0 "$BROADSIDE" layouts cv/resume.yaml
expect_text out "Layouts in cv/layouts:"
expect_text out "layouts/mine.yaml  Mine"
expect_no_text out "wrong"

mkdir -p cv/fonts
cp "$SOURCE_DIR/tests/fonts/NotoSansThai-subset.ttf" cv/fonts/
echo "no font" >cv/fonts/wrong.ttf
ln -s /etc/passwd cv/fonts/outside.ttf
expect_exit 0 "$BROADSIDE" fonts cv/resume.yaml
expect_text out "Families in cv/fonts:"
expect_text out "Noto Sans Thai  400"
small_resume | sed 's/Analyst/ภาษาไทย/' >cv/resume.yaml
expect_exit 0 "$BROADSIDE" build cv/resume.yaml -o pdf
expect_text err "the file 'fonts/wrong.ttf' is no TrueType or OpenType font"
expect_text err "the font file 'fonts/outside.ttf' leads out of the folder of the file"
pdffonts pdf/resume.pdf >fonts.txt
expect_text fonts.txt "NotoSansThai-Regular"

for command in fonts layouts schema; do
  expect_exit 2 "$BROADSIDE" $command one two
  expect_exit 2 "$BROADSIDE" $command --jsn
  expect_exit 0 "$BROADSIDE" $command --help
  expect_text out "broadside $command"
done
