"""Problem files: one TOML file says which model, which parameters, where to start, how far to go.

The dataclasses below are the format. Each field made by `key(rule)` is one key of a table, and `read_table`
checks a table against its dataclass, so that a new key is one line. A key with a default is optional. Nothing
is evaluated: `model` and `activation` are names, looked up in a catalogue elsewhere; an activation may be the
coefficients of a polynomial instead.
"""
# ruff: noqa: RUF009  (key() makes a dataclass field)

from __future__ import annotations

import difflib
import hashlib
import json
import math
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from orderode.errors import MISSING, FileError, NotAvailable, ProblemError
from orderode.models.data import Stated, stated
from orderode.models.deriving import is_model_file
from orderode.models.fixed_points import stationary
from orderode.problems import overlaps
from orderode.problems.overlaps import Array

MOST = 2**53  # of any integer: the largest that is exact in double precision
MOST_DEGREE = 6  # of a polynomial activation: <g' g' g g> has 100, 980, 5040 terms at degree 3, 5, 7
MOST_STEPS = 10**6  # of an inner loop, each of which costs as much as all the rest of a right-hand side
MOST_UNITS = 1000  # of K and of M: far beyond use, below trouble with memory

RUN_EXAMPLE = "a table such as\n\n[run]\nalpha_end = 20.0\npoints = 200\nrtol = 1e-8\natol = 1e-12"
SIMULATION_EXAMPLE = 'a table such as\n\n[simulation]\nN = 1000\nruns = 10\nseed = 0\nmethod = "reduced"'


@dataclass(frozen=True)
class Rule:
    """What a key accepts, in words, and its conversion: the value to keep, or None where it is refused."""

    accepted: str
    convert: Callable[[Any], Any]
    kind: type[Any] | None = None  # the dataclass of a key that holds a table of its own

    def read(self, value: Any, path: str) -> Any:
        kept = self.convert(value)
        if kept is None:
            raise ProblemError(path, value, self.accepted)
        return kept if self.kind is None else read_table(self.kind, kept, path)


def table(kind: type[Any]) -> Rule:
    names = ", ".join(f.name for f in fields(kind) if "rule" in f.metadata)
    return Rule(f"a table with {names}", lambda v: v if isinstance(v, Mapping) else None, kind)


def real(accepted: str, admits: Callable[[float], bool]) -> Rule:
    """A finite number that `admits` lets pass; an integer is read as a number, true and false are not."""
    return Rule(accepted, lambda v: float(v) if overlaps.is_number(v) and admits(float(v)) else None)


def integer(least: int, most: int = MOST) -> Rule:
    def convert(value: Any) -> int | None:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return value if whole and least <= value <= most else None

    return Rule(f"an integer >= {least}" + ("" if most == MOST else f" and <= {most}"), convert)


def name() -> Rule:
    def convert(value: Any) -> str | None:
        return value if isinstance(value, str) and re.fullmatch("[a-z][a-z0-9_]*", value) else None

    return Rule("a name in quotes: a small letter, then small letters, digits and _", convert)


def model() -> Rule:
    """The name of an algorithm, or the path of a model file."""
    accepted = f"{name().accepted}; or the path of a model file, my_model.py"

    def convert(value: Any) -> str | None:
        if isinstance(value, str) and is_model_file(value):
            return value
        named: str | None = name().convert(value)
        return named

    return Rule(accepted, convert)


def activation() -> Rule:
    """A name, or the coefficients of a polynomial without trailing zeros."""
    polynomial = f"{{ polynomial = [c_0, c_1, ...] }}, finite numbers, with a degree from 1 to {MOST_DEGREE}"
    accepted = f"{name().accepted}; or {polynomial}"

    def convert(value: Any) -> str | tuple[float, ...] | None:
        if not isinstance(value, Mapping):
            named: str | None = name().convert(value)
            return named
        written = value.get("polynomial") if set(value) == {"polynomial"} else None
        if not isinstance(written, list) or not all(overlaps.is_number(c) for c in written):
            return None
        degree = max((j for j, c in enumerate(written) if c), default=0)
        return tuple(float(c) for c in written[: degree + 1]) if 1 <= degree <= MOST_DEGREE else None

    return Rule(accepted, convert)


def one_of(*choices: str) -> Rule:
    return Rule(" or ".join(f'"{choice}"' for choice in choices), lambda v: v if v in choices else None)


def written(accepted: str) -> Rule:
    """A value kept as written: its check needs other keys and comes later."""
    return Rule(accepted, lambda v: v)


NOT_NEGATIVE = real("a finite number >= 0", lambda v: v >= 0)
POSITIVE = real("a finite number > 0", lambda v: v > 0)
TOLERANCE = real("a number between 0 and 1, both excluded", lambda v: 0 < v < 1)
SAMPLES = integer(1)
SAMPLES_OR_INF = Rule("an integer >= 1, or inf", lambda v: v if v == math.inf else SAMPLES.convert(v))


def key(rule: Rule, default: Any = NO_DEFAULT) -> Any:
    return field(default=default, metadata={"rule": rule})


Kind = TypeVar("Kind")


def read_table(kind: type[Kind], content: Mapping[str, Any], path: str = "") -> Kind:
    """`content` as a `kind`, a dataclass whose fields are made by `key`; unknown keys are reported first."""
    known = {f.name: f for f in fields(kind) if "rule" in f.metadata}  # type: ignore[arg-type]
    prefix = f"{path}." if path else ""
    for found, value in content.items():
        if found not in known:
            lower = {name.lower(): name for name in known}
            close = difflib.get_close_matches(str(found).lower(), lower, n=1)
            fault = f"unknown key, did you mean {lower[close[0]]}?" if close else "unknown key"
            raise ProblemError(f"{prefix}{found}", value, "the keys " + ", ".join(known), fault)
    kept = {}
    for name, spec in known.items():
        rule: Rule = spec.metadata["rule"]
        if name in content:
            kept[name] = rule.read(content[name], prefix + name)
        elif spec.default is NO_DEFAULT:
            raise ProblemError(prefix + name, MISSING, rule.accepted)
    return kind(**kept)


@dataclass(frozen=True)
class Parameters:
    """[parameters]: rates and sample numbers of the algorithm; P and V are integers >= 1, or inf."""

    eta_J: float = key(NOT_NEGATIVE)  # rate of the first layer
    V: float = key(SAMPLES_OR_INF)  # query samples of a task
    eta_w: float = key(NOT_NEGATIVE, None)  # rate of the inner loop; required where there is one
    P: float = key(SAMPLES_OR_INF, None)  # support samples of a task; required where there is an inner loop
    inner_steps: int = key(integer(1, MOST_STEPS), 1)
    eta_0: float = key(NOT_NEGATIVE, 0.0)  # rate of the head start
    noise: float = key(NOT_NEGATIVE, 0.0)  # standard deviation of label noise
    decay: float = key(NOT_NEGATIVE, 0.0)  # weight decay of the first layer
    w0: Any = key(written("a list of K finite numbers, the head start"), None)  # default 0, for sgd 1
    closure: str = key(one_of("exact", "1/P"), "exact")  # at finite P: all powers of 1/P, or the first
    nodes: int = key(integer(1, 10**7), 16381)  # size of the rule for samples that coincide three and four times
    own: tuple[tuple[str, float], ...] = ()  # of a model of the user's: each a key of the table

    def text(self, *names: str) -> str:
        """Those of ``names`` that the model has, for people: `P = inf, V = 20`, for sgd `V = 20`."""
        values = {name: getattr(self, name) for name in names}
        return ", ".join(f"{name} = {v:g}" for name, v in values.items() if v is not None)


@dataclass(frozen=True)
class TaskTable:
    """[tasks] as written; moments of the task vector u."""

    mean: Any = key(written("a list of M finite numbers"), None)  # default 0, for sgd 1
    cov: Any = key(written("a list of M (the diagonal) or a matrix"), None)  # default the identity, for sgd 0
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
    """[simulation]: `runs` seeded simulations with `N` inputs, all from the start overlaps of the problem."""

    N: int = key(integer(1))  # and >= 2 K + M
    runs: int = key(integer(1, 10**6), 10)
    seed: int = key(integer(0), 0)
    method: str = key(one_of("reduced", "direct"), "reduced")
    P: float = key(SAMPLES_OR_INF, None)  # P and V as in [parameters] unless given
    V: int = key(SAMPLES_OR_INF, None)  # and finite
    tasks: int = key(integer(1, 10**7), 500)  # fresh tasks per run and time in the Monte Carlo eps_g
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
    """The top level of a problem file."""

    model: str = key(model())
    activation: Any = key(activation())
    K: int = key(integer(1, MOST_UNITS))  # hidden units of the learner
    M: int = key(integer(1, MOST_UNITS))  # hidden units of the teacher
    parameters: Parameters = key(table(Parameters))
    overlaps: Overlaps = key(table(Overlaps))
    tasks: TaskTable = key(table(TaskTable), TaskTable(None, None, 3.0))
    run: Run | None = key(table(Run), None)
    simulation: Simulation | None = key(table(Simulation), None)


@dataclass(frozen=True)
class Problem:
    """A checked problem. T (M, M), Q (K, K) and R (K, M) are the overlaps at alpha = 0, read-only.

    Problems are equal if they say the same, whatever their files are called. `with_changes` makes variants.
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

    def __post_init__(self) -> None:
        """A problem put together by hand obeys the rules of the file. Read-only arrays are those of a file."""
        for name in ("model", "K", "M"):
            _rule(Document, name).read(getattr(self, name), name)
        _require_rules("parameters", Parameters, self.parameters)
        _require_rules("run", Run, self.run)
        _require_rules("simulation", Simulation, self.simulation)
        if not isinstance(self.tasks, Tasks):
            raise ProblemError("tasks", self.tasks, "a Tasks", f"a {type(self.tasks).__name__}")
        K, M = self.K, self.M
        arrays: dict[str, tuple[Array, tuple[int, ...]]]
        arrays = {"overlaps.T": (self.T, (M, M)), "overlaps.Q": (self.Q, (K, K)), "overlaps.R": (self.R, (K, M))}
        arrays |= {"parameters.w0": (self.w0, (K,)), "tasks.mean": (self.tasks.mean, (M,))}
        arrays |= {"tasks.cov": (self.tasks.cov, (M, M)), "tasks.kurtosis": (self.tasks.kurtosis, (M,))}
        for path, (array, shape) in arrays.items():
            if np.shape(array) != shape or not np.isfinite(array).all():
                raise ProblemError(path, plain(array), f"finite numbers of shape {shape}")
        if self.T.flags.writeable or self.Q.flags.writeable or self.R.flags.writeable:
            for path, array in (("overlaps.T", self.T), ("overlaps.Q", self.Q)):
                overlaps.symmetric(path, array.tolist(), len(array), scalar=False)
            overlaps.require_covariance(self.Q, self.R, self.T, self.R.tolist())

    @property
    def digest(self) -> str:
        """16 hexadecimal digits of what the file says: order, comments and 6 against 6.0 do not matter."""
        return hashlib.sha256(self.content.encode()).hexdigest()[:16]

    @property
    def model_name(self) -> str:
        """The name of the algorithm, or of the model file without its folder."""
        return Path(self.model).name

    @property
    def adapts(self) -> bool:
        """Whether the model has an inner loop."""
        return self.parameters.eta_w is not None

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
        """A variant, checked like a file: `problem.with_changes(K=4, parameters={"eta_w": 9.0}, run=None)`.

        A mapping is merged into the table of its name; None drops a key or a table.
        """
        content = json.loads(self.content)
        for name, change in changes.items():
            old = content.get(name)
            both = isinstance(change, Mapping) and isinstance(old, dict)
            content[name] = {**old, **change} if both else change
        return trajectory_problem(_without_none(plain(content)), self.source)


def _rule(kind: type[Any], name: str) -> Rule:
    rule: Rule = next(f for f in fields(kind) if f.name == name).metadata["rule"]
    return rule


def _require_rules(path: str, kind: type[Any], values: Any) -> None:
    """``values``, a ``kind`` or None, has what its rules accept or the default in every field."""
    if values is None and path != "parameters":
        return
    if not isinstance(values, kind):
        raise ProblemError(path, values, f"a {kind.__name__}", f"a {type(values).__name__}")
    for spec in (f for f in fields(kind) if "rule" in f.metadata):
        value, rule = getattr(values, spec.name), spec.metadata["rule"]
        if rule.kind is not None:
            _require_rules(f"{path}.{spec.name}", rule.kind, value)
        elif value is not spec.default:
            rule.read(value, f"{path}.{spec.name}")


def load_problem(problem: str | os.PathLike[str] | Mapping[str, Any]) -> Problem:
    """The problem in a TOML file, or in a mapping of the same form, which may hold numpy arrays."""
    return trajectory_problem(*content_of(problem))


def content_of(problem: Any) -> tuple[dict[str, Any], str]:
    """What a problem file, or a mapping of the same form, says in plain Python, and the file's name: "" for a mapping.

    The path of a model file is that from the folder of the problem file.
    """
    if isinstance(problem, Mapping):
        return plain(problem), ""
    if not isinstance(problem, str | os.PathLike):
        accepted = "the path of a problem file, or a mapping with its keys"
        raise ProblemError("problem", plain(problem), accepted, f"a {type(problem).__name__}")
    path = Path(problem)
    content = read_toml(path, "a problem file: TOML in UTF-8")
    if isinstance(content.get("model"), str) and is_model_file(content["model"]):
        content["model"] = str((path.parent / content["model"]).resolve())
    return content, path.name


def read_toml(path: Path, accepted: str) -> dict[str, Any]:
    """What a TOML file holds, or a FileError that says ``accepted``."""
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise FileError(str(path), getattr(error, "strerror", None) or str(error), accepted) from None
    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileError(str(path), f"line {line} is not UTF-8", accepted) from None
    except (ValueError, RecursionError) as error:  # also an integer too long, brackets nested too deep
        raise FileError(str(path), f"not TOML: {error}", accepted) from None


def trajectory_problem(content: Mapping[str, Any], source: str) -> Problem:
    """The problem that ``content``, of the file ``source``, states."""
    try:
        return _checked(dict(content), source)
    except ProblemError as error:
        error.source = source
        raise


def _checked(content: dict[str, Any], source: str) -> Problem:
    written = content
    if stationary(content.get("model")):
        raise NotAvailable(
            f"this command for {content['model']}",
            "its theory is a fixed point, not a trajectory",
            "Use orderode solve, simulate or compare",
        )
    named, of = _rule(Document, "model"), _rule(Document, "activation")
    facts = None
    if "model" in content and "activation" in content:
        facts = stated(named.read(content["model"], "model"), of.read(content["activation"], "activation"))
    content, own = _split(content, facts)
    doc = read_table(Document, content)
    assert facts is not None  # both keys are required
    T = overlaps.symmetric("overlaps.T", doc.overlaps.T, doc.M, scalar=False)
    Q = overlaps.symmetric("overlaps.Q", doc.overlaps.Q, doc.K, scalar=True)
    R = _start(doc.overlaps.R, Q, T)
    overlaps.require_covariance(Q, R, T, doc.overlaps.R)
    _require_inner_loop(doc, facts)
    w0 = overlaps.vector("parameters.w0", doc.parameters.w0, doc.K, default=float(facts.start))
    tasks = _tasks(doc, facts)
    for array in (T, Q, R, w0, tasks.mean, tasks.cov, tasks.kurtosis):
        array.setflags(write=False)
    simulation = doc.simulation and _simulation(doc.simulation, doc, facts)
    parameters = replace(doc.parameters, w0=tuple(w0.tolist()), own=own)
    start = (doc.model, doc.activation, doc.K, doc.M, parameters, T, Q, R, w0, tasks)
    return Problem(*start, doc.run, simulation, source, canonical(written))


def _split(content: dict[str, Any], facts: Stated | None) -> tuple[dict[str, Any], tuple[tuple[str, float], ...]]:
    """``content`` without the parameters of the model's own, and these, each >= 0."""
    table = content.get("parameters")
    if facts is None or not facts.own or not isinstance(table, Mapping):
        return content, ()
    found = []
    for own in facts.own:
        path = f"parameters.{own.name}"
        if own.name in table:
            found.append((own.name, NOT_NEGATIVE.read(table[own.name], path)))
        elif own.default is None:
            raise ProblemError(path, MISSING, f"{NOT_NEGATIVE.accepted}: {own.meaning}")
        else:
            found.append((own.name, float(own.default)))
    names = {own.name for own in facts.own}
    rest = {name: value for name, value in table.items() if name not in names}
    return {**content, "parameters": rest}, tuple(found)


def _require_inner_loop(doc: Document, facts: Stated) -> None:
    """eta_w and P belong to an inner loop: required with one, not accepted without."""
    p, without = doc.parameters, not facts.inner
    if facts.steps is not None and p.inner_steps != facts.steps:
        accepted = f"{facts.steps}: {facts.name} has that many inner steps"
        raise ProblemError("parameters.inner_steps", p.inner_steps, accepted)
    for name in ("eta_0", "noise", "decay"):
        if getattr(p, name) and name not in facts.names:
            raise ProblemError(f"parameters.{name}", getattr(p, name), f"nothing: {facts.name} has no {name}")
    rules = {"eta_w": NOT_NEGATIVE, "P": SAMPLES_OR_INF}
    for name, rule in rules.items():
        value = getattr(p, name)
        if value is None and not without:
            raise ProblemError(f"parameters.{name}", MISSING, rule.accepted)
        if value is not None and without:
            accepted = f"nothing: {facts.name} has no inner loop"
            raise ProblemError(f"parameters.{name}", value, accepted)


def _tasks(doc: Document, facts: Stated) -> Tasks:
    M, written = doc.M, doc.tasks
    mean = overlaps.vector("tasks.mean", written.mean, M, default=float(facts.mean))
    default = [float(facts.variance)] * M
    cov = overlaps.symmetric("tasks.cov", default if written.cov is None else written.cov, M, scalar=False)
    value = written.kurtosis
    kurtosis = overlaps.vector("tasks.kurtosis", [value] * M if overlaps.is_number(value) else value, M, default=3.0)
    accepted = "a number >= 1 or a list of M of them: 3 for Gaussian, 1 for Rademacher, 1.8 for uniform components"
    if (kurtosis < 1).any():
        raise ProblemError("tasks.kurtosis", value, accepted)
    if (kurtosis != 3).any() and np.count_nonzero(cov - np.diag(np.diag(cov))):
        raise ProblemError("tasks.kurtosis", value, "3 where tasks.cov is not diagonal: components are independent")
    return Tasks(mean, cov, kurtosis)


def _start(value: Any, Q: Array, T: Array) -> Array:
    K, M = len(Q), len(T)
    if not isinstance(value, Mapping):
        accepted = f"{{ N = 1000, seed = 0 }}, {{ scale = 1e-12, seed = 0 }} or a {K} x {M} matrix, finite"
        return overlaps.full("overlaps.R", value, K, M, accepted)
    if "scale" in value:
        uniform = read_table(UniformStart, value, "overlaps.R")
        return overlaps.uniform_start(K, M, uniform.scale, uniform.seed)
    normal = read_table(NormalStart, value, "overlaps.R")
    _require_inputs("overlaps.R.N", normal.N, K, M)
    return overlaps.normal_start(Q, T, normal.N, normal.seed)


def _simulation(simulation: Simulation, doc: Document, facts: Stated) -> Simulation:
    """With P and V filled in; N and V as a simulation needs them."""
    _require_inputs("simulation.N", simulation.N, doc.K, doc.M)
    P = doc.parameters.P if simulation.P is None else simulation.P
    if not facts.inner and simulation.P is not None:
        raise ProblemError("simulation.P", simulation.P, f"nothing: {facts.name} has no inner loop")
    V = doc.parameters.V if simulation.V is None else simulation.V
    if V == math.inf:
        fault = "taken from parameters.V" if simulation.V is None else ""
        accepted = "an integer >= 1, for query samples are drawn one by one: write V = 100 into [simulation]"
        raise ProblemError("simulation.V", V, accepted, fault)
    beside = simulation.beside
    if beside is not None:
        beside = Beside(P if beside.P is None else beside.P, int(V) if beside.V is None else beside.V)
    return replace(simulation, P=P, V=int(V), beside=beside)


def _require_inputs(path: str, N: int, K: int, M: int) -> None:
    if N < 2 * K + M:
        raise ProblemError(path, N, f"an integer >= 2 K + M = {2 * K + M}")


def plain(value: Any) -> Any:
    """Mappings as dict, sequences and arrays as list, numpy numbers as Python's; the rest as it is."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, Mapping):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, list | tuple | range) else value


def canonical(content: Mapping[str, Any]) -> str:
    """What a file says as JSON, whatever the order of its keys."""
    return json.dumps(_canonical(content), sort_keys=True, separators=(",", ":"))


def _canonical(value: Any) -> Any:
    """6.0 as 6: a number has one spelling."""
    if isinstance(value, dict):
        return {k: _canonical(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_canonical(v) for v in value]
    return int(value) if isinstance(value, float) and abs(value) < MOST and value.is_integer() else value


def _without_none(table: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in table.items() if v is not None}
    return {k: _without_none(v) if isinstance(v, dict) else v for k, v in kept.items()}
