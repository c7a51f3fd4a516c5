"""How far off the rules are that averages at finite P or V are computed with.

There are two kinds: rules with nodes for what has no closed form (a lattice, given by the caller),
and rules of fixed order within the equations.  A lattice is compared with the next smaller one,
which errs more: an upper estimate.  The others are compared with finer ones, whose own error is
small against theirs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..problems.parameters import RULE_SIZES
from ..solvers.base import Array, Backend, Parameters, State
from ..solvers.finer import error_of_squares, finer_backend
from ..solvers.numpy import NumpyBackend

__all__ = ["Estimate", "checked_places", "fixed_rules", "lattice"]

# states of a trajectory at which errors are estimated, beside that of the largest overlap
CHECKED = 5
# K^4 M^2 up to which slopes with the finer rule of squares take less than a second: K = M = 3
QUICK = 1024
# slopes below this share of the largest are those of a stop, to which no error is relative
STILL = 1e-6


class Estimate(NamedTuple):
    """Errors at n states: of the slopes relative to the largest of the state (n,), and of eps_g
    relative to it (n,)."""

    slopes: Array
    eps_g: Array


def checked_places(Q: Array) -> list[int]:
    """Places of a trajectory Q (n, K, K): some of those with a state, the first, the last and that
    of the largest."""
    Q = Q.reshape(len(Q), -1)
    reached = np.flatnonzero(np.isfinite(Q).all(axis=1))
    if not len(reached):
        return []
    some = np.linspace(0, len(reached) - 1, CHECKED).astype(int)
    largest = int(np.argmax(np.abs(Q[reached]).max(axis=1)))
    return [int(reached[i]) for i in sorted({*some.tolist(), largest})]


def lattice(solver: Backend, states: Sequence[State], chosen: Parameters, size: int) -> Estimate:
    """Of the rule with ``size`` points, against the next smaller one; eps_g goes without but where
    averages that no rule gives are taken over the nodes; twice the difference then, for where both
    are small neither rule need be the better one by much."""
    smaller = [s for s in RULE_SIZES if s < size]
    none, unknown = np.zeros(len(states)), np.full(len(states), math.inf)
    by_nodes = solver.entry.by_nodes
    if not smaller:
        return Estimate(unknown, unknown if by_nodes else none)
    K, M = states[0].R.shape[-2:]
    coarse = dict(chosen) | solver.rule(K, M, smaller[-1])
    fine = [_slopes(solver, state, chosen) for state in states]
    rough = [_slopes(solver, state, coarse) for state in states]
    slopes = _of_slopes(fine, rough)
    if not by_nodes:
        return Estimate(slopes, none)
    eps = np.array([solver.observable("eps_g", state, chosen) for state in states])
    other = np.array([solver.observable("eps_g", state, coarse) for state in states])
    return Estimate(2 * slopes, 2 * _relative(np.abs(eps - other), np.abs(eps)))


def fixed_rules(name: str, states: Sequence[State], chosen: Parameters) -> Estimate:
    """Of the rules of fixed order in the equations of the system ``name``, by finer ones.

    They do not depend on the lattice: the smallest does beside them.  Of many units the path rule's
    error is that where V is infinite, and what a square is off by at most is added to that of the
    slopes as it is.
    """
    none = np.zeros(len(states))
    finite = [x for x in ("P", "V") if (chosen.get(x) or math.inf) < math.inf]
    if not states or not finite:
        return Estimate(none, none)  # before the numpy module, which is slow to import, is needed
    solver = NumpyBackend(name)
    finer = finer_backend(solver)
    if finer is None:
        return Estimate(none, none)
    beside, squares = dict(chosen), 0.0
    K, M = states[0].R.shape[-2:]
    squared = (
        hasattr(solver.module, "_SQUARE") and len(finite) == 2 and not chosen.get("first_order")
    )
    if squared and K**4 * M**2 > QUICK:
        beside["V"], squares = math.inf, error_of_squares(solver, finer)
    elif "nodes" in chosen:
        beside |= solver.rule(K, M, RULE_SIZES[0])
    found = []
    for s in (finer, solver):
        errors = np.array([s.observable("eps_g", state, beside) for state in states])
        found.append(([_slopes(s, state, beside) for state in states], errors))
    (fine_slopes, fine), (rough_slopes, rough) = found
    slopes = _of_slopes(fine_slopes, rough_slopes)
    with np.errstate(invalid="ignore"):
        return Estimate(slopes + squares, _relative(np.abs(fine - rough), np.abs(fine)))


def _slopes(solver: Backend, state: State, chosen: Parameters) -> Array:
    return np.concatenate([x.ravel() for x in solver.rhs(state, chosen)])


def _of_slopes(fine: list[Array], rough: list[Array]) -> Array:
    largest = np.array([np.abs(x).max() for x in fine])
    with np.errstate(invalid="ignore"):
        off = np.array([np.abs(x - y).max() for x, y in zip(fine, rough, strict=True)])
    top = largest.max(where=np.isfinite(largest), initial=0.0)
    return _relative(off, np.maximum(largest, STILL * top))


def _relative(off: Array, size: Array) -> Array:
    """0 where nothing is off, infinite where it is not known by how much."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(off == 0.0, 0.0, off / size)
    return np.where(np.isnan(share), math.inf, share)
