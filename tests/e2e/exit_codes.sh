#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# 0 done, 1 the résumé or the layout is wrong, 2 usage or I/O.
. "${0%/*}/lib.bash"
set -euo pipefail
small_resume >good.yaml
printf 'person: {nmae: Ada}\nsections: []\n' >bad.yaml

expect_exit 0 "$BROADSIDE" --help
expect_text out "broadside build resume.yaml"
expect_exit 0 "$BROADSIDE" help build
expect_text out "--variant NAME"
expect_exit 0 "$BROADSIDE" --version
expect_text out "broadside "

expect_exit 2 "$BROADSIDE"
expect_exit 2 "$BROADSIDE" biuld good.yaml
expect_text err "did you mean 'build'?"
expect_exit 2 "$BROADSIDE" build
expect_exit 2 "$BROADSIDE" build good.yaml --varient x
expect_text err "--variant"
expect_exit 2 "$BROADSIDE" build missing.yaml
expect_text err "missing.yaml does not exist"
expect_exit 2 "$BROADSIDE" build .
expect_exit 2 env SOURCE_DATE_EPOCH=yesterday "$BROADSIDE" build good.yaml
expect_exit 2 env BROADSIDE_SHARE="$scratch" "$BROADSIDE" build good.yaml
expect_files . bad.yaml err good.yaml out

expect_exit 0 "$BROADSIDE" check good.yaml
expect_exit 1 "$BROADSIDE" check bad.yaml
expect_text err "bad.yaml:1:"
expect_text err "name"
expect_exit 1 "$BROADSIDE" build bad.yaml
expect_exit 1 "$BROADSIDE" build good.yaml bad.yaml
expect_files . bad.yaml err good.yaml out # one wrong file: nothing is written at all

expect_exit 1 "$BROADSIDE" build good.yaml --layout no-such-layout
expect_text err "classic"
expect_exit 1 "$BROADSIDE" build good.yaml --set no.such=value
expect_exit 1 "$BROADSIDE" build good.yaml --variant no-such
expect_text err "one-page"

expect_exit 0 "$BROADSIDE" build good.yaml -o new/folder
expect_files new/folder good-one-page.pdf good.pdf
expect_text out "new/folder/good.pdf  1 page"
expect_exit 0 "$BROADSIDE" build good.yaml -o only --variant one-page --quiet
expect_files only good-one-page.pdf
[[ ! -s out ]] || fail "--quiet printed"

# Nobody reads the answer: an error of the output, not a signal.
code=0
"$BROADSIDE" --help >/dev/full 2>err || code=$?
((code == 2)) || fail "a full device behind stdout gave $code"
