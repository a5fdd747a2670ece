#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What a variant redacts or leaves out is nowhere in its PDF: not in the text, the metadata, the tags, the outline.
. "${0%/*}/lib.bash"
set -euo pipefail
cat >cv.yaml <<'YAML'
person:
  name: Ada Lovelace
  email: secretmail@example.org
  phone: "+44 5550199"
  profiles: [{network: GitHub, username: hiddenuser}]
  summary: {text: Speaks in public, note: notesecret}
sections:
  - title: Experience
    entries:
      - title: Analyst
        start: 1842-10
        highlights: [Wrote programs, {text: Taggedsecret thing, tags: [confidential]}]
      - {title: Excludedjob, tags: [web], summary: "[words](https://excludedlink.example)"}
  - title: Hiddensection
    text: Nobody reads this
variants:
  public:
    redact: [phone, email, GitHub, confidential]
    exclude: [web, Hiddensection]
    locale: de-DE
    output: "{name} - {variant}"
YAML
expect_exit 0 "$BROADSIDE" build cv.yaml --strict
expect_files . "Ada Lovelace - public.pdf" cv-one-page.pdf cv.pdf cv.yaml err out

words=(secretmail 5550199 hiddenuser notesecret Taggedsecret confidential Excludedjob excludedlink Hiddensection Nobody)
hex() { od -An -v -tx1 | tr -d ' \n'; }
# As bytes, as UTF-16, and each of them as hexadecimal digits, in the file without compression; and as drawn.
look() {
  qpdf --qdf --object-streams=disable "$1" plain.pdf
  pdftotext "$1" text
  pdfinfo "$1" >>text
  local word wide
  for word in "${words[@]}"; do
    wide=$(printf %s "$word" | iconv -t UTF-16BE | hex)
    if grep -qaiF -e "$word" plain.pdf text ||
      grep -qaiF -e "$(printf %s "$word" | hex)" -e "$wide" plain.pdf ||
      hex <plain.pdf | grep -qF "$wide"; then
      echo "$word"
    fi
  done
}
found=$(look "Ada Lovelace - public.pdf")
[[ -z $found ]] || fail "redacted, but in the PDF: $found"
grep -qF "Okt" text || fail "the variant's locale does not print its dates: $(cat text)"
# The same look finds them in the full PDF, all but the note and the tag, which are never printed.
found=$(look cv.pdf | tr '\n' ' ')
[[ $found == "secretmail 5550199 hiddenuser Taggedsecret Excludedjob excludedlink Hiddensection Nobody " ]] ||
  fail "the search for words in a PDF finds only: $found"
