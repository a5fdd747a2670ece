#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Failed runs leave yesterday's PDFs; results never share a path; reruns replace.
. "${0%/*}/lib.bash"
set -euo pipefail
mkdir a b pdfs
small_resume >a/cv.yaml
small_resume >b/cv.yaml

expect_exit 2 "$BROADSIDE" build a/cv.yaml b/cv.yaml -o pdfs
expect_text err "two results have one path, pdfs/cv"
expect_files pdfs

expect_exit 0 "$BROADSIDE" build a/cv.yaml -o pdfs
cp pdfs/cv.pdf yesterday.pdf
chmod 640 pdfs/cv.pdf
sed 's/Ada/Augusta Ada/' a/cv.yaml >a/new.yaml && mv a/new.yaml a/cv.yaml

# A disk that is full after 4 blocks of 512 bytes.
code=0
(
  ulimit -f 4
  "$BROADSIDE" build a/cv.yaml -o pdfs >/dev/null 2>"/dev/shm/broadside-$$"
) || code=$?
mv "/dev/shm/broadside-$$" err
((code == 2)) || fail "a full disk gave $code"
expect_text err "cannot write 'pdfs/cv.pdf'"
expect_same pdfs/cv.pdf yesterday.pdf
expect_files pdfs cv-one-page.pdf cv.pdf

# A folder that may not be written. Root may write everywhere, unless that power is taken away.
unprivileged=()
if ((EUID == 0)); then
  unprivileged=(setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search)
fi
chmod 555 pdfs
expect_exit 2 "${unprivileged[@]}" "$BROADSIDE" build a/cv.yaml -o pdfs
expect_text err "permission denied"
expect_same pdfs/cv.pdf yesterday.pdf
expect_exit 2 "${unprivileged[@]}" "$BROADSIDE" build a/cv.yaml -o pdfs/below
chmod 755 pdfs

touch file
expect_exit 2 "$BROADSIDE" build a/cv.yaml -o file
expect_exit 2 "$BROADSIDE" build a/cv.yaml -o file/below
mkdir blocked blocked/cv.pdf
expect_exit 2 "$BROADSIDE" build a/cv.yaml -o blocked --variant full
expect_files blocked cv.pdf

expect_exit 0 "$BROADSIDE" build a/cv.yaml -o pdfs
! cmp -s pdfs/cv.pdf yesterday.pdf || fail "the new name is not in the new PDF"
[[ $(stat -c %a pdfs/cv.pdf) == 640 ]] || fail "the mode of the old file was lost"
