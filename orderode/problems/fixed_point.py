"""Problem files of fixed-point models: the same TOML, with the keys of a readout trained on
features."""
# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np

from ..errors import MISSING, ProblemError
from ..models.catalogue import Entry, models_of, named
from ..models.manifest import KINDS, STATIONARY
from .base import AnyProblem
from .overlaps import Array, in_short, is_number
from .schema import (
    FINITE,
    NOT_NEGATIVE,
    POSITIVE,
    Rule,
    integer,
    key,
    keys_of,
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
    "keys_for",
]

OPTIMAL = "optimal"
MOST_POINTS = 10_000  # of alpha
SIMULATION_EXAMPLE = "a table such as\n\n[simulation]\nd = 400\nseeds = 20\nseed = 0"
MOST_GROUPS = 32  # of neurons: the solvers' bound
SUM = 1e-9  # how far from 1 fractions may sum to
LARGEST = 1e100  # of numbers that are squared
SQUARED = real(f"a number from 0 to {LARGEST:g}", least=0, most=LARGEST)
AT_LEAST_1 = real("a finite number >= 1", least=1)
#: Keys of a spike that is given, and of one that a gradient step makes.
GIVEN, MADE = ("u", "c", "gamma", "fractions"), ("alpha0", "eta", "level")


def _alphas() -> Rule:
    def convert(value: Any) -> tuple[float, ...] | None:
        values = value if isinstance(value, list) else [value]
        good = 0 < len(values) <= MOST_POINTS and all(
            is_number(v) and 0 < float(v) < np.inf for v in values
        )
        return tuple(float(v) for v in values) if good else None

    many = {"type": "array", "items": POSITIVE.json, "minItems": 1, "maxItems": MOST_POINTS}
    json = {"anyOf": [POSITIVE.json, many]}
    return Rule("a finite number > 0, or a list of them", convert, json=json)


def _ridge() -> Rule:
    def convert(value: Any) -> float | str | None:
        number: float | None = NOT_NEGATIVE.convert(value)
        return OPTIMAL if value == OPTIMAL else number

    json = {"anyOf": [NOT_NEGATIVE.json, {"const": OPTIMAL}]}
    return Rule(f'a finite number >= 0, or "{OPTIMAL}"', convert, json=json)


ROOM = real(f"a finite number > 0, at least {1 / LARGEST:g}", least=1 / LARGEST)
SPIKE = written("a finite number, or one per group", "number", "array")
BULK = written("a number > 0, or one per group", "number", "array")
SHARES = written("a list of numbers > 0 that sum to 1", "array")
COSINE = real("a number from -1 to 1", least=-1, most=1)


@dataclass(frozen=True)
class Parameters:
    """[parameters]; which of the optional ones are needed depends on the model."""

    alpha: tuple[float, ...] = key(_alphas(), meaning="samples of the readout, n/d")
    beta: float = key(ROOM, meaning="neurons, p/d")
    ridge: Any = key(_ridge(), name="lambda", meaning="the ridge")
    noise: float = key(SQUARED, 0.0, meaning="standard deviation of label noise")
    finite_d: float = key(
        AT_LEAST_1, None, meaning="d of the leading finite-size correction; none: the limit"
    )
    u: Any = key(SPIKE, None, meaning="strength of the spike")
    c: Any = key(BULK, None, meaning="variance of the bulk; default 1")
    gamma: float = key(COSINE, None, meaning="overlap of the spike with the teacher")
    fractions: Any = key(SHARES, None, meaning="shares of the neurons in each group")
    alpha0: float = key(POSITIVE, None, meaning="samples of the gradient step, n0/d")
    eta: float = key(NOT_NEGATIVE, None, meaning="rate of the gradient step over p")
    level: int = key(
        integer(0, 1), None, meaning="1: exact bulk; 0: isotropic, the map of the paper; default 1"
    )


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


@dataclass(frozen=True, init=False, repr=False)
class FixedPointProblem(AnyProblem):
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
    content: str

    DRIVER: ClassVar[str] = STATIONARY
    THEORY: ClassVar[str] = f"a {KINDS[STATIONARY].theory}"
    INSTEAD: ClassVar[str] = "orderode solve, simulate, compare or draw"
    SIMULATION_EXAMPLE: ClassVar[str] = SIMULATION_EXAMPLE

    @classmethod
    def fields_of(cls, content: dict[str, Any]) -> dict[str, Any]:
        """The fields of the problem that ``content``, in plain Python, says."""
        return _checked(content)

    def __repr__(self) -> str:
        """The setting, the spike or the step, where it is solved and what to simulate."""
        named = f" {self.source}" if self.source else ""
        if self.stepped:
            made = f"step: alpha0 = {self.alpha0:g}, eta = {self.eta:g}, level {self.level}"
        else:
            names = ("u", "c", "fractions")
            given = [f"{x} = {in_short(np.array(getattr(self, x)))}" for x in names]
            made = f"spike: {'; '.join(given)}; gamma = {self.gamma:g}"
        ridge = self.ridge if isinstance(self.ridge, str) else f"{self.ridge:g}"
        s, least, most = self.simulation, min(self.alpha), max(self.alpha)
        lines = [
            f"<FixedPointProblem{named}: {self.model}, {self.activation}/{self.target}",
            f" beta = {self.beta:g}, lambda = {ridge}, noise = {self.noise:g}",
            f" {made}",
            f" {len(self.alpha)} alphas from {least:g} to {most:g}",
            " no [simulation]" if s is None else f" simulation: {s.seeds} networks, d = {s.d}",
        ]
        return "\n".join(lines) + ">"

    @property
    def groups(self) -> int:
        return len(self.fractions)

    @property
    def stepped(self) -> bool:
        """Whether a gradient step makes the spike."""
        return stepped(named(self.model, STATIONARY))

    def solver_parameters(
        self, alpha: Array, ridge: Array, eta: float | None = None
    ) -> dict[str, Array]:
        """What the solvers take at points (points,), that of groups (points, groups); ``eta``
        instead of the problem's."""
        numbers = {
            "beta": self.beta,
            "noise2": self.noise**2,
            "inverse_p": 0.0 if self.finite_d is None else 1 / (self.beta * self.finite_d),
            "gamma": self.gamma,
            "alpha0": self.alpha0,
            "eta": self.eta if eta is None else eta,
        }
        arrays = {k: np.full(len(alpha), v) for k, v in numbers.items()}
        shape = (len(alpha), self.groups)
        arrays |= {
            "u": np.full(shape, self.u),
            "c": np.full(shape, self.c),
            "fraction": np.full(shape, self.fractions),
        }
        return arrays | {
            "alpha": np.asarray(alpha, dtype=float),
            "lam": np.asarray(ridge, dtype=float),
        }


def stepped(entry: Entry) -> bool:
    """Whether a gradient step comes before the readout."""
    return bool(entry["step"])


def keys_for(model: str) -> dict[str, Any]:
    """The keys of [parameters] that a model has; each with its rule and meaning in ``metadata``."""
    others = GIVEN if stepped(named(model, STATIONARY)) else MADE
    return {name: spec for name, spec in keys_of(Parameters).items() if name not in others}


def _checked(content: dict[str, Any]) -> dict[str, Any]:
    models = models_of(STATIONARY)
    if isinstance(content.get("model"), str) and content["model"] not in models:
        raise ProblemError(
            "model", content["model"], " or ".join(f'"{x}"' for x in models), "no fixed point"
        )
    doc = read_table(Document, content)
    p = doc.parameters
    entry = named(doc.model, STATIONARY)
    makes_spike = stepped(entry)
    for what, given, there in (
        ("activation", doc.activation, entry["activations"]),
        ("target", doc.target, entry["targets"]),
    ):
        if given not in there:
            raise ProblemError(
                what, given, " or ".join(f'"{x}"' for x in there), f"no averages of this {what}"
            )
    for own in GIVEN if makes_spike else MADE:
        if getattr(p, own) is not None:
            others = " or ".join(x for x in models if stepped(named(x, STATIONARY)) != makes_spike)
            raise ProblemError(
                f"parameters.{own}", getattr(p, own), f"nothing: {own} belongs to {others}"
            )
    if not makes_spike:
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
    if p.ridge == 0 and min(p.alpha) <= p.beta:
        fault = f"with alpha = {min(p.alpha):g} <= beta = {p.beta:g} the readout is not unique"
        raise ProblemError("parameters.lambda", 0.0, "a number > 0, such as 1e-6", fault)
    return {
        "model": doc.model,
        "activation": doc.activation,
        "target": doc.target,
        "alpha": p.alpha,
        "beta": p.beta,
        "ridge": p.ridge,
        "noise": p.noise,
        "finite_d": p.finite_d,
        **dict(zip(("u", "c", "fractions"), groups, strict=True)),
        "gamma": gamma,
        **dict(zip(("alpha0", "eta", "level"), step, strict=True)),
        "simulation": doc.simulation,
    }


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
    for name, rule in (("u", FINITE), ("c", POSITIVE)):
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
