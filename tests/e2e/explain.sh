#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# explain tells why, as text and as JSON; pins that do not fit are refused by name; a posting is read.
. "${0%/*}/lib.bash"
set -euo pipefail
cp "$SOURCE_DIR/resume.yaml" .

expect_exit 0 "$BROADSIDE" explain resume.yaml --variant one-page
expect_text out "resume.yaml, one-page: 1 page, "
expect_text out "left out"
expect_text out "back with "
expect_text out "No page that fits is worth more than"
[[ ! -s err ]] || fail "explain complains: $(cat err)"
expect_files . err out resume.yaml
# Fits a terminal.
! LC_ALL=C.UTF-8 grep -nE '.{101}' out || fail "a line of explain is too long"
cp out first
expect_exit 0 "$BROADSIDE" explain resume.yaml --variant one-page
expect_same out first

expect_exit 0 "$BROADSIDE" explain resume.yaml --json
expect_text out '"schema": 1,'
expect_text out '"variant": "one-page",'
expect_text out '"fitted": false'
expect_text out '"exact": true,'
expect_text out '"way_back_sought": true'
expect_text out '"outcome": "solved",'
expect_text out '"file": "resume.yaml",'
awk '/"fill":/ {fill = $2 + 0} END {exit fill >= 0.92 && fill <= 1 ? 0 : 1}' out || fail "the page is not full"
# The certificate's value is its bound.
awk '/"certificate":/ {on = 1} on && /"value":/ && !value {value = $2} on && /"bound":/ && !bound {bound = $2}
     END {exit value != "" && value == bound ? 0 : 1}' out || fail "value and bound differ"
# Things are where the JSON says: in this file every thing of a list begins with "- " or "title:".
awk '/"left":/ {on = 1} /"tightest":/ {on = 0} on && /"line":/ {print $2 + 0}' out | while read -r line; do
  sed -n "${line}p" resume.yaml | grep -qE '[a-z-]+:|- ' || fail "nothing begins in line $line"
done
# Every key stands in the docs.
grep -oE '"[a-z_]+":' out | sort -u | tr -d '":' | while read -r key; do
  expect_text "$SOURCE_DIR/docs/explain.md" "\`$key\`"
done

echo "We want CUDA, RAG and experience with Kubernetes." >posting.txt
expect_exit 0 "$BROADSIDE" explain resume.yaml --variant one-page --for posting.txt
expect_text out "on the page: CUDA, RAG"
expect_text out "not in the résumé: Kubernetes"
expect_exit 2 "$BROADSIDE" explain resume.yaml --for nothing.txt
expect_text err "nothing.txt"

# Pins that do not fit: the last good PDF stays.
expect_exit 0 "$BROADSIDE" build resume.yaml -o pdfs
[[ $(grep -c . out) == 4 ]] || fail "build prints more than two lines of summary: $(cat out)"
cp pdfs/resume-one-page.pdf yesterday.pdf
{
  echo "person: {name: Ada}"
  echo "sections: [{title: Work, entries: ["
  for i in $(seq 50); do echo "{title: Job $i, keep: always, highlights: [{text: One, keep: always}, {text: Two, keep: always}]},"; done
  echo "]}]"
} >resume.yaml
expect_exit 1 "$BROADSIDE" build resume.yaml -o pdfs
expect_text err "error[fit-pins]"
expect_text err "pt are missing at the tightest setting"
expect_text err "the shortest list to release"
expect_text err "Work > Job "
expect_same pdfs/resume-one-page.pdf yesterday.pdf
expect_files pdfs resume-one-page.pdf resume.pdf
