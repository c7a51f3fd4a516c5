"""Problem files: one TOML file says which model, which parameters, where to start, how far to go.

The dataclasses below are the format; the keys of [parameters] are those that the model states.
Nothing is evaluated: `model` and `activation` are names, looked up in a catalogue elsewhere; an
activation may be the coefficients of a polynomial instead, a model the path of a model file.
"""

# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from orderode.errors import MISSING, NotAvailable, ProblemError
from orderode.models.data import Stated, stated
from orderode.models.deriving import is_model_file, seen_from
from orderode.models.fixed_points import stationary
from orderode.models.objects import file_of
from orderode.problems import overlaps
from orderode.problems.overlaps import Array

from .parameters import Parameters, read_parameters
from .schema import (
    NOT_NEGATIVE,
    POSITIVE,
    SAMPLES,
    SAMPLES_OR_INF,
    TOLERANCE,
    Rule,
    canonical,
    integer,
    key,
    mapping,
    name,
    one_of,
    plain,
    read_table,
    read_toml,
    table,
    written,
)

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

    return Rule(accepted, convert)


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
        if not all(overlaps.is_number(c) and abs(c) <= LARGEST for c in written):
            return None
        degree = max((j for j, c in enumerate(written) if c), default=0)
        return (
            tuple(float(c) for c in written[: degree + 1]) if 1 <= degree <= MOST_DEGREE else None
        )

    return Rule(accepted, convert)


@dataclass(frozen=True)
class TaskTable:
    """[tasks] as written; moments of the task vector u."""

    mean: Any = key(written("a list of M finite numbers"), None)  # default 0, for sgd 1
    # default the identity, for sgd 0
    cov: Any = key(written("a list of M (the diagonal) or a matrix"), None)
    kurtosis: Any = key(written("a number >= 1 or a list of M of them"), 3.0)


@dataclass(frozen=True, eq=False)
class Tasks:
    """Moments of the task vector: mean (M,), cov (M, M), kurtosis (M,), E(u - mean)^4/var^2."""

    mean: Array
    cov: Array
    kurtosis: Array


@dataclass(frozen=True)
class Run:
    """[run]: integrate from alpha = 0 to `alpha_end`; alpha = t/N, meta-iterations over inputs."""

    alpha_end: float = key(POSITIVE)
    points: int = key(integer(2, 10**7), 200)
    rtol: float = key(TOLERANCE, 1e-8)
    atol: float = key(POSITIVE, 1e-12)  # not above 1e-16 for starts as small as R = 1e-12

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
class Overlaps:
    """[overlaps] as written; `orderode.overlaps` makes matrices of it."""

    T: Any = key(written("a list (the diagonal) or a matrix"))
    Q: Any = key(written("a number (times the identity), a list (the diagonal) or a matrix"))
    R: Any = key(written("{ N = 1000, seed = 0 }, { scale = 1e-12, seed = 0 } or a matrix"))


@dataclass(frozen=True)
class Document:
    """The top level of a problem file; what its parameters may be depends on the model."""

    model: str = key(model())
    activation: Any = key(activation())
    K: int = key(integer(1, MOST_UNITS))  # hidden units of the learner
    M: int = key(integer(1, MOST_UNITS))  # hidden units of the teacher
    parameters: Mapping[str, Any] = key(Rule("a table with the parameters of the model", mapping))
    overlaps: Overlaps = key(table(Overlaps))
    tasks: TaskTable = key(table(TaskTable), TaskTable(None, None, 3.0))
    run: Run | None = key(table(Run), None)
    simulation: Simulation | None = key(table(Simulation), None)


@dataclass(frozen=True, init=False)
class Problem:
    """A checked problem. T (M, M), Q (K, K) and R (K, M) are the overlaps at alpha = 0, read-only.

    Made of what a problem file says, key by key: numbers, names, mappings for its tables, and lists
    or numpy arrays,

        Problem(model="sgd", activation="erf", K=2, M=2, parameters={"eta_J": 1.0, "V": inf},
                overlaps={"T": np.eye(2), "Q": 0.5, "R": np.zeros((2, 2))}, run={"alpha_end": 5.0})

    or read from a file by `load_problem`. Problems are equal if they say the same, whatever their
    files are called. `with_changes` makes variants.
    """

    model: str
    activation: str | tuple[float, ...]  # a name, or the coefficients of a polynomial
    K: int
    M: int
    parameters: Parameters
    T: Array = field(compare=False)
    Q: Array = field(compare=False)
    R: Array = field(compare=False)
    w0: Array = field(compare=False)
    tasks: Tasks = field(compare=False)
    run: Run | None
    simulation: Simulation | None
    source: str = field(compare=False)  # name of the file without its folder; empty for a mapping
    content: str = field(repr=False)  # what was read, as canonical JSON
    facts: Stated = field(repr=False, compare=False)  # what its model states

    def __init__(
        self,
        *,
        model: Any = None,
        activation: str | Mapping[str, Any] | None = None,
        K: int | None = None,
        M: int | None = None,
        parameters: Mapping[str, Any] | None = None,
        overlaps: Mapping[str, Any] | None = None,
        tasks: Mapping[str, Any] | None = None,
        run: Mapping[str, Any] | None = None,
        simulation: Mapping[str, Any] | None = None,
        **others: Any,
    ) -> None:
        """Keys of a problem file; None: the key is not there. Others are refused with the names of
        those there are.

        ``model`` may also be an Algorithm of `orderode.derive.language`, or what `orderode.derive`
        makes of one.
        """
        given = {"model": model, "activation": activation, "K": K, "M": M, "parameters": parameters}
        given |= {
            "overlaps": overlaps,
            "tasks": tasks,
            "run": run,
            "simulation": simulation,
            **others,
        }
        self.__dict__.update(_located({k: v for k, v in given.items() if v is not None}, ""))

    @property
    def digest(self) -> str:
        """16 hexadecimal digits of what the file says: order, comments and 6 against 6.0 do not
        matter; of a model file counts what it states, not where it is."""
        said = self.content
        if is_model_file(self.model):
            said = json.dumps({**json.loads(said), "model": self.facts.digest}, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def model_name(self) -> str:
        """The name of the algorithm, or of the model file without its folder."""
        return Path(self.model).name if self.model.endswith(".py") else self.facts.name

    @property
    def adapts(self) -> bool:
        """Whether the model has an inner loop."""
        return self.facts.rate_of_inner is not None

    @property
    def trains_start(self) -> bool:
        """Whether the head start moves."""
        rate = self.facts.rate_of_start
        return rate is not None and self.parameters[rate] > 0

    @property
    def activation_text(self) -> str:
        """The activation as it is written in a problem file, for people."""
        if isinstance(self.activation, str):
            return self.activation
        return "polynomial [" + ", ".join(f"{c:g}" for c in self.activation) + "]"

    def require_run(self) -> Run:
        if self.run is None:
            raise ProblemError("[run]", MISSING, RUN_EXAMPLE, "needed to integrate", self.source)
        return self.run

    def require_simulation(self) -> Simulation:
        if self.simulation is None:
            fault = "needed to simulate"
            raise ProblemError("[simulation]", MISSING, SIMULATION_EXAMPLE, fault, self.source)
        return self.simulation

    def with_changes(self, **changes: Any) -> Problem:
        """A variant, checked like a file: `problem.with_changes(K=4, parameters={"eta_w": 9.0},
        run=None)`.

        A mapping is merged into the table of its name; None drops a key or a table.
        """
        content = json.loads(self.content)
        for place, change in changes.items():
            old = content.get(place)
            both = isinstance(change, Mapping) and isinstance(old, dict)
            content[place] = {**old, **change} if both else change
        return _made(_located(_without_none(content), self.source))

    def with_numbers(self, **values: int | float) -> Problem:
        """The same with other rates and sample numbers, which are not checked, and `content` as it
        was: for many variants in a row."""
        return _made({**vars(self), "parameters": self.parameters.changed(**values)})


def _made(values: dict[str, Any]) -> Problem:
    """A problem with these fields."""
    problem = object.__new__(Problem)
    problem.__dict__.update(values)
    return problem


def _rule(kind: type[Any], name: str) -> Rule:
    rule: Rule = next(f for f in fields(kind) if f.name == name).metadata["rule"]
    return rule


def load_problem(problem: str | os.PathLike[str] | Mapping[str, Any]) -> Problem:
    """The problem in a TOML file, or in a mapping of the same form, which may hold numpy arrays."""
    return trajectory_problem(*content_of(problem))


def trajectory_problem(content: Mapping[str, Any], source: str) -> Problem:
    """The problem that ``content``, of the file ``source``, states."""
    return _made(_located(content, source))


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
    content = read_toml(path, "a problem file: TOML in UTF-8")
    if isinstance(content.get("model"), str):
        content["model"] = seen_from(path.parent, content["model"])
    return content, path.name


def _located(content: Mapping[str, Any], source: str) -> dict[str, Any]:
    """The fields of the problem that `content` says; errors name the `source`."""
    said = plain(content)
    if "model" in said:
        said["model"] = file_of(said["model"])
    try:
        return _checked(said, source)
    except ProblemError as error:
        error.source = source
        raise


def _checked(content: dict[str, Any], source: str) -> dict[str, Any]:
    if stationary(content.get("model")):
        raise NotAvailable(
            f"this command for {content['model']}",
            "its theory is a fixed point, not a trajectory",
            "Use orderode solve, simulate or compare",
        )
    facts = None
    if "model" in content:  # first: the rest depends on it
        facts = stated(_rule(Document, "model").read(content["model"], "model"))
    doc = read_table(Document, content)
    assert facts is not None  # the key is required
    parameters = read_parameters(facts, doc.parameters)
    T = overlaps.symmetric("overlaps.T", doc.overlaps.T, doc.M, scalar=False)
    Q = overlaps.symmetric("overlaps.Q", doc.overlaps.Q, doc.K, scalar=True)
    R = _start(doc.overlaps.R, Q, T)
    overlaps.require_covariance(Q, R, T, doc.overlaps.R)
    w0 = overlaps.vector("parameters.w0", parameters["w0"], doc.K, default=facts.start)
    tasks = _tasks(doc, facts)
    for array in (T, Q, R, w0, tasks.mean, tasks.cov, tasks.kurtosis):
        array.setflags(write=False)
    return {
        "model": doc.model,
        "activation": doc.activation,
        "K": doc.K,
        "M": doc.M,
        "parameters": parameters.changed(w0=tuple(w0.tolist())),
        "T": T,
        "Q": Q,
        "R": R,
        "w0": w0,
        "tasks": tasks,
        "run": doc.run,
        "simulation": doc.simulation and _simulation(doc.simulation, doc, facts, parameters),
        "source": source,
        "content": json.dumps(canonical(content), sort_keys=True, separators=(",", ":")),
        "facts": facts,
    }


def _tasks(doc: Document, facts: Stated) -> Tasks:
    M, written = doc.M, doc.tasks
    mean = overlaps.vector("tasks.mean", written.mean, M, default=facts.mean)
    default = [facts.variance] * M
    cov = overlaps.symmetric(
        "tasks.cov", default if written.cov is None else written.cov, M, scalar=False
    )
    value = written.kurtosis
    kurtosis = overlaps.vector(
        "tasks.kurtosis", [value] * M if overlaps.is_number(value) else value, M, default=3.0
    )
    accepted = (
        "a number >= 1 or a list of M of them: 3 for Gaussian, 1 for Rademacher, 1.8 for uniform"
        " components"
    )
    if (kurtosis < 1).any():
        raise ProblemError("tasks.kurtosis", value, accepted)
    if (kurtosis != 3).any() and np.count_nonzero(cov - np.diag(np.diag(cov))):
        raise ProblemError(
            "tasks.kurtosis", value, "3 where tasks.cov is not diagonal: components are independent"
        )
    return Tasks(mean, cov, kurtosis)


def _start(value: Any, Q: Array, T: Array) -> Array:
    K, M = len(Q), len(T)
    if not isinstance(value, Mapping):
        accepted = (
            f"{{ N = 1000, seed = 0 }}, {{ scale = 1e-12, seed = 0 }} or a {K} x {M} matrix, finite"
        )
        return overlaps.full("overlaps.R", value, K, M, accepted)
    if "scale" in value:
        uniform = read_table(UniformStart, value, "overlaps.R")
        return overlaps.uniform_start(K, M, uniform.scale, uniform.seed)
    normal = read_table(NormalStart, value, "overlaps.R")
    _require_inputs("overlaps.R.N", normal.N, K, M)
    return overlaps.normal_start(Q, T, normal.N, normal.seed)


def _simulation(
    simulation: Simulation, doc: Document, facts: Stated, parameters: Parameters
) -> Simulation:
    """With P and V filled in; N and V as a simulation needs them."""
    _require_inputs("simulation.N", simulation.N, doc.K, doc.M)
    P = parameters.get("P") if simulation.P is None else simulation.P
    if facts.rate_of_inner is None and simulation.P is not None:
        raise ProblemError("simulation.P", simulation.P, f"nothing: {facts.name} has no inner loop")
    V = parameters.V if simulation.V is None else simulation.V
    if V == math.inf:
        fault = "taken from parameters.V" if simulation.V is None else ""
        accepted = (
            "an integer >= 1, for query samples are drawn one by one: write V = 100 into"
            " [simulation]"
        )
        raise ProblemError("simulation.V", V, accepted, fault)
    beside = simulation.beside
    if beside is not None:
        beside = Beside(
            P if beside.P is None else beside.P, int(V) if beside.V is None else beside.V
        )
    return replace(simulation, P=P, V=int(V), beside=beside)


def _require_inputs(path: str, N: int, K: int, M: int) -> None:
    if N < 2 * K + M:
        raise ProblemError(path, N, f"an integer >= 2 K + M = {2 * K + M}")


def _without_none(table: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in table.items() if v is not None}
    return {k: _without_none(v) if isinstance(v, dict) else v for k, v in kept.items()}
