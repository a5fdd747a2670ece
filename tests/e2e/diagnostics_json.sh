#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# --diagnostics json: one array on stdout whatever happens, nothing on stderr, the same exit codes.
. "${0%/*}/lib.bash"
set -euo pipefail
cp "$SOURCE_DIR/tests/e2e/many-errors.yaml" .
small_resume >good.yaml
# array_of FILE COUNT: the file is one JSON array of so many elements.
array_of() {
  /usr/bin/python3 - "$1" "$2" <<'PYTHON' || fail "$1 is no array of $2"
import json, sys
found = json.load(open(sys.argv[1], encoding="utf-8"))
keys = {"severity", "code", "file", "message", "hints"}
sys.exit(not (isinstance(found, list) and len(found) == int(sys.argv[2]) and all(keys <= set(one) for one in found)))
PYTHON
}

wrong=$(grep -c '# wrong' many-errors.yaml)
expect_exit 1 "$BROADSIDE" check many-errors.yaml --diagnostics json
array_of out "$((wrong + 1))" # a profile lacks the name that is misspelt
[[ ! -s err ]] || fail "something went to stderr"
expect_text out '"code": "resume-unknown-key"'
expect_exit 0 "$BROADSIDE" check good.yaml --diagnostics=json
array_of out 0
expect_exit 0 "$BROADSIDE" build good.yaml --diagnostics json
array_of out 0
[[ -s good.pdf ]] || fail "no PDF"
expect_exit 2 "$BROADSIDE" check missing.yaml --diagnostics json
array_of out 1
expect_text out '"io-read"'
mkdir taken && mkdir taken/good.pdf
expect_exit 2 "$BROADSIDE" build good.yaml --variant full -o taken --diagnostics json
array_of out 1
expect_text out '"io-write"'
expect_exit 2 "$BROADSIDE" check good.yaml --diagnostics xml
expect_text err "json or text"
