# SPDX-License-Identifier: MIT
# tests/suite/compiled/*.yaml through the whole program: each case ends with what `broadside check` says about the part
# above, in lines that begin with "#~"; a first line "#$ …" gives more arguments; what follows a line "#@ NAME" is a file
# of that name beside the résumé. Then docs/errors.md, which is made of
# these cases and of those in tests/suite. Arguments: the program and the project's root. UPDATE_EXPECTED=1 in the
# environment rewrites both.
import os
import pathlib
import re
import subprocess
import sys

UPDATE = os.environ.get("UPDATE_EXPECTED") == "1"
HEAD = """# What Broadside says, and why

Every mistake is reported in one run, with its line, a caret under the place, and what to do. The word in brackets is
the code: it never changes, so scripts may look for it in the output of `--diagnostics json`. This page is made of the
cases in `tests/suite/`, each of which the compiler really meets in every test run: a line that is wrong, and below it
what is said about that line.
"""


def split_case(path):
    """The text of a case, the lines it expects (without "#~ ")."""
    raw = path.read_bytes()
    at = 0 if raw.startswith(b"#~") else raw.find(b"\n#~") + 1
    if at == 0 and not raw.startswith(b"#~"):
        return raw, []
    return raw[:at], [line[3:] for line in raw[at:].decode("utf-8").splitlines()]


def split_files(path, text):
    """The files of a case, by name; the résumé comes first."""
    parts = re.split(rb"(?m)^#@ (\S+)\n", text)
    return {path.name: parts[0], **{parts[i].decode(): parts[i + 1] for i in range(1, len(parts), 2)}}


def say(program, path, text):
    """What the program says about a case: stderr without the count of errors at its end."""
    first = text.decode("utf-8").split("\n", 1)[0]
    arguments = first[3:].split() if first.startswith("#$ ") else []
    for name, content in split_files(path, text).items():
        pathlib.Path(name).write_bytes(content)
    run = subprocess.run([program, "check", path.name, *arguments], capture_output=True, check=False)
    lines = run.stderr.decode("utf-8").splitlines()
    wrong = any(line.startswith("error") for line in lines)
    if run.returncode != int(wrong):
        print(f"{path.name}: exit code {run.returncode}")
    return lines[:-2] if lines and re.match(r"\d+ (error|warning)", lines[-1]) else lines


def compiled_entries(lines, files):
    """(code, severity, message, hints, line) of each report."""
    entry = None
    for line in lines:
        head = re.match(r"(error|warning)\[([a-z0-9-]+)\]: (.*)", line)
        if head:
            if entry:
                yield entry
            entry = [head[2], head[1], head[3], [], ""]
        elif entry and line.startswith("  hint: "):
            entry[3].append(line[8:])
        elif entry and (place := re.match(r" +--> (?:\./)?([^/]*\.yaml):(\d+):", line)) and not entry[4]:
            entry[4] = files[place[1]].decode("utf-8", "replace").splitlines()[int(place[2]) - 1]
    if entry:
        yield entry


def unit_entries(lines, source):
    entry = None
    for line in lines:
        head = re.match(r"(error|warning) ([a-z0-9-]+) (?:(\d+):\S+|nowhere): (.*)", line)
        if head:
            if entry:
                yield entry
            entry = [head[2], head[1], head[4], [], source[int(head[3]) - 1] if head[3] else ""]
        elif entry and line.startswith("  hint: "):
            entry[3].append(re.sub(r" \((\d+):[\d:-]+\)$", r" (line \1)", line[8:]))
        elif entry and line.startswith("    | "):
            entry[3][-1] += "\n        " + line[6:]
    if entry:
        yield entry


def page(entries):
    text = HEAD
    seen = set()
    for code, severity, message, hints, source in sorted(entries, key=lambda one: one[0]):
        if ("head", code) not in seen:
            seen.add(("head", code))
            text += f"\n## {code}\n"
        # The same sentence about another word teaches nothing new.
        sentence = (code, re.sub(r"'[^']*'|`[^`]*`|\d+", "…", message), tuple(re.sub(r"'[^']*'", "…", h) for h in hints))
        if sentence in seen:
            continue
        seen.add(sentence)
        text += "\n```text\n"
        source = "".join(c if c == "\t" or c >= " " else "\ufffd" for c in source.replace("\t", "→"))
        if source.strip():
            text += (source if len(source) <= 110 else source[:110] + " …") + "\n\n"
        text += f"{severity}: {message}\n" + "".join(f"  hint: {hint}\n" for hint in hints) + "```\n"
    return text


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    failures, entries, cases = 0, [], 0
    for path in sorted(root.glob("tests/suite/compiled/*.yaml")):
        cases += 1
        text, expected = split_case(path)
        said = say(program, path, text)
        if said != expected and UPDATE:
            path.write_bytes(text + "".join(f"#~ {line}".rstrip() + "\n" for line in said).encode("utf-8"))
            expected = said
        if [line.rstrip() for line in said] != [line.rstrip() for line in expected]:
            failures += 1
            print(f"{path.name} says\n" + "\n".join(said) + "\ninstead of\n" + "\n".join(expected) + "\n")
        entries += compiled_entries(said, split_files(path, text))
    for path in sorted(root.glob("tests/suite/*.yaml")):
        cases += 1
        text, expected = split_case(path)
        entries += unit_entries(expected, text.decode("utf-8", "replace").replace("\r\n", "\n").split("\n"))
    docs = root / "docs" / "errors.md"
    made = page(entries)
    if UPDATE:
        docs.write_text(made, "utf-8")
    elif docs.read_text("utf-8") != made:
        failures += 1
        print("docs/errors.md is not what the cases make of it: run with UPDATE_EXPECTED=1")
    mistakes = made.count("```text")
    print(f"{cases} cases, {mistakes} distinct mistakes of {made.count(chr(10) + '## ')} codes")
    return 1 if failures or mistakes < 60 else 0


sys.exit(main())
