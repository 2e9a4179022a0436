#!/usr/bin/env python3
"""Checks the order of the folders of src/, the size of files, their names and their first lines.

tools/check_layers.py [--root FOLDER]    prints file:line, what is wrong and the fix; exit status 1 on errors
tools/check_layers.py --self-test        proves on made-up trees that each check can fail
"""

import argparse
import re
import statistics
import sys
import tempfile
from pathlib import Path

# Each folder of src/ includes only itself and folders before it.
LAYERS = ("base packet protocols decode flow fields filter files capture statistics findings outputs targets pipeline "
          "comparison server commands").split()
MEDIAN, SOFT, HARD, MAIN = 150, 400, 600, 40  # lines
SUFFIXES = {".h", ".hpp", ".cpp", ".cc", ".c"}
CODE_FOLDERS = ("src", "fuzz", "bench", "tests", "tools")
DATA_FOLDERS = ("tests/cases", "fuzz/corpus")
EMPTY_WORDS = re.compile(r"utils?|utilit(y|ies)|helpers?|managers?|common|misc|miscellaneous")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def lines_of(path):
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def sources(root, *folders):
    return [path for folder in folders for path in sorted((root / folder).rglob("*"))
            if path.suffix in SUFFIXES and path.is_file()]


def check_includes(root):
    for path in sources(root, "src"):
        name = path.relative_to(root)
        own = name.parts[1] if len(name.parts) > 2 else None
        if own is None and name.name != "main.cpp":
            yield f"{name}:1: only main.cpp lies directly in src/", "move it into the folder whose vocabulary it is"
            continue
        if own is not None and own not in LAYERS:
            yield (f"{name}:1: src/{own}/ is not one of the layers",
                   f"use one of: {' '.join(LAYERS)} (or add it to LAYERS in tools/check_layers.py)")
            continue
        # A test may use every layer: it proves its own one with the help of those below.
        allowed = LAYERS[:LAYERS.index(own) + 1] if own and not path.stem.endswith("_test") else LAYERS
        for number, line in enumerate(lines_of(path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quoted, target = match[1] == '"', match[2]
            first = target.split("/")[0]
            if target.startswith("."):
                yield f'{name}:{number}: relative include "{target}"', 'write the path from src/, for instance "base/text.h"'
            elif first in LAYERS and "/" in target:
                if first not in allowed:
                    yield (f"{name}:{number}: {own} includes {target}, but {first} comes after {own} in the layers",
                           f"move what both need to {own} or a layer before it, or this file to {first} or after it")
            elif quoted and not (path.parent / target).exists():
                yield (f'{name}:{number}: "{target}" is neither beside this file nor in a layer',
                       'write the path from src/, for instance "base/text.h"; libraries in <angle brackets>')


def check_sizes(root):
    for path in sources(root, "src", "fuzz", "bench", "tests"):
        if path.stem.endswith(("_names", "_labels")):
            continue
        count, name = len(lines_of(path)), path.relative_to(root)
        limit = MAIN if str(name) == "src/main.cpp" else HARD
        if count > limit:
            fix = "move the work into src/commands/" if limit == MAIN else "split it by topic (tables of names: *_names.h, *_labels.h)"
            yield f"{name}:{limit + 1}: {count} lines, the limit is {limit}", fix
    sizes = [len(lines_of(path)) for path in sources(root, "src")]
    if sizes and statistics.median(sizes) > MEDIAN:
        yield (f"src:1: the median file has {statistics.median(sizes):g} lines, the limit is {MEDIAN}",
               "split the files that hold more than one topic")


def soft_notes(root):
    for path in sources(root, "src", "fuzz", "bench", "tests"):
        count = len(lines_of(path))
        if SOFT < count <= HARD and not path.stem.endswith(("_names", "_labels")):
            yield f"note: {path.relative_to(root)}: {count} lines, more than {SOFT}: does it hold two topics?"


def code_files(root):
    for folder in CODE_FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root)
            if path.is_file() and "__pycache__" not in name.parts and not any(name.is_relative_to(d) for d in DATA_FOLDERS):
                yield path, name


def check_names(root):
    for _, name in code_files(root):
        for part in name.parts:
            for word in re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1_\2", part).lower()):
                if EMPTY_WORDS.fullmatch(word):
                    yield f'{name}:1: the word "{word}" names nothing', "name the file after what it is about"


def check_first_lines(root):
    for path, name in code_files(root):
        source = path.suffix in SUFFIXES
        if not source and path.suffix not in {"", ".py", ".sh", ".cmake"}:
            continue
        lines = (lines_of(path) + ["", ""])[:2]
        script = lines[0].startswith("#!")
        first = lines[1] if script else lines[0]
        start = "// " if source else ("# ", '"""', "#[", "// ")
        text = first.lstrip('/#" ')
        if not first.startswith(start) or len(text.split()) < 3 or re.match(r"(SPDX|Copyright|\(c\))", text, re.I):
            yield (f"{name}:{2 if script else 1}: the first line does not say what this file is",
                   "begin with a comment, for instance // VXLAN (RFC 7348): an Ethernet frame carried in UDP.")


def check_types(root):
    """Two types of one name break the one-definition rule, and no linker says so: what templates make of them is shared."""
    seen = {}
    for path in sources(root, "src"):
        name, spaces = path.relative_to(root), []
        for number, line in enumerate(lines_of(path), 1):
            if opened := re.match(r"(?:inline )?namespace ?([\w:]*) ?\{(.*)", line):
                if "}" not in opened[2]:
                    spaces.append(opened[1])
            elif re.match(r"\}  // namespace", line) and spaces:
                spaces.pop()
            defined = re.match(r"(?:struct|enum class|class|enum|union) (\w+)(?=[ {]|$)", line)
            declared_only = line.endswith(";") and "{" not in line
            if not defined or declared_only or "" in spaces:  # what lies in a namespace without a name is its file's own
                continue
            full = "::".join([*spaces, defined[1]])
            if full in seen and seen[full][0] != name:
                yield f"{name}:{number}: {full} is another type in {seen[full][0]}:{seen[full][1]}", "give one of the two another name"
            seen.setdefault(full, (name, number))


CHECKS = (check_includes, check_sizes, check_names, check_first_lines, check_types)


def check(root):
    return [problem for one in CHECKS for problem in one(root)]


def self_test():
    good = {
        "src/main.cpp": '// The program: hands over to the command.\n#include "commands/all.h"\n',
        "src/base/text.h": "// Text, appended piece by piece.\n#include <string>\n",
        "src/commands/all.h": '// The list of all commands.\n#include "base/text.h"\n#include "own.h"\n',
        "src/commands/own.h": "// A file beside it.\n",
        "src/statistics/utilization.cpp": "// Utilization of the link, per second.\n",
        "src/protocols/dns_names.h": "// Names of DNS record types.\n" + "\n" * 700,
        "tools/build": "#!/bin/bash\n# Builds a preset when it is stale.\n",
        "tests/cases/misc/a.expect": "$ true\n",
    }
    long = "// A file that is too long.\n"
    bad = {  # what is added to the good tree, and the message it must cause
        "an upward include": ({"src/base/a.h": '// A file in base.\n#include "files/pcap.h"\n'}, "a.h:2: base includes"),
        "two types of one name": ({"src/base/a.h": "// One of the types.\nnamespace w {\nstruct A {\n};\n}  // namespace w\n",
                                   "src/flow/b.h": "// The other of them.\nnamespace w {\nclass A {\n};\n}  // namespace w\n"},
                                  "b.h:3: w::A is another type in src/base/a.h:3"),
        "an upward include in <>": ({"src/flow/a.h": "// A file in flow.\n#include <capture/ring.h>\n"}, "a.h:2: flow includes"),
        "a relative include": ({"src/flow/a.h": '// A file in flow.\n#include "../base/text.h"\n'}, "relative include"),
        "an unknown include": ({"src/flow/a.h": '// A file in flow.\n#include "text.h"\n'}, "neither beside"),
        "an unknown folder": ({"src/extra/a.h": "// A file in a new folder.\n"}, "not one of the layers"),
        "a file beside main": ({"src/a.h": "// A file without a folder.\n"}, "only main.cpp"),
        "a long file": ({"src/base/a.h": long + "\n" * HARD}, "a.h:601: 601 lines, the limit is 600"),
        "a long main": ({"src/main.cpp": long + "\n" * MAIN}, "main.cpp:41: 41 lines"),
        "a high median": ({f"src/base/a{i}.h": long + "\n" * MEDIAN for i in range(9)}, "median file has 151"),
        "an empty word": ({"src/base/string_utils.h": "// Functions on text strings.\n"}, 'word "utils"'),
        "an empty folder name": ({"src/base/common/a.h": "// A file in a folder.\n"}, 'word "common"'),
        "camel case": ({"bench/FlowManager.cpp": "// Benchmark of the flow table.\n"}, 'word "manager"'),
        "no first comment": ({"src/base/a.h": "#pragma once\n"}, "a.h:1: the first line"),
        "a licence first": ({"src/base/a.h": "// SPDX-License-Identifier: Apache 2.0\n"}, "a.h:1: the first line"),
        "a script without": ({"tools/a": "#!/bin/bash\nset -e\n"}, "tools/a:2: the first line"),
    }
    failures = 0
    for name, (files, wanted) in {"the good tree": ({}, None), **bad}.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, text in {**good, **files}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            problems = [what for what, _ in check(root)]
        fine = not problems if wanted is None else any(wanted in what for what in problems) and (
            name == "a high median" or len(problems) == 1)
        failures += not fine
        print(f"{'ok  ' if fine else 'FAIL'} {name}" + ("" if fine else f": wanted {wanted!r}, got {problems}"))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "src/base").mkdir(parents=True)
        (Path(folder) / "src/base/a.h").write_text(long + "\n" * SOFT, encoding="utf-8")
        fine = len(list(soft_notes(Path(folder)))) == 1
    failures += not fine
    print(f"{'ok  ' if fine else 'FAIL'} the soft limit is a note")
    print(f"{len(bad) + 2 - failures} passed, {failures} failed")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return 1 if self_test() else 0
    for note in soft_notes(options.root):
        print(note)
    problems = check(options.root)
    for what, fix in problems:
        print(f"{what}\n  fix: {fix}", file=sys.stderr)
    files = sources(options.root, "src")
    middle = statistics.median(len(lines_of(path)) for path in files) if files else 0
    print(f"{len(files)} files in src/, the median has {middle:g} lines, {len(problems)} errors")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
