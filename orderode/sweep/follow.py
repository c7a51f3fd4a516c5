"""Follow the trajectories of some points as far as the outputs need."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..problems.problem import Problem, Stage
from ..solvers.base import Array, Parameters, State, between
from ..theory.given import stage_parameters, start_state
from ..theory.integrate import INDEFINITE, least_eigenvalues
from .definition import Outputs
from .steppers import Stepper

__all__ = ["UNREACHED", "Found", "follow"]

#: Integrated to the end, and eps_g did not cross every level.
UNREACHED = "unreached"


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
    asked, n = np.array(outputs.eps_g_at), len(problems)
    least = run.alpha_end if outputs.final_state else max(outputs.eps_g_at, default=0.0)
    looked_at = run.alphas() if outputs.crossings else np.array([0.0, run.alpha_end])
    times = np.union1d(looked_at, [*asked, *knots])
    if not outputs.crossings:
        times = times[: max(1, int(np.searchsorted(times, least))) + 1]
    state, active = State.stack([start_state(problem) for problem in problems]), np.arange(n)
    status, evaluations, reached = ["ok"] * n, np.zeros(n, dtype=np.int64), np.zeros(n)
    eps_g, crossing = np.full((n, len(asked)), np.nan), np.full((n, len(outputs.crossings)), np.nan)
    others = {name: np.full_like(eps_g, np.nan) for name in outputs.observables}
    seen = np.full((n, 1), np.nan)  # eps_g where the leg before ended
    for here in _legs(times, [*knots, *(asked if others else ())]):
        stage = int(np.searchsorted(knots, here[0], side="right"))
        each = [stages[i][stage] for i in active]
        chosen = [_at(x, float(here[0]), stepper) for x in each]
        last = [_at(x, float(here[-1]), stepper) for x in each]
        before = state.at(active)
        then = None if each[0].then is None else last
        ways: dict[str, Any] = {"rtol": run.rtol, "atol": run.atol, "then": then}
        ways["method"] = run.method if then is None else "explicit"
        path = stepper.follow(before, chosen, here, outputs.crossings, least, **ways)
        for old, new in zip(state, path.state, strict=True):
            old[active] = new
        evaluations[active] += path.evaluations
        reached[active] = path.reached
        met = np.where(_jumps(seen[active], path.eps_g[:, :1], outputs.crossings), here[0], np.nan)
        met = np.where(np.isnan(met), path.crossing, met)
        crossing[active] = np.where(np.isnan(crossing[active]), met, crossing[active])
        seen[active] = path.eps_g[:, -1:]
        inside = (asked > here[0]) & (asked <= here[-1])  # with the rates up to there
        for number in np.flatnonzero(inside | ((asked == 0) & (here[0] == 0))):
            eps_g[active, number] = path.eps_g[:, np.searchsorted(here, asked[number])]
            at, given = (path.state, last) if asked[number] > 0 else (before, chosen)
            for name, values in others.items():
                values[active, number] = _measured(stepper, name, at, given)
        words = _checked(path.status, path.state, teachers[active])
        for i, word in zip(active.tolist(), words, strict=True):
            status[i] = word
        left = ~np.isfinite(crossing[active]).all(axis=1) | (not outputs.crossings)
        active = active[(left | (here[-1] < least)) & np.array([word == "ok" for word in words])]
        if not len(active):
            break
    failed = np.array([word != "ok" for word in status])
    missing = np.isnan(crossing)
    crossing = np.where(missing & ~failed[:, None], np.inf, crossing)
    for i in np.flatnonzero(missing.any(axis=1) & ~failed).tolist():
        status[i] = UNREACHED
    return Found(status, eps_g, crossing, state, evaluations, reached, others)


def _jumps(before: Array, after: Array, levels: Sequence[float]) -> Array:
    """Whether eps_g (n, 1), which may depend on rates, jumps over levels (n, levels) where these
    do."""
    known = np.isfinite(before) & np.isfinite(after)
    return np.asarray(known & ((before > np.array(levels)) != (after > np.array(levels))))


def _at(stage: Stage, alpha: float, stepper: Stepper) -> Parameters:
    """The parameters of a stage at a time in it."""
    chosen, last = stage_parameters(stage, stepper.solver)
    return chosen if last is None else between(chosen, last, stage.share(alpha))


def _legs(times: Array, cuts: Sequence[float]) -> list[Array]:
    """The times, cut where rates change and where other observables are asked for: each leg begins
    where the one before ended."""
    places = np.searchsorted(times, [x for x in cuts if 0 < x < times[-1]])
    ends = [0, *sorted(set(places.tolist())), len(times) - 1]
    return [times[i : j + 1] for i, j in itertools.pairwise(ends)]


def _measured(stepper: Stepper, name: str, states: State, chosen: Sequence[Parameters]) -> Array:
    """An observable of n states, each with its parameters; NaN where there is no state."""
    found = []
    for one, parameters in zip(states.each(), chosen, strict=True):
        finite = all(np.isfinite(x).all() for x in one)
        found.append(stepper.solver.observable(name, one, parameters) if finite else np.nan)
    return np.array(found)


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
