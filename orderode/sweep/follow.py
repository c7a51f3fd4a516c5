"""Follow the trajectories of some points as far as the outputs need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..problems.problem import Problem
from ..solvers.base import Array, State
from ..theory.integrate import INDEFINITE, least_eigenvalues, solver_parameters, start_state
from .definition import Outputs
from .steppers import Stepper, crosses

__all__ = ["UNREACHED", "Found", "follow"]

#: Integrated to the end, and eps_g did not cross every level.
UNREACHED = "unreached"
#: Where a trajectory may stop early, it is followed in legs that end at these shares of alpha_end.
LEGS = tuple(1.5**-k for k in range(9, -1, -1))


@dataclass(frozen=True, eq=False)
class Found:
    """Of n points: statuses; eps_g (n, alphas), NaN from where a trajectory failed; crossing (n,
    levels), inf where eps_g does not cross the level, NaN where the trajectory failed before; the
    states where each was left; right-hand sides evaluated; the alpha (n,) up to which each was
    integrated."""

    status: list[str]
    eps_g: Array
    crossing: Array
    state: State
    evaluations: NDArray[np.int64]
    reached: Array


def follow(stepper: Stepper, problems: Sequence[Problem], outputs: Outputs) -> Found:
    """Integrate problems of equal K, M and [run]; each stops where nothing that is asked for lies
    ahead."""
    run = problems[0].require_run()
    parameters = [solver_parameters(p, stepper.solver) for p in problems]
    teachers = np.array([p.T for p in problems])
    asked, levels = np.array(outputs.eps_g_at), outputs.crossings
    looked_at = run.alphas() if levels else np.array([0.0, run.alpha_end])
    times = np.union1d(looked_at, asked)
    n = len(problems)
    state = State.stack([start_state(problem) for problem in problems])
    status = ["ok"] * n
    eps_g = np.full((n, len(asked)), np.nan)
    crossing = np.full((n, len(levels)), np.inf)
    evaluations, reached = np.zeros(n, dtype=np.int64), np.zeros(n)
    active = np.arange(n)
    tolerances = {"rtol": run.rtol, "atol": run.atol}

    for first, last in _legs(times, outputs):
        here = times[first : last + 1]
        before, chosen = state.at(active), [parameters[i] for i in active]
        leg = stepper.advance(before, chosen, here, **tolerances)
        evaluations[active] += leg.evaluations
        reached[active] = leg.reached
        for old, new in zip(state, leg.state, strict=True):
            old[active] = new
        for number in np.flatnonzero((asked >= here[0]) & (asked <= here[-1])):
            eps_g[active, number] = leg.eps_g[:, np.searchsorted(here, asked[number])]
        for place, level in enumerate(levels):
            some = np.flatnonzero(
                np.isinf(crossing[active, place]) & crosses(leg.eps_g, level).any(axis=1)
            )
            if len(some):
                start, theirs = before.at(some), [chosen[i] for i in some]
                located = stepper.cross(start, theirs, here, level, **tolerances)
                crossing[active[some], place] = np.where(np.isnan(located), np.inf, located)
        for i, word in zip(
            active.tolist(), _checked(leg.status, leg.state, teachers[active]), strict=True
        ):
            status[i] = word
        ended = np.array([status[i] != "ok" for i in active])
        crossing[active[ended]] = np.where(
            np.isinf(crossing[active[ended]]), np.nan, crossing[active[ended]]
        )
        served = np.isfinite(crossing[active]).all(axis=1) & (
            here[-1] >= _needed(outputs, times[-1])
        )
        active = active[~ended & ~served]
        if not len(active):
            break

    for i in np.flatnonzero(np.isinf(crossing).any(axis=1)).tolist():
        status[i] = UNREACHED
    return Found(status, eps_g, crossing, state, evaluations, reached)


def _needed(outputs: Outputs, end: float) -> float:
    """The alpha up to which every trajectory is followed, whether its levels are crossed before or
    not."""
    if outputs.final_state:
        return end
    return max(outputs.eps_g_at, default=0.0)


def _legs(times: Array, outputs: Outputs) -> list[tuple[int, int]]:
    """Pairs of places in ``times``, each leg beginning where the one before ended."""
    least, end = _needed(outputs, times[-1]), times[-1]
    if not outputs.crossings:
        return [(0, max(1, int(np.searchsorted(times, least))))]
    stops = np.array([least, *(share * end for share in LEGS if share * end > least)])
    places = sorted({int(x) for x in np.searchsorted(times, stops)} - {0})
    return list(zip([0, *places[:-1]], places, strict=True))


def _checked(statuses: Sequence[str], state: State, T: Array) -> list[str]:
    """The solver's statuses, "indefinite" where it was content with overlaps that are no
    covariance."""
    found = list(statuses)
    fine = np.array([word == "ok" for word in statuses])
    if fine.any():
        ratio = least_eigenvalues(state.R[fine], state.Q[fine], T[fine])
        for i in np.flatnonzero(fine)[ratio < INDEFINITE]:
            found[i] = "indefinite"
    return found
