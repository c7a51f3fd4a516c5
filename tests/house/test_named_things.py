"""Files, commands, options, keys and words that pages name are there.

Times and campaigns that pages state cannot be tests; that the commands which gave them start is one.
"""

import re
import shlex
import subprocess
import sys

import click
import pytest
from pages import ROOT, module, said, tables, text

from orderode.cli import main
from orderode.problems.editors import problem_schema
from orderode.theory.integrate import CAUSES

PAGES = ["README.md", *sorted(p.name for p in (ROOT / "docs").glob("*.md"))]
FOLDERS = "benchmarks derive docs examples experiments generated orderode scripts templates tests"
#: Where the folder that a path begins in may stand.
ABOVE = ("", "derive", "orderode", "docs")
#: Folders and files that stand for others, that a reader makes, or that a build does.
OTHERS = re.compile(r"NAME|TARGET|ENDING|<|my_|ridge|sextic|results/|\bbuild/")
CODE = re.compile(r"`([^`\n]+)`")


def code(page):
    """What stands between accents, and indented lines."""
    plain = re.sub(r"^```.*?^```$", "", text(page), flags=re.M | re.S)
    return CODE.findall(plain) + re.findall(r"^    (\S.*)$", plain, re.M)


def paths():
    for page in PAGES:
        for words in code(page):
            for path in re.findall(r"[\w./-]*\w/[\w./*-]*\w|\b\w+\.toml\b|\b\w+\.py\b", words):
                if not OTHERS.search(words) and "//" not in path and not path.startswith("/"):
                    yield page, path.rstrip("./")


def exists(path):
    places = [ROOT / above / path for above in ABOVE]
    if path.endswith(".toml"):
        places.append(ROOT / "experiments" / path)
    return any(list(p.parent.glob(p.name)) for p in places if p.parent.is_dir())


@pytest.mark.parametrize("page", PAGES)
def test_files_that_are_named(page):
    """Of paths that begin with a folder of the repository, and of problem files."""
    missing = set()
    for name, path in paths():
        begins = path.split("/")[0] in FOLDERS.split() or path.endswith(".toml")
        if name == page and begins and not exists(path):
            missing.add(path)
    assert not missing


def test_names_in_the_files_of_the_tables():
    """adding.md: in a row of a file, words in capitals are names in it."""
    found = []
    for line in text("adding.md").splitlines():
        cells = [x.strip() for x in line.strip("|").split("|")]
        path = re.match(r"`([\w./]+\.py)`$", cells[0])
        if path and exists(path[1]):
            source = (ROOT / path[1]).read_text(encoding="utf-8")
            for word in re.findall(r"`([A-Z_]{4,})`", line):
                found.append(word)
                assert word in source or word == "NAME", (path[1], word)
    assert {"ROUTES", "KINDS"} <= set(found)


def commands(program):
    """Each command of a program that a page has, once: page and words."""
    found = {}
    for page in PAGES:
        for line in code(page):
            plain = line.split(" # ")[0].split(" | ")[0].split(" > ")[0].strip()
            plain = plain.removeprefix("./").removeprefix(".venv/bin/")
            if plain.startswith(program + " "):
                found.setdefault(plain, page)
    return [pytest.param(page, line, id=line[:60]) for line, page in found.items()]


@pytest.mark.parametrize(("page", "line"), commands("orderode"))
def test_commands_and_their_options(page, line):
    words = [x for x in shlex.split(line) if x != "\\"]
    command = main.get_command(click.Context(main), words[1])
    assert command is not None or words[1].startswith("-"), page
    if command is None:
        return
    known = {name for p in command.params for name in (*p.opts, *p.secondary_opts)}
    for word in words[2:]:
        if word.startswith("-") and word != "-":
            assert word.split("=")[0] in known | {"--help"}, (page, word)


@pytest.mark.parametrize(("page", "line"), commands("make"))
def test_targets_of_make(page, line):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z0-9_]+):", makefile, re.M))
    (first, *_) = [x for x in line.split()[1:] if "=" not in x]
    assert first in targets, page


def programs():
    """Each of benchmarks/ with the options that pages give it."""
    found = {}
    for _, line in (c.values for c in commands("python")):
        words = shlex.split(re.sub(r"\$\(.*?\)", "0", line))[1:]
        if words[0].startswith("benchmarks/"):
            options = found.setdefault(words[0], set())
            options |= {x.split("=")[0] for x in words[1:] if x.startswith("--")}
    return found


@pytest.mark.slow
@pytest.mark.parametrize("path", programs())
def test_programs_of_the_pages_start(path):
    """With options their words about them name each that a page has."""
    source, options = (ROOT / path).read_text(encoding="utf-8"), programs()[path]
    if "argparse" in source or "click" in source:
        line = [sys.executable, path, "--help"]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert all(x in done.stdout for x in options)
    else:
        module(path)
        assert '__name__ == "__main__"' in source and all(x in source for x in options)


@pytest.mark.parametrize(("page", "line"), commands("pytest") + commands("python -m pytest"))
def test_tests_of_the_pages_are_there(page, line):
    """Folders and files, and in one of these what `-k` asks for."""
    words = shlex.split(line)[1:]
    files = [ROOT / x.partition("::")[0] for x in words if x.startswith("tests/")]
    assert files and all(file.exists() for file in files), page
    asked = " and ".join(words[n + 1] for n, x in enumerate(words) if x == "-k")
    for chosen in asked.split(" and "):
        assert any(chosen in file.read_text(encoding="utf-8") for file in files), chosen


def keys(node, found):
    """Of all tables of a schema."""
    if isinstance(node, dict):
        found |= set(node.get("properties", {}))
        for part in node.values():
            keys(part, found)
    elif isinstance(node, list):
        for part in node:
            keys(part, found)
    return found


def test_every_key_is_on_a_page():
    """What editors know of a problem file, in words on the pages of its keys."""
    known = " ".join(text(p) for p in ("problem-files.md", "one-step.md", "models.md", "atlas.md"))
    missing = {key for key in keys(problem_schema(), set()) if not re.search(rf"\b{key}\b", known)}
    assert not missing


def test_every_status_is_on_a_page():
    known = {"ok", *CAUSES}
    page = said("theory.md", r"Both report a status, never a silent NaN: (.*?largest)\)")[0]
    assert known == set(re.findall(r"`([a-z -]+)`", page))
    rows = tables("sweeps.md", "| status | meaning |")[0]
    named = {x.strip("` ") for row in rows for x in row[0].split(",")}
    assert named == known | {"unreached"}
