#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# fit-table: how the one-page variant of every résumé here comes out in every layout, on A4 and letter: fill, step,
# worth kept and left out, and whether the choice is proven the best. A Markdown table on stdout.
set -euo pipefail
cd "${0%/*}/.."
for paper in A4 letter; do
  for layout in layouts/*.yaml; do
    name=${layout##*/}
    build/broadside explain --json resume.yaml examples/*.yaml --variant one-page --layout "${name%.yaml}" \
      --set page.size=$paper | /usr/bin/python3 -c '
import json, sys
layout, paper = sys.argv[1:]
for one in json.load(sys.stdin)["documents"]:
    left = one["total"] - one["value"]
    proven = "proven" if one["certificate"]["exact"] else "at most %d better" % (
        one["certificate"]["bound"] - one["certificate"]["value"])
    name = one["file"].split("/")[-1].removesuffix(".yaml")
    print("| %s | %s | %s | %.0f %% | %d of %d | %d of %d | %d | %s |" % (name, layout, paper, one["fill"] * 100,
          one["step"], one["steps"], one["value"], one["total"], left, proven))' "${name%.yaml}" "$paper"
  done
done | sort | sed '1i\
| résumé | layout | paper | fill | step | worth | left out | |\
|---|---|---|---|---|---|---|---|'
