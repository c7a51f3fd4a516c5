"""Theory of giant steps: the generated map, evaluated and iterated for a problem."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..errors import NotAvailable
from ..models.catalogue import Entry, entry
from ..problems.base import of_kind
from ..problems.overlaps import in_short
from ..problems.steps import MapProblem
from ..shown import Drawn, Tabled, error_said
from ..solvers.base import Array, State
from ..solvers.layout import OfStates
from ..solvers.maps import MapBackend, load_map
from .integrate import CAUSES, solver_parameters, start_state

__all__ = ["Changes", "Steps", "changes", "iterate", "require_map"]


@dataclass(frozen=True, eq=False, repr=False)
class Steps(OfStates, Drawn, Tabled):
    """Theory after 0, 1, ..., n steps: step (n + 1,), Q (n + 1, K, K), R (n + 1, K, M) and what
    else moves, all of it as ``states``; eps_g (n + 1,) and other observables by name.

    status: "ok", or why a step failed; values are NaN from there on.
    """

    step: Array
    states: State
    observables: dict[str, Array]
    status: str
    backend: str
    digest: str

    @property
    def eps_g(self) -> Array:
        return self.observables["eps_g"]

    def __repr__(self) -> str:
        K, M = self.R.shape[-2:]
        return f"<Steps: K = {K}, M = {M}; {self.summary()}; {self.backend}>"

    def summary(self) -> str:
        """Where it ended, for people."""
        reached = np.flatnonzero(np.isfinite(self.eps_g))
        if not len(reached):
            return f"{self.status}: {CAUSES[self.status]}; there is no eps_g at the start"
        last = reached[-1]
        ended = f"after {last} steps eps_g = {error_said(self.eps_g[last])}"
        if self.status == "ok":
            return f"ok: {ended}"
        return f"{self.status}: {CAUSES[self.status]}; {ended}"

    def state(self, place: int) -> State:
        """The state after so many steps."""
        return self.states.at(place)


@dataclass(frozen=True, eq=False, repr=False)
class Changes:
    """What one step changes R, Q, ... by at the start of a problem, and eps_g there."""

    of: State
    eps_g: float
    digest: str
    backend: str

    def __repr__(self) -> str:
        parts = "; ".join(f"d{name} = {in_short(x)}" for name, x in self.of.items())
        return f"<Changes: eps_g = {error_said(self.eps_g)}; {parts}>"

    def is_finite(self) -> bool:
        return math.isfinite(self.eps_g) and all(np.isfinite(x).all() for x in self.of)


def require_map(problem: MapProblem) -> Entry:
    """The system of a problem of giant steps; ``NotAvailable`` where its equations do not hold for
    the ratio asked for."""
    found = entry(of_kind(problem, MapProblem).model, problem.activation)
    name = problem.facts.ratio
    assert name is not None
    if found.status(name, problem.parameters[name]) == "refused":
        why = f"its equations hold for {name} -> inf only"
        raise NotAvailable(
            f"the theory of {found.name} at finite {name}", why, f"write {name} = inf"
        )
    return found


def _solver(problem: MapProblem, backend: str) -> MapBackend:
    return load_map(require_map(problem).key, backend)


def changes(problem: MapProblem, backend: str = "auto") -> Changes:
    """Of one step, at the problem's overlaps."""
    solver = _solver(problem, backend)
    chosen, start = solver_parameters(problem, solver), start_state(problem)
    eps_g = solver.run(start, chosen, 0).observables["eps_g"][0]
    return Changes(solver.change(start, chosen), float(eps_g), solver.digest, solver.name)


def iterate(problem: MapProblem, backend: str = "auto", steps: int | None = None) -> Steps:
    """The state after each of the steps of [run], or of so many; a failure is a status."""
    solver = _solver(problem, backend)
    count = problem.require_run().steps if steps is None else steps
    found = solver.run(start_state(problem), solver_parameters(problem, solver), count)
    numbers = np.arange(count + 1.0)
    return Steps(numbers, found.states, found.observables, found.status, solver.name, solver.digest)


def moved(problem: MapProblem, states: State, backend: str = "auto") -> State:
    """Where one step takes each of n states, R (n, K, M), ...; NaN where there is none."""
    solver = _solver(problem, backend)
    chosen = solver_parameters(problem, solver)
    after = []
    for state in states.each():
        change = solver.change(state, chosen)
        after.append(State.of(state.names, (x + dx for x, dx in zip(state, change, strict=True))))
    return State.stack(after)
