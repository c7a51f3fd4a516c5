"""What a problem file of trajectories may say: its tables and their keys.

The dataclasses below are the format; the keys of [parameters] are those that the model states.
Nothing is evaluated: `model` and `activation` are names, looked up in a catalogue elsewhere; an
activation may be the coefficients of a polynomial instead, a model the path of a model file.
"""

# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..models.deriving import is_model_file
from .overlaps import Array, is_number
from .schema import (
    FINITE,
    NOT_NEGATIVE,
    POSITIVE,
    SAMPLES,
    SAMPLES_OR_INF,
    TOLERANCE,
    Rule,
    integer,
    key,
    mapping,
    name,
    one_of,
    table,
    written,
)

__all__ = [
    "MODEL",
    "MOST_DEGREE",
    "MOST_UNITS",
    "NO_TASKS",
    "RUN_EXAMPLE",
    "SIMULATION_EXAMPLE",
    "Beside",
    "Document",
    "EqualTeacher",
    "NormalStart",
    "Run",
    "Simulation",
    "TaskTable",
    "UniformStart",
    "activation",
]

# of a polynomial activation: <g' g' g g> has 100, 980, 5040 terms at degree 3, 5, 7
MOST_DEGREE = 6
LARGEST = 1e60  # of its coefficients, which are multiplied in fours
MOST_UNITS = 1000  # of K and of M: far beyond use, below trouble with memory

RUN_EXAMPLE = "a table such as\n\n[run]\nalpha_end = 20.0\npoints = 200\nrtol = 1e-8\natol = 1e-12"
SIMULATION_EXAMPLE = (
    'a table such as\n\n[simulation]\nN = 1000\nruns = 10\nseed = 0\nmethod = "reduced"'
)


def model() -> Rule:
    """The name of an algorithm, or the path of a model file."""
    accepted = (
        f"{name().accepted}; or the path of a model file, my_model.py, or of a folder it was"
        " derived into"
    )

    def convert(value: Any) -> str | None:
        if isinstance(value, str) and is_model_file(value):
            return value
        named: str | None = name().convert(value)
        return named

    return Rule(accepted, convert, json={"type": "string"})


def activation() -> Rule:
    """A name, or the coefficients of a polynomial without trailing zeros."""
    polynomial = (
        f"{{ polynomial = [c_0, c_1, ...] }}, numbers of size <= {LARGEST:g}, with a degree from 1"
        f" to {MOST_DEGREE}"
    )
    accepted = f"{name().accepted}; or {polynomial}"

    def convert(value: Any) -> str | tuple[float, ...] | None:
        if not isinstance(value, Mapping):
            named: str | None = name().convert(value)
            return named
        written = value.get("polynomial") if set(value) == {"polynomial"} else None
        if not isinstance(written, list):
            return None
        if not all(is_number(c) and abs(c) <= LARGEST for c in written):
            return None
        degree = max((j for j, c in enumerate(written) if c), default=0)
        return (
            tuple(float(c) for c in written[: degree + 1]) if 1 <= degree <= MOST_DEGREE else None
        )

    coefficients = {"type": "array", "items": {"type": "number"}, "minItems": 2}
    by_powers: dict[str, Any] = {"type": "object", "properties": {"polynomial": coefficients}}
    by_powers |= {"required": ["polynomial"], "additionalProperties": False}
    return Rule(accepted, convert, json={"anyOf": [name().json, by_powers]})


MODEL = model()


@dataclass(frozen=True)
class TaskTable:
    """[tasks] as written; moments of the task vector u."""

    mean: Any = key(written("a list of M finite numbers", "array"), None)  # default 0, for sgd 1
    # default the identity, for sgd 0
    cov: Any = key(written("a list of M (the diagonal) or a matrix", "array"), None)
    kurtosis: Any = key(written("a number >= 1 or a list of M of them", "number", "array"), 3.0)
    spread: Any = key(written("a number >= 0 or a list of M of them", "number", "array"), None)


@dataclass(frozen=True)
class Run:
    """[run]: integrate from alpha = 0 to `alpha_end`; alpha = t/N, meta-iterations over inputs."""

    alpha_end: float = key(POSITIVE)
    points: int = key(integer(2, 10**7), 200)
    rtol: float = key(TOLERANCE, 1e-8)
    atol: float = key(POSITIVE, 1e-12)  # not above 1e-16 for starts as small as R = 1e-12
    # of steps; "auto" is implicit where stability limits the explicit ones
    method: str = key(one_of("explicit", "implicit", "auto"), "explicit")
    # "fixed point": not followed any further once it is certain that it rests
    stop: str = key(one_of("end", "fixed point"), "end")

    def alphas(self) -> Array:
        """The alphas reported, shape (points,): equal steps from 0 to alpha_end, both included."""
        return np.linspace(0.0, self.alpha_end, self.points)


@dataclass(frozen=True)
class Beside:
    """[simulation] beside: sample numbers of a second simulation, drawn beside the judged one."""

    P: float = key(SAMPLES_OR_INF, None)  # P and V as in [simulation] unless given
    V: int = key(SAMPLES, None)


@dataclass(frozen=True)
class Simulation:
    """[simulation]: `runs` seeded simulations with `N` inputs, all from the start overlaps of the
    problem."""

    N: int = key(integer(1))  # and >= 2 K + M
    runs: int = key(integer(1, 10**6), 10)
    seed: int = key(integer(0), 0)
    method: str = key(one_of("reduced", "direct"), "reduced")
    P: float = key(SAMPLES_OR_INF, None)  # P and V as in [parameters] unless given
    V: int = key(SAMPLES_OR_INF, None)  # and finite
    # fresh tasks per run and time in the Monte Carlo eps_g
    tasks: int = key(integer(1, 10**7), 500)
    points: int = key(integer(2, 10**7), 50)  # measurement times from 0 to alpha_end, both included
    beside: Beside | None = key(table(Beside), None)


@dataclass(frozen=True)
class NormalStart:
    """R = { N, seed }: the chance overlaps of weights in N dimensions."""

    N: int = key(integer(1))  # and >= 2 K + M
    seed: int = key(integer(0))


@dataclass(frozen=True)
class UniformStart:
    """R = { scale, seed }: `scale` times numbers uniform in [0, 1)."""

    scale: float = key(NOT_NEGATIVE)
    seed: int = key(integer(0))


@dataclass(frozen=True)
class EqualTeacher:
    """T = { norm, overlap }: all T_nn, and T_nm of all pairs."""

    norm: float = key(POSITIVE)
    overlap: float = key(FINITE)


#: What overlaps may be written as: { blocks = [...] } where inputs are in blocks, too.
ARRAYS = ("array", "object")
NUMBERS = ("number", *ARRAYS)


@dataclass(frozen=True)
class Overlaps:
    """[overlaps] as written; `orderode.overlaps` makes matrices of it."""

    T: Any = key(
        written("a list (the diagonal), a matrix, or { norm = 1.0, overlap = 0.5 }", *ARRAYS)
    )
    Q: Any = key(
        written("a number (times the identity), a list (the diagonal) or a matrix", *NUMBERS)
    )
    R: Any = key(
        written("{ N = 1000, seed = 0 }, { scale = 1e-12, seed = 0 } or a matrix", *ARRAYS)
    )


#: What a problem without [tasks] says.
NO_TASKS = TaskTable(None, None, 3.0)


def tables_of(value: Any) -> list[Mapping[str, Any]] | None:
    """A list of at least one table."""
    good = isinstance(value, list) and value and all(isinstance(x, Mapping) for x in value)
    return value if good else None


OBJECT = {"type": "object"}
LIST = {"type": "array", "items": OBJECT, "minItems": 1}


@dataclass(frozen=True)
class Document:
    """The top level of a problem file; what its parameters may be depends on the model."""

    model: str = key(MODEL)
    activation: Any = key(activation())
    K: int = key(integer(1, MOST_UNITS))  # hidden units of the learner
    M: int = key(integer(1, MOST_UNITS))  # hidden units of the teacher
    parameters: Mapping[str, Any] = key(
        Rule("a table with the parameters of the model", mapping, json=OBJECT)
    )
    overlaps: Overlaps = key(table(Overlaps))
    tasks: TaskTable = key(table(TaskTable), NO_TASKS)
    schedule: Mapping[str, Any] | None = key(
        Rule("a table with alphas and rates", mapping, json=OBJECT), None
    )
    phases: Any = key(Rule("a list of tables, [[phases]]", tables_of, json=LIST), None)
    run: Run | None = key(table(Run), None)
    simulation: Simulation | None = key(table(Simulation), None)
