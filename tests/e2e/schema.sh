#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# `broadside schema`: what an editor is told agrees with what the compiler says.
. "${0%/*}/lib.bash"
set -euo pipefail
"$BROADSIDE" schema >resume.json
"$BROADSIDE" schema resume >again.json
expect_same resume.json again.json
"$BROADSIDE" schema layout >layout.json
expect_exit 2 "$BROADSIDE" schema letter
expect_text err "there are: resume, layout"
# Debian's own interpreter: the one that finds Debian's packages.
/usr/bin/python3 "$SOURCE_DIR/tests/e2e/check_schema.py" "$SOURCE_DIR" resume.json layout.json
