#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# One résumé in each of many scripts: which fonts draw it, what other programs read, and that nothing is missing. Needs
# the fonts of packages.txt, and sees others only where these lack a character.
. "${0%/*}/lib.bash"
set -euo pipefail

# resume LOCALE TITLE TEXT…: a résumé with these highlights in the file LOCALE.yaml.
resume() {
  local locale=$1 title=$2 text
  shift 2
  {
    printf 'locale: %s\nperson: {name: "%s", email: ada@example.org}\nsections:\n  - title: "%s"\n    highlights:\n' \
      "$locale" "$title" "$title"
    for text in "$@"; do printf '      - "%s"\n' "$text"; done
  } >"$locale.yaml"
  expect_exit 0 "$BROADSIDE" build --strict "$locale.yaml" -o . --variant full
  pdffonts "$locale.pdf" >"$locale.fonts"
  pdftotext "$locale.pdf" "$locale.txt"
  pdftotext -raw "$locale.pdf" "$locale.raw"
  mutool draw -q -F txt "$locale.pdf" >"$locale.mu" 2>"$locale.log"
}

# squeezed FILE: white space of any kind is one space; the marks that poppler puts around text from right to left, and the
# place where it composes letters, say nothing.
squeezed() {
  /usr/bin/python3 - "$1" <<'PY'
import re, sys, unicodedata
text = open(sys.argv[1], encoding="utf-8").read()
print(unicodedata.normalize("NFC", re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", " ".join(text.split()))))
PY
}

# expect_read LOCALE TEXT READER…: these readers find the text whole.
expect_read() {
  local locale=$1 text=$2 reader
  shift 2
  printf '%s\n' "$text" >wanted
  for reader in "$@"; do
    squeezed "$locale.$reader" >read
    expect_text read "$(squeezed wanted)"
  done
}

# left_to_right LOCALE FONT TITLE TEXT…
left_to_right() {
  local locale=$1 font=$2 text
  shift 2
  resume "$locale" "$@"
  expect_text "$locale.fonts" "$font"
  shift
  for text in "$@"; do expect_read "$locale" "$text" txt raw mu; done
}

left_to_right zh-CN NotoSerifCJKsc 简历 '负责“订单”系统（含监控、告警），把P99延迟从120毫秒降到15毫秒。' '《书》、《名》：“他说：‘好！’”。'
left_to_right zh-TW NotoSerifCJKtc 履歷 '負責「訂單」系統，將延遲從120毫秒降到15毫秒。'
left_to_right ja NotoSerifCJKjp 職務経歴書 '設計・運用：サーバー監視ツール「まもる」を開発し、障害対応時間を40％削減した。' '3年間で12名のチームを率いた。'
[[ $(grep -c Noto ja.fonts) == 2 ]] || fail "more than the regular and the bold face of one family: $(cat ja.fonts)"
left_to_right ko NotoSerifCJKkr 이력서 '결제 시스템의 응답 시간을 120ms에서 15ms로 줄였습니다.'
left_to_right hi NotoSerifDevanagari परिचय 'हिन्दी में अभियंता ने 12 वर्षों तक क्षेत्र में कर्म किया'
left_to_right th NotoSerifThai ประวัติ 'พัฒนาระบบชำระเงินที่รองรับผู้ใช้ 3 ล้านคน และทำงานร่วมกับทีมวิศวกร น้ำ'
left_to_right ru SourceSerif4 Резюме 'Сократила время отклика с 480 до 95 мс; съёмка, подъезд'
left_to_right el SourceSerif4 Βιογραφικό 'Μείωσε τον χρόνο απόκρισης κατά 80 % σε τρία χρόνια'
left_to_right vi SourceSerif4 'Sơ yếu lý lịch' 'Giảm thời gian phản hồi của hệ thống thanh toán xuống 95 ms, Nguyễn Thị Hồng'
left_to_right fr SourceSerif4 "$(printf 'Re\xcc\x81sume\xcc\x81')" "$(printf 'Équipe de cœur \xe2\x80\x93 e\xcc\x81tude et re\xcc\x81daction')"
left_to_right en-US Symbola Emoji 'Shipped 🚀 and won 🏆 twice'

resume ar 'ليلى الحسيني' 'خفض زمن الاستجابة من 480 إلى 95 ملّي ثانية' 'Designed the API gateway for 3 products.'
expect_text ar.fonts NotoNaskhArabic
expect_read ar 'ليلى الحسيني' txt
expect_read ar 'خفض زمن الاستجابة من' txt
expect_read ar 'ملّي ثانية' txt  # a mark above its letter
for word in 480 95 إلى; do expect_text read "$word"; done  # poppler sets the spaces beside numbers elsewhere
expect_read ar 'Designed the API gateway for 3 products.' txt
pdfinfo ar.pdf >/dev/null
qpdf --qdf --object-streams=disable ar.pdf ar.qdf
grep -aq '/Direction /R2L' ar.qdf || fail "no reading direction in ar.pdf"
resume he 'עדה לאבלייס' 'קיצרה את זמן התגובה מ־480 ל־95 אלפיות השנייה'
expect_text he.fonts NotoSerifHebrew
expect_read he 'קיצרה את זמן התגובה' txt

# The sans-serif layout takes sans-serif fonts.
expect_exit 0 "$BROADSIDE" build --strict ja.yaml -o sans --layout sidebar
pdffonts sans/ja.pdf >sans.fonts
expect_text sans.fonts NotoSansCJKjp
expect_no_text sans.fonts NotoSerif

# Faces have their real bold, and ideographs no slant.
resume zh-CN 简历 '**粗体** 与 *斜体*'
expect_text zh-CN.fonts NotoSerifCJKsc-Bold
expect_text zh-CN.fonts NotoSerifCJKsc-Regular

# What nobody can draw is told and boxed, and still read.
printf 'person: {name: Ada Lovelace, label: "Analyst \xf4\x8f\xbf\xbd and more"}\n' >box.yaml
expect_exit 0 "$BROADSIDE" build box.yaml -o . --variant full
expect_text err "no font has the character"
expect_text err "box.yaml:1:"
printf 'person: {name: Ada Lovelace, label: "Smiles \xf0\x9f\xab\xa8 now"}\n' >new.yaml
expect_exit 0 "$BROADSIDE" build new.yaml -o . --variant full
expect_text err "U+1FAE8"
pdftotext new.pdf new.txt
expect_text new.txt "$(printf 'Smiles \xf0\x9f\xab\xa8 now')"
mutool draw -q -F txt new.pdf >new.txt 2>log
expect_text new.txt "$(printf 'Smiles \xf0\x9f\xab\xa8 now')"
