"""Follow the trajectories of some points as far as the outputs need."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..problems.problem import Problem
from ..solvers.base import Array, Parameters, State
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
    integrated; other observables (n, alphas) by their names."""

    status: list[str]
    eps_g: Array
    crossing: Array
    state: State
    evaluations: NDArray[np.int64]
    reached: Array
    observables: dict[str, Array]


def follow(stepper: Stepper, problems: Sequence[Problem], outputs: Outputs) -> Found:
    """Integrate problems of equal K, M and [run]; each stops where nothing that is asked for lies
    ahead."""
    run = problems[0].require_run()
    stages = [p.stages(run.alpha_end) for p in problems]
    knots = [stage.end for stage in stages[0]][:-1]
    teachers = np.array([p.T for p in problems])
    asked, levels = np.array(outputs.eps_g_at), outputs.crossings
    looked_at = run.alphas() if levels else np.array([0.0, run.alpha_end])
    times = np.union1d(looked_at, [*asked, *knots])
    n = len(problems)
    state = State.stack([start_state(problem) for problem in problems])
    status = ["ok"] * n
    eps_g = np.full((n, len(asked)), np.nan)
    crossing = np.full((n, len(levels)), np.inf)
    evaluations, reached = np.zeros(n, dtype=np.int64), np.zeros(n)
    active = np.arange(n)
    tolerances = {"rtol": run.rtol, "atol": run.atol}
    others = {name: np.full_like(eps_g, np.nan) for name in outputs.observables}

    for first, last in _legs(times, outputs, knots):
        here = times[first : last + 1]
        stage = int(np.searchsorted(knots, here[0], side="right"))
        before = state.at(active)
        chosen = [solver_parameters(stages[i][stage].problem, stepper.solver) for i in active]
        leg = stepper.advance(before, chosen, here, **tolerances)
        evaluations[active] += leg.evaluations
        reached[active] = leg.reached
        for old, new in zip(state, leg.state, strict=True):
            old[active] = new
        inside = (asked > here[0]) | (asked == 0 if first == 0 else False)  # rates up to there
        for number in np.flatnonzero(inside & (asked <= here[-1])):
            eps_g[active, number] = leg.eps_g[:, np.searchsorted(here, asked[number])]
            at = leg.state if asked[number] == here[-1] else before
            for name, values in others.items():
                values[active, number] = _measured(stepper, name, at, chosen)
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
    return Found(status, eps_g, crossing, state, evaluations, reached, others)


def _measured(stepper: Stepper, name: str, states: State, chosen: Sequence[Parameters]) -> Array:
    """An observable of n states, each with its parameters; NaN where there is no state."""
    found = []
    for one, parameters in zip(states.each(), chosen, strict=True):
        finite = all(np.isfinite(x).all() for x in one)
        found.append(stepper.solver.observable(name, one, parameters) if finite else np.nan)
    return np.array(found)


def _needed(outputs: Outputs, end: float) -> float:
    """The alpha up to which every trajectory is followed, whether its levels are crossed before or
    not."""
    if outputs.final_state:
        return end
    return max(outputs.eps_g_at, default=0.0)


def _legs(times: Array, outputs: Outputs, knots: Sequence[float]) -> list[tuple[int, int]]:
    """Pairs of places in ``times``, each leg beginning where the one before ended: where rates
    change, and where observables beside eps_g are asked for."""
    least, end = _needed(outputs, times[-1]), times[-1]
    if not outputs.crossings:
        last = max(1, int(np.searchsorted(times, least)))
        ends = [*knots, *(outputs.eps_g_at if outputs.observables else ())]
        cut = {int(x) for x in np.searchsorted(times, ends) if 0 < x < last}
        cuts = [0, *sorted(cut), last]
        return list(itertools.pairwise(cuts))
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
