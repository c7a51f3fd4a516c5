"""One reader of problem files: the named model says of which kind a problem is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ProblemError
from ..models.data import driver_of
from ..models.deriving import seen_from
from ..models.manifest import FLOW, KINDS
from .base import AnyProblem
from .schema import LARGEST_FILE, plain, read_toml, toml_of
from .settings import parsed, put

if TYPE_CHECKING:
    from .fixed_point import FixedPointProblem
    from .problem import Problem

__all__ = ["STDIN", "AnyProblem", "asked_for", "kind_of", "load_problem"]

STDIN = Path("-")  #: as commands have it
A_PROBLEM_FILE = "a problem file: TOML in UTF-8"


def kind_of(model: Any) -> type[Problem] | type[FixedPointProblem]:
    """The class of the problems of a model, by its name or the path of its file."""
    found: type[Problem] | type[FixedPointProblem]
    found = KINDS[driver_of(model) or FLOW].problem_class()
    return found


def load_problem(
    problem: str | os.PathLike[str] | Mapping[str, Any],
) -> Problem | FixedPointProblem:
    """The problem in a TOML file, or in a mapping of the same form, which may hold numpy arrays:
    of trajectories, or of fixed points."""
    content, source = content_of(problem)
    return kind_of(content.get("model")).read(content, source)


def asked_for(file: Path, settings: Iterable[str]) -> Problem | FixedPointProblem:
    """The problem of a command: of a file, or for - of standard input, with keys set as in
    ``--set``; a path that is set or comes from there is seen from the current folder."""
    changes = parsed(settings)
    if file == STDIN:
        raw = sys.stdin.buffer.read(LARGEST_FILE + 1)
        content, source = toml_of(raw, "standard input", A_PROBLEM_FILE), "standard input"
    else:
        content, source = content_of(file)
    for name, value in changes.items():
        put(content, name, value, f"--set {name}")
    return kind_of(content.get("model")).read(content, source)


def content_of(problem: Any) -> tuple[dict[str, Any], str]:
    """What a problem file, or a mapping of the same form, says in plain Python, and the file's
    name: "" for a mapping.

    The path of a model file is that from the folder of the problem file.
    """
    if isinstance(problem, Mapping):
        return plain(problem), ""
    if not isinstance(problem, str | os.PathLike):
        accepted = "the path of a problem file, or a mapping with its keys"
        raise ProblemError("problem", plain(problem), accepted, f"a {type(problem).__name__}")
    path = Path(problem)
    content = read_toml(path, A_PROBLEM_FILE)
    if isinstance(content.get("model"), str):
        content["model"] = seen_from(path.parent, content["model"])
    return content, path.name
