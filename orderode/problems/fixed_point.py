"""Problem files of fixed-point models: the same TOML, with the keys of a readout trained on
features."""
# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..errors import MISSING, ProblemError
from ..models.fixed_points import fixed_point_entry, fixed_point_models, grouped
from .overlaps import Array, is_number
from .problem import content_of
from .schema import (
    NOT_NEGATIVE,
    POSITIVE,
    Rule,
    canonical,
    integer,
    key,
    name,
    read_table,
    real,
    table,
    written,
)

__all__ = [
    "OPTIMAL",
    "FixedPointProblem",
    "SimulationTable",
    "load_fixed_point",
    "require_fixed_point",
]

OPTIMAL = "optimal"
MOST_POINTS = 10_000  # of alpha
SIMULATION_EXAMPLE = "a table such as\n\n[simulation]\nd = 400\nseeds = 20\nseed = 0"
MOST_GROUPS = 32  # of neurons: the solvers' bound
SUM = 1e-9  # how far from 1 fractions may sum to
LARGEST = 1e100  # of numbers that are squared
SQUARED = real(f"a number from 0 to {LARGEST:g}", lambda v: 0 <= v <= LARGEST)
AT_LEAST_1 = real("a finite number >= 1", lambda v: v >= 1)
#: Keys of a spike that is given, and of one that a gradient step makes.
GIVEN, MADE = ("u", "c", "gamma", "fractions"), ("alpha0", "eta", "level")


def _alphas() -> Rule:
    def convert(value: Any) -> tuple[float, ...] | None:
        values = value if isinstance(value, list) else [value]
        good = 0 < len(values) <= MOST_POINTS and all(
            is_number(v) and 0 < float(v) < np.inf for v in values
        )
        return tuple(float(v) for v in values) if good else None

    return Rule("a finite number > 0, or a list of them", convert)


def _ridge() -> Rule:
    def convert(value: Any) -> float | str | None:
        number: float | None = NOT_NEGATIVE.convert(value)
        return OPTIMAL if value == OPTIMAL else number

    return Rule(f'a finite number >= 0, or "{OPTIMAL}"', convert)


@dataclass(frozen=True)
class Parameters:
    """[parameters]; `lambda` is read as `lambda_`."""

    alpha: tuple[float, ...] = key(_alphas())  # n/d
    # p/d
    beta: float = key(
        real(f"a finite number > 0, at least {1 / LARGEST:g}", lambda v: v >= 1 / LARGEST)
    )
    lambda_: Any = key(_ridge())
    noise: float = key(SQUARED, 0.0)  # standard deviation of the label noise
    # d of the leading finite-size correction; none: the limit
    finite_d: float = key(AT_LEAST_1, None)
    u: Any = key(written("a finite number, the strength of the spike, or one per group"), None)
    c: Any = key(written("a number > 0, the variance of the bulk, or one per group"), None)
    gamma: float = key(real("a number from -1 to 1", lambda v: -1 <= v <= 1), None)
    fractions: Any = key(written("a list of numbers > 0 that sum to 1"), None)
    alpha0: float = key(POSITIVE, None)  # n0/d
    eta: float = key(NOT_NEGATIVE, None)  # rate of the step over p
    level: int = key(integer(0, 1), None)


@dataclass(frozen=True)
class SimulationTable:
    """[simulation]: `seeds` independent networks with inputs of dimension `d` at each alpha."""

    d: int = key(integer(10, 100_000))
    seeds: int = key(integer(2, 10**6), 20)
    seed: int = key(integer(0), 0)


@dataclass(frozen=True)
class Document:
    model: str = key(name())
    activation: str = key(name())
    target: str = key(name())
    parameters: Parameters = key(table(Parameters))
    simulation: SimulationTable | None = key(table(SimulationTable), None)


@dataclass(frozen=True)
class FixedPointProblem:
    """A checked problem; ``ridge`` is a number or "optimal"; u, c, fractions (one value for each
    group of neurons) and gamma are those of a spike that is given, alpha0, eta and level those of a
    gradient step."""

    model: str
    activation: str
    target: str
    alpha: tuple[float, ...]
    beta: float
    ridge: float | str
    noise: float
    finite_d: float | None
    u: tuple[float, ...]
    c: tuple[float, ...]
    fractions: tuple[float, ...]
    gamma: float
    alpha0: float
    eta: float
    level: int
    simulation: SimulationTable | None
    source: str = field(compare=False)
    content: str = field(repr=False)

    @property
    def digest(self) -> str:
        """16 hexadecimal digits of what the file says."""
        return hashlib.sha256(self.content.encode()).hexdigest()[:16]

    @property
    def groups(self) -> int:
        return len(self.fractions)

    @property
    def stepped(self) -> bool:
        """Whether a gradient step makes the spike."""
        return fixed_point_entry(self.model).stepped

    @property
    def system(self) -> str:
        """The generated system that solves it."""
        return grouped(self.model) if self.groups > 1 else self.model

    def require_simulation(self) -> SimulationTable:
        if self.simulation is None:
            raise ProblemError(
                "[simulation]", MISSING, SIMULATION_EXAMPLE, "needed to simulate", self.source
            )
        return self.simulation

    def solver_parameters(
        self, alpha: Array, ridge: Array, eta: float | None = None
    ) -> dict[str, Array]:
        """What the solvers take at points (points,), that of several groups (points, groups);
        ``eta`` instead of the problem's."""
        numbers = {
            "beta": self.beta,
            "noise2": self.noise**2,
            "inverse_p": 0.0 if self.finite_d is None else 1 / (self.beta * self.finite_d),
            "gamma": self.gamma,
            "alpha0": self.alpha0,
            "eta": self.eta if eta is None else eta,
        }
        arrays = {k: np.full(len(alpha), v) for k, v in numbers.items()}
        shape = (len(alpha), self.groups) if self.groups > 1 else (len(alpha),)
        arrays |= {
            "u": np.full(shape, self.u),
            "c": np.full(shape, self.c),
            "fraction": np.full(shape, self.fractions),
        }
        return arrays | {
            "alpha": np.asarray(alpha, dtype=float),
            "lam": np.asarray(ridge, dtype=float),
        }


def require_fixed_point(problem: Any) -> FixedPointProblem:
    if not isinstance(problem, FixedPointProblem):
        accepted = (
            "a problem of a fixed-point model, as orderode.fixed_point.load_fixed_point makes it"
        )
        raise ProblemError("problem", problem, accepted, f"a {type(problem).__name__}")
    return problem


def load_fixed_point(problem: str | os.PathLike[str] | Mapping[str, Any]) -> FixedPointProblem:
    """The problem in a TOML file, or in a mapping of the same form, which may hold numpy arrays."""
    return fixed_point_problem(*content_of(problem))


def fixed_point_problem(content: Mapping[str, Any], source: str) -> FixedPointProblem:
    """The problem that ``content``, of the file ``source``, states."""
    try:
        return _checked(dict(content), source)
    except ProblemError as error:
        if error.fault != UNKNOWN_NAME:
            for part in ("key", "accepted", "fault"):
                setattr(error, part, getattr(error, part).replace("lambda_", "lambda"))
        error.source = source
        raise


def _checked(content: dict[str, Any], source: str) -> FixedPointProblem:
    models = fixed_point_models()
    if isinstance(content.get("model"), str) and content["model"] not in models:
        raise ProblemError(
            "model", content["model"], " or ".join(f'"{x}"' for x in models), "no fixed point"
        )
    doc = read_table(Document, _renamed(content))
    p = doc.parameters
    entry = fixed_point_entry(doc.model)
    for what, given, there in (
        ("activation", doc.activation, entry.activations),
        ("target", doc.target, entry.targets),
    ):
        if given not in there:
            raise ProblemError(
                what, given, " or ".join(f'"{x}"' for x in there), f"no averages of this {what}"
            )
    for own in GIVEN if entry.stepped else MADE:
        if getattr(p, own) is not None:
            others = " or ".join(x for x in models if fixed_point_entry(x).stepped != entry.stepped)
            raise ProblemError(
                f"parameters.{own}", getattr(p, own), f"nothing: {own} belongs to {others}"
            )
    if not entry.stepped:
        groups = _groups(p)
        gamma = _required("gamma", p.gamma, "a number from -1 to 1")
        step = (0.0, 0.0, 0)
    else:
        groups, gamma = ((0.0,), (1.0,), (1.0,)), 0.0
        step = (
            _required("alpha0", p.alpha0, POSITIVE.accepted),
            _required("eta", p.eta, NOT_NEGATIVE.accepted),
            1 if p.level is None else p.level,
        )
    if p.lambda_ == 0 and min(p.alpha) <= p.beta:
        fault = f"with alpha = {min(p.alpha):g} <= beta = {p.beta:g} the readout is not unique"
        raise ProblemError("parameters.lambda", 0.0, "a number > 0, such as 1e-6", fault)
    found = (doc.model, doc.activation, doc.target, p.alpha, p.beta, p.lambda_, p.noise, p.finite_d)
    said = json.dumps(canonical(content), sort_keys=True, separators=(",", ":"))
    return FixedPointProblem(*found, *groups, gamma, *step, doc.simulation, source, said)


_REAL = real("a finite number", lambda v: True)
UNKNOWN_NAME = "unknown key"


def _required(name: str, value: Any, accepted: str) -> Any:
    if value is None:
        raise ProblemError(f"parameters.{name}", MISSING, accepted)
    return value


def _groups(p: Parameters) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """u, c and the fractions, a value for each group of neurons; a number is that of all groups."""
    given = {"u": p.u, "c": 1.0 if p.c is None else p.c, "fractions": p.fractions}
    listed = {name: value for name, value in given.items() if isinstance(value, list)}
    groups = max((len(value) for value in listed.values()), default=1)
    if groups > MOST_GROUPS:
        name = next(n for n, value in listed.items() if len(value) == groups)
        raise ProblemError(
            f"parameters.{name}", listed[name], f"at most {MOST_GROUPS} groups of neurons"
        )
    for name, value in listed.items():
        if len(value) != groups:
            accepted = f"a list of {groups}, one value per group" + (
                ", or a number" if name != "fractions" else ""
            )
            raise ProblemError(
                f"parameters.{name}", value, accepted, f"{len(value)} values for {groups} groups"
            )
    values = []
    for name, rule in (("u", _REAL), ("c", POSITIVE)):
        value = _required(name, given[name], f"{rule.accepted}, or a list of them, one per group")
        each = value if isinstance(value, list) else [value] * groups
        accepted = f"{rule.accepted}, or a list of them"
        if any(rule.convert(x) is None for x in each):
            raise ProblemError(
                f"parameters.{name}", value, accepted if isinstance(value, list) else rule.accepted
            )
        values.append(tuple(float(x) for x in each))
    return values[0], values[1], _fractions(p.fractions, groups)


def _fractions(fractions: Any, groups: int) -> tuple[float, ...]:
    if fractions is None and groups == 1:
        return (1.0,)
    accepted = (
        f"a list of {groups} numbers > 0 that sum to 1, the shares of the neurons in each group"
    )
    if fractions is None:
        raise ProblemError(
            "parameters.fractions", MISSING, accepted, f"needed for {groups} groups of neurons"
        )
    if not isinstance(fractions, list) or not all(is_number(f) and f > 0 for f in fractions):
        raise ProblemError("parameters.fractions", fractions, accepted)
    if not abs(sum(fractions) - 1) <= SUM:
        raise ProblemError(
            "parameters.fractions", fractions, accepted, f"they sum to {sum(fractions):.10g}"
        )
    return tuple(float(f) for f in fractions)


def _renamed(content: Mapping[str, Any]) -> dict[str, Any]:
    """`lambda` is no name in Python."""
    parameters = content.get("parameters")
    if not isinstance(parameters, Mapping):
        return dict(content)
    if "lambda_" in parameters:
        raise ProblemError(
            "parameters.lambda_", parameters["lambda_"], "the key lambda", UNKNOWN_NAME
        )
    return {
        **content,
        "parameters": {"lambda_" if k == "lambda" else k: v for k, v in parameters.items()},
    }
