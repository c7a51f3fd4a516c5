"""The covariance D of one step over tasks, exact at any P and V.

Given the task the change of the state in a step has the covariance D_u and the mean f_u, the slope
of that task alone, and by the law of total covariance

    D = < D_u + f_u f_u^T > - < f_u > < f_u >^T        (averages over tasks u).

D_u is derived, cumulants of five to eight heads included, which given the task are those of the
support set.  D_u + f_u f_u^T is a polynomial of eighth degree in the task, for a step has moments
of at most eight heads and readouts, each of first degree: a Gauss rule of five points for each
component gives its average exactly, by the law of components that simulations draw.  What is left
is the error of the rule with nodes in the space of the fields, estimated by the next smaller one.

Between times at which D is had so, what it differs by from the closed form is a parabola in time:
times are halved until that errs by less than a hundredth of the standard deviations.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np

from ..errors import BackendError
from ..problems.parameters import RULE_SIZES
from ..problems.problem import Problem
from ..problems.tasks import Tasks
from ..simulate.compiled import spread
from ..solvers.base import Array, Backend, State
from ..solvers.layout import layout

__all__ = ["Difference", "OverTasks", "over_tasks", "products_of_deviations", "task_rule"]

MOST = 130  #: tasks: five points for each of three components
SIZES = RULE_SIZES[:3]  #: of the rule with nodes: one that is good enough at the start, or the last
RULE = 0.03  #: of the standard deviations, that it may err by there
SMALL = 0.05  #: of the standard deviations: the closed form is as good, and taken
SMOOTH = 0.01  #: of the standard deviations, by which a parabola may err
HALVINGS = 5  #: of the time that one is for


def task_rule(tasks: Tasks) -> tuple[Array, Array]:
    """Tasks (n, M) and weights (n,) whose averages of polynomials of up to ninth degree in each
    independent component are those of the tasks that simulations draw.

    Of kurtosis 3: Gaussian; 1.8: uniform; another one k: +-sqrt(k) with probability 1/(2k), else 0.
    """
    if np.any(tasks.cov - np.diag(np.diag(tasks.cov))):
        values, vectors = np.linalg.eigh(tasks.cov)
        factor = vectors * np.sqrt(np.maximum(values, 0.0))
    else:
        factor = np.diag(np.sqrt(np.diag(tasks.cov)))
    one = [_component(k) for k in tasks.kurtosis.tolist()]
    for m in np.flatnonzero(~factor.any(axis=0)):
        one[m] = (np.zeros(1), np.ones(1))  # it does not vary
    points = np.array(list(product(*(x for x, _ in one))))
    weights = np.array(list(product(*(w for _, w in one)))).prod(axis=1)
    return tasks.mean + points @ factor.T, weights


def _component(kurtosis: float) -> tuple[Array, Array]:
    """Points and weights for one component of mean 0 and variance 1."""
    if kurtosis == 3.0:
        x, w = np.polynomial.hermite_e.hermegauss(5)
    elif kurtosis == 1.8:
        x, w = np.polynomial.legendre.leggauss(5)
        x = math.sqrt(3.0) * x
    else:
        share = 1.0 / (2.0 * kurtosis)
        x = math.sqrt(kurtosis) * np.array([-1.0, 0.0, 1.0])
        w = np.array([share, 1.0 - 2.0 * share, share])
        x, w = x[w > 0], w[w > 0]
    return x, w / w.sum()


class OverTasks:
    """D at states of one problem."""

    def __init__(
        self,
        problem: Problem,
        solver: Backend,
        exact: Mapping[str, Any],
        rules: Sequence[Mapping[str, Array]],
    ) -> None:
        """exact: the solver's parameters with all powers of 1/P; rules: parameters of those with
        nodes, the one in use the last; one without parameters where none is needed."""
        self.solver, self.exact, self.rules = solver, exact, rules
        self.tasks, self.weights = task_rule(problem.tasks)
        self.flat = layout(solver.entry.state, *problem.counts)
        # u and -u may be one task where nothing but the task has a sign
        self.centred = not (np.any(problem.tasks.mean) or problem.trains_start)
        self.had: dict[tuple[int, bytes], Array] = {}

    def halved(self, state: State) -> None:
        """Leaves out -u of each pair of tasks u, -u, if a step does not tell them apart: seen at
        the one with the largest components."""
        if not self.centred or len(self.tasks) < 3:
            return
        u = self.tasks[np.abs(self.tasks).sum(axis=1).argmax()]
        one, other = (self._given(state, sign * u, -1) for sign in (1.0, -1.0))
        if not np.allclose(one[1], other[1], rtol=1e-10, atol=1e-10 * np.abs(one[1]).max()):
            return
        first = (self.tasks != 0).argmax(axis=1)
        sign = np.sign(self.tasks[np.arange(len(first)), first])  # of the first that is not zero
        kept = sign >= 0
        self.weights, self.tasks = (self.weights * (1 + sign))[kept], self.tasks[kept]

    def diffusion(self, state: State, rule: int = -1) -> Array:
        """(d, d); once for each state."""
        key = rule % len(self.rules), self.flat.pack(state).tobytes()
        if key not in self.had:
            self.had[key] = self._averaged(state, rule)
        return self.had[key]

    def _averaged(self, state: State, rule: int) -> Array:
        d = self.flat.size
        second, first = np.empty((len(self.tasks), d, d)), np.empty((len(self.tasks), d))

        def fill(t: int) -> None:
            first[t], second[t] = self._given(state, self.tasks[t], rule)

        spread(fill, range(len(self.tasks)))
        mean = self.weights @ first
        whole: Array = np.tensordot(self.weights, second, axes=1) - np.outer(mean, mean)
        return whole

    def _given(self, state: State, task: Array, rule: int) -> tuple[Array, Array]:
        """f_u and D_u + f_u f_u^T."""
        names = self.solver.entry["of_diffusion"]
        fixed = {"mean": task, "cov": np.zeros_like(self.exact["cov"]), "kurtosis": None}
        chosen = {**self.exact, **self.rules[rule], **fixed, **dict.fromkeys(names, task)}
        slope = self.flat.pack(self.solver.rhs(state, chosen))
        return slope, self.solver.diffusion(state, chosen) + np.outer(slope, slope)

    def with_error(self, state: State) -> tuple[Array, Array]:
        """``diffusion`` and its error by the rule with nodes (d, d), estimated by the next smaller
        one."""
        D = self.diffusion(state)
        return D, np.abs(D - self.diffusion(state, -2)) if len(self.rules) > 1 else 0.0 * D


def over_tasks(
    problem: Problem, solver: Backend, exact: Mapping[str, Any], state: State
) -> OverTasks | None:
    """None where D is exact in closed form, or where it cannot be had over tasks; judged at a
    state."""
    closed, endless = (solver.diffusion(state, x) for x in (exact, {**exact, "P": math.inf}))
    support = not np.array_equal(closed, endless, equal_nan=True)
    if problem.parameters.V == math.inf or (exact["kurtosis"] is None and not support):
        return None
    if len(task_rule(problem.tasks)[1]) > MOST:
        return None
    rules: list[dict[str, Array]] = [{}]
    if support:
        if not solver.entry["of_diffusion"]:
            return None
        try:
            rules = [solver.rule(problem.K, problem.M, size) for size in SIZES]
        except BackendError:
            return None
    for size in range(min(2, len(rules)), len(rules) + 1):
        found = OverTasks(problem, solver, exact, rules[:size])
        found.halved(state)
        D, error = found.with_error(state)
        scale = products_of_deviations(D)
        if (error <= RULE * scale)[scale > 0].all():
            break
    return found


class Difference:
    """What D over tasks differs by from the closed form, along a trajectory.

    It is known at some times; between three of them a parabola in time stands for it.
    """

    def __init__(self, exact: OverTasks, closed: Mapping[str, Any], rtol: float, atol: float):
        """closed: the solver's parameters of the closed form."""
        self.exact, self.closed, self.rtol, self.atol = exact, closed, rtol, atol
        self.known: dict[float, Array] = {}
        self.scale: dict[float, Array] = {}  # products of standard deviations
        self.ends: list[float] = []  # of the parabolas, in order
        self.error = 0.0  #: the largest by which a parabola errs, of the standard deviations
        self.needed: bool | None = None

    def cover(self, low: float, state: State, high: float, end: State) -> int:
        """Makes it known from one time and state of the trajectory to another, by so many
        parabolas; where it is small at the first that are looked at it is taken to be zero
        everywhere."""
        if self.needed is False:
            return 1
        self._make(low, state)
        self._make(high, end)
        parabolas = self._halved(low, state, high, 0)
        if self.needed is None:
            self.needed = any(self._size(x, alpha) > SMALL for alpha, x in self.known.items())
        return parabolas

    def __call__(self, alpha: float) -> Array | float:
        """At a time that is covered."""
        if not self.needed:
            return 0.0
        place = min(max(bisect_left(self.ends, alpha), 1), len(self.ends) - 1)
        return self._parabola(self.ends[place - 1], self.ends[place], alpha)

    def _halved(self, low: float, state: State, high: float, depth: int) -> int:
        """A parabola, or some: it is tried at a quarter of the time."""
        middle = (low + high) / 2
        quarter = (low + middle) / 2
        at = self._moved(state, [low, quarter, middle])
        for time, place in zip((quarter, middle), at, strict=True):
            self._make(time, place)
        off = self._size(self.known[quarter] - self._parabola(low, high, quarter), quarter)
        if off > SMOOTH and depth < HALVINGS:
            first = self._halved(low, state, middle, depth + 1)
            return first + self._halved(middle, at[1], high, depth + 1)
        self.error = max(self.error, off)
        self.ends = sorted({*self.ends, low, high})
        return 1

    def _moved(self, state: State, times: Sequence[float]) -> list[State]:
        """At the later of these times."""
        found = self.exact.solver.integrate(
            state, self.closed, np.array(times), rtol=self.rtol, atol=self.atol
        )
        return found.states.each()[1:]

    def _make(self, alpha: float, state: State) -> None:
        if alpha in self.known:
            return
        D = self.exact.diffusion(state)
        self.known[alpha] = D - self.exact.solver.diffusion(state, self.closed)
        self.scale[alpha] = products_of_deviations(D)

    def _size(self, difference: Array, alpha: float) -> float:
        scale = self.scale[alpha]
        return float(np.max(np.abs(difference[scale > 0]) / scale[scale > 0], initial=0.0))

    def _parabola(self, low: float, high: float, alpha: float) -> Array:
        """Through what is known at both ends and in the middle."""
        s = (alpha - low) / (high - low)
        first, middle, last = (self.known[x] for x in (low, (low + high) / 2, high))
        made: Array = (
            (1 - s) * (1 - 2 * s) * first + 4 * s * (1 - s) * middle + s * (2 * s - 1) * last
        )
        return made


def products_of_deviations(D: Array) -> Array:
    """Of the standard deviations of two entries; zero where one does not fluctuate: no more than
    rounding."""
    variance = np.diag(D)
    sd = np.sqrt(np.where(variance > 1e-12 * variance.max(), variance, 0.0))
    return np.outer(sd, sd)
