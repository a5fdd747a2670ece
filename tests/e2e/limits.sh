#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The caps and path rules of docs/limits.md that are about files, through the program.
. "${0%/*}/lib.bash"
set -euo pipefail

# A file one byte above its cap; it takes no room on the disk.
hollow() { truncate -s "$2" "$1"; }

refused() {
  expect_exit 1 "$BROADSIDE" build "$1" -o pdfs
  expect_text err "error[$2]"
  expect_text err "$3"
  [[ ! -e pdfs ]] || fail "$1 left something behind"
}

hollow large.yaml 1048577
refused large.yaml input-too-large "1 MiB"

with_photo() { printf 'person: {name: Ada, photo: {path: %s, alt: Ada}}\nsections: []\n' "$1"; }
hollow large.png 20000001
with_photo large.png >photo.yaml
refused photo.yaml image-cap "20 MB"
# A header that promises 40,001 × 1,000 pixels.
printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x41\0\0\x03\xe8\x08\x02\0\0\0\0\0\0\0' >wide.png
with_photo wide.png >photo.yaml
expect_exit 1 "$BROADSIDE" build photo.yaml -o pdfs
grep -qE 'image-(cap|broken)' err || fail "$(cat err)"

for path in /etc/hostname ../photo.png link.png pipe folder; do
  with_photo "$path" >photo.yaml
  case $path in
    link.png) ln -s /etc/hostname link.png ;;
    pipe) mkfifo pipe ;;
    folder) mkdir folder ;;
  esac
  refused photo.yaml image-not-found "'$path'"
done

small_resume >good.yaml
{
  small_resume
  printf 'layout: ./link.yaml\n'
} >linked.yaml
printf 'format: 1\n' >"$scratch.yaml"
ln -s "$scratch.yaml" link.yaml
refused linked.yaml layout-not-found "./link.yaml"
rm "$scratch.yaml"
# The command line is trusted: the same link is followed.
printf 'format: 1\n' >own.yaml
ln -sf "$PWD/own.yaml" link.yaml
expect_exit 0 "$BROADSIDE" check good.yaml --layout ./link.yaml

{
  small_resume
  printf 'variants: {full: {output: ../away.pdf}}\n'
} >away.yaml
refused away.yaml resume-output "'../away.pdf' is not one plain file name"

# Fonts beside the résumé.
mkdir -p own/fonts && mv good.yaml own
hollow own/fonts/large.ttf 33554433
refused own/good.yaml font-cap "32 MiB"
rm own/fonts/large.ttf
printf 'no font' >own/fonts/text.ttf
expect_exit 0 "$BROADSIDE" check own/good.yaml
expect_text err "warning[font-unusable]"
