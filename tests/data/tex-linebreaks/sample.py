#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes this folder's sample from the full recording: sample.py FULL_FOLDER.

Kept: the item lists at 10 pt, and of the cases at 10 pt with recorded breaks two in nine, of those set with
microtype in EB Garamond at 10 pt one in four. Left out: the keys that the tests do not read.
"""
import json
import pathlib
import sys

full, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


with open(full / "paragraphs.jsonl", encoding="utf-8") as source, open(here / "paragraphs.jsonl", "w", encoding="utf-8") as out:
    for line in source:
        entry = json.loads(line)
        if "items" not in entry or entry["size"] == 10:
            out.write(dump(entry))

with open(full / "cases.jsonl", encoding="utf-8") as source, open(here / "cases.jsonl", "w", encoding="utf-8") as out:
    number = fine = 0
    for line in source:
        entry = json.loads(line)
        if "params" in entry:
            out.write(dump(entry))
        elif entry["size"] == 10 and "breaks" in entry:
            if number % 9 in (0, 4):
                for key in ("ratio", "gap", "sum", "fragile"):
                    entry.pop(key, None)
                out.write(dump(entry))
            number += 1
        elif entry["size"] == 10 and entry["font"] == "ebgaramond":
            if fine % 4 == 0:
                out.write(dump(entry))
            fine += 1
