"""What moves the points of a sweep: batch kernels where there are any, else one trajectory after
the other.

A stepper takes n states of equal K and M over the same times; the bits of one do not depend on the
others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from .. import solvers
from ..errors import BackendError
from ..solvers import batch
from ..solvers.base import Array, Backend, Parameters, State
from ..solvers.numpy import NumpyBackend

__all__ = ["Leg", "Stepper", "choose", "stepper"]

ROOT = 1e-11  # share of alpha to which a crossing is located on the trajectory


@dataclass(frozen=True, eq=False)
class Leg:
    """n trajectories over a times: states at the last (NaN where failed), eps_g (n, a), statuses,
    right-hand sides, and up to which alpha (n,) each was integrated."""

    state: State
    eps_g: Array
    status: tuple[str, ...]
    evaluations: NDArray[np.int64]
    reached: Array


class Stepper(Protocol):
    """Moves n states over the times, each with its parameters."""

    solver: Backend  #: for single trajectories, and for the rule that finite P and V need

    def advance(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        *,
        rtol: float,
        atol: float,
    ) -> Leg: ...

    def cross(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        level: float,
        *,
        rtol: float,
        atol: float,
    ) -> Array:
        """The first alpha (n,) where eps_g, compared at ``times``, crosses the level, located on
        the trajectory.

        All steppers see the same: a crossing there and back between two neighbouring times is none.
        """
        ...


def choose(system: str, kernels: str, *, few: bool = False, nodes: bool = False) -> str:
    """The kernels that a sweep of the generated system uses on this machine: "numpy", "c", "batch
    avx2", ...

    few: some points have a finite P, for which there are other batch kernels.  nodes: some need the
    nodes of a rule, which no batch kernels have.

    This name is kept with the results, for the last bits depend on it; `stepper` takes it
    literally.
    """
    if kernels == "numpy":
        return "numpy"
    there = (
        not nodes
        and batch.supports_batch(system)
        and (not few or batch.supports_batch(system, few=True))
    )
    if kernels in ("auto", "batch") and there:
        return f"batch {batch.instruction_sets()[0]}"
    if kernels == "batch":
        why = (
            "at finite P and V some points need the nodes of a rule, which the batch kernels do"
            " not use"
            if nodes
            else f"there are no batch kernels for {system}{' at finite P' if few else ''} here"
        )
        raise BackendError("batch", why, 'use "auto", "c" or "numpy"')
    return solvers.load(system, kernels).name


@cache
def stepper(system: str, chosen: str) -> Stepper:
    """The stepper with the name that `choose` gave; ``BackendError`` where this machine does not
    have it."""
    if not chosen.startswith("batch "):
        return OneByOne(system, solvers.load(system, chosen))
    instructions = chosen.removeprefix("batch ")
    if not batch.supports_batch(system) or instructions not in batch.instruction_sets():
        why = f"this machine has no {instructions} kernels for {system}"
        raise BackendError(
            "batch", why, "run all parts of a sweep on machines of one kind, or with --backend c"
        )
    return Batch(system, instructions)


def digest(system: str) -> str:
    """Of the equations."""
    return NumpyBackend(system).digest


class OneByOne:
    """A solver for single trajectories; eps_g at all times of one is computed together, in
    numpy."""

    def __init__(self, system: str, solver: Backend) -> None:
        self.solver = solver
        self.numpy = NumpyBackend(system)

    def advance(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        *,
        rtol: float,
        atol: float,
    ) -> Leg:
        found = [
            self.solver.integrate(one, chosen, times, rtol=rtol, atol=atol)
            for one, chosen in zip(state.each(), parameters, strict=True)
        ]
        eps_g = [self._eps_g(x.states, p) for x, p in zip(found, parameters, strict=True)]
        last = State.stack([x.states.at(-1) for x in found])
        evaluations, reached = (
            np.array([x.evaluations for x in found]),
            np.array([x.alpha for x in found]),
        )
        return Leg(last, np.array(eps_g), tuple(x.status for x in found), evaluations, reached)

    def cross(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        level: float,
        *,
        rtol: float,
        atol: float,
    ) -> Array:
        """From the last of the times before the crossing a root is found by Brent's method on the
        integrator."""
        return np.array(
            [
                self._cross(one, chosen, times, level, rtol, atol)
                for one, chosen in zip(state.each(), parameters, strict=True)
            ]
        )

    def _cross(
        self, state: State, chosen: Parameters, times: Array, level: float, rtol: float, atol: float
    ) -> float:
        from scipy.optimize import brentq  # slow to import

        along = self.solver.integrate(state, chosen, times, rtol=rtol, atol=atol)
        (places,) = np.nonzero(crosses(self._eps_g(along.states, chosen), level))
        if not len(places):
            return np.nan
        before = places[0]
        start, here = along.states.at(before), float(times[before])

        def above(alpha: float) -> float:
            if alpha <= here:
                return self.solver.observable("eps_g", start, chosen) - level
            end = self.solver.integrate(
                start, chosen, np.array([here, alpha]), rtol=rtol, atol=atol
            )
            return self.solver.observable("eps_g", end.states.at(1), chosen) - level

        there = float(times[before + 1])
        if above(here) * above(there) > 0:  # equal to the level up to rounding at one of the ends
            return here if abs(above(here)) < abs(above(there)) else there
        return float(brentq(above, here, there, xtol=ROOT * there, rtol=4 * np.finfo(float).eps))

    def _eps_g(self, states: State, chosen: Parameters) -> Array:
        return self.numpy.observables("eps_g", states, chosen)


class Batch:
    """The generated batch kernels. One thread: the workers of a sweep are the threads."""

    def __init__(self, system: str, instructions: str) -> None:
        self.system, self.instructions = system, instructions
        self.solver: Backend = solvers.load(system)

    def advance(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        *,
        rtol: float,
        atol: float,
    ) -> Leg:
        found = self._integrate(state, parameters, times, rtol, atol, None)
        eps_g = found.observables["eps_g"]
        return Leg(found.states, eps_g, found.status, found.evaluations, found.alpha)

    def cross(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        level: float,
        *,
        rtol: float,
        atol: float,
    ) -> Array:
        along = self._integrate(state, parameters, times, rtol, atol, level)
        found = np.array(along.crossing)
        # The kernels compare eps_g at the ends of their steps, which a crossing there and back may
        # lie between: they then find a later one, or none.  Between which of the times the first
        # one lies is known.
        first = crosses(along.observables["eps_g"], level).argmax(axis=1)
        inside = (found >= times[first]) & (found <= times[first + 1])
        for i in np.flatnonzero(~inside).tolist():
            one = OneByOne(self.system, solvers.load(self.system, "c"))
            start = state.at(slice(i, i + 1))
            found[i] = one.cross(start, [parameters[i]], times, level, rtol=rtol, atol=atol)[0]
        return found

    def _integrate(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        rtol: float,
        atol: float,
        level: float | None,
    ) -> Any:
        stacked = batch.stack_parameters(parameters)
        options: dict[str, Any] = {
            "rtol": rtol,
            "atol": atol,
            "level": level,
            "instructions": self.instructions,
        }
        return batch.integrate_batch(self.system, state, stacked, times, **options)


def crosses(eps_g: Array, level: float) -> NDArray[np.bool_]:
    """Between which neighbouring times (..., a - 1) of eps_g (..., a) the level lies; not where
    there is NaN."""
    above = eps_g > level
    finite = np.isfinite(eps_g)
    return (above[..., 1:] != above[..., :-1]) & finite[..., 1:] & finite[..., :-1]
