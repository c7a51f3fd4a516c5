"""Steady states along a parameter: branches followed through folds, and where stability is
exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..errors import ProblemError
from ..problems.overlaps import is_number
from ..problems.problem import Problem
from ..problems.schema import Rule
from ..shown import Drawn, error_said
from ..solvers.base import Array
from ..theory.arguments import checked, require_constant
from .curve import ZERO as UNSTABLE
from .curve import Curve, crossing, followed
from .field import Field
from .search import SEED, STARTS, alike, searched, spectrum

__all__ = ["Branches", "branches", "range_of"]

#: Where in the range branches are looked for; more places find those that close on themselves.
PLACES = (0.0, 0.5, 1.0)
MOST = 50  #: branches


@dataclass(frozen=True, eq=False)
class Branches(Drawn):
    """Branches of steady states over ``parameter`` from ``low`` to ``high``, each a curve of points
    in the order in which it was followed."""

    problem: Problem
    parameter: str
    low: float
    high: float
    curves: tuple[Curve, ...]
    starts: int
    seed: int
    directions: int
    backend: str
    digest: str

    def arrays(self) -> dict[str, Array]:
        """Point by point, of all branches: branch (n,), from 0; the parameter, eps_g, the number of
        unstable directions, rate, the largest real part of an eigenvalue; R (n, K, M), ...; of what
        happens on the way: event, its kind, event_branch, event_at."""
        points, events = [], []
        for i, curve in enumerate(self.curves):
            points += [(i, p) for p in curve.points]
            events += [(i, e) for e in curve.events]
        found: dict[str, Array] = {
            "branch": np.array([i for i, _ in points], dtype=int),
            self.parameter: np.array([p.value for _, p in points]),
            "eps_g": np.array([p.eps_g for _, p in points]),
            "unstable": np.array([p.unstable for _, p in points], dtype=int),
            "rate": np.array([p.rate for _, p in points]),
        }
        field = Field(self.problem, self.backend)
        for name in field.flat.names:
            found[name] = np.array([getattr(field.state(p.x), name) for _, p in points])
        found["event"] = np.array([e.kind for _, e in events], dtype=str)
        found["event_branch"] = np.array([i for i, _ in events], dtype=int)
        found["event_at"] = np.array([e.point.value for _, e in events])
        return found

    def summary(self) -> str:
        """A line for each branch, and one for each event on it."""
        lines = []
        for number, curve in enumerate(self.curves, 1):
            values = [p.value for p in curve.points]
            if len(values) == 1:
                lines.append(
                    f"branch {number}: {self.parameter} = {values[0]:.6g} only; {curve.units()},"
                    f" {'; '.join(dict.fromkeys(curve.ends))}"
                )
                continue
            stable = sum(p.unstable == 0 for p in curve.points)
            lines.append(
                f"branch {number}: {self.parameter} from {min(values):.6g} to {max(values):.6g},"
                f" {len(values)} points, {stable} of them stable; {curve.units()}"
            )
            for event in curve.events:
                lines.append(
                    f"    {event.kind} at {self.parameter} = {event.point.value:.8g}, eps_g ="
                    f" {error_said(event.point.eps_g)}: {event.before} directions out before,"
                    f" {event.after} after"
                )
            for end in curve.ends:
                lines.append(f"    {end}")
        lines.append(
            f"{len(self.curves)} branches, looked for at {len(PLACES)} values with {self.starts}"
            f" drawn starts each, of states with at most {self.directions} directions out"
        )
        return "\n".join(lines)

    __repr__ = summary


def branches(
    problem: Problem,
    parameter: str,
    low: float,
    high: float,
    backend: str = "auto",
    *,
    starts: int = 64,
    seed: int = 0,
    directions: int = 2,
) -> Branches:
    """How the steady states follow a parameter: ``parameter`` by its place in a problem file,
    "parameters.eta_w", from ``low`` to ``high``.

    They are looked for at both ends of the range and in its middle, and followed from there both
    ways through folds; at a branch point the branch that crosses is followed, too. Where the flow
    leaves one along more than so many ``directions`` it is not followed: there are many of these.
    """
    problem = require_constant(problem, "branches of steady states")
    count, seed = checked("starts", STARTS, starts), checked("seed", SEED, seed)
    most = checked("directions", STARTS, directions)
    name = parameter_of(problem, parameter)
    ends = (checked("low", NUMBER, low), checked("high", NUMBER, high))
    if not ends[0] < ends[1]:
        raise ProblemError("high", high, f"a number above low = {low:g}")
    for end in ends:
        problem.with_changes(parameters={name: end})  # refused where no file may say it
    field = Field(problem, backend)
    curves: list[Curve] = []

    def follow(value: float, x: Array) -> None:
        here = field.at(name, value)
        values, zero = spectrum(here.jacobian(x), UNSTABLE)
        if np.sum(values.real > zero) > most or len(curves) >= MOST:
            return
        if not any(_passes(here, curve, value, x) for curve in curves):
            curves.append(followed(field, name, ends, value, x))

    for value, x in _seeds(field, name, ends, count, seed):
        follow(value, x)
    for curve in curves:  # which becomes longer on the way
        for value, x in crossing(field, name, ends, curve):
            follow(value, x)
    solver = field.solver
    made = tuple(sorted(curves, key=lambda c: min(p.eps_g for p in c.points)))
    return Branches(problem, name, *ends, made, count, seed, most, solver.name, solver.digest)


NUMBER = Rule("a finite number", lambda x: float(x) if is_number(x) and np.isfinite(x) else None)


def parameter_of(problem: Problem, place: str) -> str:
    """The name of the parameter at this place of a problem file: a rate, or another number that may
    have any value."""
    names = [p.name for p in problem.facts.parameters if p.kind != "count"]
    table, _, name = str(place).partition(".")
    if table != "parameters" or name not in names:
        accepted = "one of " + ", ".join(f"parameters.{x}" for x in names)
        raise ProblemError("--continue", place, accepted)
    return name


def range_of(text: str) -> tuple[str, float, float]:
    """The place of a parameter and the ends of its range, of "parameters.eta_w=0.1..9"."""
    place, equals, ends = text.partition("=")
    low, dots, high = ends.partition("..")
    try:
        if not (equals and dots):
            raise ValueError
        return place.strip(), float(low), float(high)
    except ValueError:
        accepted = "a parameter and its range, parameters.eta_w=0.1..9"
        raise ProblemError("--continue", text, accepted) from None


def _seeds(
    field: Field, name: str, ends: tuple[float, float], count: int, seed: int
) -> Iterator[tuple[float, Array]]:
    for part in PLACES:
        value = ends[0] + part * (ends[1] - ends[0])
        found, _, _ = searched(field.at(name, value), count, seed)
        for x, _ in found:
            yield value, x


def _passes(here: Field, curve: Curve, value: float, x: Array) -> bool:
    """Whether the branch goes through this steady state."""
    for a, b in zip(curve.points, curve.points[1:], strict=False):
        if min(a.value, b.value) <= value <= max(a.value, b.value):
            part = (value - a.value) / (b.value - a.value) if b.value != a.value else 0.0
            there = here.solved(a.x + part * (b.x - a.x))
            if there is not None and alike(here, there, here, x):
                return True
    return (
        len(curve.points) == 1
        and curve.points[0].value == value
        and alike(here, curve.points[0].x, here, x)
    )
