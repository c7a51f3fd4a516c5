"""From a fixed-point problem to its simulated learning curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..problems.fixed_point import FixedPointProblem, require_fixed_point
from ..problems.overlaps import Array
from ..simulate.one_step import OneStepSetting, sample_errors
from ..theory.fixed_point import solve

__all__ = ["SimulatedCurve", "simulate"]


@dataclass(frozen=True, eq=False)
class SimulatedCurve:
    """Errors of independent networks, (points, seeds), at each alpha and the ridge used there."""

    alpha: Array
    ridge: Array
    test_error: Array
    train_error: Array
    d: int
    seed: int

    @property
    def mean(self) -> Array:
        return np.asarray(self.test_error.mean(axis=1))

    @property
    def stderr(self) -> Array:
        return standard_error(self.test_error)


def standard_error(values: Array) -> Array:
    """Of the mean over the last axis."""
    return np.asarray(values.std(axis=-1, ddof=1) / np.sqrt(values.shape[-1]))


def simulate(problem: FixedPointProblem, backend: str = "auto", *, eta: float | None = None) -> SimulatedCurve:
    """The networks of [simulation], each with its own random numbers: none are shared between points.

    Where the ridge is "optimal", it is the theory's best, at the problem's level. ``eta`` 0 leaves the step out.
    """
    wanted = require_fixed_point(problem).require_simulation()
    ridge = solve(problem, backend, eta=eta).ridge
    found = np.empty((2, len(problem.alpha), wanted.seeds))
    for place, alpha in enumerate(problem.alpha):
        setting = _setting(problem, alpha, float(ridge[place]), eta)
        for run in range(wanted.seeds):
            key = (place, run) if eta is None else (place, run, 1)
            rng = np.random.default_rng(np.random.SeedSequence(wanted.seed, spawn_key=key))
            found[:, place, run] = sample_errors(setting, rng)
    return SimulatedCurve(np.array(problem.alpha), ridge, found[0], found[1], wanted.d, wanted.seed)


def _setting(problem: FixedPointProblem, alpha: float, ridge: float, eta: float | None) -> OneStepSetting:
    d = problem.require_simulation().d
    sizes = (d, max(1, round(alpha * d)), max(1, round(problem.beta * d)))
    shared = (problem.activation, problem.target, *sizes, ridge, problem.noise)
    if problem.model == "srf" or eta == 0:
        return OneStepSetting(*shared, problem.u, problem.gamma, problem.c, problem.fractions)
    n0 = max(1, round(problem.alpha0 * d))
    return OneStepSetting(*shared, n0=n0, eta=problem.eta if eta is None else eta)
