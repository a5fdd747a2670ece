#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# peers.sh [ROUNDS]: times broadside side by side, in one run, with an empty process linked to the same libraries and with
# whatever of bench/peers/ is installed; all set the same text. The programs take turns, ROUNDS times (default 3), so
# that a slow spell of the machine meets them all. CPU is user + system time, the median of the rounds' medians;
# memory the largest peak.
#
# Typst: npm install @myriaddreamin/typst-ts-node-compiler@0.7.0 somewhere and set NODE_MODULES to its node_modules.
set -euo pipefail
cd "${0%/*}/.."
rounds=${1:-3}
scripts/install-packages build bench
scripts/build build Release configure -DBROADSIDE_BENCH=ON
ninja -j "$(nproc)" -C build broadside empty measure >build/last.log || {
  cat build/last.log >&2
  exit 1
}
measure=$PWD/build/bench/measure
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/fonts" "$work/out"
cp -r bench/peers/. "$work/"
for font in texgyrepagella-regular.otf texgyrepagella-italic.otf texgyrepagella-bold.otf texgyrepagella-bolditalic.otf DejaVuSansMono.ttf; do
  found=$(fc-list --format '%{file}\n' 2>/dev/null | grep -m 1 "/$font\$" || true) # none: the peer is skipped or falls back
  [[ -z $found ]] || ln -s "$found" "$work/fonts/$font"
done

names=() commands=() runs=() pdfs=() failed=()
# add NAME RUNS PDF FOLDER COMMAND…
add() {
  names+=("$1") runs+=("$2") pdfs+=("$3")
  local folder=$4
  shift 4
  commands+=("cd $(printf %q "$folder") && exec $(printf '%q ' "$measure") RUNS $(printf '%q ' "$@")")
}
skip() { printf 'skipped: %s (%s)\n' "$1" "$2"; }

add "broadside, both PDFs" 15 "$work/out/resume.pdf" . build/broadside build resume.yaml -o "$work/out"
add "broadside, full only" 15 "$work/out/resume.pdf" . build/broadside build resume.yaml -o "$work/out" --variant full
add "empty process, same libraries" 15 - . build/bench/empty
add "the same, and reads the YAML" 15 - . build/bench/empty resume.yaml
if command -v groff >/dev/null && printf 'x\n' | groff -Tpdf -P-e >"$work/probe" 2>/dev/null; then
  add "groff -ms" 9 "$work/out/groff.pdf" "$work/groff" sh -c "groff -Kutf8 -ms -Tpdf -P-e resume.ms >$work/out/groff.pdf"
else
  skip groff "Debian package groff"
fi
if [[ -n ${NODE_MODULES-} && -e $NODE_MODULES/@myriaddreamin/typst-ts-node-compiler ]] && command -v node >/dev/null; then
  add "Typst 0.14, with node" 9 "$work/out/typst.pdf" "$work/typst" \
    node compile.cjs "$NODE_MODULES" "$work/fonts" "$work/out/typst.pdf"
  add "node alone" 9 - "$work" node -e 0
else
  skip Typst "node and NODE_MODULES with @myriaddreamin/typst-ts-node-compiler 0.7.0"
fi
if command -v xelatex >/dev/null && [[ -e $work/fonts/texgyrepagella-regular.otf ]]; then
  for class in article moderncv; do
    if [[ $class == article ]] || kpsewhich moderncv.cls >/dev/null; then
      add "XeLaTeX, $class" 2 "$work/latex/$class.pdf" "$work/latex" xelatex -interaction=batchmode "$class.tex"
    else
      skip "XeLaTeX, moderncv" "Debian package texlive-fonts-extra"
    fi
  done
else
  skip XeLaTeX "Debian packages texlive-xetex texlive-latex-extra texlive-fonts-recommended fonts-texgyre"
fi

for ((round = 0; round < rounds; ++round)); do
  for i in "${!names[@]}"; do
    [[ -z ${failed[i]-} ]] || continue
    if row=$(eval "${commands[i]/RUNS/${runs[i]}}"); then
      printf '%s %s\n' "$i" "$row" >>"$work/results"
    elif [[ ${names[i]} == broadside* || ${names[i]} == empty* ]]; then
      printf 'peers.sh: %s failed\n' "${names[i]}" >&2
      exit 1
    else
      failed[i]=1
      skip "${names[i]}" "installed, but it fails on our text: a package it needs is missing"
    fi
  done
done

printf '\n%-32s %9s %7s %9s %8s\n' program "CPU ms" ratio "peak MiB" "PDF KB"
for i in "${!names[@]}"; do
  [[ -z ${failed[i]-} ]] || continue
  size=-
  [[ ${pdfs[i]} == - ]] || size=$(($(stat -c %s "${pdfs[i]}") / 1000))
  read -r cpu peak < <(awk -v i="$i" '$1 == i {cpu[++n] = $2; if ($4 > peak) peak = $4}
    END {for (a = 1; a <= n; a++) for (b = a + 1; b <= n; b++) if (cpu[b] < cpu[a]) {t = cpu[a]; cpu[a] = cpu[b]; cpu[b] = t}
         print cpu[int((n + 1) / 2)], peak / 1024}' "$work/results")
  ((i)) || first=$cpu
  awk -v name="${names[i]}" -v cpu="$cpu" -v first="$first" -v peak="$peak" -v size="$size" \
    'BEGIN {printf "%-32s %9.1f %6.1fx %9.1f %8s\n", name, cpu, cpu / first, peak, size}'
done
