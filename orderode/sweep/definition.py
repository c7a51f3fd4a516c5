"""Sweep files: a problem, the axes along which it varies, and what to keep of each trajectory.

    problem = "fig3.toml"            # a problem file, relative to the sweep file, or a table
    [problem]

    [axes]                           # the points are the product of the axes, the last one fastest
    K = [3, 4, 5]
    "parameters.eta_w" = { first = 0.1, last = 4.0, points = 60 }
    "parameters.eta_J" = { first = 0.1, last = 10.0, points = 60, scale = "log" }

    [outputs]
    crossings = [0.01]

An axis is any key of the problem file with a list of its values or an even range of them.
"""
# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

import hashlib
import itertools
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, singledispatch
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import MISSING, ProblemError
from ..problems.fixed_point import FixedPointProblem
from ..problems.overlaps import is_number
from ..problems.problem import Problem
from ..problems.reader import AnyProblem, kind_of, load_problem
from ..problems.schema import (
    Rule,
    integer,
    key,
    one_of,
    read_table,
    read_toml,
    real,
    table,
    written,
)
from ..theory.limits import require_theory

__all__ = ["Axis", "Outputs", "Sweep", "read_sweep", "require_solvable"]

MOST_POINTS = 10**8
MOST_VALUES = 100_000  # of an axis: each is checked before anything is computed
ACCEPTED_AXIS = "a list of numbers or names, or { first = 0.1, last = 4.0, points = 60 }"
FINITE = real("a finite number", lambda v: True)
RANGE_KEYS = ("first", "last", "points", "scale")


def _numbers(accepted: str, admits: Any, increasing: bool = False) -> Rule:
    def convert(value: Any) -> tuple[float, ...] | None:
        if not isinstance(value, list) or not all(is_number(x) and admits(x) for x in value):
            return None
        numbers = tuple(float(x) for x in value)
        if increasing and any(b <= a for a, b in itertools.pairwise(numbers)):
            return None
        return numbers if len(set(numbers)) == len(numbers) else None

    return Rule(accepted, convert)


TRUE_OR_FALSE = Rule("true or false", lambda v: v if isinstance(v, bool) else None)


@dataclass(frozen=True)
class Outputs:
    """[outputs]: what is kept of each trajectory beside its status."""

    eps_g_at: tuple[float, ...] = key(
        _numbers("a list of increasing alphas >= 0", lambda x: x >= 0, True), ()
    )
    crossings: tuple[float, ...] = key(
        _numbers("a list of different levels of eps_g > 0", lambda x: x > 0), ()
    )
    final_state: bool = key(TRUE_OR_FALSE, False)  # R, Q and w0 at alpha_end


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


@dataclass(frozen=True)
class Axis:
    """A key of the problem file, dotted, and its values."""

    name: str
    values: tuple[int | float | str, ...]


@dataclass(frozen=True)
class Sweep:
    """A checked sweep. Its points are numbered row by row, the last axis fastest."""

    problem: str  # what the problem file says, as canonical JSON
    axes: tuple[Axis, ...]
    outputs: Outputs
    chunk: int
    source: str = ""  # name of the sweep file, for messages

    @cached_property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(axis.values) for axis in self.axes)

    @property
    def points(self) -> int:
        return math.prod(self.shape)

    @cached_property
    def kind(self) -> type[Problem] | type[FixedPointProblem]:
        """Of what its points are: problems with trajectories, or with fixed points."""
        return kind_of(json.loads(self.problem)["model"])

    @property
    def chunks(self) -> int:
        return -(-self.points // self.chunk)

    def numbers(self, chunk: int) -> range:
        """The points of a chunk."""
        return range(chunk * self.chunk, min((chunk + 1) * self.chunk, self.points))

    def values(self, point: int) -> tuple[int | float | str, ...]:
        """Where on each axis a point lies."""
        places = np.unravel_index(point, self.shape)
        return tuple(axis.values[place] for axis, place in zip(self.axes, places, strict=True))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The axes' names in results: the last part of the key where that is enough to tell them
        apart."""
        short = [axis.name.rsplit(".", 1)[-1] for axis in self.axes]
        return tuple(
            s if short.count(s) == 1 else axis.name
            for s, axis in zip(short, self.axes, strict=True)
        )

    @cached_property
    def content(self) -> str:
        """Everything that decides the results, as canonical JSON."""
        document = {
            "problem": json.loads(self.problem),
            "axes": [[axis.name, list(axis.values)] for axis in self.axes],
            "outputs": {
                "eps_g_at": self.outputs.eps_g_at,
                "crossings": self.outputs.crossings,
                "final_state": self.outputs.final_state,
            },
            "chunk": self.chunk,
        }
        return json.dumps(document, sort_keys=True, separators=(",", ":"))

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.content.encode()).hexdigest()[:16]

    def problem_with(self, changes: Mapping[str, int | float | str]) -> Any:
        """The problem with keys, dotted, set to these values; checked like a file, and of the kind
        of the file's."""
        content = json.loads(self.problem)
        for name, value in changes.items():
            *folders, last = name.split(".")
            place = content
            for depth, folder in enumerate(folders, start=1):
                place = place.setdefault(folder, {})
                if not isinstance(place, dict):
                    above = ".".join(folders[:depth])
                    accepted = f"keys of the problem file; {above} is no table there"
                    raise ProblemError(f"axes.{name}", value, accepted, source=self.source)
            place[last] = value
        try:
            return load_problem(content)
        except ProblemError as error:
            error.source = self.source
            raise


def from_content(content: str) -> Sweep:
    """The sweep whose ``content`` this is; not checked again."""
    read = json.loads(content)
    outputs = read["outputs"]
    return Sweep(
        json.dumps(read["problem"], sort_keys=True, separators=(",", ":")),
        tuple(Axis(name, tuple(values)) for name, values in read["axes"]),
        Outputs(tuple(outputs["eps_g_at"]), tuple(outputs["crossings"]), outputs["final_state"]),
        read["chunk"],
    )


def read_sweep(file: str | Path) -> Sweep:
    """The sweep in a TOML file, every value of every axis checked."""
    path = Path(file)
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
        if sweep.kind is FixedPointProblem and doc.outputs is not None:
            accepted = "no outputs: a fixed point has errors and a ridge, which are kept"
            raise ProblemError("outputs", content["outputs"], accepted)
        if sweep.kind is Problem and not (
            outputs.eps_g_at or outputs.crossings or outputs.final_state
        ):
            accepted = "at least one of eps_g_at = [450.0], crossings = [0.01], final_state = true"
            raise ProblemError("outputs", MISSING, accepted)
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
    for axis in sweep.axes:
        for value in axis.values:
            require_solvable(sweep.problem_with({**first, axis.name: value}), sweep)
    return sweep


@singledispatch
def require_solvable(problem: AnyProblem, sweep: Sweep) -> None:
    """The problem can be solved, as far as the sweep asks for it."""
    raise TypeError(type(problem))


@require_solvable.register
def _(problem: FixedPointProblem, sweep: Sweep) -> None:
    if len(problem.alpha) > 1:
        accepted = 'a number; for several the axis "parameters.alpha"'
        raise ProblemError("parameters.alpha", list(problem.alpha), accepted, source=sweep.source)


@require_solvable.register
def _(problem: Problem, sweep: Sweep) -> None:
    run = problem.require_run()
    require_theory(problem)
    last = max(sweep.outputs.eps_g_at, default=0.0)
    if last > run.alpha_end:
        accepted = f"alphas <= run.alpha_end = {run.alpha_end:g}"
        raise ProblemError(
            "outputs.eps_g_at", list(sweep.outputs.eps_g_at), accepted, source=sweep.source
        )
