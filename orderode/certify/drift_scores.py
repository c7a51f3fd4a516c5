"""What single steps say each parameter is: the mean change in one step against what parameters do
to the slopes of the theory, by generalized least squares with the covariance of the steps."""

from __future__ import annotations

import math

import numpy as np

from ..problems.problem import Problem
from ..simulate import DriftSample
from ..solvers.base import Array, Backend, State
from ..theory.integrate import solver_parameters, start_state
from .directions import Estimate, of_a_mean, weights
from .estimates import Estimates
from .measured import as_state, flat_heads
from .parameters import directions
from .rounding import Floor

__all__ = ["drift_scores"]


def drift_scores(
    problem: Problem,
    solver: Backend,
    slopes: State,
    sample: DriftSample,
    pilot: DriftSample,
    floor: Floor,
    level: float,
) -> Estimates:
    """Of the rates, levels and finite numbers of samples of the problem, and of the factor, less
    one, by which all slopes and those of R, Q and w0 are off.

    pilot: other steps, whose covariance gives the weights: those of the same steps go with their
    means, and estimates would be biased. An infinite number of samples is no sampled one: nothing
    is said of it.
    """
    start, chosen = start_state(problem), solver_parameters(problem, solver)
    along = [d for d in directions(problem) if d.kind != "samples" or d.value != math.inf]
    here = solver.rhs(start, chosen)
    theory = _flat(slopes, problem.facts.heads)
    heads = problem.facts.heads
    measured = _flat(as_state(sample.dR_mean, sample.dQ_mean, sample.dw0_mean, heads), heads)
    blocks = problem.R.size // (problem.K * problem.M)
    parts = {"R": problem.R.size, "Q": blocks * problem.K * (problem.K + 1) // 2}
    parts |= dict.fromkeys(heads, problem.K)
    least = np.concatenate([np.full(n, floor.of[name]) for name, n in parts.items()])
    apart = pilot.covariance * (pilot.tasks / sample.tasks)
    weight = weights(apart[None], least[None] ** 2)[0]

    def of(direction: Array, weight: Array = weight) -> Estimate:
        covariance = sample.covariance
        if not np.isfinite(direction).all():  # one sided where the theory has no other side
            direction = np.zeros_like(direction)
        return of_a_mean(measured - theory, direction, covariance, weight, least, sample.tasks)

    parameters = []
    for d in along:
        there = solver.rhs(start, d.changed(chosen))
        parameters.append(of((_flat(there, heads) - _flat(here, heads)) / d.step))
    of_slopes, first = [of(theory)], 0
    for n in parts.values():
        part = np.zeros_like(theory)
        part[first : first + n] = theory[first : first + n]
        of_slopes.append(of(part, _inside(weight, first, n, apart, least)))
        first += n
    return Estimates(tuple(along), tuple(parameters), ("all", *parts), tuple(of_slopes), level)


def _inside(weight: Array, first: int, n: int, covariance: Array, least: Array) -> Array:
    """The weights among n entries alone, as if there were no others."""
    part = slice(first, first + n)
    made = np.zeros_like(weight)
    if n:
        made[part, part] = weights(covariance[None, part, part], least[None, part] ** 2)[0]
    return made


def _flat(x: State, heads: tuple[str, ...]) -> Array:
    """R row by row, the upper triangle of Q, the heads."""
    rows, columns = np.triu_indices(x.Q.shape[-1])
    return np.concatenate([x.R.ravel(), x.Q[..., rows, columns].ravel(), flat_heads(x, heads)])
