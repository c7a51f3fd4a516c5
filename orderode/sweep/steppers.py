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
from ..models.catalogue import entry
from ..solvers import batch
from ..solvers.base import Array, Backend, Parameters, Solution, State, between
from ..solvers.numpy import NumpyBackend

__all__ = ["Path", "Stepper", "choose", "stepper"]

ROOT = 1e-11  # share of alpha to which a crossing is located on the trajectory
#: Where a trajectory may stop early, one is followed in legs that end at these shares of the last
#: time.
LEGS = tuple(1.5**-k for k in range(9, -1, -1))


@dataclass(frozen=True, eq=False)
class Path:
    """n trajectories over a times: states where each ended (NaN where it failed), eps_g (n, a), NaN
    behind its end; crossing (n, levels), NaN where there was none; statuses, right-hand sides, and
    up to which alpha (n,) each was integrated."""

    state: State
    eps_g: Array
    crossing: Array
    status: tuple[str, ...]
    evaluations: NDArray[np.int64]
    reached: Array


class Stepper(Protocol):
    """Moves n states over the times, each with its parameters."""

    solver: Backend  #: for single trajectories, and for the rule that finite P and V need

    def follow(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        levels: Sequence[float],
        least: float,
        *,
        rtol: float,
        atol: float,
        method: str = "explicit",
        then: Sequence[Parameters] | None = None,
    ) -> Path:
        """Each to the first of the times from ``least`` on, or farther, until eps_g has crossed all
        levels; without levels to the last time.  ``method`` of the steps: single trajectories in C
        take those of "auto", all others are explicit.  ``then``: parameters at the last of the
        times, to which rates go on straight lines, in explicit steps.

        Crossings are the first as seen at ``times``, located on the trajectory.  All steppers see
        the same: what crosses there and back between two neighbouring times is none.
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
            "some points need the nodes of a rule, which the batch kernels do not use"
            if nodes
            else f"there are no batch kernels for {system}{' at finite P' if few else ''} here"
        )
        reason = entry(system)["without_batch"]
        why += f": {reason}" if reason else ""
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


@dataclass(frozen=True, eq=False)
class _Line:
    """Parameters of one trajectory: ``chosen`` at the first of the times, ``then``, where they
    change, at the last."""

    times: Array
    chosen: Parameters
    then: Parameters | None

    def at(self, alpha: float) -> Parameters:
        if self.then is None:
            return self.chosen
        start, end = float(self.times[0]), float(self.times[-1])
        return between(self.chosen, self.then, (alpha - start) / (end - start))


class OneByOne:
    """A solver for single trajectories; eps_g at all times of one is computed together, in
    numpy."""

    def __init__(self, system: str, solver: Backend) -> None:
        self.solver = solver
        self.numpy = NumpyBackend(system)

    def follow(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        levels: Sequence[float],
        least: float,
        *,
        rtol: float,
        atol: float,
        method: str = "explicit",
        then: Sequence[Parameters] | None = None,
    ) -> Path:
        """From the last of the times before a crossing a root is found by Brent's method on the
        integrator."""
        n = len(parameters)
        options: dict[str, Any] = {"rtol": rtol, "atol": atol}
        options["method"] = method if self.solver.name == "c" else "explicit"
        ends, status = [], []
        eps_g, crossing = np.full((n, len(times)), np.nan), np.full((n, len(levels)), np.nan)
        evaluations, reached = np.zeros(n, dtype=np.int64), np.zeros(n)
        for i, (one, chosen) in enumerate(zip(state.each(), parameters, strict=True)):
            line = _Line(times, chosen, None if then is None else then[i])
            for first, last in _legs(times, levels, least):
                part = slice(first, last + 1)
                here = times[part]
                leg = self._integrated(one, line, here, **options)
                eps_g[i, part] = self._eps_g(leg.states, line, here)
                evaluations[i] += leg.evaluations
                reached[i] = leg.alpha
                for place in np.flatnonzero(np.isnan(crossing[i])).tolist():
                    crossing[i, place] = self._cross(
                        leg.states, line, here, eps_g[i, part], levels[place], rtol, atol
                    )
                one = leg.states.at(-1)
                done = np.isfinite(crossing[i]).all() and here[-1] >= least
                if leg.status != "ok" or done:
                    break
            ends.append(one)
            status.append(leg.status)
        return Path(State.stack(ends), eps_g, crossing, tuple(status), evaluations, reached)

    def _cross(
        self,
        along: State,
        line: _Line,
        times: Array,
        eps_g: Array,
        level: float,
        rtol: float,
        atol: float,
    ) -> float:
        """The first alpha where eps_g, along the states at the times, crosses the level; or NaN."""
        from scipy.optimize import brentq  # slow to import

        (places,) = np.nonzero(crosses(eps_g, level))
        if not len(places):
            return np.nan
        before = places[0]
        start, here = along.at(before), float(times[before])

        def above(alpha: float) -> float:
            if alpha <= here:
                return self.solver.observable("eps_g", start, line.at(here)) - level
            end = self._integrated(start, line, np.array([here, alpha]), rtol=rtol, atol=atol)
            return self.solver.observable("eps_g", end.states.at(1), line.at(alpha)) - level

        there = float(times[before + 1])
        if above(here) * above(there) > 0:  # equal to the level up to rounding at one of the ends
            return here if abs(above(here)) < abs(above(there)) else there
        return float(brentq(above, here, there, xtol=ROOT * there, rtol=4 * np.finfo(float).eps))

    def _integrated(self, state: State, line: _Line, times: Array, **ways: Any) -> Solution:
        first, last = line.at(float(times[0])), line.at(float(times[-1]))
        then = None if line.then is None else last
        return self.solver.integrate(state, first, times, **ways, then=then)

    def _eps_g(self, states: State, line: _Line, times: Array) -> Array:
        if line.then is None:
            return self.numpy.observables("eps_g", states, line.chosen)
        found = []
        for i, alpha in enumerate(times.tolist()):
            one = states.at(slice(i, i + 1))
            found.append(self.numpy.observables("eps_g", one, line.at(alpha)))
        return np.concatenate(found)


class Batch:
    """The generated batch kernels. One thread: the workers of a sweep are the threads."""

    def __init__(self, system: str, instructions: str) -> None:
        self.system, self.instructions = system, instructions
        self.solver: Backend = solvers.load(system)

    def follow(
        self,
        state: State,
        parameters: Sequence[Parameters],
        times: Array,
        levels: Sequence[float],
        least: float,
        *,
        rtol: float,
        atol: float,
        method: str = "explicit",
        then: Sequence[Parameters] | None = None,
    ) -> Path:
        """The kernels locate one level, so that each level has a run; what else is asked for is of
        the run that came farthest."""
        stacked = batch.stack_parameters(parameters)
        options: dict[str, Any] = {"rtol": rtol, "atol": atol, "instructions": self.instructions}
        options["then"] = None if then is None else batch.stack_parameters(then)
        runs = [
            batch.integrate_batch(
                self.system, state, stacked, times, level=level, until=least, **options
            )
            for level in levels or (None,)
        ]
        farthest = np.argmax([run.alpha for run in runs], axis=0)
        every = np.arange(len(parameters))
        return Path(
            State.stack([run.states for run in runs]).at((farthest, every)),
            np.array([run.observables["eps_g"] for run in runs])[farthest, every],
            np.array([run.crossing for run in runs]).T[:, : len(levels)],
            tuple(runs[run].status[i] for i, run in enumerate(farthest.tolist())),
            np.sum([run.evaluations for run in runs], axis=0),
            np.max([run.alpha for run in runs], axis=0),
        )


def _legs(times: Array, levels: Sequence[float], least: float) -> list[tuple[int, int]]:
    """Pairs of places in ``times``, each leg beginning where the one before ended."""
    if not levels:
        return [(0, len(times) - 1)]
    stops = times[-1] * np.array(LEGS)
    places = np.searchsorted(times, np.array([least, *stops[stops > least]]))
    ends = sorted({int(x) for x in places} - {0})
    return list(zip([0, *ends[:-1]], ends, strict=True))


def crosses(eps_g: Array, level: float) -> NDArray[np.bool_]:
    """Between which neighbouring times (..., a - 1) of eps_g (..., a) the level lies; not where
    there is NaN."""
    above = eps_g > level
    finite = np.isfinite(eps_g)
    return (above[..., 1:] != above[..., :-1]) & finite[..., 1:] & finite[..., :-1]
