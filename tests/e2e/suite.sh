#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What the program says about each wrong file, word for word, and the page of errors that is made of it.
. "${0%/*}/lib.bash"
set -euo pipefail
/usr/bin/python3 "$SOURCE_DIR/tests/e2e/suite.py" "$BROADSIDE" "$SOURCE_DIR"
