# SPDX-License-Identifier: MIT
# Pictures from the file to the PDF: found below the résumé only, told of when they are wrong, stored once.
source "$SOURCE_DIR/tests/e2e/lib.bash"

# 6 × 8 pixels, red, half transparent.
base64 -d >red.png <<'PNG'
iVBORw0KGgoAAAANSUhEUgAAAAYAAAAICAYAAADaxo44AAAAFklEQVQI12M8ISJSz4AFMDHgAINTAgAipwF/PCb7QQAAAABJRU5ErkJggg==
PNG
with_photo() {
  printf 'person: {name: Ada Lovelace, photo: {path: %s, alt: %s}}\n' "$1" "${2:-Ada}"
  printf 'sections:\n  - title: Experience\n    entries:\n'
  printf '      - {title: Analyst, image: {path: red.png, alt: Logo}, highlights: [Wrote notes]}\n'
}

with_photo red.png >r.yaml
expect_exit 0 "$BROADSIDE" build r.yaml
[[ ! -s err ]] || fail "$(cat err)"
if command -v pdfimages >/dev/null; then
  pdfimages -list r.pdf >list
  # The photo and the logo are one file: one object (its number is in column 11), drawn twice.
  [[ $(awk 'NR > 2 && $3 == "image" {print $11}' list | sort -u | wc -l) == 1 ]] || fail "stored twice: $(cat list)"
  [[ $(awk 'NR > 2 && $3 == "smask"' list | wc -l) -ge 1 ]] || fail "no transparency: $(cat list)"
fi
mv r.pdf first.pdf
expect_exit 0 "$BROADSIDE" build r.yaml
expect_same first.pdf r.pdf
if command -v qpdf >/dev/null; then qpdf --check r.pdf >/dev/null || fail "qpdf --check"; fi

refused() {
  expect_exit 1 "$BROADSIDE" check r.yaml
  expect_text err "$1"
  expect_text err "r.yaml:1:"
}
with_photo missing.jpg >r.yaml
refused "error[image-not-found]: the image 'missing.jpg' does not exist"
mkdir inside && mv r.yaml inside && cp red.png secret.png
(cd inside && with_photo ../secret.png >r.yaml && cp ../red.png . && expect_exit 1 "$BROADSIDE" check r.yaml &&
  expect_text err "image-not-found")
ln -s ../secret.png inside/link.png
(cd inside && with_photo link.png >r.yaml && expect_exit 1 "$BROADSIDE" check r.yaml && expect_text err image-not-found)
with_photo "$PWD/secret.png" >r.yaml
refused "image-not-found"
head -c 60 red.png >cut.png
with_photo cut.png >r.yaml
refused "image-broken"
printf 'GIF89a' >cartoon.png
with_photo cartoon.png >r.yaml
refused "is a GIF"
head -c 20000001 /dev/zero >huge.png
with_photo huge.png >r.yaml
refused "20 MB"
with_photo red.png '""' >r.yaml
refused "alt"
printf 'person: {name: Ada, photo: {path: red.png}}\n' >r.yaml
refused "alt"
