"""The parameters of a problem as directions in which a theory can be wrong.

A number of samples n is a coordinate 1/n, which is 0 at infinity, and the level of label noise its
square: what the equations are smooth in.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..errors import NotAvailable, ProblemError
from ..models.data import data_of
from ..problems.problem import Problem
from ..solvers.base import Parameters
from ..theory.integrate import needs_rule
from ..theory.limits import require_theory

__all__ = ["Direction", "directions"]

STEP = 1e-4  #: of finite differences, relative to a coordinate
LEAST = 1e-5  #: of a coordinate that is zero


@dataclass(frozen=True)
class Direction:
    """A parameter, its coordinate, at the start where that changes, and the step of finite
    differences along it."""

    name: str
    kind: str  # "rate", "samples" or "noise"
    value: float  # of the parameter
    coordinate: float
    step: float
    last: float | None = None  # of the parameter at the end, where it changes

    def changed(self, chosen: Parameters) -> dict[str, Any]:
        """The solver's parameters one step along."""
        value = chosen.get(self.name, self.value)
        if self.kind == "rate":
            moved = value + self.step
        elif self.kind == "samples":
            moved = 1 / (1 / value + self.step)
        else:
            moved = math.sqrt(value**2 + self.step)
        return {**chosen, self.name: moved}

    def text(self, shift: float, error: float) -> str:
        """What the parameter is and what ``shift`` +- ``error`` of the coordinate make of it, for
        people."""
        if self.last is not None:
            what = {"rate": self.name, "samples": f"1/{self.name}", "noise": f"{self.name}^2"}
            line = f"{self.name} {self.value:g} to {self.last:g}"
            return f"{line}: {what[self.kind]} off by {_pair(shift, error)}"
        found = self.coordinate + shift
        if self.kind == "rate" or not found > 3 * error:
            label = {"rate": self.name, "samples": f"1/{self.name}", "noise": f"{self.name}^2"}[
                self.kind
            ]
            return f"{label} {self.coordinate:g}: {_pair(found, error)}"
        if self.kind == "samples":
            return f"{self.name} {self.value:g}: {_pair(1 / found, error / found**2)}"
        return (
            f"{self.name} {self.value:g}: {_pair(math.sqrt(found), error / (2 * math.sqrt(found)))}"
        )


def directions(problem: Problem, then: Problem | None = None) -> list[Direction]:
    """Of the rates, levels and numbers of samples of the problem's model, those that its theory can
    be asked about.

    Left out: the rate of a head start that rests, for that it rests is exact; a number of samples
    that is infinite where the equations hold at infinity only, or need a rule with nodes elsewhere.
    ``then``: the problem at the end, where rates change.
    """
    data = data_of(problem.model)
    values = problem.parameters.of_model()
    lasts = values if then is None else then.parameters.of_model()
    start = data["start"].get("rate")
    found = []
    for p in data["parameters"]:
        name, value = p["name"], values[p["name"]]
        if p["kind"] == "samples":
            if value != math.inf or _finite(problem, name):
                found.append(_direction(name, "samples", value, 1 / value))
        elif p["kind"] == "rate" and not (name == start and value == lasts[name] == 0):
            level = name == data.get("noise")
            kind, coordinate = ("noise", value**2) if level else ("rate", value)
            made = _direction(name, kind, value, coordinate)
            changes = lasts[name] != value
            found.append(replace(made, last=lasts[name]) if changes else made)
    return found


def _direction(name: str, kind: str, value: float, coordinate: float) -> Direction:
    """Towards more samples, for there are none between 0 and 1; but from infinitely many."""
    step = STEP * coordinate if coordinate else LEAST
    back = kind == "samples" and coordinate > 0
    return Direction(name, kind, value, coordinate, -step if back else step)


def _finite(problem: Problem, name: str) -> bool:
    """Whether the equations hold at a large but finite number of these samples, and need no nodes
    there."""
    try:
        changed = problem.with_changes(parameters={name: round(1 / LEAST)})
        return not needs_rule(changed, require_theory(changed))
    except (NotAvailable, ProblemError):
        return False


def _pair(value: float, error: float) -> str:
    """A value and its standard error to two digits of the error."""
    if not (math.isfinite(error) and error > 0):
        return "nothing to see"
    digits = max(0, 1 - math.floor(np.log10(error)))
    if digits > 6:
        return f"{value:.3g} +- {error:.1e}"
    return f"{value:.{digits}f} +- {error:.{digits}f}"
