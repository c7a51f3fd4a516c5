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
from .steppers import Stepper

__all__ = ["UNREACHED", "Found", "follow"]

#: Integrated to the end, and eps_g did not cross every level.
UNREACHED = "unreached"


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
    asked = np.array(outputs.eps_g_at)
    least = run.alpha_end if outputs.final_state else max(outputs.eps_g_at, default=0.0)
    looked_at = run.alphas() if outputs.crossings else np.array([0.0, run.alpha_end])
    times = np.union1d(looked_at, asked)
    if not outputs.crossings:
        times = times[: max(1, int(np.searchsorted(times, least))) + 1]
    path = stepper.follow(
        State.stack([start_state(problem) for problem in problems]),
        parameters,
        times,
        outputs.crossings,
        least,
        rtol=run.rtol,
        atol=run.atol,
    )
    status = _checked(path.status, path.state, np.array([p.T for p in problems]))
    failed = np.array([word != "ok" for word in status])
    missing = np.isnan(path.crossing)
    crossing = np.where(missing & ~failed[:, None], np.inf, path.crossing)
    for i in np.flatnonzero(missing.any(axis=1) & ~failed).tolist():
        status[i] = UNREACHED
    eps_g = path.eps_g[:, np.searchsorted(times, asked)]
    return Found(status, eps_g, crossing, path.state, path.evaluations, path.reached)


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
