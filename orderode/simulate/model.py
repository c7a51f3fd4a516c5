"""A model as data: the dict of a model file, schema 1 of docs/models.md, checked into frozen dataclasses.

Nothing is evaluated here. Every fault is a `SettingError` whose key is the path of the value in the dict, such as
`model.inner.loss.args[0].op`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .errors import SettingError

SCHEMA = 1


@dataclass(frozen=True)
class Number:
    """A number."""

    value: float


@dataclass(frozen=True)
class Parameter:
    """The value of one of the model's parameters."""

    name: str


@dataclass(frozen=True)
class Size:
    """The number of units of a network or of samples of a set."""

    name: str


@dataclass(frozen=True)
class Add:
    """A sum of terms."""

    args: tuple[Expr, ...]


@dataclass(frozen=True)
class Mul:
    """A product of factors."""

    args: tuple[Expr, ...]


@dataclass(frozen=True)
class Power:
    """base^exponent; unless the exponent is an integer >= 0 the base is made of numbers, parameters and sizes."""

    base: Expr
    exponent: Fraction


@dataclass(frozen=True)
class Sum:
    """The sum of `body` over all units of a network, counted by the letter `unit`."""

    unit: str
    network: str
    body: Expr


@dataclass(frozen=True)
class Element:
    """One element of a head or of the task vector."""

    name: str
    unit: str


@dataclass(frozen=True)
class LocalField:
    """The local field of one unit on one sample."""

    network: str
    unit: str
    samples: str


@dataclass(frozen=True)
class Activated:
    """The derivative of this order of the activation at a local field."""

    order: int
    of: LocalField


@dataclass(frozen=True)
class Output:
    """A network's scale times sum_k head_k g(field_k) on one sample."""

    network: str
    head: str
    samples: str


@dataclass(frozen=True)
class Noise:
    """zeta, standard normal, one number per sample."""

    samples: str


Expr = Number | Parameter | Size | Add | Mul | Power | Sum | Element | LocalField | Activated | Output | Noise


@dataclass(frozen=True)
class Network:
    """A two-layer network; `field` names its local fields and it, `units` its width."""

    field: str
    weights: str
    units: str
    scale: Expr


@dataclass(frozen=True)
class Task:
    """The task vector, and the defaults of its mean and variance."""

    name: str
    mean: float
    variance: float


@dataclass(frozen=True)
class Start:
    """The head start, the parameter that is its rate (None: it rests), its default at time zero."""

    name: str
    rate: str | None
    value: float


@dataclass(frozen=True)
class Samples:
    """A set of samples: its running letter, and the parameter that is their number."""

    letter: str
    size: str
    meaning: str


@dataclass(frozen=True)
class ParameterOf:
    """A parameter: kind "samples" (integer >= 1 or inf), "count" (integer >= 1), else a number; default None: none."""

    name: str
    kind: str
    meaning: str
    default: float | None


@dataclass(frozen=True)
class Inner:
    """`steps` (a number, or the parameter that is it) gradient steps of `head` from `start` on the mean loss."""

    head: str
    start: str
    rate: str
    samples: str
    steps: str | int
    loss: Expr


@dataclass(frozen=True)
class Outer:
    """The step of the first layer on the mean loss of `head`; `through_inner`: through the inner loop too."""

    network: str
    head: str
    rate: str
    samples: str
    decay: str | None
    through_inner: bool
    loss: Expr


@dataclass(frozen=True)
class Observable:
    """The mean of a loss on fresh data with `head`: adapted, if it is that of the inner loop."""

    name: str
    head: str
    meaning: str
    latex: str
    loss: Expr


@dataclass(frozen=True)
class Model:
    """An algorithm: what it is called, its scenario, its updates, and what is measured."""

    name: str
    title: str
    learner: Network
    teacher: Network
    task: Task
    start: Start
    noise: str | None
    samples: tuple[Samples, ...]
    parameters: tuple[ParameterOf, ...]
    inner: Inner | None
    outer: Outer
    observables: tuple[Observable, ...]

    def size_of(self, letter: str) -> str:
        """The parameter that is the number of samples of the set with this letter."""
        return next(s.size for s in self.samples if s.letter == letter)

    def parameter(self, name: str) -> ParameterOf:
        """The parameter of this name."""
        return next(p for p in self.parameters if p.name == name)


def operands(expr: Expr) -> tuple[Expr, ...]:
    """The expressions that this one is made of."""
    match expr:
        case Add(args) | Mul(args):
            return args
        case Power(part, _) | Sum(_, _, part) | Activated(_, part):
            return (part,)
    return ()


def parts(expr: Expr) -> Iterator[Expr]:
    """The expression and all that it is made of."""
    yield expr
    for part in operands(expr):
        yield from parts(part)


def read_model(data: Mapping[str, Any]) -> Model:
    """The model that the dict of a model file states; SettingError where it states none."""
    try:
        return _Reader(data).model()
    except RecursionError:
        raise SettingError("model", "...", "its expressions are nested too deep") from None


class _Reader:
    """Reads the parts of one dict; `path` says where they are."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = _mapping(data, "model")

    def model(self) -> Model:
        data = self.data
        schema = _get(data, "schema", "model", int)
        if schema != SCHEMA:
            raise SettingError("model.schema", schema, f"this version reads schema {SCHEMA}")
        self.networks: dict[str, Network] = {}
        self.sizes: set[str] = set()
        self.heads: dict[str, str] = {}
        self.parameters = tuple(self.parameter(p, path) for p, path in _rows(data, "parameters"))
        self.names = {p.name for p in self.parameters}
        self.samples = tuple(self.sample_set(s, path) for s, path in _rows(data, "samples"))
        self.letters = {s.letter for s in self.samples}
        learner, teacher = self.network("learner"), self.network("teacher")
        task = _get(data, "task", "model", Mapping)
        self.heads[_get(task, "name", "model.task", str)] = teacher.field
        start = _get(data, "start", "model", Mapping)
        self.heads[_get(start, "name", "model.start", str)] = learner.field
        inner = _get(data, "inner", "model", Mapping, optional=True)
        if inner is not None:
            self.heads[_get(inner, "head", "model.inner", str)] = learner.field
        names = [of["name"] for of in (task, start)] + ([] if inner is None else [inner["head"]])
        if len(self.heads) < len(names):
            raise SettingError("model", names, "task vector, head start and head need names of their own")
        rows = _rows(data, "observables")
        if not rows:
            raise SettingError("model.observables", [], "give at least one observable")
        model = Model(
            _get(data, "name", "model", str),
            _get(data, "title", "model", str),
            learner,
            teacher,
            Task(task["name"], *(_real(task, key, "model.task") for key in ("mean", "variance"))),
            Start(start["name"], self.named(start, "rate", "model.start", True), _real(start, "value", "model.start")),
            self.named(data, "noise", "model", True),
            self.samples,
            self.parameters,
            None if inner is None else self.inner(inner, start["name"]),
            self.outer(_get(data, "outer", "model", Mapping), learner, inner),
            tuple(self.observable(o, path) for o, path in rows),
        )
        self.check_sets(model)
        return model

    def parameter(self, data: Mapping[str, Any], path: str) -> ParameterOf:
        name, kind, meaning = (_get(data, key, path, str) for key in ("name", "kind", "meaning"))
        default = data.get("default")
        return ParameterOf(name, kind, meaning, None if default is None else _real(data, "default", path))

    def sample_set(self, data: Mapping[str, Any], path: str) -> Samples:
        size = self.named(data, "size", path)
        self.sizes.add(size)
        return Samples(_get(data, "letter", path, str), size, _get(data, "meaning", path, str))

    def network(self, key: str) -> Network:
        data, path = _get(self.data, key, "model", Mapping), f"model.{key}"
        field, weights, units = (_get(data, name, path, str) for name in ("field", "weights", "units"))
        self.sizes.add(units)
        scale = self.constant(self.expr(_get(data, "scale", path, Mapping), f"{path}.scale", {}, None), path)
        self.networks[field] = Network(field, weights, units, scale)
        return self.networks[field]

    def inner(self, data: Mapping[str, Any], start: str) -> Inner:
        path = "model.inner"
        begin = _one_of(data, "start", path, {start})
        steps = data.get("steps", 1)
        if isinstance(steps, bool) or not isinstance(steps, int) or steps < 1:
            steps = _one_of(data, "steps", path, self.names)
        samples = _one_of(data, "samples", path, self.letters)
        loss = self.loss(data, path, samples)
        return Inner(data["head"], begin, self.named(data, "rate", path), samples, steps, loss)

    def outer(self, data: Mapping[str, Any], learner: Network, inner: Mapping[str, Any] | None) -> Outer:
        path = "model.outer"
        network = _one_of(data, "network", path, {learner.field})
        through = _get(data, "through_inner", path, bool)
        if through and inner is None:
            raise SettingError(f"{path}.through_inner", True, "there is no inner loop: write false, or give `inner`")
        heads = {name for name, of in self.heads.items() if of == learner.field}
        head = _one_of(data, "head", path, {str(inner["head"])} if through and inner else heads)
        samples = _one_of(data, "samples", path, self.letters)
        decay = self.named(data, "decay", path, True)
        rate = self.named(data, "rate", path)
        return Outer(network, head, rate, samples, decay, through, self.loss(data, path, samples))

    def observable(self, data: Mapping[str, Any], path: str) -> Observable:
        heads = {name for name, of in self.heads.items() if of == next(iter(self.networks))}
        head = _one_of(data, "head", path, heads)
        name, meaning, latex = (_get(data, key, path, str) for key in ("name", "meaning", "latex"))
        return Observable(name, head, meaning, latex, self.loss(data, path, None))

    def check_sets(self, model: Model) -> None:
        if model.inner and model.inner.samples == model.outer.samples:
            remedy = "inner and outer loop have a set of samples each: a support set and a query set"
            raise SettingError("model.outer.samples", model.outer.samples, remedy)
        for observable in model.observables:
            if any(isinstance(part, Noise) for part in parts(observable.loss)):
                remedy = "what is measured on fresh data has labels without noise"
                raise SettingError(f"model.observables: {observable.name}", "noise", remedy)

    def loss(self, data: Mapping[str, Any], path: str, samples: str | None) -> Expr:
        """A loss on one sample of the set, or of any one set."""
        found = self.expr(_get(data, "loss", path, Mapping), f"{path}.loss", {}, samples)
        sets = {p.samples for p in parts(found) if isinstance(p, LocalField | Output | Noise)}
        if len(sets) > 1:
            raise SettingError(f"{path}.loss", sorted(sets), "a loss is that of one sample: use one set's letter")
        return found

    def constant(self, expr: Expr, path: str) -> Expr:
        """Refused unless made of numbers, parameters and sizes."""
        for part in parts(expr):
            if not isinstance(part, Number | Parameter | Size | Add | Mul | Power):
                remedy = "this is made of numbers, parameters and sizes only"
                raise SettingError(path, type(part).__name__.lower(), remedy)
        return expr

    def named(self, data: Mapping[str, Any], key: str, path: str, optional: bool = False) -> Any:
        """The name of a parameter."""
        if optional and data.get(key) is None:
            return None
        return _one_of(data, key, path, self.names)

    def expr(self, data: Any, path: str, bound: Mapping[str, str], samples: str | None) -> Expr:
        """The expression at `path`, where the letters `bound` count units (letter -> network)."""
        op = _get(_mapping(data, path), "op", path, str)
        readers: dict[str, Callable[..., Expr]] = {
            "number": lambda: Number(_number(data, path)),
            "parameter": lambda: Parameter(_one_of(data, "name", path, self.names)),
            "size": lambda: Size(_one_of(data, "name", path, self.sizes)),
            "add": lambda: Add(self.args(data, path, bound, samples)),
            "mul": lambda: Mul(self.args(data, path, bound, samples)),
            "power": lambda: self.power(data, path, bound, samples),
            "sum": lambda: self.sum(data, path, bound, samples),
            "head": lambda: self.element(data, path, bound),
            "field": lambda: self.field(data, path, bound, samples),
            "activation": lambda: self.activated(data, path, bound, samples),
            "output": lambda: self.output(data, path, samples),
            "noise": lambda: Noise(self.set_of(data, path, samples)),
        }
        if op not in readers:
            raise SettingError(f"{path}.op", op, f"choose one of {', '.join(readers)}")
        return readers[op]()

    def args(
        self, data: Mapping[str, Any], path: str, bound: Mapping[str, str], samples: str | None
    ) -> tuple[Expr, ...]:
        rows = _get(data, "args", path, list)
        return tuple(self.expr(row, f"{path}.args[{i}]", bound, samples) for i, row in enumerate(rows))

    def power(self, data: Mapping[str, Any], path: str, bound: Mapping[str, str], samples: str | None) -> Expr:
        exponent = data.get("exponent")
        try:
            value = Fraction(exponent) if isinstance(exponent, str | int) else None
        except (ValueError, ZeroDivisionError):
            value = None
        if value is None:
            raise SettingError(f"{path}.exponent", exponent, 'give an integer, or "p/q"')
        base = self.expr(data.get("base"), f"{path}.base", bound, samples)
        if value < 0 or value.denominator != 1:
            self.constant(base, f"{path}.base")
        return Power(base, value)

    def sum(self, data: Mapping[str, Any], path: str, bound: Mapping[str, str], samples: str | None) -> Expr:
        unit, network = _get(data, "unit", path, str), _one_of(data, "network", path, set(self.networks))
        return Sum(unit, network, self.expr(data.get("body"), f"{path}.body", {**bound, unit: network}, samples))

    def element(self, data: Mapping[str, Any], path: str, bound: Mapping[str, str]) -> Expr:
        name = _one_of(data, "name", path, set(self.heads))
        return Element(name, self.unit(data, path, bound, self.heads[name]))

    def field(self, data: Mapping[str, Any], path: str, bound: Mapping[str, str], samples: str | None) -> LocalField:
        network = _one_of(data, "network", path, set(self.networks))
        return LocalField(network, self.unit(data, path, bound, network), self.set_of(data, path, samples))

    def activated(self, data: Mapping[str, Any], path: str, bound: Mapping[str, str], samples: str | None) -> Expr:
        order = _get(data, "order", path, int)
        if order < 0:
            raise SettingError(f"{path}.order", order, "the order of a derivative is 0 or more")
        of = self.expr(data.get("of"), f"{path}.of", bound, samples)
        if not isinstance(of, LocalField):
            raise SettingError(f"{path}.of", type(of).__name__.lower(), "the activation acts on a field")
        return Activated(order, of)

    def output(self, data: Mapping[str, Any], path: str, samples: str | None) -> Expr:
        network = _one_of(data, "network", path, set(self.networks))
        own = {name for name, of in self.heads.items() if of == network}
        return Output(network, _one_of(data, "head", path, own), self.set_of(data, path, samples))

    def unit(self, data: Mapping[str, Any], path: str, bound: Mapping[str, str], network: str) -> str:
        """A letter that a sum around counts the units of `network` with."""
        return _one_of(data, "unit", path, {letter for letter, of in bound.items() if of == network})

    def set_of(self, data: Mapping[str, Any], path: str, samples: str | None) -> str:
        return _one_of(data, "samples", path, self.letters if samples is None else {samples})


def _mapping(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise SettingError(path, value, "give a table with named entries")
    return value


def _get(data: Mapping[str, Any], key: str, path: str, kind: type[Any], optional: bool = False) -> Any:
    """An entry of this type; None where there may be none."""
    value = data.get(key)
    if value is None and optional:
        return None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        words = {str: "a string", int: "an integer", bool: "true or false", list: "a list", Mapping: "a table"}
        raise SettingError(f"{path}.{key}", value, f"give {words[kind]}")
    return value


def _one_of(data: Mapping[str, Any], key: str, path: str, names: set[str]) -> str:
    value = _get(data, key, path, str)
    if value not in names:
        there = ", ".join(sorted(names)) or "none here"
        raise SettingError(f"{path}.{key}", value, f"unknown name; there is: {there}")
    return str(value)


def _rows(data: Mapping[str, Any], key: str) -> list[tuple[Mapping[str, Any], str]]:
    """The tables of a list, each with its path."""
    rows = _get(data, key, "model", list)
    return [(_mapping(row, f"model.{key}[{i}]"), f"model.{key}[{i}]") for i, row in enumerate(rows)]


def _real(data: Mapping[str, Any], key: str, path: str) -> float:
    value = data.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        raise SettingError(f"{path}.{key}", value, "give a number")
    return value


def _number(data: Mapping[str, Any], path: str) -> float:
    """An integer, a float, or "p/q"."""
    value = data.get("value")
    try:
        found = math.nan if isinstance(value, bool) or value is None else float(Fraction(value))
    except (TypeError, ValueError, OverflowError, ZeroDivisionError):
        found = math.nan
    if not math.isfinite(found):
        raise SettingError(f"{path}.value", value, 'give a finite number, or a string "p/q"')
    return found
