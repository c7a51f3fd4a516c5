"""[schedule] of a problem: rates that change at some times, and are constant between them, or go
from one value to the next on straight lines."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from ..errors import MISSING, ProblemError
from ..models.data import Parameter, Stated
from .overlaps import is_number
from .parameters import KINDS
from .schema import NOT_NEGATIVE, POSITIVE, Rule, read_keys

__all__ = ["ALPHAS", "LINEAR", "MOST", "Part", "Schedule", "between"]
__all__ += ["read_schedule", "rules_of", "varying"]

MOST = 1000  #: of knots
KNOTS = f"a list of increasing numbers > 0, at most {MOST}: the alphas at which rates change"


class Part(NamedTuple):
    """From alpha = ``start`` to ``end`` with these ``changes`` of [parameters]; on straight lines
    to those of ``then``, where there are some."""

    start: float
    end: float
    changes: dict[str, Any]
    then: dict[str, Any] | None


@dataclass(frozen=True)
class Schedule:
    """From each of ``alphas`` on the rates have the next of their values; before the first of them,
    unless that is 0, those of [parameters].  ``linear``: at each of ``alphas`` they have these
    values, at 0 those of [parameters], and between two of these times with a < b

        p(alpha) = p_a + (alpha - a)/(b - a) (p_b - p_a) ,

    after the last of them its values."""

    alphas: tuple[float, ...]
    rates: tuple[tuple[str, tuple[Any, ...]], ...]
    linear: bool = False

    def within(self, end: float, before: Mapping[str, Any]) -> list[Part]:
        """What there is from 0 to ``end``, where [parameters] are ``before``; a knot belongs to the
        time that ends there."""
        rows: list[dict[str, Any]] = []
        for i in range(len(self.alphas)):
            rows.append({name: row[i] for name, row in self.rates})
        starts = [*self.alphas]
        if starts[0] > 0:
            starts, rows = [0.0, *starts], [{name: before[name] for name, _ in self.rates}, *rows]
        count = sum(a < end or a == 0 for a in starts)
        parts = []
        for i in range(count):
            last, then = starts[i + 1] if i + 1 < len(starts) else math.inf, None
            if self.linear and last < math.inf:
                then = rows[i + 1]
            if last > end and then is not None:
                share = (end - starts[i]) / (last - starts[i])
                then = then | between(rows[i], then, share)
            parts.append(Part(starts[i], min(last, end), rows[i], then))
        return parts


def between(first: Mapping[str, Any], last: Mapping[str, Any], share: float) -> dict[str, Any]:
    """What differs, at a share of the way; vectors are tuples."""
    found = {}
    for name, value in first.items():
        if value != last[name]:
            x = np.add(value, share * np.subtract(last[name], value)).tolist()
            found[name] = tuple(x) if isinstance(value, tuple) else x
    return found


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


def _true_or_false(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


LINEAR = Rule(
    "true or false: rates go on straight lines between their values, in no steps",
    _true_or_false,
    json={"type": "boolean"},
)

ALPHAS = Rule(KNOTS, _knots, json={"type": "array", "items": POSITIVE.json, "maxItems": MOST})


def rules_of(facts: Stated, blocks: int) -> dict[str, tuple[Rule, Any]]:
    """The keys of [schedule] beside ``alphas``: (rule, default) each."""
    rules: dict[str, tuple[Rule, Any]] = {p.name: (_values(p), None) for p in varying(facts)}
    return rules | {"variances": (_variances(blocks), None)} if blocks else rules


def read_schedule(
    facts: Stated, content: Mapping[str, Any] | None, blocks: int = 0
) -> Schedule | None:
    """[schedule] of a problem of this model, with so many blocks of the inputs, checked; None where
    there is none."""
    if content is None:
        return None
    rules = rules_of(facts, blocks)
    first = {"alphas": (ALPHAS, None), "linear": (LINEAR, False)}
    found = read_keys({**first, **rules}, content, "schedule")
    alphas, linear = found.pop("alphas"), found.pop("linear")
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
    return Schedule(alphas, tuple(given.items()), linear)
