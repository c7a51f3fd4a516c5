"""The law of the head start: it descends the mean loss of the outer step."""

from __future__ import annotations

from dataclasses import dataclass

from sympy import Expr, KroneckerDelta, S

from ..ir.deltas import contract
from ..ir.system import Index
from ..ir.terms import sum_over
from ..ir.trace import Of, Quantity
from .applied import Applied
from .derivation import Derivation
from .task_sets import probabilities

__all__ = ["Slope", "head_start"]


@dataclass(frozen=True)
class Slope:
    """The change of an order parameter per unit of time: the mean of sums over the samples of a
    step, and what moves it beside them, which does not fluctuate."""

    sampled: Expr = S.Zero
    beside: Expr = S.Zero


def head_start(work: Derivation, units: tuple[Index, ...], name: str) -> Slope:
    """dw0_k/dalpha = -rate < sum_i dl/dw_i dw_i/dw0_k >: down the mean query loss, through the
    inner loop where the first layer goes through it; else dw_i/dw0_k = delta_ik. It rests without a
    rate.  Of a set of tasks the head of this name moves in its own: dw_k/dalpha = -rate sum_t pi_t
    < dl/dw_k >_t over these."""
    (k,) = units
    outer, start = work.algorithm.outer, work.algorithm.start
    if start.rate is None:
        return Slope()
    work.section("The head start")
    slope = work.stacked(contract(outer.head_gradient(k)), outer.head)
    if outer.through is not None:
        inner = outer.through
        unit = work.algorithm.learner.index(2)
        query = work.stacked(contract(outer.head_gradient(unit)), outer.head)
        bend = work.stacked(
            contract(contract(inner.slope_at_start(unit)).diff(inner.start[k])), inner.start
        )
        moved = KroneckerDelta(unit, k) - inner.rate.symbol * bend
        by_start = Of(Quantity.HEAD_BY_START, (unit, k))
        work.record("differentiate", by_start, moved, "mean over the support set")
        slope = contract(sum_over((query * moved).expand(), (unit,)))
    stated = work.algorithm.source
    chances = probabilities(stated)
    own = {t.name: chances[t.name] for t in stated.tasks if (t.head or start.name) == name}
    if slope.has(Applied):
        assert work.losses is not None
        of = "slope of the loss in the head at a node"
        with work.losses.heads.over(own):
            found = work.losses.average(f"d{name}_n", "dl/dw_k", (slope,), (k,), of=of)
        return _recorded(work, k, -start.rate.symbol * found)
    moves = work.expanded(-start.rate.symbol * slope)
    if len(stated.heads()) > 1:
        mean = work.average_among(moves, own)
    else:
        mean = work.average(moves)
    return _recorded(work, k, mean)


def _recorded(work: Derivation, unit: Index, mean: Expr) -> Slope:
    work.record("average", Of(Quantity.START_DRIFT, (unit,)), mean)
    return Slope(mean)
