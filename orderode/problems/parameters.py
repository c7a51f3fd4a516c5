"""[parameters] of a problem: those that its model states, and the few that the runner adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..errors import ProblemError
from ..models.data import Parameter, Stated, Vector
from .overlaps import Array
from .schema import (
    NOT_NEGATIVE,
    RATIO,
    SAMPLES_OR_INF,
    SHARE,
    Rule,
    integer,
    one_of,
    read_keys,
    written,
)

__all__ = ["Parameters", "read_parameters", "rules_of"]

# of an inner loop, each of which costs as much as all the rest of a right-hand side
MOST_STEPS = 10**6
#: Of each kind of parameter of a model.
KINDS = {
    "share": SHARE,
    "rate": NOT_NEGATIVE,
    "samples": SAMPLES_OR_INF,
    "ratio": RATIO,
    "count": integer(1, MOST_STEPS),
}


def _size(value: Any) -> int | None:
    return value if isinstance(value, int) and value in RULE_SIZES else None


RULE_SIZES = (1021, 4093, 16381, 65521, 262139)  # points of the lattices that the solvers know
RULE_ACCEPTED = f"{', '.join(map(str, RULE_SIZES[:-1]))} or {RULE_SIZES[-1]}"
#: What the runner adds, whatever the model: (rule, default).
ADDED: dict[str, tuple[Rule, Any]] = {
    # default: what the model states
    "w0": (written("a list of K finite numbers, the head start", "array"), None),
    "closure": (one_of("exact", "1/P"), "exact"),  # at finite P: all powers of 1/P, or the first
    # size of the rule for samples that coincide three and four times
    "nodes": (Rule(RULE_ACCEPTED, _size, json={"enum": list(RULE_SIZES)}), 16381),
}


@dataclass(frozen=True)
class Parameters(Mapping[str, Any]):
    """Values by name, in the model's order, then what the runner adds; each is an attribute, too.

    Rates are floats, numbers of samples integers or infinite, vectors and heads tuples.
    """

    model: str
    pairs: tuple[tuple[str, Any], ...]
    vectors: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()  # beside w0

    def __getitem__(self, name: str) -> Any:
        return dict(self.pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # asked for while a copy is being made, before there are pairs
            raise AttributeError(name)
        if name not in self:
            raise AttributeError(f"{self.model} has no parameter {name}; it has {', '.join(self)}")
        return self[name]

    def changed(self, **values: Any) -> Parameters:
        """The same with some values changed."""
        return replace(self, pairs=tuple(({**self, **values}).items()))

    def of_model(self) -> dict[str, Any]:
        """The numbers among those that the model states."""
        beside = {*ADDED, *self.vectors, *self.heads}
        return {name: value for name, value in self.pairs if name not in beside}

    def arrays(self) -> dict[str, Array]:
        """The vectors that the model states, those that are given."""
        there = (name for name in self.vectors if self[name] is not None)
        return {name: np.array(self[name], dtype=float) for name in there}

    def text(self, *names: str) -> str:
        """Those of ``names`` that the model has, for people: `P = inf, V = 20`, for sgd `V =
        20`."""
        return ", ".join(f"{name} = {self[name]:g}" for name in names if name in self)


def read_parameters(facts: Stated, content: Mapping[str, Any]) -> Parameters:
    """[parameters] of a problem of this model, checked."""
    names = tuple(v.name for v in facts.vectors)
    try:
        found = read_keys(rules_of(facts), content, "parameters")
        return Parameters(facts.name, tuple(found.items()), names, facts.heads[1:])
    except ProblemError as error:
        if error.fault == "unknown key":
            error.fault = f"unknown key: {facts.name} has no such parameter"
        raise


def rules_of(facts: Stated) -> dict[str, tuple[Rule, Any]]:
    """The keys of [parameters] that problems of this model have: (rule, default) each."""
    rules = {p.name: _rule(p) for p in facts.parameters}
    for v in facts.vectors:
        types = ("integer", "array", "object") if v.units == "blocks" else ("array",)
        rules[v.name] = (written(accepted(v), *types), None)
    return rules | ADDED | dict.fromkeys(facts.heads[1:], ADDED["w0"])


def accepted(v: Vector) -> str:
    """What a vector may be, in words."""
    many = "" if v.units == "blocks" else f"{v.units} "
    return f"a list of {many}finite numbers ({v.meaning})"


def _rule(p: Parameter) -> tuple[Rule, Any]:
    rule = KINDS[p.kind]
    meant = Rule(f"{rule.accepted} ({p.meaning})", rule.convert, json=rule.json)
    return meant, NO_DEFAULT if p.default is None else rule.read(
        p.default, f"the default of {p.name}"
    )
