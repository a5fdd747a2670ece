#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# All mistakes of a file in one run, with places; warnings and --strict; colours only for a terminal.
. "${0%/*}/lib.bash"
set -euo pipefail
cp "$SOURCE_DIR/tests/e2e/many-errors.yaml" .

expect_exit 1 "$BROADSIDE" check many-errors.yaml
[[ ! -s out ]] || fail "diagnostics went to stdout"
for line in $(grep -n '# wrong' many-errors.yaml | cut -d: -f1); do
  expect_text err "many-errors.yaml:$line:"
done
grep -q '\^' err || fail "no caret"
grep -qE '^[0-9]+ errors' err || fail "no count of the errors"
expect_no_text err $'\x1b['

# `script` is a terminal to the program it runs.
if command -v script >/dev/null; then
  TERM=xterm script -qec "'$BROADSIDE' check many-errors.yaml" /dev/null >colored </dev/null || true # exits 1, as above
  expect_text colored $'\x1b['
  TERM=xterm NO_COLOR=1 script -qec "'$BROADSIDE' check many-errors.yaml" /dev/null >plain </dev/null || true # the same
  expect_no_text plain $'\x1b['
  expect_text plain "many-errors.yaml:"
fi

# A warning passes, but not with --strict.
small_resume >warned.yaml
printf '        location: London\n        summary: "A character that no font has: \xf4\x8f\xbf\xbd"\n' >>warned.yaml
expect_exit 0 "$BROADSIDE" build warned.yaml --variant full
expect_text err "warning"
rm warned.pdf
expect_exit 1 "$BROADSIDE" build warned.yaml --variant full --strict
expect_text err "--strict"
[[ ! -e warned.pdf ]] || fail "--strict wrote a PDF in spite of a warning"

# What only the written file shows.
{
  small_resume
  printf '        summary: "A sign of one font only: \xee\x80\x80"\n'
} >private.yaml
expect_exit 0 "$BROADSIDE" build private.yaml --variant full
expect_text err "warning[pdf-private-use]"
