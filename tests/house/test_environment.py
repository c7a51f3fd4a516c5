"""The lists of packages that make installs: first what the figure needs, then everything."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def pinned(name):
    """Package -> its lines in the list: release and digests."""
    text = (ROOT / "requirements" / name).read_text()
    blocks = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, flags=re.M | re.S)
    return {re.match(r"[a-z0-9-]+", block)[0]: block.rstrip() for block in blocks}


def needed(requirements):
    """The packages that these ask for in this environment, without extras, and what those do."""
    found, waiting = set(), list(requirements)
    while waiting:
        requirement = waiting.pop()
        name = re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower()
        if name in found or "extra ==" in requirement:
            continue
        try:
            waiting += metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # of another system, or another Python
            continue
        found.add(name)
    return found


def test_the_figure_gets_the_packages_of_the_tests_and_all_it_needs():
    first, every = pinned("run.txt"), pinned("lock.txt")
    assert first == {name: every[name] for name in first} and "pytest" in set(every) - set(first)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["derive"], "setuptools"]
    assert {"numpy", "pillow", "markupsafe"} <= needed(asked) <= set(first)
