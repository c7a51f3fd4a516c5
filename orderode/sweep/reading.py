"""Sweep files: TOML to a checked ``Sweep``."""
# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.data import data_of
from ..models.manifest import FLOW
from ..problems.overlaps import is_number
from ..problems.reader import load_problem
from ..problems.schema import (
    FINITE,
    Rule,
    as_path,
    integer,
    key,
    one_of,
    read_table,
    read_toml,
    table,
    written,
)
from .definition import Axis, Outputs, Sweep
from .drivers import points_of

__all__ = ["read_sweep"]

MOST_POINTS = 10**8
MOST_VALUES = 100_000  # of an axis: each is checked before anything is computed
ACCEPTED_AXIS = "a list of numbers or names, or { first = 0.1, last = 4.0, points = 60 }"
RANGE_KEYS = ("first", "last", "points", "scale")


@dataclass(frozen=True)
class Range:
    """An axis of evenly spaced values, or of values with even ratios."""

    first: Any = key(FINITE)
    last: Any = key(FINITE)
    points: int = key(integer(2, MOST_VALUES))
    scale: str = key(one_of("linear", "log"), "linear")


@dataclass(frozen=True)
class Document:
    """The top level of a sweep file."""

    problem: Any = key(
        written("the name of a problem file in quotes, or a table [problem] with its keys")
    )
    axes: Any = key(Rule("a table of axes", lambda v: v if isinstance(v, Mapping) and v else None))
    outputs: Outputs | None = key(table(Outputs), None)
    chunk: int | None = key(integer(1), None)  # points computed and written together


def read_sweep(file: str | Path) -> Sweep:
    """The sweep in a TOML file, every value of every axis checked."""
    path = as_path(file, "file")
    content = read_toml(path, "a sweep file: TOML in UTF-8")
    try:
        doc = read_table(Document, content)
        axes = tuple(_axes(doc.axes, "axes"))
        outputs = doc.outputs or Outputs((), (), False)
        sweep = Sweep(_problem(doc.problem, path.parent), axes, outputs, 1, path.name)
        if sweep.points > MOST_POINTS:
            raise ProblemError(
                "axes", list(sweep.shape), f"axes with at most {MOST_POINTS} points together"
            )
        points_of(sweep).require_outputs(outputs, content.get("outputs"))
        return _checked(replace(sweep, chunk=doc.chunk or _default_chunk(sweep.points)))
    except ProblemError as error:
        error.source = error.source or path.name
        raise


def _default_chunk(points: int) -> int:
    """Small enough that a kill costs little and all workers have some; large enough that the lanes
    of the vector kernels stay full, and a million points are no million files."""
    return max(64, min(256, points // 32), -(-points // 1024))


def _problem(value: Any, folder: Path) -> str:
    given = folder / value if isinstance(value, str) else value
    if not isinstance(value, str | Mapping):
        accepted = "the name of a problem file in quotes, or a table [problem] with its keys"
        raise ProblemError("problem", value, accepted)
    content = json.loads(load_problem(given).content)
    content.pop("simulation", None)  # of no account here
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def _axes(content: Mapping[str, Any], path: str) -> Iterator[Axis]:
    """Axes, also from nested tables, in the order of the file."""
    for name, value in content.items():
        here = f"{path}.{name}"
        if isinstance(value, Mapping) and not set(value) & {"first", "last"}:
            yield from _axes(value, here)
            continue
        values = _range(value, here) if isinstance(value, Mapping) else _list(value, here)
        yield Axis(here.removeprefix("axes."), values)


def _list(value: Any, path: str) -> tuple[int | float | str, ...]:
    if not isinstance(value, list) or not value:
        raise ProblemError(path, value, ACCEPTED_AXIS)
    if len(value) > MOST_VALUES:
        raise ProblemError(path, value, f"at most {MOST_VALUES} values", f"{len(value)} values")
    for item in value:
        if not (is_number(item) or isinstance(item, str) or item == math.inf):
            raise ProblemError(path, value, ACCEPTED_AXIS)
    if len(set(value)) < len(value):
        raise ProblemError(
            path, value, "different values: a value that comes twice is a point computed twice"
        )
    if len({isinstance(item, str) for item in value}) > 1:
        raise ProblemError(path, value, ACCEPTED_AXIS, "numbers and names together")
    return tuple(value)


def _range(value: Mapping[str, Any], path: str) -> tuple[int | float, ...]:
    found = read_table(Range, value, path)
    if found.first == found.last:
        raise ProblemError(f"{path}.last", value["last"], "a number other than first")
    if found.scale == "log" and not (found.first > 0 and found.last > 0):
        raise ProblemError(f"{path}.scale", found.scale, '"linear" where first or last is not > 0')
    make = np.geomspace if found.scale == "log" else np.linspace
    numbers = [float(x) for x in make(found.first, found.last, found.points)]
    # K and sample numbers are integers: a range with integer ends and steps is one of integers
    ends = isinstance(value["first"], int) and isinstance(value["last"], int)
    if ends and found.scale == "linear" and all(x.is_integer() for x in numbers):
        return tuple(int(x) for x in numbers)
    return tuple(numbers)


def _checked(sweep: Sweep) -> Sweep:
    """Each value of each axis makes a problem that can be solved, the other axes at their first
    values."""
    first = {axis.name: axis.values[0] for axis in sweep.axes}
    if len(first) < len(sweep.axes):
        names = [axis.name for axis in sweep.axes]
        twice = next(name for name in names if names.count(name) > 1)
        raise ProblemError(f"axes.{twice}", "two axes", "every key once")
    require = points_of(sweep).require_solvable
    for axis in sweep.axes:
        for value in _deciding(axis, sweep):
            require(sweep.problem_with({**first, axis.name: value}), sweep)
    return sweep


def _deciding(axis: Axis, sweep: Sweep) -> tuple[int | float | str, ...]:
    """The values of an axis whose checks are those of all: of a rate, which may be any number from
    0 on whatever the others are, the least and the largest; else all."""
    names = {f"parameters.{name}" for name in _rates(sweep)}
    if axis.name not in names or isinstance(axis.values[0], str):
        return axis.values
    return tuple(sorted({min(axis.values), max(axis.values)}))  # type: ignore[type-var]


def _rates(sweep: Sweep) -> list[str]:
    """Parameters that are rates, where all points have one model, whose points are trajectories."""
    if sweep.kind.DRIVER != FLOW or any(axis.name == "model" for axis in sweep.axes):
        return []
    stated = data_of(json.loads(sweep.problem)["model"])["parameters"]
    return [p["name"] for p in stated if p["kind"] == "rate"]
