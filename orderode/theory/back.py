"""What the end of a trajectory, or its mean, answers to: one pass back through its steps.

A step of Dormand and Prince's method of order 8, with the stages k_s = F(Y_s; p),

    y' = y + h sum_s b_s k_s ,   Y_s = y + h sum_r a_sr k_r ,

takes the slope l' of a result with respect to y' back to

    l = l' + sum_s m_s ,   m_s = J(Y_s)^T c_s ,   c_s = h (b_s l' + sum_{r > s} a_rs m_r) ,

and adds F_p(Y_s)^T c_s to that with respect to p: exact for the numbers that the steps give, their
lengths held, at the cost of some five trajectories, however many parameters there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from ..solvers.base import Array, Backend
from ..solvers.layout import Layout

__all__ = ["Answer", "Leg", "answered"]

MAX_STEPS = 200_000  #: in a leg


class Leg(NamedTuple):
    """A time from ``start`` to ``end`` in which parameters are ``chosen``."""

    start: float
    end: float
    chosen: dict[str, Any]


@dataclass(frozen=True, eq=False)
class Answer:
    """An observable at the end or on average, its slopes by_state (legs + 1, n) with respect to the
    packed state at the start of each leg and at the end, and by_parameter (legs, p) to
    ``entry.continuous`` in each leg, of which ``direct`` (p,) is what the observable at the end has
    itself; NaN where the trajectory failed.  steps: how many it took."""

    value: float
    by_state: Array
    by_parameter: Array
    direct: Array
    steps: int

    @property
    def by_start(self) -> Array:
        """Slopes (n,) with respect to the packed start."""
        return np.asarray(self.by_state[0])


class _Step(NamedTuple):
    leg: int
    y: Array
    h: float
    k: Array  # the stages (s, n)


def answered(
    solver: Backend,
    flat: Layout,
    start: Array,
    legs: Sequence[Leg],
    *,
    rtol: float,
    atol: float,
    max_steps: int = MAX_STEPS,
    observable: str = "eps_g",
    mean: bool = False,
    rests: Sequence[int] = (),
) -> Answer:
    """Of the trajectory from the packed ``start`` (n,) through the legs, each in so many steps at
    most; with ``mean`` the observable's average over alpha.  What ``rests``, places of the state,
    has slopes 0, which need not be known."""
    from scipy.integrate import DOP853  # slow to import

    n, p = len(start), len(solver.entry.continuous)
    by_state, found = np.full((len(legs) + 1, n), np.nan), np.full((len(legs), p), np.nan)
    lost = Answer(np.nan, by_state, found, np.full(p, np.nan), 0)
    steps, y, still, first = [], start, list(rests), None
    for number, leg in enumerate(legs):
        made, first = _followed(solver, flat, y, leg, number, first, rtol, atol, max_steps)
        if not made:
            return lost
        steps += made
        last = made[-1]
        y = last.y + last.h * (DOP853.B @ last.k)
    found, slopes = np.zeros((len(legs), p)), np.zeros((len(legs) + 1, n))
    span = legs[-1].end - legs[0].start

    def measured(y: Array, chosen: dict[str, Any]) -> tuple[float, Array, Array]:
        state = flat.unpack(y)
        by_state, by_parameter = solver.backwards(observable, state, np.ones(1), chosen)
        by_state[:, still] = 0.0
        return solver.observable(observable, state, chosen), by_state[0], by_parameter[0]

    value, slope, direct = 0.0, np.zeros(n), np.zeros(p)
    if not mean:
        value, slope, direct = measured(y, legs[-1].chosen)
    slopes[-1], found[-1] = slope, direct
    for step in reversed(steps):
        chosen, h, moved = legs[step.leg].chosen, step.h, np.zeros_like(step.k)
        for s in reversed(range(len(step.k))):
            at = step.y + h * (DOP853.A[s, :s] @ step.k[:s])
            factors = h * (DOP853.B[s] * slope + DOP853.A[s + 1 :, s] @ moved[s + 1 :])
            by_state, by_parameter = solver.backwards("rhs", flat.unpack(at), factors[None], chosen)
            by_state[:, still] = 0.0
            moved[s] = by_state[0]
            found[step.leg] += by_parameter[0]
            if mean and DOP853.B[s]:
                share = h * DOP853.B[s] / span
                here, by_here, by_rates = measured(at, chosen)
                value += share * here
                moved[s] += share * by_here
                found[step.leg] += share * by_rates
        slopes[step.leg] = slope = slope + moved.sum(axis=0)
    return Answer(value, slopes, found, direct, len(steps))


def _followed(
    solver: Backend,
    flat: Layout,
    y: Array,
    leg: Leg,
    number: int,
    first: float | None,
    rtol: float,
    atol: float,
    max_steps: int,
) -> tuple[list[_Step], float | None]:
    """The steps through a leg, none where they do not reach its end, and how long the next one may
    be; the ``first`` as long as that before said."""
    from scipy.integrate import DOP853

    def slopes(_: float, y: Array) -> Array:
        return flat.pack(solver.rhs(flat.unpack(y), leg.chosen))

    if not np.isfinite(slopes(0.0, y)).all():
        return [], None
    made: list[_Step] = []
    with np.errstate(all="ignore"):
        if first is not None:
            first = min(first, leg.end - leg.start)
        run = DOP853(slopes, leg.start, y, leg.end, rtol=rtol, atol=atol, first_step=first)
        while run.status == "running":
            before = run.y
            run.step()
            good = run.status != "failed" and np.isfinite(run.y).all()
            if not good or len(made) == max_steps:
                return [], None
            h = run.t - run.t_old
            made.append(_Step(number, before, h, run.K[: DOP853.n_stages].copy()))
    return made, float(run.h_abs)
