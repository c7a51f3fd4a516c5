"""[[phases]] of a problem: stretches one after another, each with rates, probabilities and frozen
weights of its own, the state carried over.  A schedule, written phase by phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING as NO_DEFAULT
from typing import Any

from ..errors import ProblemError
from ..models.data import Stated
from .parameters import KINDS, Parameters
from .schedule import MOST, Schedule, varying
from .schema import POSITIVE, Rule, read_keys
from .tables import Run

__all__ = ["read_phases", "rules_of"]

LAYER, HEADS = "first layer", "heads"


def _frozen(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(x in (LAYER, HEADS) for x in value):
        return None
    return tuple(value)


PARTS = {"type": "array", "items": {"enum": [LAYER, HEADS]}}
FROZEN = Rule(f'a list of "{LAYER}" and "{HEADS}", which then rest', _frozen, json=PARTS)


def read_phases(
    facts: Stated, content: Sequence[Mapping[str, Any]], parameters: Parameters, run: Run | None
) -> Schedule:
    """The phases of a problem of this model, checked; what one does not say is that of
    [parameters]."""
    if len(content) > MOST:
        raise ProblemError("phases", f"{len(content)} of them", f"at most {MOST}")
    rows, ends = [], [0.0]
    for number, written in enumerate(content, start=1):
        path, last = f"phases[{number}]", number == len(content)
        found = read_keys(rules_of(facts, last=last), written, path)
        end, frozen = found.pop("alpha_end"), found.pop("frozen")
        rows.append({name: value for name, value in found.items() if value is not None})
        rows[-1] |= _at_rest(facts, frozen, rows[-1], path)
        _require_later(end, ends[-1], run, path, last=last)
        ends.append(end)
    said: set[str] = set().union(*rows)
    rates = []
    for p in varying(facts):
        if p.name in said:
            rates.append((p.name, tuple(row.get(p.name, parameters[p.name]) for row in rows)))
    return Schedule(tuple(ends[:-1]), tuple(rates))


def rules_of(facts: Stated, *, last: bool) -> dict[str, tuple[Rule, Any]]:
    """The keys of a phase: (rule, default) each."""
    return {
        "alpha_end": (POSITIVE, None if last else NO_DEFAULT),
        "frozen": (FROZEN, ()),
        **{p.name: (KINDS[p.kind], None) for p in varying(facts)},
    }


def _at_rest(
    facts: Stated, frozen: tuple[str, ...], given: Mapping[str, float], path: str
) -> dict[str, float]:
    """Rates of 0 for what is frozen."""
    found = {}
    for what in frozen:
        rate = facts.rate if what == LAYER else facts.rate_of_start
        if rate is None:
            raise ProblemError(f"{path}.frozen", [what], "nothing: this head always rests")
        if rate in given:
            fault = f"the {what} is frozen in this phase"
            raise ProblemError(f"{path}.{rate}", given[rate], "one of the two", fault)
        found[rate] = 0.0
    return found


def _require_later(
    end: float | None, start: float, run: Run | None, path: str, *, last: bool
) -> None:
    """Phases end one after the other, the last not before [run] does."""
    if end is None:
        return
    if end <= start:
        raise ProblemError(f"{path}.alpha_end", end, f"more than {start:g}, where it begins")
    if last and run is not None and end < run.alpha_end:
        accepted = f"at least {run.alpha_end:g}, that of [run], or none for the last phase"
        raise ProblemError(f"{path}.alpha_end", end, accepted)
