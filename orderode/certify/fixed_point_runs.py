"""From a fixed-point problem to its simulated learning curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import ProblemError
from ..problems.fixed_point import FixedPointProblem
from ..problems.overlaps import Array
from ..shown import Tabled
from ..simulate.one_step import OneStepSetting, sample_errors
from ..theory.arguments import require_fixed_point
from ..theory.fixed_point import solve
from .room import BYTES, memory

__all__ = ["SimulatedCurve", "simulate"]

MOST_WORK = 1e16  # multiplications and additions of all networks together


@dataclass(frozen=True, eq=False, repr=False)
class SimulatedCurve(Tabled):
    """Errors of independent networks, (points, seeds), at each alpha and the ridge used there."""

    alpha: Array
    ridge: Array
    test_error: Array
    train_error: Array
    d: int
    seed: int

    def __repr__(self) -> str:
        points, seeds = self.test_error.shape
        return (
            f"<SimulatedCurve: {seeds} networks at each of {points} points, d = {self.d}, seed"
            f" {self.seed}; test error {self.mean[-1]:.4g} +- {self.stderr[-1]:.2g} at the last>"
        )

    @property
    def mean(self) -> Array:
        return np.asarray(self.test_error.mean(axis=1))

    @property
    def stderr(self) -> Array:
        return standard_error(self.test_error)


def standard_error(values: Array) -> Array:
    """Of the mean over the last axis."""
    return np.asarray(values.std(axis=-1, ddof=1) / np.sqrt(values.shape[-1]))


def simulate(
    problem: FixedPointProblem, backend: str = "auto", *, eta: float | None = None
) -> SimulatedCurve:
    """The networks of [simulation], each with its own random numbers: none are shared between
    points.

    Where the ridge is "optimal", it is the theory's best, at the problem's level. ``eta`` 0 leaves
    the step out.
    """
    wanted = require_fixed_point(problem).require_simulation()
    _require_room(problem)
    ridge = solve(problem, backend, eta=eta).ridge
    found = np.empty((2, len(problem.alpha), wanted.seeds))
    for place, alpha in enumerate(problem.alpha):
        setting = _setting(problem, alpha, float(ridge[place]), eta)
        for run in range(wanted.seeds):
            key = (place, run) if eta is None else (place, run, 1)
            rng = np.random.default_rng(np.random.SeedSequence(wanted.seed, spawn_key=key))
            found[:, place, run] = sample_errors(setting, rng)
    return SimulatedCurve(np.array(problem.alpha), ridge, found[0], found[1], wanted.d, wanted.seed)


def _require_room(problem: FixedPointProblem) -> None:
    """The largest networks fit into memory, and all of them end: both are estimated from the sizes
    of the matrices."""
    wanted = problem.require_simulation()
    d, p = float(wanted.d), max(1.0, problem.beta * wanted.d)
    n0 = problem.alpha0 * d if problem.stepped else 0.0
    most, work = 0.0, 0.0
    for alpha in problem.alpha:
        n = max(1.0, alpha * d)
        least = min(n, p)
        most = max(
            most, p * d + max(n0 * (d + 4 * p), n * (d + 3 * p) + 2 * least * least, 4 * p * p)
        )
        work += wanted.seeds * (4 * n0 * d * p + 2 * n * d * p + 2 * n * p * least + 2 * p * p * d)
    room = memory()
    sizes = f"with n = {max(problem.alpha) * d:.3g}, p = {p:.3g}"
    if BYTES * most > room:
        fault = f"{sizes} a network needs {BYTES * most / 1e9:.3g} GB of memory"
        accepted = f"a d at which it fits into {room / 1e9:.3g} GB"
        raise ProblemError("simulation.d", wanted.d, accepted, fault, problem.source)
    if work > MOST_WORK:
        networks = wanted.seeds * len(problem.alpha)
        fault = f"{sizes} {networks} networks take {work:.2g} operations"
        accepted = (
            f"fewer, or a smaller d: {MOST_WORK:g} operations, some weeks of a core, are the most"
        )
        raise ProblemError("simulation.seeds", wanted.seeds, accepted, fault, problem.source)


def _setting(
    problem: FixedPointProblem, alpha: float, ridge: float, eta: float | None
) -> OneStepSetting:
    d = problem.require_simulation().d
    sizes = (d, max(1, round(alpha * d)), max(1, round(problem.beta * d)))
    shared = (problem.activation, problem.target, *sizes, ridge, problem.noise)
    if not problem.stepped or eta == 0:
        return OneStepSetting(*shared, problem.u, problem.gamma, problem.c, problem.fractions)
    n0 = max(1, round(problem.alpha0 * d))
    return OneStepSetting(*shared, n0=n0, eta=problem.eta if eta is None else eta)
