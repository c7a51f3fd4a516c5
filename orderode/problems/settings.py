"""Keys of a problem file that are set on the command line, `--set parameters.eta_w=3`: values as in
TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Any

from ..errors import ProblemError

__all__ = ["parsed", "put"]

KEY = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")
FORM = "--set KEY=VALUE, such as --set parameters.eta_w=3 or --set run.alpha_end=5.0"
VALUES = (
    "a value as in TOML: 3, 0.5, inf, true, [1.0, 2.0], { N = 1000, seed = 0 }; text in quotes of"
    """ its own, as in --set 'activation="relu"'"""
)


def parsed(settings: Iterable[str]) -> dict[str, Any]:
    """Keys, dotted, and their values; the last of equal ones counts."""
    found = {}
    for text in settings:
        name, equals, value = text.partition("=")
        name = name.strip()
        if not equals or not KEY.fullmatch(name):
            raise ProblemError("--set", text, FORM)
        try:
            read = tomllib.loads(f"value = {value}")
        except (ValueError, RecursionError):
            raise ProblemError(f"--set {name}", value, VALUES, "no value of TOML") from None
        if list(read) != ["value"]:  # there was another line
            raise ProblemError(f"--set {name}", value, VALUES, "more than a value")
        found[name] = read["value"]
    return found


def put(content: dict[str, Any], name: str, value: Any, key: str) -> None:
    """Set ``name``, dotted, within the content of a problem file; ``key``: what a fault is called
    by."""
    *folders, last = name.split(".")
    place = content
    for depth, folder in enumerate(folders, start=1):
        place = place.setdefault(folder, {})
        if not isinstance(place, dict):
            above = ".".join(folders[:depth])
            raise ProblemError(key, value, f"keys of the problem file; {above} is no table there")
    place[last] = value
