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
    """An observable at the end or on average, its slopes by_start (n,) with respect to the packed
    start and by_parameter (legs, p) to ``entry.continuous`` in each leg; NaN where the trajectory
    failed."""

    value: float
    by_start: Array
    by_parameter: Array


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
    lost = Answer(np.nan, np.full(n, np.nan), np.full((len(legs), p), np.nan))
    steps, y, still = [], start, list(rests)
    for number, leg in enumerate(legs):
        made = _followed(solver, flat, y, leg, number, rtol, atol, max_steps)
        if made is None:
            return lost
        steps += made
        last = made[-1]
        y = last.y + last.h * (DOP853.B @ last.k)
    found = np.zeros((len(legs), p))
    span = legs[-1].end - legs[0].start

    def measured(y: Array, chosen: dict[str, Any]) -> tuple[float, Array, Array]:
        state = flat.unpack(y)
        by_state, by_parameter = solver.backwards(observable, state, np.ones(1), chosen)
        by_state[:, still] = 0.0
        return solver.observable(observable, state, chosen), by_state[0], by_parameter[0]

    value, slope = 0.0, np.zeros(n)
    if not mean:
        value, slope, found[-1] = measured(y, legs[-1].chosen)
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
        slope = slope + moved.sum(axis=0)
    return Answer(value, slope, found)


def _followed(
    solver: Backend,
    flat: Layout,
    y: Array,
    leg: Leg,
    number: int,
    rtol: float,
    atol: float,
    max_steps: int,
) -> list[_Step] | None:
    """The steps through a leg; None where they do not reach its end."""
    from scipy.integrate import DOP853

    def slopes(_: float, y: Array) -> Array:
        return flat.pack(solver.rhs(flat.unpack(y), leg.chosen))

    if not np.isfinite(slopes(0.0, y)).all():
        return None
    made: list[_Step] = []
    with np.errstate(all="ignore"):
        run = DOP853(slopes, leg.start, y, leg.end, rtol=rtol, atol=atol)
        while run.status == "running":
            before = run.y
            run.step()
            good = run.status != "failed" and np.isfinite(run.y).all()
            if not good or len(made) == max_steps:
                return None
            h = run.t - run.t_old
            made.append(_Step(number, before, h, run.K[: DOP853.n_stages].copy()))
    return made
