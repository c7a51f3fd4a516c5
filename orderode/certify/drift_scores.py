"""What single steps say each parameter is: the mean change in one step against what parameters do
to the slopes of the theory, by generalized least squares with the covariance of the steps."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..problems.problem import Problem
from ..simulate import DriftSample
from ..solvers.base import Array, Backend, State
from ..theory.integrate import solver_parameters, start_state
from .directions import of_a_mean, shares, weights
from .estimates import Estimates
from .measured import as_state, flat_heads
from .parameters import Direction, directions
from .rounding import Floor

__all__ = ["Along", "directions_of_steps", "drift_scores"]


@dataclass(frozen=True, eq=False)
class Along:
    """What the mean of the steps is judged along: parameters, and slopes, all and those of an array
    in ``names``; rows (d, n): the shares that estimates are made of."""

    parameters: tuple[Direction, ...]
    names: tuple[str, ...]
    rows: Array
    theory: Array
    least: Array


def directions_of_steps(
    problem: Problem, solver: Backend, slopes: State, pilot: DriftSample, tasks: int, floor: Floor
) -> Along:
    """Of the rates, levels and finite numbers of samples of the problem, and of the factor, less
    one, by which all slopes and those of R, Q and w0 are off.

    pilot: other steps than the ``tasks`` that are judged, whose covariance gives the weights: those
    of the same steps go with their means, and estimates would be biased. An infinite number of
    samples is no sampled one: nothing is said of it.
    """
    start, chosen = start_state(problem), solver_parameters(problem, solver)
    along = [d for d in directions(problem) if d.kind != "samples" or d.value != math.inf]
    here, heads = solver.rhs(start, chosen), problem.facts.heads
    theory = _flat(slopes, heads)
    blocks = problem.R.size // (problem.K * problem.M)
    parts = {"R": problem.R.size, "Q": blocks * problem.K * (problem.K + 1) // 2}
    parts |= dict.fromkeys(heads, problem.K)
    least = np.concatenate([np.full(n, floor.of[name]) for name, n in parts.items()])
    apart = pilot.covariance * (pilot.tasks / tasks)
    weight = weights(apart[None], least[None] ** 2)[0]
    rows = []
    for d in along:
        there = solver.rhs(start, d.changed(chosen))
        direction = (_flat(there, heads) - _flat(here, heads)) / d.step
        # one sided where the theory has no other side
        rows.append(shares(direction if np.isfinite(direction).all() else 0 * theory, weight))
    rows.append(shares(theory, weight))
    first = 0
    for n in parts.values():
        part = np.zeros_like(theory)
        part[first : first + n] = theory[first : first + n]
        rows.append(shares(part, _inside(weight, first, n, apart, least)))
        first += n
    return Along(tuple(along), ("all", *parts), np.array(rows), theory, least)


def drift_scores(
    along: Along, sample: DriftSample, heads: tuple[str, ...], level: float
) -> Estimates:
    """``sample``: with its skewness along these directions."""
    measured = _flat(as_state(sample.dR_mean, sample.dQ_mean, sample.dw0_mean, heads), heads)
    residual = measured - along.theory
    found = [
        of_a_mean(row, residual, sample.covariance, along.least, sample.tasks, float(skewness))
        for row, skewness in zip(along.rows, sample.skewness_along, strict=True)
    ]
    count = len(along.parameters)
    return Estimates(
        along.parameters, tuple(found[:count]), along.names, tuple(found[count:]), level
    )


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
