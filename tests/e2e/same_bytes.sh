#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Same input, same bytes: whatever the folder, the locale, the time zone, the clock and the order of the files.
. "${0%/*}/lib.bash"
set -euo pipefail
input=$SOURCE_DIR/resume.yaml

"$BROADSIDE" build "$input" -o first --quiet
mkdir -p "another folder/ümlaut"
cp "$input" "another folder/ümlaut/"
(cd "another folder/ümlaut" && "$BROADSIDE" build resume.yaml --quiet)

# Turkish letters have other cases, German numbers another decimal point; both would show.
mkdir locales
for name in tr_TR de_DE; do
  localedef -i "$name" -f UTF-8 "locales/$name.UTF-8" 2>/dev/null ||
    LOCALEDEF_MISSING=1
done
[[ -z ${LOCALEDEF_MISSING-} ]] || fail "localedef could not make a locale; is the package 'locales' installed?"
LOCPATH=$scratch/locales LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu "$BROADSIDE" build "$input" -o turkish --quiet
LOCPATH=$scratch/locales LC_ALL=de_DE.UTF-8 TZ=America/St_Johns "$BROADSIDE" build "$input" -o german --quiet
LC_ALL=C TZ=UTC "$BROADSIDE" build "$input" -o plain --quiet
small_resume >other.yaml
"$BROADSIDE" build other.yaml "$input" -o together --quiet

for variant in resume.pdf resume-one-page.pdf; do
  for folder in "another folder/ümlaut" turkish german plain together; do
    expect_same "first/$variant" "$folder/$variant"
  done
done

# The date comes from SOURCE_DATE_EPOCH alone.
SOURCE_DATE_EPOCH=1700000000 "$BROADSIDE" build "$input" -o dated --quiet
SOURCE_DATE_EPOCH=1700000000 TZ=Asia/Tokyo "$BROADSIDE" build "$input" -o dated-again --quiet
expect_same dated/resume.pdf dated-again/resume.pdf
! cmp -s dated/resume.pdf first/resume.pdf || fail "SOURCE_DATE_EPOCH changes nothing"
TZ=UTC pdfinfo -isodates dated/resume.pdf >info
expect_text info "2023-11-14T22:13:20Z"
