"""Reads the dict of a model file, schema 1 of docs/models.md, into a `Model`.

Every fault is a `SettingError` whose key is the path of the value in the dict, such as
`model.inner.loss.args[0].op`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from .activations import FUNCTIONS, known_activation
from .errors import SettingError
from .model import (
    Activated,
    Add,
    Ahead,
    Apply,
    Element,
    Expr,
    Gain,
    Given,
    Inner,
    LocalField,
    Model,
    Mul,
    Network,
    Noise,
    Number,
    Observable,
    OfSet,
    Outer,
    Output,
    Parameter,
    ParameterSpec,
    Power,
    Samples,
    Size,
    Start,
    Sum,
    Task,
    Vector,
    parts,
)

SCHEMA = 1
NETWORKS = ("learner", "teacher")
#: The observable that simulations measure as eps_g, wherever it stands; without it the first.
FOLLOWED = "eps_g"


def read_model(data: Mapping[str, Any]) -> Model:
    """The model that the dict of a model file states; SettingError where it states none."""
    try:
        return _Reader(data).model()
    except RecursionError:
        raise SettingError("model", "...", "its expressions are nested too deep") from None


@dataclass(frozen=True)
class _Scope:
    """What stands around an expression: the sets of samples it may be on, the heads it may use, and
    the letters that count units (letter -> network)."""

    samples: frozenset[str]
    heads: frozenset[str]
    bound: Mapping[str, str]


NOTHING = _Scope(frozenset(), frozenset(), {})


class _Reader:
    """Reads the parts of one dict; `path` says where they are."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = _mapping(data, "model")

    def model(self) -> Model:
        data = self.data
        schema = _get(data, "schema", "model", int)
        if schema != SCHEMA:
            raise SettingError("model.schema", schema, f"this version reads schema {SCHEMA}")
        self.networks, self.sizes = set[str](), set[str]()
        for key in NETWORKS:
            network, path = _get(data, key, "model", Mapping), f"model.{key}"
            self.networks.add(_get(network, "field", path, str))
            self.sizes.add(_get(network, "units", path, str))
        self.heads: dict[str, str] = {}
        self.parameters = tuple(self.parameter(p, path) for p, path in _rows(data, "parameters"))
        self.names = {p.name for p in self.parameters}
        self.kinds: dict[str, set[str]] = {"samples": set(), "count": set()}
        for p in self.parameters:
            self.kinds.setdefault(p.kind, set()).add(p.name)
        self.samples = tuple(self.sample_set(s, path) for s, path in _rows(data, "samples"))
        self.letters = {s.letter for s in self.samples}
        learner, teacher = (self.network(key) for key in NETWORKS)
        for key in ("field", "units"):
            if getattr(learner, key) == getattr(teacher, key):
                raise SettingError(
                    f"model.teacher.{key}",
                    getattr(teacher, key),
                    "this is the learner's: choose another",
                )
        task = _get(data, "task", "model", Mapping)
        self.heads[_get(task, "name", "model.task", str)] = teacher.field
        start = _get(data, "start", "model", Mapping)
        self.heads[_get(start, "name", "model.start", str)] = learner.field
        inner = _get(data, "inner", "model", Mapping, optional=True)
        if inner is not None:
            self.heads[_get(inner, "head", "model.inner", str)] = learner.field
        names = [of["name"] for of in (task, start)] + ([] if inner is None else [inner["head"]])
        self.vectors = {}
        for x, path in _rows(data, "vectors") if "vectors" in data else ():
            network = _one_of(x, "network", path, self.networks)
            name = _get(x, "name", path, str)
            default = None if x.get("default") is None else _real(x, "default", path)
            self.vectors[name] = Vector(name, network, default)
        rows = _rows(data, "tasks") if "tasks" in data else []
        self.tasks = tuple(self.of_set(row, path) for row, path in rows)
        self.check_tasks(inner)
        gains = _get(data, "gains", "model", Mapping, optional=True)
        self.keep = ""
        if gains is not None:
            _one_of(gains, "network", "model.gains", {learner.field})
            self.keep = _one_of(gains, "keep", "model.gains", self.kinds.get("share", set()))
        if len(self.heads) < len(names):
            raise SettingError(
                "model", names, "task vector, head start and head need names of their own"
            )
        loop = None if inner is None else self.inner(inner, start["name"])
        outer = self.outer(_get(data, "outer", "model", Mapping), learner, inner)
        rows = _rows(data, "observables")
        if not rows:
            raise SettingError("model.observables", [], "give at least one observable")
        observables = [self.observable(o, path) for o, path in rows]
        model = Model(
            _get(data, "name", "model", str),
            _get(data, "title", "model", str),
            learner,
            teacher,
            Task(task["name"], *(_real(task, key, "model.task") for key in ("mean", "variance"))),
            Start(
                start["name"],
                self.named(start, "rate", "model.start", True),
                _real(start, "value", "model.start"),
            ),
            self.named(data, "noise", "model", True),
            self.samples,
            self.parameters,
            loop,
            outer,
            tuple(sorted(observables, key=lambda o: o.name != FOLLOWED)),
            tuple(self.vectors.values()),
            self.keep,
            self.tasks,
            "blocks" in data and _get(data, "blocks", "model", bool),
            self.ahead(_get(data, "ahead", "model", Mapping, optional=True)),
        )
        self.check_sets(model)
        return model

    def parameter(self, data: Mapping[str, Any], path: str) -> ParameterSpec:
        name, kind, meaning = (_get(data, key, path, str) for key in ("name", "kind", "meaning"))
        default = data.get("default")
        return ParameterSpec(
            name, kind, meaning, None if default is None else _real(data, "default", path)
        )

    def sample_set(self, data: Mapping[str, Any], path: str) -> Samples:
        size = _one_of(data, "size", path, self.kinds["samples"])
        self.sizes.add(size)
        return Samples(_get(data, "letter", path, str), size, _get(data, "meaning", path, str))

    def network(self, key: str) -> Network:
        data, path = _get(self.data, key, "model", Mapping), f"model.{key}"
        field, weights, units = (
            _get(data, name, path, str) for name in ("field", "weights", "units")
        )
        place = f"{path}.scale"
        scale = self.constant(self.expr(data.get("scale"), place, NOTHING), place)
        spread = None if data.get("spread") is None else _real(data, "spread", path)
        if spread is not None and (key == "learner" or spread < 0):
            remedy = "a teacher varies with the task, by a number >= 0"
            raise SettingError(f"{path}.spread", spread, remedy)
        return Network(field, weights, units, scale, _activation(data, key), spread)

    def inner(self, data: Mapping[str, Any], start: str) -> Inner:
        path = "model.inner"
        begin = _one_of(data, "start", path, {start})
        steps = data.get("steps", 1)
        if isinstance(steps, bool) or not isinstance(steps, int) or steps < 1:
            steps = _one_of(data, "steps", path, self.kinds["count"])
        samples = _one_of(data, "samples", path, self.letters)
        loss = self.loss(data, path, {samples}, data["head"])
        return Inner(data["head"], begin, self.named(data, "rate", path), samples, steps, loss)

    def outer(
        self, data: Mapping[str, Any], learner: Network, inner: Mapping[str, Any] | None
    ) -> Outer:
        path = "model.outer"
        network = _one_of(data, "network", path, {learner.field})
        through = _get(data, "through_inner", path, bool)
        if through and inner is None:
            raise SettingError(
                f"{path}.through_inner",
                True,
                "there is no inner loop: write false, or give `inner`",
            )
        heads = set(self.heads) - {self.data["task"]["name"]}
        head = _one_of(data, "head", path, {str(inner["head"])} if through and inner else heads)
        samples = _one_of(data, "samples", path, self.letters)
        decay = self.named(data, "decay", path, True)
        rate = self.named(data, "rate", path)
        loss = self.loss(data, path, {samples}, head)
        stated = _get(data, "coefficient", path, Mapping, optional=True)
        ball = bool(_get(data, "spherical", path, bool, optional=True))
        if stated is None:
            return Outer(network, head, rate, samples, decay, through, loss, spherical=ball)
        path = f"{path}.coefficient"
        if through:
            remedy = "a step that states its coefficient goes through no loop: write false"
            raise SettingError("model.outer.through_inner", True, remedy)
        unit = _get(stated, "unit", path, str)
        _one_of(stated, "network", path, {learner.field})
        names = frozenset({self.data["task"]["name"], self.data["start"]["name"], head})
        scope = _Scope(frozenset({samples}), names, {unit: learner.field})
        value = self.expr(_get(stated, "value", path, Mapping), f"{path}.value", scope)
        return Outer(network, head, rate, samples, decay, through, loss, unit, value, ball)

    def ahead(self, data: Mapping[str, Any] | None) -> Ahead | None:
        if data is None:
            return None
        path, start = "model.ahead", self.data["start"]["name"]
        _one_of(data, "network", path, {self.data["learner"]["field"]})
        head = _one_of(data, "head", path, {start})
        samples = _one_of(data, "samples", path, self.letters)
        if samples == self.data["outer"]["samples"]:
            raise SettingError(f"{path}.samples", samples, "the outer step has samples of its own")
        rate = self.named(data, "rate", path)
        of_head = self.named(data, "rate_of_head", path, True)
        return Ahead(head, rate, of_head, samples, self.loss(data, path, {samples}, head))

    def observable(self, data: Mapping[str, Any], path: str) -> Observable:
        head = _one_of(data, "head", path, set(self.heads) - {self.data["task"]["name"]})
        name, meaning, latex = (_get(data, key, path, str) for key in ("name", "meaning", "latex"))
        task = ""
        if data.get("task") is not None:
            task = _one_of(data, "task", path, {t.name for t in self.tasks})
        loss = self.loss(data, path, self.letters, head)
        return Observable(name, head, meaning, latex, loss, task)

    def of_set(self, data: Mapping[str, Any], path: str) -> OfSet:
        """One of a set of tasks."""
        teacher = self.data["teacher"]["field"]
        own = {name for name, x in self.vectors.items() if x.network == teacher}
        vector = _one_of(data, "vector", path, own)
        share = None
        if data.get("share") is not None:
            share = _one_of(data, "share", path, self.kinds.get("share", set()))
        name, head = _get(data, "name", path, str), _get(data, "head", path, str)
        if head in self.heads and head != self.data["start"]["name"]:
            raise SettingError(f"{path}.head", head, "something else has this name")
        return OfSet(name, vector, share, head)

    def check_tasks(self, inner: Mapping[str, Any] | None) -> None:
        """Of a set one task takes what the others leave; with an inner loop all have one start."""
        if not self.tasks:
            return
        if [t.share for t in self.tasks].count(None) != 1:
            remedy = "one task has no share of its own, and takes what the others leave"
            raise SettingError("model.tasks", [t.share for t in self.tasks], remedy)
        heads = {t.head for t in self.tasks} | {self.data["start"]["name"]}
        if inner is not None and len(heads) > 1:
            remedy = "with an inner loop all tasks of a set start from one head"
            raise SettingError("model.tasks", sorted(heads), remedy)

    def check_sets(self, model: Model) -> None:
        if model.inner and model.inner.samples == model.outer.samples:
            remedy = (
                "inner and outer loop have a set of samples each: a support set and a query set"
            )
            raise SettingError("model.outer.samples", model.outer.samples, remedy)
        for observable in model.observables:
            if any(isinstance(part, Noise) for part in parts(observable.loss)):
                remedy = "what is measured on fresh data has labels without noise"
                raise SettingError(f"model.observables: {observable.name}", "noise", remedy)

    def loss(self, data: Mapping[str, Any], path: str, samples: set[str], head: str) -> Expr:
        """A loss on one sample of one of the sets; it may use the task vector, the head start and
        this head."""
        heads = frozenset({self.data["task"]["name"], self.data["start"]["name"], head})
        scope = _Scope(frozenset(samples), heads, {})
        found = self.expr(_get(data, "loss", path, Mapping), f"{path}.loss", scope)
        sets = {p.samples for p in parts(found) if isinstance(p, LocalField | Output | Noise)}
        if len(sets) > 1:
            raise SettingError(
                f"{path}.loss", sorted(sets), "a loss is that of one sample: use one set's letter"
            )
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

    def expr(self, data: Any, path: str, scope: _Scope) -> Expr:
        """The expression at `path`."""
        op = _get(_mapping(data, path), "op", path, str)
        readers: dict[str, Callable[..., Expr]] = {
            "number": lambda: Number(_number(data, path)),
            "parameter": lambda: Parameter(_one_of(data, "name", path, self.names)),
            "size": lambda: Size(_one_of(data, "name", path, self.sizes)),
            "add": lambda: Add(self.args(data, path, scope)),
            "mul": lambda: Mul(self.args(data, path, scope)),
            "power": lambda: self.power(data, path, scope),
            "sum": lambda: self.sum(data, path, scope),
            "gain": lambda: self.gain(data, path, scope),
            "vector": lambda: self.given(data, path, scope),
            "head": lambda: self.element(data, path, scope),
            "field": lambda: self.field(data, path, scope),
            "activation": lambda: self.activated(data, path, scope),
            "function": lambda: self.applied(data, path, scope),
            "output": lambda: self.output(data, path, scope),
            "noise": lambda: Noise(self.set_of(data, path, scope)),
        }
        if op not in readers:
            raise SettingError(f"{path}.op", op, f"choose one of {', '.join(readers)}")
        return readers[op]()

    def args(self, data: Mapping[str, Any], path: str, scope: _Scope) -> tuple[Expr, ...]:
        rows = _get(data, "args", path, list)
        return tuple(self.expr(row, f"{path}.args[{i}]", scope) for i, row in enumerate(rows))

    def power(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Expr:
        exponent = data.get("exponent")
        try:
            value = Fraction(exponent) if isinstance(exponent, str | int) else None
        except (ValueError, ZeroDivisionError):
            value = None
        if value is None:
            raise SettingError(f"{path}.exponent", exponent, 'give an integer, or "p/q"')
        base = self.expr(data.get("base"), f"{path}.base", scope)
        if value < 0 or value.denominator != 1:
            self.constant(base, f"{path}.base")
        return Power(base, value)

    def sum(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Expr:
        unit, network = _get(data, "unit", path, str), _one_of(data, "network", path, self.networks)
        inside = replace(scope, bound={**scope.bound, unit: network})
        return Sum(unit, network, self.expr(data.get("body"), f"{path}.body", inside))

    def element(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Expr:
        name = _one_of(data, "name", path, scope.heads)
        return Element(name, self.unit(data, path, scope, self.heads[name]))

    def gain(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Gain:
        if not self.keep or not path.startswith("model.outer.loss"):
            raise SettingError(f"{path}.op", "gain", "gains stand in the outer loss only")
        learner = str(self.data["learner"]["field"])
        return Gain(self.unit(data, path, scope, learner))

    def given(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Given:
        name = _one_of(data, "name", path, set(self.vectors))
        return Given(name, self.unit(data, path, scope, self.vectors[name].network))

    def field(self, data: Mapping[str, Any], path: str, scope: _Scope) -> LocalField:
        network = _one_of(data, "network", path, self.networks)
        return LocalField(
            network, self.unit(data, path, scope, network), self.set_of(data, path, scope)
        )

    def activated(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Expr:
        order = _get(data, "order", path, int)
        if order < 0:
            raise SettingError(f"{path}.order", order, "the order of a derivative is 0 or more")
        of = self.expr(data.get("of"), f"{path}.of", scope)
        if not isinstance(of, LocalField):
            raise SettingError(
                f"{path}.of", type(of).__name__.lower(), "the activation acts on a field"
            )
        return Activated(order, of)

    def applied(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Expr:
        name = _one_of(data, "name", path, set(FUNCTIONS))
        return Apply(name, self.expr(data.get("of"), f"{path}.of", scope))

    def output(self, data: Mapping[str, Any], path: str, scope: _Scope) -> Expr:
        network = _one_of(data, "network", path, self.networks)
        own = {name for name in scope.heads if self.heads[name] == network}
        return Output(network, _one_of(data, "head", path, own), self.set_of(data, path, scope))

    def unit(self, data: Mapping[str, Any], path: str, scope: _Scope, network: str) -> str:
        """A letter that a sum around counts the units of `network` with."""
        return _one_of(
            data, "unit", path, {letter for letter, of in scope.bound.items() if of == network}
        )

    def set_of(self, data: Mapping[str, Any], path: str, scope: _Scope) -> str:
        return _one_of(data, "samples", path, scope.samples)


def _activation(data: Mapping[str, Any], key: str) -> str | tuple[float, ...] | None:
    """That a network has of its own: the teacher's only, for a problem names the learner's."""
    value, path = data.get("activation"), f"model.{key}.activation"
    if value is None:
        return None
    if key == "learner":
        raise SettingError(path, value, "the learner has that of the setting: leave this out")
    return known_activation(path, value)


def _mapping(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise SettingError(path, value, "give a table with named entries")
    return value


def _get(
    data: Mapping[str, Any], key: str, path: str, kind: type[Any], optional: bool = False
) -> Any:
    """An entry of this type; None where there may be none."""
    value = data.get(key)
    if value is None and optional:
        return None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        words = {
            str: "a string",
            int: "an integer",
            bool: "true or false",
            list: "a list",
            Mapping: "a table",
        }
        raise SettingError(f"{path}.{key}", value, f"give {words[kind]}")
    return value


def _one_of(data: Mapping[str, Any], key: str, path: str, names: Set[str]) -> str:
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
