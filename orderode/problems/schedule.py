"""[schedule] of a problem: rates that change at some times, and are constant between them, or go
from one value to the next in small steps."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import MISSING, ProblemError
from ..models.data import Parameter, Stated
from .overlaps import is_number
from .parameters import KINDS, Parameters
from .schema import NOT_NEGATIVE, POSITIVE, Rule, integer, read_keys

__all__ = ["ALPHAS", "LINEAR", "MOST", "Schedule", "read_schedule", "rules_of", "varying"]

MOST = 1000  #: of knots
KNOTS = f"a list of increasing numbers > 0, at most {MOST}: the alphas at which rates change"


@dataclass(frozen=True)
class Schedule:
    """From each of ``alphas`` on the rates have the next of their values; before the first of them,
    unless that is 0, those of [parameters]."""

    alphas: tuple[float, ...]
    rates: tuple[tuple[str, tuple[Any, ...]], ...]

    def ramped(self, before: Mapping[str, Any], steps: int) -> Schedule:
        """The rates on straight lines from their values ``before``, at alpha = 0, to those at each
        of the alphas, in so many steps of equal length and constant rates:

            v_(i-1) + (j + 1/2) (v_i - v_(i-1))/steps ,   j = 0 .. steps - 1 .
        """
        ends, starts = (0.0, *self.alphas), list[float]()
        for a, b in itertools.pairwise(ends):
            starts += np.linspace(a, b, steps, endpoint=False).tolist()
        starts.append(ends[-1])
        places = (np.arange(steps) + 0.5) / steps
        rates = []
        for name, values in self.rates:
            found: list[Any] = []
            for one, other in itertools.pairwise((before[name], *values)):
                found += np.add(one, np.multiply.outer(places, np.subtract(other, one))).tolist()
            found.append(values[-1])
            vectors = isinstance(values[-1], tuple)
            rates.append((name, tuple(map(tuple, found)) if vectors else tuple(found)))
        return Schedule(tuple(starts), tuple(rates))

    def within(self, end: float) -> list[tuple[float, float, dict[str, Any]]]:
        """From 0 to ``end`` (start, end, changes of [parameters]) for each of the times between two
        knots; a knot belongs to the time that ends there."""
        starts = [a for a in self.alphas if a < end or a == 0]
        rows: list[dict[str, Any]] = []
        for i in range(len(starts)):
            rows.append({name: row[i] for name, row in self.rates})
        if not starts or starts[0] > 0:
            starts, rows = [0.0, *starts], [{}, *rows]
        return list(zip(starts, [*starts[1:], end], rows, strict=True))


def _knots(value: Any) -> tuple[float, ...] | None:
    if not isinstance(value, list) or not 1 <= len(value) <= MOST:
        return None
    if not all(is_number(x) and x > 0 for x in value):
        return None
    made = tuple(float(x) for x in value)
    return made if all(a < b for a, b in itertools.pairwise(made)) else None


def _values(p: Parameter) -> Rule:
    each = KINDS[p.kind]

    def convert(value: Any) -> tuple[float, ...] | None:
        if not isinstance(value, list):
            return None
        found = [each.convert(x) for x in value]
        return tuple(found) if all(x is not None for x in found) else None

    accepted = f"a list with {each.accepted} for each of schedule.alphas ({p.meaning})"
    return Rule(accepted, convert, json={"type": "array", "items": each.json})


def varying(facts: Stated) -> list[Parameter]:
    """The parameters that may change along the way: rates and probabilities."""
    return [p for p in facts.parameters if p.kind in ("rate", "share")]


def _variances(blocks: int) -> Rule:
    """Of each block, at each of the times."""

    def convert(value: Any) -> tuple[tuple[float, ...], ...] | None:
        if not isinstance(value, list):
            return None
        found = []
        for row in value:
            if not isinstance(row, list) or len(row) != blocks:
                return None
            found.append(tuple(NOT_NEGATIVE.convert(x) for x in row))
        return None if any(None in row for row in found) else tuple(found)

    accepted = f"a list of {blocks} finite numbers >= 0 for each of schedule.alphas"
    accepted += " (variance of the inputs in each block)"
    return Rule(accepted, convert, json={"type": "array", "items": {"type": "array"}})


LINEAR = integer(1, 100)

ALPHAS = Rule(KNOTS, _knots, json={"type": "array", "items": POSITIVE.json, "maxItems": MOST})


def rules_of(facts: Stated, blocks: int) -> dict[str, tuple[Rule, Any]]:
    """The keys of [schedule] beside ``alphas``: (rule, default) each."""
    rules: dict[str, tuple[Rule, Any]] = {p.name: (_values(p), None) for p in varying(facts)}
    return rules | {"variances": (_variances(blocks), None)} if blocks else rules


def read_schedule(
    facts: Stated, content: Mapping[str, Any] | None, parameters: Parameters, blocks: int = 0
) -> Schedule | None:
    """[schedule] of a problem of this model, with so many blocks of the inputs, checked; None where
    there is none."""
    if content is None:
        return None
    rules = rules_of(facts, blocks)
    first = {"alphas": (ALPHAS, None), "linear": (LINEAR, None)}
    found = read_keys({**first, **rules}, content, "schedule")
    alphas, steps = found.pop("alphas"), found.pop("linear")
    if alphas is None:
        raise ProblemError("schedule.alphas", MISSING, KNOTS)
    given = {name: values for name, values in found.items() if values is not None}
    if not given:
        names = ", ".join(rules)
        raise ProblemError("schedule", dict(content), f"values for one of {names}, at least")
    for name, values in given.items():
        if len(values) != len(alphas):
            fault = f"{len(values)} values for {len(alphas)} alphas"
            raise ProblemError(f"schedule.{name}", list(values), rules[name][0].accepted, fault)
    made = Schedule(alphas, tuple(given.items()))
    if steps is None:
        return made
    if len(alphas) * steps > MOST:
        fault = f"{len(alphas)} alphas in {steps} steps each"
        raise ProblemError("schedule.linear", steps, f"at most {MOST} steps in all", fault)
    return made.ramped(parameters, steps)
