# SPDX-License-Identifier: MIT
# The schemas of `broadside schema` against real files, as an editor uses them. Arguments: the project's root, the schema
# of résumés, the schema of layouts. Prints what is wrong and exits with 1, or the counts.
#
# 1. Both are valid draft 2020-12 schemas.
# 2. Every layout and every résumé that the compiler takes without errors is accepted.
# 3. Every mistake of tests/suite that a schema can express is found, on the line that the case names: those of résumés,
#    and those of the layout files that cases of tests/suite/compiled bring with them.
import json
import pathlib
import re
import sys

import jsonschema
import yaml

# What a schema can express. The other codes are about YAML itself, about two values together, or about other files.
EXPRESSIBLE = {"resume-unknown-key", "resume-missing", "resume-type", "resume-value", "resume-output"}

# The same of a layout file. Names of styles, colours, flows and boxes are those of the file at hand.
EXPRESSIBLE_OF_LAYOUTS = {"layout-unknown-key", "layout-type", "layout-value"}

# Said by these codes too, but about two values at once.
BEYOND = ("two variants would write",)


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no dates, and `yes` is a text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(null|Null|NULL|~|)$", ["n", "N", "~", ""]),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))


def leaves(error):
    """The innermost errors: of the alternatives of an anyOf, each one's."""
    if not error.context:
        yield error
    for inner in error.context:
        yield from leaves(inner)


def node_at(node, path):
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == str(step))
        else:
            node = node.value[step]
    return node


def key_node(node, name):
    return next(key for key, _ in node.value if key.value == name)


def lines_of(error, root):
    """The lines (from 1) that an editor marks for one error."""
    if root is None:
        return {1}
    node = node_at(root, error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {})
        return {key_node(node, name).start_mark.line + 1 for name in error.instance if name not in known}
    if error.validator == "required" and isinstance(node, yaml.MappingNode) and node.value:
        return {node.value[0][0].start_mark.line + 1}
    lines = {node.start_mark.line + 1}
    if error.absolute_path and isinstance(error.absolute_path[-1], str):
        parent = node_at(root, list(error.absolute_path)[:-1])
        lines.add(key_node(parent, error.absolute_path[-1]).start_mark.line + 1)
    if "propertyNames" in error.absolute_schema_path and isinstance(node, yaml.MappingNode):
        lines |= {key.start_mark.line + 1 for key, _ in node.value if key.value == error.instance}
    return lines


def check(validator, text):
    """The set of lines with errors, or None if this is no YAML."""
    try:
        data = yaml.load(text, Loader)
        root = yaml.compose(text, Loader)
    except (yaml.YAMLError, ValueError):
        return None
    lines = set()
    for error in validator.iter_errors(data):
        for leaf in leaves(error):
            lines |= lines_of(leaf, root)
    return lines


def layout_files(path):
    """Of a case of tests/suite/compiled: each layout file it brings, with the mistakes (code, line, message) in it."""
    text = path.read_text("utf-8", "replace")
    at = text.find("\n#~") + 1
    expected = text[at:]
    parts = re.split(r"(?m)^#@ (\S+)\n", text[:at] if at else text)
    for name, content in zip(parts[1::2], parts[2::2]):
        if name.endswith(".yaml"):
            place = rf"^#~ error\[(\S+)\]: (.*)\n#~ +--> \./{re.escape(name)}:(\d+):"
            yield content, [(m[1], int(m[3]), m[2]) for m in re.finditer(place, expected, re.M)]


def main():
    root, resume_schema, layout_schema = sys.argv[1:]
    validators = []
    for path in (resume_schema, layout_schema):
        schema = json.loads(pathlib.Path(path).read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validators.append(jsonschema.Draft202012Validator(schema))
    resume, layout = validators
    failures, right, found = [], 0, 0
    root = pathlib.Path(root)

    for validator, paths in (
        (layout, sorted(root.glob("layouts/*.yaml"))),
        (resume, [root / "resume.yaml", *sorted(root.glob("examples/**/*.yaml"))]),
    ):
        for path in paths:
            right += 1
            lines = check(validator, path.read_text("utf-8"))
            if lines is None or lines:
                failures.append(f"{path.relative_to(root)} is right, but the schema complains on lines {lines}")

    for path in sorted(root.glob("tests/suite/*.yaml")):
        raw = path.read_bytes()
        text, _, expected = raw.partition(b"\n#~")
        try:
            text, expected = text.decode("utf-8").lstrip("\ufeff") + "\n", "#~" + expected.decode("utf-8")
        except UnicodeDecodeError:
            continue
        lines = check(resume, text)
        if lines is None:
            continue
        reported = re.findall(r"^#~ error (\S+) (\d+):\S+: (.*)$", expected, re.M)
        # A place that the compiler only warns of may be wrong to a schema.
        warned = {int(line) for line in re.findall(r"^#~ warning \S+ (\d+):", expected, re.M)}
        if not reported:
            right += 1
            if lines - warned:
                failures.append(f"{path.name} is right, but the schema complains on lines {sorted(lines - warned)}")
        for code, line, message in reported:
            if code not in EXPRESSIBLE or message.startswith(BEYOND):
                continue
            if int(line) in lines:
                found += 1
            else:
                failures.append(f"{path.name}: the schema does not see line {line}: {message}")

    in_layouts = 0
    for path in sorted(root.glob("tests/suite/compiled/*.yaml")):
        for content, reported in layout_files(path):
            lines = check(layout, content)
            if lines is None:
                continue
            if not reported:
                right += 1
                if lines:
                    failures.append(f"the layout of {path.name} is right, but the schema complains on {sorted(lines)}")
            for code, line, message in reported:
                if code not in EXPRESSIBLE_OF_LAYOUTS:
                    continue
                in_layouts += 1
                if line not in lines:
                    failures.append(f"{path.name}: the schema does not see line {line} of the layout: {message}")

    for failure in failures:
        print(failure)
    if in_layouts < 10:
        print("the cases bring hardly any wrong layout: nothing is shown")
        return 1
    print(f"{right} right files, {found} mistakes of résumés and {in_layouts} of layouts found")
    return 1 if failures else 0


sys.exit(main())
