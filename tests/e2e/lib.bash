# SPDX-License-Identifier: MIT
# Sourced by the scripts of this folder: a scratch folder and the words they assert with. BROADSIDE is the program,
# SOURCE_DIR the project's root.
set -euo pipefail
scratch=$(mktemp -d)
trap 'chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"
unset SOURCE_DATE_EPOCH BROADSIDE_SHARE NO_COLOR LC_ALL LANG TZ

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

# expect_exit CODE COMMAND…: runs it with stdout and stderr in the files `out` and `err`.
expect_exit() {
  local wanted=$1 code=0
  shift
  "$@" >out 2>err || code=$?
  ((code == wanted)) || {
    cat out err >&2
    fail "exit code $code instead of $wanted from: $*"
  }
}

# expect_text FILE TEXT: the file has the text in it, as it stands.
expect_text() {
  grep -qF -- "$2" "$1" || {
    cat "$1" >&2
    fail "no '$2' in $1"
  }
}

expect_no_text() {
  ! grep -qF -- "$2" "$1" || fail "'$2' is in $1"
}

expect_same() { cmp -- "$1" "$2" || fail "$1 and $2 differ"; }

# expect_files FOLDER NAME…: the folder holds these names and no other.
expect_files() {
  local folder=$1
  shift
  local found
  found=$(find "$folder" -mindepth 1 -printf '%f\n' | LC_ALL=C sort | paste -sd' ')
  [[ $found == "$*" ]] || fail "$folder holds '$found' instead of '$*'"
}

# A résumé that is short, right and quick to compile.
small_resume() {
  cat <<'YAML'
person: {name: Ada Lovelace, email: ada@example.org}
sections:
  - title: Experience
    entries:
      - title: Analyst
        organization: Analytical Engine
        start: 1842-10
        end: 1843-09
        highlights:
          - Wrote the **first published program**
YAML
}
