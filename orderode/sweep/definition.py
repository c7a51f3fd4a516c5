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

from __future__ import annotations

import hashlib
import itertools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..problems.base import AnyProblem
from ..problems.overlaps import is_number
from ..problems.reader import kind_of, load_problem
from ..problems.schema import Rule, key
from ..problems.settings import put
from ..problems.written import without_folder

__all__ = ["Axis", "Outputs", "Sweep", "from_content"]


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
NAMES = Rule(
    "a list of names in quotes",
    lambda v: tuple(v) if isinstance(v, list) and all(isinstance(x, str) for x in v) else None,
)


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
    observables: tuple[str, ...] = key(NAMES, ())  # at the same alphas as eps_g


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
    def kind(self) -> type[AnyProblem]:
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
        observables = self.outputs.observables
        document = {
            "problem": json.loads(self.problem),
            "axes": [[axis.name, list(axis.values)] for axis in self.axes],
            "outputs": {
                "eps_g_at": self.outputs.eps_g_at,
                "crossings": self.outputs.crossings,
                "final_state": self.outputs.final_state,
                **({"observables": observables} if observables else {}),
            },
            "chunk": self.chunk,
        }
        return json.dumps(document, sort_keys=True, separators=(",", ":"))

    @property
    def said(self) -> dict[str, Any]:
        """The content as it stands beside results: a model file by its name, without its folder."""
        content = json.loads(self.content)
        return {**content, "problem": without_folder(content["problem"])}

    @cached_property
    def digest(self) -> str:
        """16 hexadecimal digits of that; what a model file states is in the digests of systems."""
        said = json.dumps(self.said, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def problem_with(self, changes: Mapping[str, int | float | str]) -> Any:
        """The problem with keys, dotted, set to these values; checked like a file, and of the kind
        of the file's."""
        content = json.loads(self.problem)
        try:
            for name, value in changes.items():
                put(content, name, value, f"axes.{name}")
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
        Outputs(
            tuple(outputs["eps_g_at"]),
            tuple(outputs["crossings"]),
            outputs["final_state"],
            tuple(outputs.get("observables", ())),
        ),
        read["chunk"],
    )
