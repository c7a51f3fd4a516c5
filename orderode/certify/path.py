"""The times at which the overlaps of runs are kept, for each run to be predicted from one to the
next."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .. import solvers
from ..problems.problem import Problem, Stage
from ..solvers.base import Array
from ..theory.given import needs_rule, stage_parameters
from ..theory.integrate import Trajectory
from ..theory.limits import require_theory
from .flow import Flow

__all__ = ["INTERVALS", "LONGEST", "path_times", "rates_along"]

INTERVALS = 2500  #: of all runs together, about, where the theory does not ask for more
MOST = 40_000  #: of them
REACH = 1.0  #: the longest interval, in units of 1/|f'|
LONGEST = 2 * REACH  #: above which an interval is not judged, for runs are not where the theory is
RATES, FEWEST = 25, 4  #: states at which |f'| is found
SQUARED = 1e150  #: numbers below have finite squares


def path_times(
    problem: Problem, theory: Trajectory, part: float = 1.0, stage: Stage | None = None
) -> Array:
    """Times for some INTERVALS of all runs together, half of them dense where the theory moves and
    half even in time, and none longer than REACH/|f'|, beyond which it is not known what finite N
    adds.

    Where these would be more than MOST, each of some times is followed by one as far behind, and
    the time between is left out.  A tenth of both numbers without vector kernels, a hundredth with
    the nodes of a rule, for slopes are slow there.  ``part``: the share of both numbers.
    ``stage``: where the problem's rates are those at its start, and may change.
    """
    # Squares have to be finite too: a theory that blows up passes all scales.
    n = len(theory.alpha)
    flat = [x.reshape(n, -1) for x in (theory.R, theory.Q)]
    reached = np.all([(abs(x) < SQUARED).all(axis=1) for x in flat], axis=0)
    alpha = theory.alpha[reached]
    if len(alpha) < 2:
        return alpha
    moved = np.sqrt(sum(np.square(np.diff(x[reached], axis=0)).sum(axis=1) for x in flat))
    share = np.linspace(0, 1, len(alpha))
    if moved.sum() > 0:
        share = (share + np.concatenate([[0], np.cumsum(moved)]) / moved.sum()) / 2
    stage = stage or Stage(0.0, math.inf, problem)
    solver = solvers.load(require_theory(problem).key, theory.backend)
    flow = Flow.of(problem, solver, *stage_parameters(stage, solver))
    slow = 100 if needs_rule(problem, require_theory(problem)) else 1 if flow.by_vectors else 10
    wanted = problem.require_simulation()
    states = flow.flat.pack(theory.states.at(reached))
    way = stage.share(alpha)
    rates = rates_along(flow, states, share, slow, way) / REACH
    count = max(1, int(part * (INTERVALS // slow // wanted.runs)))
    shortest = np.diff(alpha) * (rates[1:] + rates[:-1]) / 2
    passed = np.concatenate([[0], np.cumsum(np.maximum(count * np.diff(share), shortest))])
    most = max(count, int(part * (MOST // slow // wanted.runs)))
    if passed[-1] <= most:
        return np.interp(np.linspace(0, passed[-1], int(np.ceil(passed[-1])) + 1), passed, alpha)
    starts = np.interp(np.linspace(0, passed[-1], count + 1), passed, alpha)
    starts = np.union1d(starts, np.linspace(alpha[0], alpha[-1], wanted.points))
    ends = starts[:-1] + 1 / np.interp(starts[:-1], alpha, np.maximum(rates, 1e-300))
    return np.union1d(starts, ends[ends < starts[1:]])


def rates_along(flow: Flow, states: Array, share: Array, slow: int, way: Array) -> Array:
    """|f'| at each of states (n, size) along a path, found at RATES of them, even in ``share``
    (n,), which grows from 0 to 1; at fewer where slopes are slow.  ``way`` (n,): the share of that
    from rates to others."""
    even = np.linspace(0, 1, max(FEWEST, RATES // slow))
    places: NDArray[np.intp] = np.unique(np.searchsorted(share, even).clip(0, len(states) - 1))
    return np.interp(np.arange(len(states)), places, flow.rates(states[places], way[places]))
